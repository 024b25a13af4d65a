import { letterBlocks } from '../letter-text.js'
import { fontFile, roles } from './fonts-folder.js'
import { fromTests } from './from-tests.js'
import { type Piece, piecesOf } from './look.js'
import type { Printer } from './printer.js'

/** The part of pdfmake 0.3 that is used here. */
type Pdfmake = {
  setFonts(fonts: Readonly<Record<string, { readonly normal: string }>>): void
  setUrlAccessPolicy(allows: () => boolean): void
  setLocalAccessPolicy(allows: () => boolean): void
  createPdf(definition: object): { getBuffer(): Promise<Buffer> }
}

const mm = 72 / 25.4

const paragraph = ({ text, look }: Piece): object => ({
  text,
  font: look.role,
  fontSize: look.size,
  alignment: look.align,
  leadingIndent: look.indent * look.size,
  lineHeight: 1.5,
  ...(look.red ? { color: '#e60000' } : {}),
})

/** pdfmake as its manual has it: fonts by path, a document definition, the buffer. */
export const openPdfmake = async (folder: string): Promise<Printer | undefined> => {
  const pdfmake = (await fromTests('pdfmake')) as Pdfmake | undefined
  if (!pdfmake) return undefined
  pdfmake.setFonts(Object.fromEntries(roles.map((role) => [role, { normal: fontFile(folder, role) }])))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy(() => true)
  const page = { pageSize: 'A4', pageMargins: [28, 37, 26, 35].map((length) => length * mm) }
  return {
    print: (number) =>
      pdfmake.createPdf({ ...page, content: piecesOf(letterBlocks(number)).map(paragraph) }).getBuffer(),
    close: async () => {},
  }
}
