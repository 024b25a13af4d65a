import { createHash } from 'node:crypto'
import type { Fonts } from '../fonts/fonts.js'
import { layOut } from '../layout/lay-out.js'
import { type ArchiveForm, type PdfInfo, writePdf } from '../paper/write-pdf.js'
import { requireFields } from '../template/check.js'
import { composeLetter, plainTitle } from '../template/compose.js'
import { type Fields, type Folders, loadTemplate, type Template } from '../template/template.js'

/** A printed letter, with what is needed to print it again to the byte. `sha256` is of the file. */
export type Printed = {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly sha256: string
  readonly template: { readonly id: string; readonly version: string; readonly sha256: string }
}

/** `date` ('YYYY-MM-DD') is the file's creation date, for a form that has no 成文日期 of its own. */
export type PrintOptions = {
  readonly fonts: Fonts
  readonly folders?: Folders | undefined
  readonly date?: string | undefined
  /** PDF/A-2a where it is left out. */
  readonly form?: ArchiveForm | undefined
}

/**
 * Code and fields to a file, in this thread; never dated by the clock. Throws TemplateError,
 * FieldsError with every fault (missing glyphs among them), or MissingGlyphError for a character of the template's own.
 */
export async function printLetter(
  code: string,
  fields: Fields,
  { fonts, folders, date, form }: PrintOptions,
): Promise<Printed> {
  const template = loadTemplate(code, folders)
  requireFields(template, fields, fonts)
  const pages = layOut(composeLetter(template, fields), { fonts })
  const info = infoOf(template, fields, date)
  const pdf = await writePdf(pages, info, fonts, form)
  return { pdf, pages: pages.length, sha256: createHash('sha256').update(pdf).digest('hex'), template: info.template }
}

/** What a file of this letter says about itself. */
export const infoOf = (template: Template, fields: Fields, date?: string): PdfInfo => ({
  title: plainTitle(template, fields),
  author: String(fields.机关名称 ?? ''),
  date: date ?? letterDay(template, fields),
  template: { id: template.code, version: template.version, sha256: template.sha256 },
})

/** 成文日期, or on a form without one the latest day it names. */
function letterDay(template: Template, fields: Fields): string {
  const days = Object.keys(template.variables).filter((name) => template.variables[name]?.类型 === '日期')
  const latest = days
    .flatMap((name) => fields[name] ?? [])
    .map(String)
    .sort()
    .at(-1)
  return String(fields.成文日期 ?? latest ?? '2000-01-01')
}
