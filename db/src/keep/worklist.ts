import type { DueKind, State } from '@zhiqing/law'
import { type RawBuilder, sql } from 'kysely'
import type { KeptCase, WorkQuery } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { keptCase } from './cases.js'
import { says } from './search.js'

/** Days that put nobody of the organ to work: those of the applicant's remedies, and readings of the reply's own day. */
export const noDuty: readonly DueKind[] = [
  'reconsideration',
  'litigation',
  'replyStrict',
  'extensionNotice',
  'correctionNotice',
]

const closed: readonly State[] = ['served', 'abandoned', 'withdrawn', 'archived']
/** Stands after every day. */
const never = '9999-12-31'

type Row = Parameters<typeof keptCase>[0] & { due_on: string | null }

interface Place {
  readonly due: string
  readonly filed: number
}

const cursorOf = ({ due_on, filed }: Row): string => Buffer.from(`${due_on ?? never} ${filed}`).toString('base64url')

/** A cursor that is none begins at the start: it came from outside. */
const placeOf = (cursor: string | undefined): Place | undefined => {
  const text = cursor ? Buffer.from(cursor, 'base64url').toString() : ''
  const [, due = '', filed] = /^(\d{4}-\d\d-\d\d) (\d{1,15})$/.exec(text) ?? []
  return filed === undefined ? undefined : { due, filed: Number(filed) }
}

type Condition = RawBuilder<unknown>

/** What waits for somebody: the cases in their hands, those in certain states, those with certain days. */
const mineOf = ({ officers, states, unassigned, dues }: NonNullable<WorkQuery['mine']>): Condition => sql`(
  (c.officer = any(${[...officers]}::text[]) and c.state <> all(${[...closed]}::text[]))
  or c.state = any(${[...states]}::text[])
  or (${unassigned} and c.officer is null and c.state = 'registered')
  or exists (select from due_days m where m.organ = c.organ and m.case_id = c.id and m.what = any(${[...dues]}::text[])))`

const after = ({ due, filed }: Place): Condition =>
  sql`(coalesce(d.due_on, ${never}::date), c.filed) > (${due}::date, ${filed}::bigint)`

/** Said as the partial indexes of migration 0038 say it: else the planner does not know them again. */
const among = (words: readonly string[]): Condition => sql.join(words.map((one) => sql.lit(one)))
const isOpen = sql`c.state not in (${among(closed)})`
const isDuty = sql`due_on is not null and what not in (${among(noDuty)})`

const within = (due: NonNullable<WorkQuery['due']>): Condition =>
  sql`d.due_on >= ${due.from ?? '-infinity'}::date and d.due_on < ${due.before ?? 'infinity'}::date`

const conditions = ({ state, officer, mine, due, search, byName, after: cursor }: WorkQuery): Condition[] => {
  const place = placeOf(cursor)
  return [
    ...(state === undefined ? [] : [sql`c.state = ${state}`]),
    ...(officer === undefined ? [] : [sql`c.officer = ${officer}`]),
    ...(mine === undefined ? [] : [mineOf(mine)]),
    ...(due === undefined ? [] : [due === null ? sql`d.due_on is null` : within(due)]),
    ...(place === undefined ? [] : [after(place)]),
    ...(search === undefined ? [] : [says(search, byName)]),
  ]
}

/** Open cases by the one index, closed ones with a day of review or court by the other; their words only of the page. */
const pageOf = (query: WorkQuery): RawBuilder<Row> => {
  const organs = sql`any(${[...query.organ]}::text[])`
  const wanted = conditions(query).map((one) => sql` and ${one}`)
  const narrowed = sql.join(wanted, sql``)
  return sql<Row>`
    with due as materialized (
      select organ, case_id, min(due_on) as due_on from due_days where organ = ${organs} and ${isDuty}
      group by organ, case_id
    ), listed as materialized (
      select c.organ, c.id, c.filed, d.due_on from cases c left join due d on d.organ = c.organ and d.case_id = c.id
      where c.organ = ${organs} and ${isOpen}${narrowed}
      union all
      select c.organ, c.id, c.filed, d.due_on from due d join cases c on c.organ = d.organ and c.id = d.case_id
      where not (${isOpen})${narrowed}
    ), page as materialized (
      select * from listed order by coalesce(due_on, ${never}::date), filed limit ${query.limit + 1}
    )
    select c.organ, c.id, c.filed, c.version, c.snapshot, c.applicant_kind, c.outcome, w.words, p.due_on
    from page p join cases c on c.organ = p.organ and c.id = p.id
      join case_words w on w.organ = p.organ and w.case_id = p.id
    order by coalesce(p.due_on, ${never}::date), p.filed`
}

/**
 * What is to be done, the most pressing first: open cases, and closed ones with a day of review or court. A case without a
 * day stands last; of one day, the older request first.
 */
export const worklist = async (
  db: Db,
  keys: Keys,
  query: WorkQuery,
): Promise<{ cases: KeptCase[]; next: string | null }> => {
  if (query.organ.length === 0) return { cases: [], next: null }
  const { rows } = await pageOf(query).execute(db)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    cases: page.map((row) => keptCase(row, keys)),
    next: rows.length > query.limit && last ? cursorOf(last) : null,
  }
}
