import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import { flowRows } from './block-rows.js'
import { letterhead } from './letterhead.js'
import { grid, page as sheet } from './measures.js'
import type { Page } from './page.js'
import { pageNumberRuns } from './page-number.js'
import { paginate } from './paginate.js'
import { type Row, space } from './row.js'

export type LayoutOptions = { readonly fonts: Fonts }

/**
 * Blocks to placed pages. A letter opens with its red head, a form with its title; the text then stands on the grid of
 * 22 rows. Throws MissingGlyphError for a character no font has.
 */
export function layOut(blocks: readonly Block[], { fonts }: LayoutOptions): Page[] {
  const head = blocks.find((block) => block.kind === 'head')
  const drawn = head ? letterhead(head.organ, head.number, fonts) : null
  const firstTop = drawn ? drawn.bottom + 2 * grid.row : sheet.top
  const title = flowRows(
    blocks.filter((block) => block.kind === 'title'),
    fonts,
  )
  const body = flowRows(
    blocks.filter((block) => block.kind !== 'title'),
    fonts,
  )
  const rows = [...title, toGrid(firstTop, title), ...body]
  return paginate(rows, { firstTop, top: sheet.top }).map((page) => ({
    ...page,
    runs: [...(page.number === 1 ? (drawn?.runs ?? []) : []), ...page.runs, ...pageNumberRuns(page.number, fonts)],
    rules: [...(page.number === 1 ? (drawn?.rules ?? []) : []), ...page.rules],
  }))
}

/** About one empty row under the title (GB/T 9704-2012 7.3.2), ending on the grid. */
function toGrid(top: number, title: readonly Row[]): Row {
  const end = title.reduce((sum, row) => sum + row.height, top)
  const row = Math.ceil((end + grid.row / 2 - sheet.top) / grid.row)
  return space(sheet.top + row * grid.row - end, true)
}
