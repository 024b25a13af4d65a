import { readFileSync } from 'node:fs'
import { cutFile } from '../template/front-matter.js'
import { type Fault, fault, type Piece } from './finding.js'
import { type Head, readHead } from './head.js'

/** A file of words in its parts; without them where it cannot be read as one. */
export type Source =
  | { readonly bytes: Uint8Array; readonly head: Head; readonly body: Piece; readonly faults: readonly Fault[] }
  | { readonly faults: readonly Fault[] }

const start = { line: 1, column: 1 }

/** Reads a file as UTF-8, and cuts it. */
export function readSource(path: string): Source {
  const bytes = readFileSync(path)
  const text = decode(bytes)
  if (text === null) return { faults: [fault(start, 'encoding', '文件不是 UTF-8 编码，请另存为 UTF-8')] }
  const cut = cutFile(text)
  if (!cut) return { faults: [fault(start, 'head', '模板缺少以 --- 分隔的抬头：第一行和抬头之后各写一行 ---')] }
  const head = readHead(cut.head, 2)
  return { bytes, head, body: { text: cut.body, line: cut.bodyLine, column: 1 }, faults: head.faults }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}
