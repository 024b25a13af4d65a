import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import { atomsOf, type Style } from './atoms.js'
import { grid, imprint as measures, page } from './measures.js'
import type { Page, Part, Rule } from './page.js'
import { baseline, paragraphRows } from './paragraph.js'
import type { Row } from './row.js'
import { setLine, widthOf } from './set-line.js'

type ImprintBlock = Extract<Block, { kind: 'imprint' }>

/** 版记 as rows that stand at the foot of the last page; `room` is what a page must have free for it. */
export type Imprint = { readonly rows: readonly Row[]; readonly room: number }

const style: Style = { role: 'fangsong', size: measures.size, pitch: measures.size }
const left = page.left + measures.size
const right = page.right - measures.size

/**
 * 抄送 over 印发机关 and 印发日期 (GB/T 9704-2012 7.4): an outer rule above the first and under the last, an inner one between
 * them. A letter of 信函格式 has 抄送 alone, without rules (10.1).
 */
export function imprintOf(block: ImprintBlock, fonts: Fonts): Imprint {
  const { copies, printed } = block
  const above = copies ? copiesRows(copies, fonts) : []
  const below = printed ? printedRows(printed, fonts) : []
  const rows = printed ? ruled(above, below) : above
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  return { rows, room: height > 0 ? height + grid.row / 2 : 0 }
}

export const asSentence = (copies: string): string => `${copies.replace(/[。；，、\s]+$/u, '')}。`

/** “抄送：” one character in, further lines under the first name, 。 at the end (7.4.2). */
function copiesRows(copies: string, fonts: Fonts): Row[] {
  const part: Part = { role: 'P' }
  const atoms = atomsOf('抄送：', style, fonts)
  const room = widthOf(atoms)
  const y = baseline(measures.row, measures.size)
  const label = setLine(atoms, { x: left, y, style, room, justify: false, colour: 'black', part })
  const rows = paragraphRows(
    asSentence(copies),
    { style, left: left + room, right, rowHeight: measures.row, part },
    fonts,
  )
  return rows.map((row, index) => (index === 0 ? { ...row, runs: [...label, ...row.runs] } : row))
}

/** Who printed it on the left, the day on the right, one character in (7.4.3). */
function printedRows({ by, on }: NonNullable<ImprintBlock['printed']>, fonts: Fonts): Row[] {
  const part: Part = { role: 'P' }
  const day = atomsOf(`${on}印发`, style, fonts)
  const width = widthOf(day)
  const setting = { style, left, right: right - width - measures.size, rowHeight: measures.row, part }
  const rows = paragraphRows(by, setting, fonts)
  const y = baseline(measures.row, measures.size)
  const dated = setLine(day, { x: right - width, y, style, room: width, justify: false, colour: 'black', part })
  return rows.map((row, index) => (index === rows.length - 1 ? { ...row, runs: [...row.runs, ...dated] } : row))
}

const ruleAt = (y: number, width: number): Rule => ({
  x1: page.left,
  x2: page.right,
  y1: y,
  y2: y,
  width,
  colour: 'black',
})

const withRule = (row: Row | undefined, rule: Rule): Row[] =>
  row ? [{ ...row, rules: [...(row.rules ?? []), rule] }] : []

/** The last rule's lower edge is the type area's (7.4.1). */
function ruled(above: readonly Row[], below: readonly Row[]): Row[] {
  const [first, ...more] = below
  const divided = above.length > 0 ? [...above, ...withRule(first, ruleAt(0, measures.inner)), ...more] : [...below]
  const [top, ...rest] = divided
  const opened = [...withRule(top, ruleAt(measures.outer / 2, measures.outer)), ...rest]
  const last = opened.pop()
  return [...opened, ...withRule(last, ruleAt(measures.row - measures.outer / 2, measures.outer))]
}

/** Its rows on a page, the last on the foot of the type area. */
export function placeImprint(sheet: Page, { rows }: Imprint): Page {
  const height = rows.reduce((sum, row) => sum + row.height, 0)
  let y = page.bottom - height
  const runs = [...sheet.runs]
  const rules = [...sheet.rules]
  for (const row of rows) {
    runs.push(...row.runs.map((run) => ({ ...run, y: run.y + y })))
    rules.push(...(row.rules ?? []).map((rule) => ({ ...rule, y1: rule.y1 + y, y2: rule.y2 + y })))
    y += row.height
  }
  return { ...sheet, runs, rules }
}
