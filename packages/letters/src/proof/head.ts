import { type Document, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import { z } from 'zod'
import { type Fault, fault, type Piece, type Place } from './finding.js'

/** A head as it was written: its values, and where each of them stands in the file. */
export type Head = {
  readonly values: unknown
  /** The place of a key (or of a list's item) by its path; of its nearest parent where it is not there. */
  place(path: readonly PropertyKey[]): Place
  /** The text at a path with its place; null where there is no text. */
  piece(path: readonly PropertyKey[]): Piece | null
  readonly faults: readonly Fault[]
}

/** Reads YAML that begins on a line of its file. */
export function readHead(source: string, firstLine: number): Head {
  const lines = new LineCounter()
  const document = parseDocument(source, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: line + firstLine - 1, column: col }
  }
  return {
    values: document.errors.length > 0 ? null : valuesOf(document),
    place: (path) => at(offsetOf(document.contents as Node | null, path)),
    piece: (path) => pieceAt(document, path, at),
    faults: document.errors.map(({ pos, code }) =>
      fault(at(offsetOfError(source, code, pos[0])), 'head', `抬头读不通：${yamlWords[code] ?? code}`),
    ),
  }
}

/** An open quotation mark is told where it stands, not where the head ends. */
function offsetOfError(source: string, code: string, offset: number): number {
  const open =
    code === 'MISSING_CHAR' ? source.split('\n').find((line) => (line.match(/"/g)?.length ?? 0) % 2 === 1) : undefined
  return open === undefined ? offset : source.indexOf(open) + open.indexOf('"')
}

const yamlWords: { readonly [code: string]: string } = {
  BAD_INDENT: '缩进不对，请用空格对齐',
  BLOCK_AS_IMPLICIT_KEY: '冒号多了，含冒号的文字请加引号',
  BLOCK_IN_FLOW: '花括号、方括号里的缩进不对',
  DUPLICATE_KEY: '同一个名称写了两次',
  MISSING_CHAR: '缺少引号、括号或者冒号',
  MULTILINE_IMPLICIT_KEY: '名称后面缺少冒号',
  TAB_AS_INDENT: '缩进用了制表符，请改用空格',
  UNEXPECTED_TOKEN: '有多余的字符，含标点的文字请加引号',
}

function valuesOf(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 20 })
  } catch {
    return null
  }
}

function offsetOf(node: Node | null, path: readonly PropertyKey[]): number {
  const [next, ...rest] = path
  const here = node?.range?.[0] ?? 0
  if (next === undefined) return here
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(next))
    if (!pair) return here
    const inside = rest.length > 0 ? (pair.value as Node | null) : null
    return inside?.range ? offsetOf(inside, rest) : ((pair.key as Node).range?.[0] ?? here)
  }
  if (isSeq(node)) {
    const item = node.items[Number(next)] as Node | undefined
    return item?.range ? offsetOf(item, rest) : here
  }
  return here
}

function pieceAt(document: Document, path: readonly PropertyKey[], at: (offset: number) => Place): Piece | null {
  const node = document.getIn(path as unknown[], true)
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return null
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? 1 : 0
  return { ...at(node.range[0] + quoted), text: node.value }
}

/** What a schema says of a head's values, each at its place. */
export function schemaFaults(head: Head, issues: readonly z.core.$ZodIssue[]): Fault[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => fault(head.place([...issue.path, key]), 'head', `抬头里不认识“${key}”`))
      : [fault(head.place(issue.path), 'head', issueWords(issue))],
  )
}

function issueWords(issue: z.core.$ZodIssue): string {
  const name = issue.path.join('.') || '抬头'
  if (issue.code === 'invalid_type' && issue.input === undefined) return `抬头缺少“${name}”`
  if (issue.code === 'invalid_value') return `“${name}”应为${issue.values.join('、')}之一`
  if (issue.code === 'invalid_format')
    return `“${name}”写法不对：${formats[String(issue.path.at(-1))] ?? issue.message}`
  return `“${name}”不对：${issue.message}`
}

const formats: { readonly [name: string]: string } = {
  id: '编号是一个大写字母和两位数字，如 S12',
  kind: '种类用小写英文单词，以连字符相连',
  版本: '版本写年和月，如 2026-01',
}

/** Checks with messages in Chinese, wherever the schema has none of its own. */
export const checkHead = <Value>(schema: z.ZodType<Value>, values: unknown) =>
  schema.safeParse(values, { error: z.locales.zhCN().localeError, reportInput: true })
