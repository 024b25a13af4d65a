import type { Box, Page, Rule, Run } from './page.js'
import type { Row } from './row.js'

/** The rows of one page where they stand, from `top` down. */
export function placeRows(rows: readonly Row[], top: number, number: number): Page {
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
