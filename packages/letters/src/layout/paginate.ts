import { page as sheet } from './measures.js'
import type { Box, Page, Rule, Run } from './page.js'
import type { Row } from './row.js'

/** Where the flow may begin on the first page and on the others; it ends at the type area's foot. Points. */
export type Flow = { readonly firstTop: number; readonly top: number }

/** Shares rows out to pages. A bound row stays with the row before it as long as that leaves the page anything at all. */
export function paginate(rows: readonly Row[], flow: Flow): Page[] {
  const pages: Page[] = []
  let rest = rows
  do {
    const top = pages.length === 0 ? flow.firstTop : flow.top
    const { opened, headers } = openPage(rest, pages.length > 0)
    const count = rowsThatFit(opened, headers, sheet.bottom - top)
    pages.push(placeRows(opened.slice(0, count), top, pages.length + 1))
    rest = opened.slice(count)
  } while (rest.length > 0)
  return pages
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

function placeRows(rows: readonly Row[], top: number, number: number): Page {
  const runs: Run[] = []
  const rules: Rule[] = []
  let seal: Box | undefined
  let y = top
  rows.forEach((row, index) => {
    runs.push(...row.runs.map((run) => ({ ...run, y: run.y + y })))
    const foot = row.foot && index === rows.length - 1 ? [row.foot] : []
    rules.push(...[...(row.rules ?? []), ...foot].map((rule) => ({ ...rule, y1: rule.y1 + y, y2: rule.y2 + y })))
    if (row.seal) seal = { ...row.seal, y: row.seal.y + y }
    y += row.height
  })
  return { number, runs, rules, ...(seal ? { seal } : {}) }
}
