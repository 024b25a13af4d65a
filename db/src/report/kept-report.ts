import type { Day, Opened, PlaceRow, ReportEntries, YearReport } from '@zhiqing/law'
import type { Db } from '../connect/connect.js'
import type { KeptEdition, ReportDraft, ReportKind } from './report-cabinet.js'

/** Which drafts and editions belong together. */
export interface ReportKey {
  readonly organ: string
  readonly year: number
  readonly kind: ReportKind
}

export const reportDraft = async (db: Db, { organ, year, kind }: ReportKey): Promise<ReportDraft | undefined> => {
  const row = await db
    .selectFrom('report_drafts')
    .selectAll()
    .where('organ', '=', organ)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .executeTakeFirst()
  if (!row) return undefined
  const { entries, places, opened, opened_on: openedOn, opened_by: openedBy } = row
  const then = { places: places as PlaceRow[], opened: opened as Opened | null }
  return { organ, year, entries: entries as ReportEntries, ...then, openedOn, openedBy }
}

interface EditionRow {
  organ: string
  year: number
  edition: number
  report: string
  sha256: string
  places: object
  published_on: Day
  published_by: string | null
  reason: string | null
}

export const editionOf = (row: EditionRow): KeptEdition => ({
  organ: row.organ,
  year: row.year,
  edition: row.edition,
  report: JSON.parse(row.report) as YearReport,
  sha256: row.sha256,
  publishedOn: row.published_on,
  publishedBy: row.published_by,
  reason: row.reason,
  places: row.places as PlaceRow[],
})

export const reportEditions = async (
  db: Db,
  organs: readonly string[],
  year: number,
  kind: ReportKind = 'own',
): Promise<KeptEdition[]> => {
  if (organs.length === 0) return []
  const rows = await db
    .selectFrom('report_editions')
    .selectAll()
    .where('organ', 'in', organs)
    .where('year', '=', year)
    .where('kind', '=', kind)
    .orderBy('organ')
    .orderBy('edition')
    .execute()
  return rows.map(editionOf)
}

/** The last edition of a year, if there is one. */
export const lastEdition = async (db: Db, { organ, year, kind }: ReportKey): Promise<KeptEdition | undefined> =>
  (await reportEditions(db, [organ], year, kind)).at(-1)
