import { writeDocx } from '../docx/write-docx.js'
import type { Fonts } from '../fonts/fonts.js'
import { drillWords } from '../layout/drill-mark.js'
import { requireFields } from '../template/check.js'
import { composeLetter } from '../template/compose.js'
import { type Fields, type Folders, loadTemplate } from '../template/template.js'
import { infoOf, isDrill, type Printed } from './print-letter.js'

/** A letter for an editor's program, and the words it was made from. */
export type Editable = { readonly docx: Uint8Array; readonly template: Printed['template'] }

/** What stands at the head of every page of a copy, unless something else is to be said. */
export const copyNote = '可编辑副本，供修改和引用；文书以存档的 PDF 为准'

/** `date` as for printLetter; `note` is said on every page. */
export type EditOptions = {
  readonly fonts: Fonts
  readonly folders?: Folders | undefined
  readonly date?: string | undefined
  readonly note?: string | undefined
}

/**
 * The same letter as printLetter makes, from the same parts, as a DOCX to be edited: a copy, never the letter. Throws as
 * printLetter does: what cannot be printed cannot be had to edit either.
 */
export async function editLetter(
  code: string,
  fields: Fields,
  { fonts, folders, date, note = copyNote }: EditOptions,
): Promise<Editable> {
  const template = loadTemplate(code, folders)
  requireFields(template, fields, fonts)
  const info = { ...infoOf(template, fields, date), note: isDrill(fields) ? `【${drillWords}】${note}` : note }
  return { docx: await writeDocx(composeLetter(template, fields), info, fonts), template: info.template }
}
