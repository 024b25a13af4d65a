import type { GridCell, WorkSheet } from './work-sheet.js'

/** A line of 11 points, and the room above and under it. Points. */
export const line = 15
export const padding = 3
/** Excel has no row higher than this. Points. */
const highest = 409

/** Lines that words take in a column of so many half-width characters; a Chinese one is two, with a little to spare. */
export const linesIn = (text: string, width: number): number => {
  const fit = Math.max(1, Math.floor((width - 1.5) / 2.1))
  return text.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil([...one].length / fit)), 0)
}

/** A row: its cells from the left, words made harmless already. */
export type ListRow = readonly (readonly [value: number | string, look: GridCell['look']])[]

/** Rows of words, and of figures beside their names; each as high as its words need. */
export const listSheet = (name: string, widths: readonly number[], rows: readonly ListRow[]): WorkSheet => ({
  ...{ name, widths, orientation: 'portrait', fit: 'width' },
  heights: rows.map((row) => {
    const lines = row.map(([value], i) => linesIn(String(value), widths[i] ?? 1))
    return Math.min(highest, Math.max(1, ...lines) * line + padding)
  }),
  cells: rows.flatMap((row, y) => row.map(([value, look], column) => ({ row: y, column, value, look }))),
})
