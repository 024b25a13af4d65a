/** A piece of two texts: in both, only in the older, only in the newer. */
export interface Piece {
  readonly kind: 'same' | 'gone' | 'new'
  readonly text: string
}

const pieces = (text: string): string[] => text.split(/(?<=[，。；：、\n])/)

/** Lengths of the longest common run of pieces from each place on. */
const lengths = (a: readonly string[], b: readonly string[]): number[][] => {
  const table = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0))
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const row = table[i] as number[]
      const below = table[i + 1] as number[]
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0)
    }
  return table
}

/** What changed from one text to another, clause by clause. */
export const changed = (older: string, newer: string): Piece[] => {
  const [a, b] = [pieces(older), pieces(newer)]
  const table = lengths(a, b)
  const found: Piece[] = []
  let [i, j] = [0, 0]
  while (i < a.length || j < b.length) {
    const same = i < a.length && j < b.length && a[i] === b[j]
    const down = table[i + 1]?.[j] ?? -1
    const right = table[i]?.[j + 1] ?? -1
    if (same) found.push({ kind: 'same', text: a[i] ?? '' })
    else if (i < a.length && (j >= b.length || down >= right)) found.push({ kind: 'gone', text: a[i] ?? '' })
    else found.push({ kind: 'new', text: b[j] ?? '' })
    if (same || found.at(-1)?.kind === 'gone') i++
    if (same || found.at(-1)?.kind === 'new') j++
  }
  return found
}
