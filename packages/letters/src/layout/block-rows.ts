import type { Fonts } from '../fonts/fonts.js'
import type { Block } from '../template/block.js'
import type { Style } from './atoms.js'
import { attachmentRows } from './attachments.js'
import { grid, page, rows as rowHeights, sizes } from './measures.js'
import type { Part } from './page.js'
import { type ParagraphSetting, paragraphRows } from './paragraph.js'
import { bind, type Row, space } from './row.js'
import { signOffRows } from './sign-off.js'
import { tableRows } from './table.js'

/** 三号 on the grid's pitch: 28 characters a line though the type is 16 pt (GB/T 9704-2012 5.2.3). */
const body: Style = { role: 'fangsong', size: sizes.body, pitch: grid.character }
const wholeLine = { left: page.left, right: page.right, rowHeight: grid.row } as const
const indented = { ...wholeLine, first: 2 * grid.character } as const

/** 一、黑体；（一）楷体；1. 仿宋 (7.3.3). */
const headings = {
  1: { style: { ...body, role: 'heiti' }, role: 'H2' },
  2: { style: { ...body, role: 'kaiti' }, role: 'H3' },
  3: { style: body, role: 'H4' },
} as const

/** A whole letter's blocks as rows, those that belong together bound. Letterhead and imprint are not in the flow. */
export function flowRows(blocks: readonly Block[], fonts: Fonts): Row[] {
  const rows: Row[] = []
  let boundNext = 0
  for (const [index, block] of blocks.entries()) {
    const own = blockRows(block, fonts)
    if (block.kind === 'signOff' && rows.length > 0) rows.push(bind(rows.pop() as Row))
    rows.push(...own.map((row, line) => (line < boundNext ? bind(row) : row)))
    boundNext = linesKept(block, blocks[index + 1])
  }
  return rows
}

/** How many lines of the next block stay with this one: a heading or the words that announce a quotation never end a page. */
function linesKept(block: Block, next: Block | undefined): number {
  if (block.kind === 'heading') return 2
  if (block.kind === 'paragraph' && next?.kind === 'quotation') return 2
  return block.kind === 'title' || block.kind === 'addressee' ? 1 : 0
}

function blockRows(block: Block, fonts: Fonts): Row[] {
  switch (block.kind) {
    case 'head':
    case 'imprint':
      return []
    case 'title':
      return titleRows(block.lines, fonts)
    case 'addressee':
      return textRows(block.text, { ...wholeLine, style: body }, 'P', fonts)
    case 'paragraph':
      return textRows(block.text, { ...indented, style: body }, 'P', fonts)
    case 'heading': {
      const { style, role } = headings[block.level]
      return textRows(block.text, { ...indented, style }, role, fonts).map((row, index) =>
        index > 0 ? bind(row) : row,
      )
    }
    case 'quotation':
      return quotationRows(block.text, fonts)
    case 'attachments':
      return attachmentRows(block.names, body, fonts)
    case 'signOff':
      return signOffRows(block, body, fonts)
    case 'table':
      return [...tableRows(block, fonts), space(grid.row / 2)]
  }
}

function textRows(text: string, setting: ParagraphSetting, role: Part['role'], fonts: Fonts): Row[] {
  return paragraphRows(text, { ...setting, part: { role } }, fonts)
}

/** Verbatim words stand in 楷体, set in by two characters on the left. */
const quotationRows = (text: string, fonts: Fonts): Row[] =>
  textRows(text, { ...indented, style: { ...body, role: 'kaiti' } }, 'BlockQuote', fonts)

/** 二号小标宋, centred, lines broken by the template (7.3.1). */
function titleRows(lines: readonly string[], fonts: Fonts): Row[] {
  const style: Style = { role: 'xiaobiaosong', size: sizes.title, pitch: sizes.title }
  const setting: ParagraphSetting = {
    ...wholeLine,
    style,
    rowHeight: rowHeights.title,
    align: 'centre',
    part: { role: 'H1' },
  }
  const rows = lines.flatMap((line) => paragraphRows(line, setting, fonts))
  return rows.map((row, index) => (index > 0 ? bind(row) : row))
}
