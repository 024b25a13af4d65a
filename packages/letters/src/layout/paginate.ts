import { page as sheet } from './measures.js'
import type { Row } from './row.js'

/**
 * Where the flow may begin on the first page and on the others; it ends at the type area's foot, on the last page `foot`
 * higher, where an imprint stands. Points.
 */
export type Flow = { readonly firstTop: number; readonly top: number; readonly foot: number }

/** The rows of each page, from its top on. A bound row stays with the row before it as long as that leaves the page anything at all. */
export function paginate(rows: readonly Row[], flow: Flow): Row[][] {
  const pages: Row[][] = []
  let rest = rows
  do {
    const top = topOf(flow, pages.length)
    const { opened, headers } = openPage(rest, pages.length > 0)
    const count = rowsThatFit(opened, headers, sheet.bottom - top)
    pages.push(opened.slice(0, count))
    rest = opened.slice(count)
  } while (rest.length > 0)
  return footFits(pages, flow) ? pages : [...pages, []]
}

/** The upper end of a page's flow; the first page's number is 0. */
export const topOf = ({ firstTop, top }: Flow, page: number): number => (page === 0 ? firstTop : top)

/** An imprint that has no room under the text stands on a page of its own. */
function footFits(pages: readonly Row[][], flow: Flow): boolean {
  if (flow.foot === 0) return true
  const all = pages.at(-1) ?? []
  const last = all.at(-1)?.space ? all.slice(0, -1) : all
  const end = last.reduce((y, row) => y + row.height, topOf(flow, pages.length - 1))
  return end + flow.foot <= sheet.bottom + 0.01
}

/** Spaces do not begin a page, and a table begins it with its header again. */
function openPage(rows: readonly Row[], continued: boolean): { opened: readonly Row[]; headers: number } {
  if (!continued) return { opened: rows, headers: 0 }
  const kept = rows.slice(
    Math.max(
      0,
      rows.findIndex((row) => !row.space),
    ),
  )
  const header = (kept[0]?.header ?? []).map(asDecoration)
  return { opened: [...header, ...kept], headers: header.length }
}

/** A header set again for the eye is not read aloud again. */
const asDecoration = (row: Row): Row => ({ ...row, runs: row.runs.map(({ part, ...run }) => run) })

/** As many rows as have room, less those bound to the first that has none; always more than the repeated header. */
function rowsThatFit(rows: readonly Row[], headers: number, height: number): number {
  let count = 0
  for (let used = 0; count < rows.length; count++) {
    used += rows[count]?.height ?? 0
    if (used > height + 0.01) break
  }
  let cut = count
  while (cut > headers && rows[cut]?.bound) cut -= 1
  return cut > headers ? cut : Math.max(count, headers + 1)
}
