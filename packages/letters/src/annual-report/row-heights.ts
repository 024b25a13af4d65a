/** What a cell needs of the rows it stands in, in points. */
export interface Needed {
  readonly row: number
  readonly down: number
  readonly need: number
}

/** Each row as high as its highest cell; what spans several rows makes the last of them higher where it must. */
export const rowHeights = (cells: readonly Needed[], count: number, least: number): number[] => {
  const heights = Array.from({ length: count }, () => least)
  for (const { row, down, need } of [...cells].sort((a, b) => a.down - b.down)) {
    const has = heights.slice(row, row + down).reduce((sum, one) => sum + one, 0)
    const last = row + down - 1
    if (need > has) heights[last] = (heights[last] ?? 0) + need - has
  }
  return heights
}
