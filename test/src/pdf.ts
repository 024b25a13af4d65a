import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of a PDF in reading order, read by a reader that is not ours. */
export const textOf = async (pdf: Uint8Array): Promise<string> => {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await document.destroy()
  return pages.join('\n')
}
