import type { Finding } from '../cabinet.js'
import { entryOf, type FactRow } from '../keep/ledger.js'
import { canonOf, DIGEST, digestOf, genesis, hashOf } from '../ledger/fact-row.js'

/** What the case row says about its ledger, and how people call the case. */
export interface Head {
  readonly organ: string
  readonly id: string
  readonly number: string | null
  readonly version: number
  readonly head_hash: Buffer
}

type Found = Pick<Finding, 'version' | 'code' | 'zh'>

/** A row whose canon names another version was put into another row's place. */
const movedFrom = (row: FactRow): number | undefined => {
  try {
    const { version } = JSON.parse(row.canon) as { version?: unknown }
    return typeof version === 'number' && version !== row.version ? version : undefined
  } catch {
    return undefined
  }
}

/** Is the row what was written: columns, canon and hash agree? */
const rowFinding = (row: FactRow): Found | undefined => {
  const { version } = row
  const from = movedFrom(row)
  if (from !== undefined) return { version, code: 'swapped', zh: `第${version}行的内容原属第${from}行，次序被调换` }
  if (canonOf(entryOf(row)) !== row.canon)
    return { version, code: 'changed', zh: `第${version}行的内容与其规范文本不一致` }
  if (!hashOf(row.prev_hash, row.canon).equals(row.hash))
    return { version, code: 'changed', zh: `第${version}行的散列与内容不符` }
  return undefined
}

const wordsFinding = ({ version, payload, words, salt, erased_at }: FactRow): Found | undefined => {
  const digest = payload[DIGEST]
  if (digest === undefined || erased_at) return undefined
  const same = words && salt && digestOf(salt, words) === digest
  return same ? undefined : { version, code: 'wordsDiffer', zh: `第${version}行的言辞与台账中的摘要不符` }
}

/** Does the row follow the one before? A gap is told once, at the row after it. */
const linkFinding = (row: FactRow, before: FactRow | undefined): Found | undefined => {
  const expected = (before?.version ?? 0) + 1
  const { version } = row
  if (version !== expected) {
    const gap = version - expected > 1 ? `第${expected}至${version - 1}行` : `第${expected}行`
    return { version: expected, code: 'missing', zh: `${gap}不见了` }
  }
  if (row.prev_hash.equals(before ? before.hash : genesis(row.case_id))) return undefined
  return { version, code: 'changed', zh: `第${version}行接不上前一行的散列` }
}

const tailFinding = (head: Head, last: FactRow | undefined): Found | undefined => {
  const length = last?.version ?? 0
  if (length < head.version)
    return { version: length + 1, code: 'cutTail', zh: `台账应有${head.version}行，只到第${length}行，末尾被截去` }
  if (length > head.version)
    return {
      version: head.version + 1,
      code: 'changed',
      zh: `台账比案件当前行（${head.version}）多出${length - head.version}行`,
    }
  return last?.hash.equals(head.head_hash)
    ? undefined
    : { version: length, code: 'changed', zh: '末行散列与案件当前行记载的不一致' }
}

/** Everything wrong with one ledger as a chain; rows in order of version. */
export const chainFindings = (head: Head, rows: readonly FactRow[]): Found[] => {
  const found = rows.flatMap((row, i) => [linkFinding(row, rows[i - 1]), rowFinding(row), wordsFinding(row)])
  return [...found, tailFinding(head, rows.at(-1))].filter((one) => one !== undefined)
}
