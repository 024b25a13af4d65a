import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import { fault } from '../fault.js'

/**
 * Erases the words of one archived case: applicant, request, opinions, letters' words and bytes, files (个人信息保护法 47). The
 * ledger stays whole; the salt goes with the words, so that no short word can be guessed from its digest. Throws
 * NOT_ARCHIVED for any other case.
 */
export const eraseWords = (db: Db, organ: string, caseId: string, now: Date): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const held = await tx
      .updateTable('cases')
      .set({ double_index: null, applicant_index: null, topic: null, query_code_mac: null })
      .where('organ', '=', organ)
      .where('id', '=', caseId)
      .where('state', '=', 'archived')
      .executeTakeFirst()
    if (held.numUpdatedRows !== 1n) throw fault('NOT_ARCHIVED', '只有已归档的案件可以删除个人信息')
    const here = sql`organ = ${organ} and case_id = ${caseId}::uuid and erased_at is null`
    await sql`update case_words set words = null, erased_at = ${now} where ${here}`.execute(tx)
    await sql`update fact_words set words = null, salt = null, erased_at = ${now} where ${here}`.execute(tx)
    await sql`update letters set fields = null, secret = null, pdf = null, erased_at = ${now} where ${here}`.execute(tx)
    await sql`update uploads set label = null, bytes = null, erased_at = ${now} where ${here}`.execute(tx)
    await sql`update outbox set recipient = null, last_error = null, done_at = coalesce(done_at, ${now})
      where organ = ${organ} and case_id = ${caseId}::uuid`.execute(tx)
    await tx.deleteFrom('idempotency').where('organ', '=', organ).where('case_id', '=', caseId).execute()
  })
