import { ascent, grid, mm, page, sizes } from '../layout/measures.js'

/** Word measures in twentieths of a point, type in half points, rules in eighths. */
export const twips = (points: number): number => Math.round(points * 20)
export const halfPoints = (points: number): number => Math.round(points * 2)
export const eighths = (points: number): number => Math.round(points * 8)

/** Room between the margins, in points: the 156 mm of the 版心. */
export const column = page.right - page.left

/** Characters of the grid, as an indent: exact in `…Chars` (hundredths) for Word, in twips for whoever has no grid. */
export const inCharacters = (name: 'firstLine' | 'left' | 'right', characters: number) => ({
  [`${name}Chars`]: Math.round(characters * 100),
  [name]: twips(characters * grid.character),
})

/** Rows of the grid, as the space above a paragraph. */
export const rowsBefore = (rows: number) => ({ beforeLines: rows * 100, before: twips(rows * grid.row) })

/**
 * What each character of 三号 is set closer, so that 28 fill the 版心. Said to every character, not as `charSpace` of the
 * grid: LibreOffice sets a grid of less than the type's size far too wide, and Word does the same with either.
 */
export const tracking = Math.floor((column / 28 - sizes.body) * 20)

/** 22 rows fit; a twip more a row and they would not. */
export const rowPitch = Math.floor(grid.row * 20)

/** From the sheet's edges, in points. */
export const margins = {
  top: page.top,
  right: page.width - page.right,
  bottom: page.height - page.bottom,
  left: page.left,
  header: 15 * mm,
} as const

/** What says at the head of each page that this is a copy. Points. */
export const noteSize = 9

/**
 * A line of fixed height, in sizes of its type, that cuts no character off in any face. Word and LibreOffice put the
 * baseline at four fifths of it: so much stays empty above a character's box and under it.
 */
export const fixedLine = 1.2
export const fixedLineEmpty = { above: 0.8 * fixedLine - ascent, below: 0.2 * fixedLine - (1 - ascent) } as const
