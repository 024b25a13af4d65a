import type { ReportEntries } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'

type TableTwo = ReportEntries['table2']

/** Table two of each organ by itself, as its last edition has it, or else its draft; of an organ with neither, nothing. */
export const organTwos = async (db: Db, organs: readonly string[], year: number): Promise<TableTwo[]> => {
  const { rows } = await sql<{ organ: string; two: TableTwo | null }>`
    select distinct on (organ) organ, two from (
      select organ, edition, report::jsonb -> 'table2' as two from report_editions
      where organ = any(${organs as string[]}) and year = ${year} and kind = 'own'
      union all
      select organ, 0, entries -> 'table2' from report_drafts
      where organ = any(${organs as string[]}) and year = ${year} and kind = 'own') told
    order by organ, edition desc`.execute(db)
  const told = new Map(rows.map(({ organ, two }) => [organ, two]))
  return organs.map((organ) => told.get(organ) ?? {})
}
