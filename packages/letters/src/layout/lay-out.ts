import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import { flowRows } from './block-rows.js'
import { documentHead } from './document-head.js'
import { drillRuns } from './drill-mark.js'
import { imprintOf, placeImprint } from './imprint.js'
import { letterhead } from './letterhead.js'
import { grid, page as sheet } from './measures.js'
import type { Page } from './page.js'
import { pageNumberRuns } from './page-number.js'
import { topOf } from './paginate.js'
import { placeRows } from './place-rows.js'
import { type Row, space } from './row.js'
import { settle } from './tighten.js'

/** `drill`: every page says that it is a paper of a drill. */
export type LayoutOptions = { readonly fonts: Fonts; readonly drill?: boolean | undefined }

/**
 * Blocks to placed pages. A letter opens with its red head, a form with its title; the text then stands on the grid of
 * 22 rows. Throws MissingGlyphError for a character no font has.
 */
export function layOut(blocks: readonly Block[], { fonts, drill = false }: LayoutOptions): Page[] {
  const head = blocks.find((block) => block.kind === 'head')
  const isDocument = head?.format === 'document'
  const drawn = head && (isDocument ? documentHead : letterhead)(head.organ, head.number, fonts)
  const foot = blocks.find((block) => block.kind === 'imprint')
  const imprint = foot && imprintOf(foot, fonts)
  const firstTop = drawn ? drawn.bottom + 2 * grid.row : sheet.top
  const flow = { firstTop, top: sheet.top, foot: imprint?.room ?? 0 }
  const shared = settle(rowsOf(blocks, firstTop, fonts), flow)
  return shared.map((rows, index) => {
    const laid = placeRows(rows, topOf(flow, index), index + 1)
    const page = imprint && index === shared.length - 1 ? placeImprint(laid, imprint) : laid
    const over = index === 0 ? drawn : undefined
    // the first page of a letter, and of a form, has no number (10.1)
    const number = index > 0 || isDocument ? pageNumberRuns(index + 1, fonts) : []
    return {
      ...page,
      runs: [...(drill ? drillRuns(fonts) : []), ...(over?.runs ?? []), ...page.runs, ...number],
      rules: [...(over?.rules ?? []), ...page.rules],
    }
  })
}

function rowsOf(blocks: readonly Block[], firstTop: number, fonts: Fonts): Row[] {
  const title = flowRows(
    blocks.filter((block) => block.kind === 'title'),
    fonts,
  )
  const body = flowRows(
    blocks.filter((block) => block.kind !== 'title'),
    fonts,
  )
  return [...title, toGrid(firstTop, title), ...body]
}

/** About one empty row under the title (GB/T 9704-2012 7.3.2), ending on the grid. */
function toGrid(top: number, title: readonly Row[]): Row {
  const end = title.reduce((sum, row) => sum + row.height, top)
  const row = Math.ceil((end + grid.row / 2 - sheet.top) / grid.row)
  return space(sheet.top + row * grid.row - end, true)
}
