import { cleanText } from '@zhiqing/letters'
import { fromTests } from './from-tests.js'

/** The part of pdf.js that is used here. */
type PdfJs = {
  getDocument(source: object): { readonly promise: Promise<PdfDocument> }
}
type PdfDocument = {
  readonly numPages: number
  getPage(
    number: number,
  ): Promise<{ getTextContent(): Promise<{ readonly items: readonly { readonly str?: string }[] }> }>
  destroy(): Promise<void>
}

/** What another reader finds in a PDF: pages, and the words without blanks and page numbers. */
export type Read = { readonly pages: number; readonly words: string }

/** In a file of Chromium's some characters are the radicals that share their glyph (⻅ for 见): they are read as meant. */
const wordsOf = (texts: readonly string[]): string =>
  cleanText(texts.join('')).replace(/\s/gu, '').replace(/—\d+—/gu, '')

/** Undefined where pdf.js is not installed. */
export const readPdf = async (pdf: Uint8Array): Promise<Read | undefined> => {
  const found = (await fromTests('pdfjs-dist/legacy/build/pdf.mjs')) as PdfJs | undefined
  if (!found) return undefined
  const document = await found.getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const texts: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    texts.push(...items.map(({ str }) => str ?? ''))
  }
  const pages = document.numPages
  await document.destroy()
  return { pages, words: wordsOf(texts) }
}
