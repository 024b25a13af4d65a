import type { LogFilter, SecurityRow } from '../accounts.js'
import type { Db } from '../connect/connect.js'
import type { SecurityActName, SecurityResult } from './security-names.js'

/** One act at a door, to be written down. */
export interface SecurityAct {
  readonly at: Date
  readonly organ: string | null
  readonly person: string | null
  readonly name: string
  readonly act: SecurityActName
  readonly result: SecurityResult
  readonly subject?: string | null | undefined
  readonly caseId?: string | null | undefined
  readonly reason?: string | null | undefined
  readonly address?: string | null | undefined
}

/** A line is a line: whatever would begin another one, or move the cursor, is shown as what it is. */
const oneLine = (words: string): string =>
  words
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (odd) => `\\u${odd.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .slice(0, 500)

/** Writes one act down, in the transaction of the act where it has one: what cannot be written down is not done. */
export const writeDown = async (db: Db, { caseId, ...act }: SecurityAct): Promise<void> => {
  const { organ, person, at, subject = null, address = null } = act
  await db
    .insertInto('security_log')
    .values({
      ...{ at, organ, person, subject, address },
      ...{ act: act.act, result: act.result, name: oneLine(act.name).slice(0, 60) },
      ...{ case_id: caseId ?? null, reason: act.reason ? oneLine(act.reason) : null },
    })
    .execute()
}

const PAGE = 100

/** Of what was typed, every character stands for itself. */
const containing = (words: string): string => `%${words.replace(/[\\%_]/g, '\\$&')}%`

/** The newest first; `after` is the id to go on from. Only an audit administrator's view has any. */
export const securityLog = async (
  db: Db,
  after: number | undefined,
  { from, before, who, act: kind }: LogFilter = {},
): Promise<SecurityRow[]> => {
  const rows = await db
    .selectFrom('security_log')
    .selectAll()
    .$if(after !== undefined, (query) => query.where('id', '<', after ?? 0))
    .$if(from !== undefined, (query) => query.where('at', '>=', from ?? new Date()))
    .$if(before !== undefined, (query) => query.where('at', '<', before ?? new Date()))
    .$if(kind !== undefined, (query) => query.where('act', '=', kind ?? ''))
    .$if(who !== undefined, (query) =>
      query.where((one) =>
        one.or([one('name', 'ilike', containing(who ?? '')), one('subject', 'ilike', containing(who ?? ''))]),
      ),
    )
    .orderBy('id', 'desc')
    .limit(PAGE)
    .execute()
  return rows.map(({ id, at, organ, name, act, result, subject, case_id, reason, address }) => ({
    ...{ id, at: at.toISOString(), organ, name, act, result, subject, caseId: case_id, reason, address },
  }))
}
