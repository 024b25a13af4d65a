import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { Finding } from '../cabinet.js'
import type { Schema } from '../connect/schema.js'
import type { FactRow } from '../keep/ledger.js'
import { pdfOf } from '../keep/letters.js'
import type { Keys } from '../keys.js'
import { sameJson } from '../ledger/snapshot.js'

/** A letter's row; plain bytes are hashed where they lie, only sealed ones come along. */
export type LetterRow = Selectable<Schema['letters']> & { own_sha256: string | null }

type Found = Pick<Finding, 'version' | 'code' | 'zh'>

const printedHash = (row: LetterRow, keys: Keys): string | null => {
  if (!row.pdf) return row.own_sha256
  try {
    return createHash('sha256')
      .update(pdfOf(row, keys) ?? '')
      .digest('hex')
  } catch {
    return '打不开'
  }
}

const rowFault = (row: LetterRow, issued: FactRow, keys: Keys): string | undefined => {
  const { letter, documentNumber } = issued.payload
  if (row.code !== letter || row.document_number !== documentNumber) return '代码或者文号与台账不一致'
  if (!row.erased_at && !issued.erased_at && !sameJson(row.fields, issued.words?.fields)) return '字段与台账不一致'
  return printedHash(row, keys) === (row.erased_at ? null : row.sha256) ? undefined : '印制的字节与记载的散列不符'
}

/** Each letter against the fact that issued it, and its bytes against their hash. */
export const letterFindings = (rows: readonly LetterRow[], facts: readonly FactRow[], keys: Keys): Found[] => {
  const byNumber = new Map(rows.map((row) => [row.n, row]))
  const issued = facts.filter(({ type }) => type === 'LetterIssued')
  const known = new Set(issued.map(({ payload }) => payload.n))
  const found = (version: number | null, n: unknown, why: string): Found => ({
    version,
    code: 'letterDiffers',
    zh: `第${n}号文书${why}`,
  })
  return [
    ...issued.flatMap((fact) => {
      const row = byNumber.get(Number(fact.payload.n))
      const why = row ? rowFault(row, fact, keys) : '不见了'
      return why ? [found(fact.version, fact.payload.n, why)] : []
    }),
    ...rows.filter(({ n }) => !known.has(n)).map(({ n }) => found(null, n, '在台账中没有记载')),
  ]
}
