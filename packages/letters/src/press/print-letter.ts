import { createHash } from 'node:crypto'
import { TemplateError } from '../faults.js'
import type { Fonts } from '../fonts/fonts.js'
import { layOut } from '../layout/lay-out.js'
import type { Box, Page } from '../layout/page.js'
import { type ArchiveForm, type PdfInfo, writePdf } from '../paper/write-pdf.js'
import { requireFields } from '../template/check.js'
import { composeLetter, plainTitle } from '../template/compose.js'
import { type Fields, type Folders, loadTemplate, type Template } from '../template/template.js'
import { makerOf } from './maker.js'

/** A printed letter, with what is needed to print it again to the byte. `sha256` is of the file. */
export type Printed = {
  readonly pdf: Uint8Array
  readonly pages: number
  readonly sha256: string
  readonly template: { readonly id: string; readonly version: string; readonly sha256: string }
  /** Where the field for the seal is kept, on a letter printed to be sealed. */
  readonly sealField?: SealField | undefined
  /** Told with `sealField`: the program and the fonts that printed it. */
  readonly maker?: string | undefined
}

/** The place kept for a seal: on which page (from 1), and where in points from that page's top left corner. */
export type SealField = { readonly page: number; readonly box: Box }

/** `date` ('YYYY-MM-DD') is the file's creation date, for a form that has no 成文日期 of its own. */
export type PrintOptions = {
  readonly fonts: Fonts
  readonly folders?: Folders | undefined
  readonly date?: string | undefined
  /** PDF/A-2a where it is left out. */
  readonly form?: ArchiveForm | undefined
  /** Keeps a signature field at the seal's place; without it the bytes are those of a letter sealed by hand. */
  readonly sealField?: boolean | undefined
}

/**
 * Code and fields to a file, in this thread; never dated by the clock. Throws TemplateError,
 * FieldsError with every fault (missing glyphs among them), or MissingGlyphError for a character of the template's own.
 */
export async function printLetter(
  code: string,
  fields: Fields,
  { fonts, folders, date, form, sealField }: PrintOptions,
): Promise<Printed> {
  const template = loadTemplate(code, folders)
  requireFields(template, fields, fonts)
  const pages = layOut(composeLetter(template, fields), { fonts, drill: isDrill(fields) })
  const info = infoOf(template, fields, date)
  const place = sealField ? sealPlace(code, pages) : undefined
  const pdf = await writePdf(pages, info, fonts, { form, sealField })
  const hash = createHash('sha256').update(pdf).digest('hex')
  return {
    pdf,
    pages: pages.length,
    sha256: hash,
    template: info.template,
    ...(place ? { sealField: place, maker: makerOf(fonts) } : {}),
  }
}

function sealPlace(code: string, pages: readonly Page[]): SealField {
  const [page, other] = pages.filter(({ seal }) => seal)
  if (!page?.seal || other) throw new TemplateError(`文书 ${code} 应当用印，模板里要有一处、也只能有一处“落款”`)
  return { page: page.number, box: page.seal }
}

/** A letter of a drill says so in its fields. */
export const isDrill = (fields: Fields): boolean => fields.演练 === true

/** What a file of this letter says about itself. */
export const infoOf = (template: Template, fields: Fields, date?: string): PdfInfo => ({
  title: `${isDrill(fields) ? '【演练】' : ''}${plainTitle(template, fields)}`,
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
