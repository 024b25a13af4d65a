import { createHash } from 'node:crypto'
import type { Refusal } from '@zhiqing/casework'
import { openedWith } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import { fault } from '../fault.js'
import { canonical } from '../ledger/canonical.js'
import { yearPlaces, yearRemedies } from './counts.js'
import { editionOf, lastEdition, type ReportKey } from './kept-report.js'
import type { KeptEdition, NewDraft, PublishOrder, ReportOrder } from './report-cabinet.js'
import { kindOf, yearReport } from './year-report.js'

/** Throws RangeError for a look at others' reports: it has no draft and no edition. */
const keyOf = (order: ReportOrder): ReportKey => {
  const kind = kindOf(order)
  if (!kind) throw new RangeError(`“${order.organ}”不在汇总的机关中，没有草稿，也不能公布`)
  return { organ: order.organ, year: order.year, kind }
}

/** What there is when the draft is opened; later entries leave it, so that what changed since can be marked. */
const openReportDraft = async (db: Db, draft: NewDraft, order: ReportOrder): Promise<void> => {
  const { organs, year } = order
  const entries = JSON.stringify(draft.entries)
  const { report } = await yearReport(db, order)
  await db
    .insertInto('report_drafts')
    .values({
      ...keyOf(order),
      entries,
      places: JSON.stringify(await yearPlaces(db, organs, year)),
      opened: JSON.stringify(openedWith({ remedies: await yearRemedies(db, organs, year), report })),
      opened_on: draft.openedOn,
      opened_by: draft.openedBy,
    })
    .onConflict((conflict) =>
      conflict.columns(['organ', 'year', 'kind']).doUpdateSet({ entries, changed_at: sql`now()` }),
    )
    .execute()
}

export const keepReportDraft = async (db: Db, draft: NewDraft): Promise<void> => {
  const { organ, organs = [organ], year, kind, entries } = draft
  const order = { organ, organs, year, kind, entries }
  const { numUpdatedRows } = await db
    .updateTable('report_drafts')
    .set({ entries: JSON.stringify(entries), changed_at: sql`now()` })
    .where('organ', '=', organ)
    .where('year', '=', year)
    .where('kind', '=', keyOf(order).kind)
    .executeTakeFirst()
  if (numUpdatedRows === 0n) await openReportDraft(db, draft, order)
}

/** The draft then begins anew from what was published: its marks are of what moved since. */
const publishIn = async (tx: Db, order: PublishOrder): Promise<KeptEdition | { refused: readonly Refusal[] }> => {
  const { organ, organs, year, on, by, reason = null, refuse } = order
  const key = keyOf(order)
  const prepared = await yearReport(tx, order)
  const editions = (await lastEdition(tx, key))?.edition ?? 0
  const refused = refuse({ ...prepared, editions })
  if (refused.length > 0) return { refused }
  const edition = editions + 1
  const frozen = { ...prepared.report, edition, publishedOn: on, ...(reason ? { reason } : {}) }
  const text = canonical(frozen)
  const sha256 = createHash('sha256').update(text).digest('hex')
  const places = JSON.stringify(await yearPlaces(tx, organs, year))
  const opened = openedWith({ remedies: await yearRemedies(tx, organs, year), report: prepared.report })
  const published = { published_on: on, published_by: by, reason: edition === 1 ? null : reason }
  const row = await tx
    .insertInto('report_editions')
    .values({ ...key, edition, report: text, sha256, places, ...published })
    .onConflict((conflict) => conflict.doNothing())
    .returningAll()
    .executeTakeFirst()
  if (!row) throw fault('EDITION_TAKEN', '这一版年度报告已经由别人公布，没有保存任何内容；请刷新后再看')
  await tx
    .updateTable('report_drafts')
    .set({ places, opened: JSON.stringify(opened), opened_on: on })
    .where('organ', '=', organ)
    .where('year', '=', year)
    .where('kind', '=', key.kind)
    .execute()
  return editionOf(row)
}

export const publishReport = (db: Db, order: PublishOrder) =>
  db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute((tx) => publishIn(tx, order))
