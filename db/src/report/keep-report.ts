import { createHash } from 'node:crypto'
import type { Refusal } from '@zhiqing/casework'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import { fault } from '../fault.js'
import { canonical } from '../ledger/canonical.js'
import { yearPlaces } from './counts.js'
import { editionOf, lastEdition } from './kept-report.js'
import type { KeptEdition, PublishOrder, ReportDraft } from './report-cabinet.js'
import { yearReport } from './year-report.js'

/** The places are those of the opening; later entries leave them, so that what moved since can be marked. */
export const keepReportDraft = async (db: Db, draft: Omit<ReportDraft, 'places'>): Promise<void> => {
  const { organ, year, entries, openedOn, openedBy } = draft
  const places = await yearPlaces(db, organ, year)
  await db
    .insertInto('report_drafts')
    .values({
      organ,
      year,
      entries: JSON.stringify(entries),
      places: JSON.stringify(places),
      opened_on: openedOn,
      opened_by: openedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['organ', 'year']).doUpdateSet({ entries: JSON.stringify(entries), changed_at: sql`now()` }),
    )
    .execute()
}

/** The draft then begins anew from what was published: its marks are of what moved since. */
const publishIn = async (tx: Db, order: PublishOrder): Promise<KeptEdition | { refused: readonly Refusal[] }> => {
  const { organ, year, on, by, reason = null, refuse } = order
  const prepared = await yearReport(tx, order)
  const editions = (await lastEdition(tx, organ, year))?.edition ?? 0
  const refused = refuse({ ...prepared, editions })
  if (refused.length > 0) return { refused }
  const edition = editions + 1
  const frozen = { ...prepared.report, edition, publishedOn: on, ...(reason ? { reason } : {}) }
  const text = canonical(frozen)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const places = JSON.stringify(await yearPlaces(tx, organ, year))
  const published = { published_on: on, published_by: by, reason: edition === 1 ? null : reason }
  const row = await tx
    .insertInto('report_editions')
    .values({ organ, year, edition, report: text, sha256, places, ...published })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw fault('EDITION_TAKEN', '这一版年度报告已经由别人公布，没有保存任何内容；请刷新后再看')
  await tx
    .updateTable('report_drafts')
    .set({ places, opened_on: on })
    .where('organ', '=', organ)
    .where('year', '=', year)
    .execute()
  return editionOf(row)
}

export const publishReport = (db: Db, order: PublishOrder) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => publishIn(tx, order))
