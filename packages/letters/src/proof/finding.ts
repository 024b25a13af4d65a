/** What a template can be at fault in; a stable name for programs. */
export type ProofRule =
  | 'encoding'
  | 'file-name'
  | 'head'
  | 'syntax'
  | 'variable-undeclared'
  | 'variable-unused'
  | 'sample'
  | 'article'
  | 'citation'
  | 'clause'
  | 'clause-expired'
  | 'remedy-missing'
  | 'remedy-unwanted'
  | 'sign-off'
  | 'quotation'
  | 'element'
  | 'identity'
  | 'heading'
  | 'old-wording'
  | 'shadow'
  | 'render'

/** One fault of a template: where it stands (line and column from 1), and what is wrong, in Chinese. */
export type Finding = {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly rule: ProofRule
  readonly message: string
}

export type Place = { readonly line: number; readonly column: number }

/** A stretch of text and where in its file it begins. */
export type Piece = Place & { readonly text: string }

/** The place of a character of a piece, by its offset. */
export function placeIn({ text, line, column }: Piece, offset: number): Place {
  const before = text.slice(0, offset)
  const breaks = before.split('\n').length - 1
  return breaks === 0
    ? { line, column: column + offset }
    : { line: line + breaks, column: offset - before.lastIndexOf('\n') }
}

/** Every match of a pattern in a piece, with its place. */
export const matchesIn = (piece: Piece, pattern: RegExp): { found: RegExpExecArray; place: Place }[] =>
  [...piece.text.matchAll(pattern)].map((found) => ({
    found: found as RegExpExecArray,
    place: placeIn(piece, found.index),
  }))

/** A fault on its way, before it is known of which file. */
export type Fault = Place & { readonly rule: ProofRule; readonly message: string }

export const fault = (place: Place, rule: ProofRule, message: string): Fault => ({
  line: place.line,
  column: place.column,
  rule,
  message,
})

/** In reading order, each once. */
export function inOrder(file: string, faults: readonly Fault[]): Finding[] {
  const seen = new Map(faults.map((one) => [`${one.line}:${one.rule}:${one.message}`, one]))
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column).map((one) => ({ file, ...one }))
}
