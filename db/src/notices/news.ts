import { type FactType, hasNews, type MovedDue, type NewsQuestion, newsFor, noticeKindOf } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { type RawBuilder, sql } from 'kysely'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { markOf } from './marks.js'
import type { News, NewsPage } from './notice-cabinet.js'

/** Nothing older is listed. */
const REACH = '30 days'

const typesOf = (asked: NewsQuestion): FactType[] => [...new Set(Object.values(asked).flat() as FactType[])]
const list = (types: readonly string[]): RawBuilder<unknown> => sql`${[...types]}::text[]`

/** What concerns a person, and was not done by that very person. */
const concerning = ({ organ, name, displayName }: Person, asked: NewsQuestion): RawBuilder<unknown> => {
  const names = list([name, displayName])
  return sql`f.organ = ${organ} and f.type = any(${list(typesOf(asked))}) and f.person is distinct from ${displayName}
    and ((f.type = any(${list(asked.officer)}) and c.officer = any(${names}))
      or (f.type = any(${list(asked.named)}) and f.payload ->> 'officer' = any(${names}))
      or f.type = any(${list(asked.everywhere)})
      or (f.type = any(${list(asked.byApplicant)}) and f.role = 'applicant'))`
}

const joined = sql`case_facts f join cases c on c.organ = f.organ and c.id = f.case_id`

interface Row {
  case_id: string
  version: number
  type: FactType
  number: string | null
  state: string
  at: string
  on_day: Day
  is_new: boolean
  moved: MovedDue[] | null
}

const newsOf = ({ case_id, version, type, number, state, at, on_day, is_new, moved }: Row): News[] => {
  const kind = noticeKindOf(type)
  return kind
    ? [{ caseId: case_id, version, kind, number, state, at, on: on_day, isNew: is_new, moved: moved ?? [] }]
    : []
}

const columns = sql`f.case_id, f.version, f.type, c.number, c.state, f.on_day,
  to_char(f.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at,
  case when f.type = 'CalendarChanged' then f.payload -> 'moved' end as moved`

const cursorOf = ({ at, case_id, version }: Row): string =>
  Buffer.from(`${at} ${case_id} ${version}`).toString('base64url')

const instant = String.raw`\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z`
const cursorShape = new RegExp(`^(${instant}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (\\d{1,9})$`)

/** A cursor that is none begins at the start: it came from outside. */
const placeOf = (cursor: string | undefined): RawBuilder<unknown> => {
  const text = cursor ? Buffer.from(cursor, 'base64url').toString() : ''
  const [, at, caseId, version] = cursorShape.exec(text) ?? []
  return at && !Number.isNaN(Date.parse(at))
    ? sql`(f.recorded_at, f.case_id, f.version) < (${at}::timestamptz, ${caseId}::uuid, ${Number(version)}::int)`
    : sql`true`
}

/** News for a person, the newest first; `asked` narrows it to some kinds. */
export const news = async (
  db: Db,
  person: Person,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<NewsPage> => {
  const asked = newsFor(person.roles)
  if (person.organ === null || !hasNews(asked)) return { news: [], next: null }
  const { seenTo } = await markOf(db, person.id)
  const { rows } = await sql<Row>`
    select ${columns}, f.recorded_at >= ${seenTo}::timestamptz as is_new
    from ${joined}
    where ${concerning(person, asked)} and ${placeOf(after)}
      and f.recorded_at > statement_timestamp() - ${REACH}::interval
    order by f.recorded_at desc, f.case_id desc, f.version desc limit ${limit + 1}`.execute(db)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return { news: page.flatMap(newsOf), next: rows.length > limit && last ? cursorOf(last) : null }
}

/** News recorded from one instant on and before another, the oldest first: what a mail tells of. */
export const newsBetween = async (
  db: Db,
  person: Person,
  { asked, from, to }: { readonly asked: NewsQuestion; readonly from: string; readonly to: string },
): Promise<News[]> => {
  if (!hasNews(asked)) return []
  const { rows } = await sql<Row>`
    select ${columns}, true as is_new from ${joined}
    where ${concerning(person, asked)} and f.recorded_at >= ${from}::timestamptz and f.recorded_at < ${to}::timestamptz
    order by f.recorded_at, f.case_id, f.version`.execute(db)
  return rows.flatMap(newsOf)
}

/**
 * How many are new since an instant; counting ends at `most`: nobody reads a larger figure. The instant is told to the planner
 * as it is: it then reads the few facts after it, and not the ledgers.
 */
export const unreadNews = async (
  db: Db,
  person: Person,
  { seenTo, most }: { readonly seenTo: string; readonly most: number },
): Promise<number> => {
  const asked = newsFor(person.roles)
  if (person.organ === null || !hasNews(asked)) return 0
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from (select from ${joined}
      where ${concerning(person, asked)}
        and f.recorded_at >= ${seenTo}::timestamptz
      limit ${most}) x`.execute(db)
  return rows[0]?.n ?? 0
}
