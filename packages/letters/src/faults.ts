/** One thing wrong with the fields of a letter: the field's Chinese name (empty when it is the whole) and what to say. */
export type Fault = { readonly field: string; readonly message: string }

/** The template itself is at fault: unknown code, broken front-matter, undeclared variable, words that do not parse. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError'
}

/** The fields do not fit the template. Carries every fault, never only the first. */
export class FieldsError extends Error {
  override readonly name = 'FieldsError'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map((fault) => fault.message).join('；'))
    this.faults = faults
  }
}

/** A font file that cannot be printed with: missing, web font, collection, variable, or not allowed to be embedded. */
export class FontError extends Error {
  override readonly name = 'FontError'
}

/** No font at hand has this character. A letter is refused rather than printed with a box in someone's name. */
export class MissingGlyphError extends Error {
  override readonly name = 'MissingGlyphError'
  readonly character: string
  readonly codePoint: number

  constructor(character: string) {
    const codePoint = character.codePointAt(0) ?? 0
    super(`字库中没有“${character}”（${unicodeName(codePoint)}），文书未生成；请配置含有该字的字体`)
    this.character = character
    this.codePoint = codePoint
  }
}

/** `U+4DAE`, as the standard writes a code point. */
export const unicodeName = (codePoint: number): string => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`
