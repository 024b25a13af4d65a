import { createHash } from 'node:crypto'
import type { Refusal } from '@zhiqing/casework'
import { openedWith, partsOf } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import { fault } from '../fault.js'
import { canonical } from '../ledger/canonical.js'
import { yearFees, yearPlaces, yearRemedies } from './counts.js'
import { editionOf, lastEdition } from './kept-report.js'
import type { KeptEdition, PublishOrder, ReportDraft } from './report-cabinet.js'
import { yearReport } from './year-report.js'

type NewDraft = Omit<ReportDraft, 'places' | 'opened'>

/** What there is when the draft is opened; later entries leave it, so that what changed since can be marked. */
const openReportDraft = async (db: Db, { organ, year, entries, openedOn, openedBy }: NewDraft): Promise<void> => {
  const [remedies, fees] = [await yearRemedies(db, [organ], year), await yearFees(db, [organ], year)]
  const report = { table2: entries.table2, parts: partsOf(entries, fees) }
  await db
    .insertInto('report_drafts')
    .values({
      organ,
      year,
      entries: JSON.stringify(entries),
      places: JSON.stringify(await yearPlaces(db, organ, year)),
      opened: JSON.stringify(openedWith({ remedies, report })),
      opened_on: openedOn,
      opened_by: openedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['organ', 'year']).doUpdateSet({ entries: JSON.stringify(entries), changed_at: sql`now()` }),
    )
    .execute()
}

export const keepReportDraft = async (db: Db, draft: NewDraft): Promise<void> => {
  const { organ, year, entries } = draft
  const { numUpdatedRows } = await db
    .updateTable('report_drafts')
    .set({ entries: JSON.stringify(entries), changed_at: sql`now()` })
    .where('organ', '=', organ)
    .where('year', '=', year)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await openReportDraft(db, draft)
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
  const opened = openedWith({ remedies: await yearRemedies(tx, [organ], year), report: prepared.report })
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
    .set({ places, opened: JSON.stringify(opened), opened_on: on })
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
