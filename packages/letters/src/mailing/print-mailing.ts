import { createHash } from 'node:crypto'
import type { Fonts } from '../fonts/fonts.js'
import { layOut } from '../layout/lay-out.js'
import type { Page } from '../layout/page.js'
import { type FileInfo, writePdf } from '../paper/write-pdf.js'
import { isDrill } from '../press/print-letter.js'
import { requireFields } from '../template/check.js'
import { composeLetter } from '../template/compose.js'
import { type Fields, type Folders, loadTemplate } from '../template/template.js'
import { type LabelOrder, layLabels } from './lay-labels.js'

/** A file that is no letter: it is kept nowhere. `sha256` is of the file. */
export type PrintedFile = { readonly pdf: Uint8Array; readonly pages: number; readonly sha256: string }

/** Several sheets of one form in one file, each beginning on a page of its own. */
export type SheetsOrder = { readonly code: string; readonly all: readonly Fields[] }

/** `date` ('YYYY-MM-DD') is the file's creation date. */
type Tools = { readonly fonts: Fonts; readonly folders?: Folders | undefined; readonly date: string }

/** Address labels: they say who gets something and who sends it, and nothing of what it is. Throws FieldsError. */
export const printLabels = async (order: LabelOrder, { fonts, date }: Tools): Promise<PrintedFile> =>
  toFile(layLabels(order, fonts), { title: '邮寄标签', author: order.sender.name, date }, fonts)

/** Throws TemplateError, FieldsError, MissingGlyphError as printLetter does. */
export async function printSheets({ code, all }: SheetsOrder, { fonts, folders, date }: Tools): Promise<PrintedFile> {
  const template = loadTemplate(code, folders)
  const pages = all.flatMap((fields) => {
    requireFields(template, fields, fonts)
    return layOut(composeLetter(template, fields), { fonts, drill: isDrill(fields) })
  })
  const { version, sha256 } = template
  const author = String(all[0]?.机关名称 ?? '')
  return toFile(pages, { title: template.name, author, date, template: { id: code, version, sha256 } }, fonts)
}

async function toFile(pages: readonly Page[], info: FileInfo, fonts: Fonts): Promise<PrintedFile> {
  const pdf = await writePdf(pages, info, fonts)
  return { pdf, pages: pages.length, sha256: createHash('sha256').update(pdf).digest('hex') }
}
