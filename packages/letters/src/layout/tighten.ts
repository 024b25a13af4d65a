import { grid } from './measures.js'
import { type Flow, paginate } from './paginate.js'
import type { Row } from './row.js'

/** Rows a page is tightened to, the least first, before a page is opened for a signature: 22 are usual (GB/T 9704-2012 5.2.3). */
const tighter = [23, 24]

/** Most lines of text that are pulled along with a signature: a paragraph of three lines goes whole. */
const pulledAlong = 3

/**
 * Rows shared out to pages. A last page that holds nothing but the signature with the lines it pulled along, or the imprint
 * alone, is avoided where a tighter pitch can: “此页无正文” is not allowed, the line spacing is to be adjusted (7.3.5.4).
 */
export function settle(rows: readonly Row[], flow: Flow): Row[][] {
  const usual = paginate(rows, flow)
  if (!standsAlone(usual)) return usual
  const all = tighter.map((count) => paginate(rows.map(tightenedTo(count)), flow))
  return all.find((pages) => pages.length < usual.length) ?? usual
}

/** Nothing but a signature, with no more text than was pulled along, or nothing at all above the imprint. */
function standsAlone(pages: readonly Row[][]): boolean {
  const last = pages.at(-1) ?? []
  if (pages.length < 2) return false
  const text = last.filter((row) => !row.space)
  const signature = text.findIndex((row) => row.seal)
  return text.length === 0 || (signature >= 0 && signature <= pulledAlong)
}

/** Lines of text come closer, each still in the middle of its row; a title, a table and the signature stay as they are. */
const tightenedTo =
  (count: number) =>
  (row: Row): Row => {
    if (row.fixed || row.height !== grid.row) return row
    const height = (22 * grid.row) / count
    const lift = (row.height - height) / 2
    return { ...row, height, runs: row.runs.map((run) => ({ ...run, y: run.y - lift })) }
  }
