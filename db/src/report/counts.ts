import { type CellFour, type CellThree, type FeesPaid, firstDay, lastDay, type PlaceRow } from '@zhiqing/law'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import type { BehindQuery, CaseBehind, OrganCount, OrganRemedy } from './report-cabinet.js'

/** The cases that a year tells of (rulebook R95): the very condition of `placeIn`. */
const toldOf = (organs: readonly string[], year: number): RawBuilder<boolean> => sql<boolean>`
  organ = any(${organs as string[]}) and counted_received_on <= ${lastDay(year)}::date
  and (counted_closed_on is null or counted_closed_on >= ${firstDay(year)}::date)`

const from = (year: number): RawBuilder<'1' | '2'> =>
  sql`case when counted_received_on < ${firstDay(year)}::date then '2' else '1' end`
const to = (year: number): RawBuilder<OrganCount['to']> =>
  sql`case when counted_closed_on <= ${lastDay(year)}::date then counted_line else '4' end`

/**
 * Received in the year, and carried over into it: two short ranges of two indexes, where everything received up to the
 * year's end is most of the table.
 */
export const yearCounts = async (db: Db, organs: readonly string[], year: number): Promise<OrganCount[]> => {
  const [mine, first, last] = [organs as string[], firstDay(year), lastDay(year)]
  const became = sql`case when counted_closed_on <= ${last}::date then counted_line else '4' end`
  const { rows } = await sql<OrganCount>`
    select organ, counted_kind as kind, '1' as "from", ${became} as "to", count(*) as count
    from cases where organ = any(${mine}) and counted_received_on between ${first}::date and ${last}::date group by 1, 2, 4
    union all
    select organ, counted_kind, '2', ${became}, count(*)
    from cases where organ = any(${mine}) and counted_carried and counted_received_on < ${first}::date
      and (counted_closed_on is null or counted_closed_on >= ${first}::date) group by 1, 2, 4`.execute(db)
  return rows
}

export const yearPlaces = async (db: Db, organs: readonly string[], year: number): Promise<PlaceRow[]> => {
  const { rows } = await sql<{ id: string; kind: string; from: string; to: string }>`
    select id, counted_kind as kind, ${from(year)} as "from", ${to(year)} as "to"
    from cases where ${toldOf(organs, year)} order by id`.execute(db)
  return rows.map((row) => [row.id, row.kind, row.from, row.to])
}

/**
 * As each remedy stood on 31 December, where it was pending or something was decided in the year: `standingIn`, in SQL. The
 * last standing is looked at first: of years gone by it nearly always is the one.
 */
const placedRemedies = (organs: readonly string[], year: number): RawBuilder<OrganRemedy> => sql<OrganRemedy>`
  select c.organ, c.id as "caseId", c.number, r ->> 'id' as id, r ->> 'group' as "group", r ->> 'suit' as suit,
    s.stood ->> 'column' as "column"
  from cases c, jsonb_array_elements(c.counted_remedies) r, lateral (
    select case when r #>> '{standings,-1,from}' <= ${lastDay(year)} then r #> '{standings,-1}' else (
      select one from jsonb_array_elements(r -> 'standings') with ordinality as t (one, n)
      where one ->> 'from' <= ${lastDay(year)} order by n desc limit 1) end as stood offset 0) s
  where c.counted_remedies is not null and c.organ = any(${organs as string[]})
    and c.counted_remedies_from <= ${lastDay(year)}::date and c.counted_remedies_until >= ${firstDay(year)}::date
    and c.counted_received_on <= ${lastDay(year)}::date and r #>> '{standings,0,from}' <= ${lastDay(year)}
    and (s.stood ->> 'column' = 'pending' or s.stood ->> 'from' >= ${firstDay(year)})`

export const yearRemedies = async (db: Db, organs: readonly string[], year: number): Promise<OrganRemedy[]> => {
  const { rows } = await sql<OrganRemedy>`${placedRemedies(organs, year)} order by 1, c.filed, 4`.execute(db)
  return rows
}

export const yearFees = async (db: Db, organs: readonly string[], year: number): Promise<FeesPaid> => {
  const { rows } = await sql<FeesPaid>`
    select coalesce(sum(counted_fee), 0)::bigint as amount, count(*) as cases from cases
    where organ = any(${organs as string[]})
      and counted_fee_paid_on between ${firstDay(year)}::date and ${lastDay(year)}::date`.execute(db)
  return rows[0] ?? { amount: 0, cases: 0 }
}

const columns = sql`id, organ, number, counted_received_on as "receivedOn", counted_closed_on as "closedOn", state`

const behindThree = ({ organs, year, limit, after = '' }: BehindQuery, { line, column }: CellThree) => {
  const ofColumn = column === 'total' ? sql`true` : sql`counted_kind = ${column}`
  const inTwo = line === '1' || line === '2'
  const onLine = inTwo ? sql`${from(year)} = ${line}` : sql`${to(year)} like ${line === '3.6' ? '3.6.%' : line}`
  const wanted = line === '3.7' ? sql`${to(year)} <> '4'` : onLine
  return sql<CaseBehind>`select ${columns} from cases
    where ${toldOf(organs, year)} and ${ofColumn} and ${wanted} and id::text > ${after} order by id limit ${limit}`
}

/** One suit counts once: of several records the first in the order of {@link yearRemedies} is behind the figure. */
const behindFour = ({ organs, year, limit, after = '' }: BehindQuery, { group, column }: CellFour) => sql<CaseBehind>`
  select c.id, c.organ, c.number, c.counted_received_on as "receivedOn", c.counted_closed_on as "closedOn", c.state,
    p.id as remedy
  from (select distinct on ("group", coalesce(suit, organ || ' ' || "caseId" || ' ' || id)) *
    from (${placedRemedies(organs, year)}) p join lateral (select filed from cases where cases.organ = p.organ and cases.id = p."caseId") f on true
    order by "group", coalesce(suit, organ || ' ' || "caseId" || ' ' || id), organ, filed, id) p
  join cases c on c.organ = p.organ and c.id = p."caseId"
  where p."group" = ${group} and (${column} = 'total' or p."column" = ${column}) and c.id::text > ${after}
  order by c.id limit ${limit}`

export const casesBehind = async (db: Db, query: BehindQuery): Promise<CaseBehind[]> => {
  const { cell } = query
  const found = 'line' in cell ? behindThree(query, cell) : behindFour(query, cell)
  return (await found.execute(db)).rows
}

export const numbersOf = async (
  db: Db,
  organs: readonly string[],
  ids: readonly string[],
): Promise<[string, string | null][]> => {
  if (organs.length === 0 || ids.length === 0) return []
  const rows = await db
    .selectFrom('cases')
    .select(['id', 'number'])
    .where('organ', 'in', organs)
    .where('id', 'in', ids)
    .execute()
  return rows.map(({ id, number }) => [id, number])
}
