import { type Case, countedWithoutWords, replay, stateOf } from '@zhiqing/casework'
import type { ApplicantKind, Outcome } from '@zhiqing/law'
import type { Selectable } from 'kysely'
import type { Finding } from '../cabinet.js'
import type { Schema } from '../connect/schema.js'
import { entryOf, type FactRow } from '../keep/ledger.js'
import { factOf } from '../ledger/fact-row.js'
import { parted, sameJson } from '../ledger/snapshot.js'

/** A case row with its words. */
export type CaseRow = Selectable<Schema['cases']> & {
  words: Record<string, unknown> | null
  erased_at: Date | null
}

type Found = Pick<Finding, 'version' | 'code' | 'zh'>

const differs = (zh: string): Found[] => [{ version: null, code: 'foldDiffers', zh }]

const columnsDiffer = (row: CaseRow, current: Case): string[] =>
  [
    { zh: '受理编号', kept: row.number, told: current.number },
    { zh: '状态', kept: row.state, told: stateOf(current) },
    { zh: '经办人', kept: row.officer, told: current.officer },
    ...(row.erased_at
      ? []
      : [
          { zh: '申请人类型', kept: row.applicant_kind, told: current.applicant.kind },
          { zh: '结论', kept: row.outcome, told: current.decision?.outcome ?? null },
        ]),
  ]
    .filter(({ kept, told }) => kept !== told)
    .map(({ zh }) => zh)

/** Who filed and the outcome are words: of an erased case they are what the row kept. */
const asKept = (row: CaseRow, current: Case): Case =>
  row.erased_at
    ? {
        ...current,
        counted: countedWithoutWords(current, {
          kind: row.snapshot.counted?.kind ?? (row.applicant_kind as ApplicantKind),
          outcome: row.snapshot.counted?.closing?.outcome ?? (row.outcome as Outcome | null),
        }),
      }
    : current

const compared = (row: CaseRow, current: Case): Found[] => {
  const { snapshot, words } = parted(asKept(row, current))
  const columns = columnsDiffer(row, current)
  return [
    ...(columns.length > 0 ? differs(`案件当前行的${columns.join('、')}与台账推出的不一致`) : []),
    ...(sameJson(snapshot, row.snapshot) ? [] : differs('案件当前行与台账推出的不一致')),
    ...(row.erased_at || sameJson(words, row.words) ? [] : differs('案件当前行中的言辞与台账推出的不一致')),
  ]
}

/** Is the current row what the ledger says? Only asked of a ledger that is whole. */
export const foldFindings = (row: CaseRow, rows: readonly FactRow[]): Found[] => {
  try {
    const facts = rows.map((one) => factOf(entryOf(one), one.words))
    const current = replay(facts, rows[0]?.machine_version)
    return current ? compared(row, current) : differs('台账是空的')
  } catch (error) {
    return differs(`台账不能重演：${(error as Error).message}`)
  }
}
