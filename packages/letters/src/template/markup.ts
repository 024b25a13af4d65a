import type { Block } from './block.js'
import { guard, signOffMark, unwrapValues } from './marks.js'

/** What one line of the rendered words is, told by its first characters alone. */
type Line =
  | { kind: 'blank' | 'signOff' | 'attachments' | 'headerEnd' }
  | { kind: 'addressee'; text: string }
  | { kind: 'quotation'; text: string }
  | { kind: 'copies'; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'heading'; level: 1 | 2 | 3; text: string }
  | { kind: 'item'; text: string; line: string }
  | { kind: 'cells'; cells: string[] }

type Table = Extract<Block, { kind: 'table' }>
type Signature = { readonly organ: string; readonly date: string }

/** Rendered words to blocks. The markup is small on purpose: no staff member can break the standard's layout with it. */
export function readMarkup(words: string, signature: Signature): Block[] {
  const blocks: Block[] = []
  let previous: Line = { kind: 'blank' }
  for (const line of words.split('\n').map(readLine)) {
    const last = blocks.pop()
    blocks.push(...addLine(last, line, previous.kind))
    previous = line
  }
  const filled = blocks.filter((block) => block.kind !== 'attachments' || block.names.length > 0)
  return filled.map((block) => (block.kind === 'signOff' ? { ...block, ...signature } : block))
}

function readLine(source: string): Line {
  const line = source.trim()
  const plain = (text: string): string => unwrapValues(text).trim()
  if (line.replaceAll(guard, '') === '') return { kind: 'blank' }
  if (line === signOffMark) return { kind: 'signOff' }
  if (/^附件[：:]$/.test(line)) return { kind: 'attachments' }
  if (/^\|[\s:|-]+\|$/.test(line) && line.includes('-')) return { kind: 'headerEnd' }
  if (line.startsWith('|')) return { kind: 'cells', cells: cellsOf(line).map(plain) }
  const copies = /^抄送[：:](.*)$/s.exec(line)
  if (copies) return { kind: 'copies', text: plain(copies[1] ?? '') }
  const heading = /^(#{1,3}) (.*)$/s.exec(line)
  if (heading) return { kind: 'heading', level: (heading[1] ?? '').length as 1 | 2 | 3, text: plain(heading[2] ?? '') }
  const item = /^\d+\. ?(.*)$/s.exec(line)
  if (item) return { kind: 'item', text: plain(item[1] ?? ''), line: plain(line) }
  if (line.startsWith('>')) return { kind: 'quotation', text: plain(line.slice(1)) }
  if (line.startsWith('@')) return { kind: 'addressee', text: plain(line.slice(1)) }
  return { kind: 'text', text: plain(line) }
}

const cellsOf = (line: string): string[] => line.replace(/^\||\|$/g, '').split('|')

/** What stands in the place of the last block once a line is added: it and a new one, or it grown by the line. */
function addLine(last: Block | undefined, line: Line, previous: Line['kind']): Block[] {
  const before = last ? [last] : []
  switch (line.kind) {
    case 'blank':
      return before
    case 'signOff':
      return [...before, { kind: 'signOff', organ: '', date: '' }]
    case 'attachments':
      return [...before, { kind: 'attachments', names: [] }]
    case 'copies':
      return line.text ? [...before, { kind: 'imprint', copies: line.text, printed: null }] : before
    case 'heading':
    case 'addressee':
      return [...before, line]
    case 'headerEnd':
      return last?.kind === 'table' ? withHeader(last) : before
    case 'cells':
      return last?.kind === 'table'
        ? [{ ...last, rows: [...last.rows, line.cells] }]
        : [...before, newTable(line.cells)]
    case 'item':
      return addItem(last, line, previous)
    case 'quotation':
      if (last?.kind !== 'quotation' || previous !== 'quotation') return [...before, line]
      return [{ ...last, text: `${last.text}\n${line.text}` }]
    case 'text':
      return addText(last, line.text, previous)
  }
}

/** Lines that follow on each other are one paragraph. */
function addText(last: Block | undefined, text: string, previous: Line['kind']): Block[] {
  const follows = previous === 'text' || previous === 'item'
  if (last?.kind === 'paragraph' && follows) return [{ ...last, text: last.text + text }]
  return [...(last ? [last] : []), { kind: 'paragraph', text }]
}

/** `1. …` names an attachment after `附件：`, blank lines between them or not; elsewhere it opens a paragraph. */
function addItem(last: Block | undefined, item: Line & { kind: 'item' }, previous: Line['kind']): Block[] {
  if (last?.kind === 'attachments') return [{ ...last, names: [...last.names, item.text] }]
  return addText(last, item.line, previous === 'item' ? 'blank' : previous)
}

const newTable = (cells: readonly string[]): Table => ({ kind: 'table', header: null, rows: [cells] })

/** `|---|` makes the row above it a header; further down the table it opens a new one. */
function withHeader(table: Table): Block[] {
  const header = table.rows.at(-1) ?? null
  const before = table.rows.slice(0, -1)
  const opened: Table = { kind: 'table', header, rows: [] }
  return before.length > 0 || table.header ? [{ ...table, rows: before }, opened] : [opened]
}
