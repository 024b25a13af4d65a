import { type Fault, FieldsError, unicodeName } from '../faults.js'
import { cleanText, refusedCharacter } from './characters.js'
import { fieldsSchema } from './fields.js'
import type { Fields, FieldValue, Template } from './template.js'

/** Whatever can say which characters have no glyph: the fonts of this process, in short. */
export type GlyphCheck = { missing(text: string): readonly string[] }

/** Every fault of the fields at once, in Chinese; empty when the letter can be written. Glyphs are checked when fonts are given. */
export function checkFields(template: Template, fields: unknown, fonts?: GlyphCheck): Fault[] {
  const parsed = fieldsSchema(template).safeParse(fields)
  const faults = (parsed.error?.issues ?? []).map((issue) => ({
    field: String(issue.path[0] ?? ''),
    message: issue.message,
  }))
  return fonts ? [...faults, ...glyphFaults(fields, fonts)] : faults
}

/** The same, thrown: FieldsError with every fault. */
export function requireFields(template: Template, fields: unknown, fonts?: GlyphCheck): Fields {
  const faults = checkFields(template, fields, fonts)
  if (faults.length > 0) throw new FieldsError(faults)
  return fields as Fields
}

function glyphFaults(fields: unknown, fonts: GlyphCheck): Fault[] {
  if (typeof fields !== 'object' || fields === null) return []
  return Object.entries(fields as { [name: string]: FieldValue }).flatMap(([field, value]) => {
    const missing = fonts.missing(texts(value).map(cleanText).join(''))
    const printable = missing.filter((character) => !refusedCharacter(character))
    return printable.map((character) => ({ field, message: glyphMessage(field, character) }))
  })
}

const glyphMessage = (field: string, character: string): string =>
  `“${field}”中的“${character}”（${unicodeName(character.codePointAt(0) ?? 0)}）字库没有，请配置含有该字的字体`

function texts(value: FieldValue): string[] {
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string')
  return typeof value === 'string' ? [value] : []
}
