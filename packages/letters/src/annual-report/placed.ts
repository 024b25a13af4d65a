import type { Sheet, SheetCell } from '@zhiqing/law'

/** A cell with its place in the grid, from 0. */
export interface PlacedCell {
  readonly cell: SheetCell
  readonly row: number
  readonly column: number
  readonly across: number
  readonly down: number
}

/** Puts every cell where it stands once those above and beside it have taken their room. Throws where a table does not fit. */
export const placed = ({ rows, widths, title }: Sheet): PlacedCell[] => {
  const taken = rows.map(() => new Set<number>())
  const cells = rows.flatMap((cellsOfRow, row) => {
    let column = 0
    return cellsOfRow.map((cell): PlacedCell => {
      while (taken[row]?.has(column)) column += 1
      const { across = 1, down = 1 } = cell
      for (let y = row; y < row + down; y++) for (let x = column; x < column + across; x++) taken[y]?.add(x)
      return { cell, row, column, across, down }
    })
  })
  if (taken.some((columns) => columns.size !== widths.length)) throw new Error(`表“${title}”的单元格没有排满`)
  return cells
}
