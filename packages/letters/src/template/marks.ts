import { cleanText } from './characters.js'

/**
 * Private characters that carry a value safely through the words around it. A value opens with `guard`, so that nothing
 * in it can stand first on a line and pass for a heading, a table or a quotation; its own new lines and bars travel as
 * `newLine` and `bar`. The fields' check refuses private characters, so no value can bring marks of its own.
 */
export const guard = '\ue000'
const newLine = '\ue001'
const bar = '\ue002'
/** Where `{% 落款 %}` stood. */
export const signOffMark = '\ue003'

/** A value on its way into the words. Trailing blank lines go. */
export const wrapValue = (text: string): string =>
  guard + cleanText(text).trimEnd().replaceAll('\n', newLine).replaceAll('|', bar)

/** The text again as it was given, after the structure has been read. */
export const unwrapValues = (text: string): string =>
  text.replaceAll(guard, '').replaceAll(newLine, '\n').replaceAll(bar, '|')
