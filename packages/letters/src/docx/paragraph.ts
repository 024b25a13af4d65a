import type { StyleId } from './styles.js'
import { textXml, w, type Xml } from './xml.js'

/** Children of `w:pPr` after the style, and of `w:rPr`, each in the schema's order. */
export type Setting = { readonly own?: readonly Xml[]; readonly run?: readonly Xml[] }

/** Words of one line; blanks at their ends are kept. */
export const words = (text: string, run: readonly Xml[] = []): Xml =>
  w('r', {}, ...(run.length > 0 ? [w('rPr', {}, ...run)] : []), w('t', { 'xml:space': 'preserve' }, textXml(text)))

/** A paragraph of pieces that are written already. */
export const paragraphOf = (style: StyleId, pieces: readonly Xml[], own: readonly Xml[] = []): Xml =>
  w('p', {}, w('pPr', {}, w('pStyle', { val: style }), ...own), ...pieces)

/** A text as paragraphs: each of its own line breaks opens one, as on the printed letter. */
export const paragraphs = (style: StyleId, text: string, { own = [], run = [] }: Setting = {}): Xml[] =>
  text.split('\n').map((line) => paragraphOf(style, line.trim() === '' ? [] : [words(line.trim(), run)], own))
