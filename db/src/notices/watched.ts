import { type DaysQuestion, daysFor, soonWorkingDays } from '@zhiqing/casework'
import {
  type Calendar,
  type Day,
  type DueKind,
  handInDays,
  handInStage,
  isGovernment,
  type OrganType,
  type Role,
} from '@zhiqing/law'
import { sql } from 'kysely'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { organs } from '../keep/organs.js'
import type { MissingReport, Watched, WatchedDay } from './notice-cabinet.js'

const MOST = 200

/** Days are told once when they come near and once when they are over: new is what was not so on the day of the last look. */
interface Look {
  readonly today: Day
  readonly before: Day | null
  readonly calendar: Calendar
}

interface Row {
  case_id: string
  number: string | null
  what: DueKind
  due_on: Day
}

const soonFrom = (day: Day, calendar: Calendar): Day => calendar.addWorkingDays(day, soonWorkingDays).due

const dayOf = ({ case_id, number, what, due_on: on }: Row, { today, before, calendar }: Look): WatchedDay => {
  const kind = on < today ? 'overdue' : 'dueSoon'
  const then = before !== null && (kind === 'overdue' ? on < before : on <= soonFrom(before, calendar))
  return { caseId: case_id, number, what, on, kind, isNew: !then }
}

const dueRows = async (db: Db, person: Person, asked: DaysQuestion, until: Day): Promise<Row[]> => {
  const { organ, name, displayName } = person
  const { rows } = await sql<Row>`
    select d.case_id, c.number, d.what, d.due_on from due_days d
      join cases c on c.organ = d.organ and c.id = d.case_id
    where d.organ = ${organ} and d.due_on <= ${until}::date
      and (d.what = any(${[...asked.everywhere]}::text[])
        or (d.what = any(${[...asked.officer]}::text[]) and c.officer = any(${[name, displayName]}::text[])))
    order by d.due_on, c.filed, d.what limit ${MOST}`.execute(db)
  return rows
}

const days = async (db: Db, person: Person, look: Look): Promise<WatchedDay[]> => {
  const asked = daysFor(person.roles)
  if (person.organ === null || asked.officer.length + asked.everywhere.length === 0) return []
  const rows = await dueRows(db, person, asked, soonFrom(look.today, look.calendar))
  return rows.map((row) => dayOf(row, look))
}

const ownReport: readonly Role[] = ['statistician', 'officeHead']

/** Whose reports somebody is reminded of: the own organ's by who writes and who answers for it, others' by who is above them. */
const watchedOrgans = ({ organ, roles }: Person, above: readonly { id: string; over: string | null }[]): string[] => [
  ...(organ !== null && roles.some((role) => ownReport.includes(role)) ? [organ] : []),
  ...(organ !== null && roles.includes('supervisor')
    ? above.filter(({ over }) => over === organ).map(({ id }) => id)
    : []),
]

/** By organ, of which kinds something was published. */
const publishedOf = async (db: Db, ids: readonly string[], year: number): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('report_editions')
    .select(['organ', 'kind'])
    .distinct()
    .where('organ', 'in', ids)
    .where('year', '=', year)
    .execute()
  return new Set(rows.map(({ organ, kind }) => `${organ} ${kind}`))
}

/** Of a government it is the sum that is due, by itself or beside its own; a department hands in its own. */
const isPublished = (published: ReadonlySet<string>, id: string, type: OrganType): boolean =>
  published.has(`${id} own`) || (isGovernment(type) && published.has(`${id} sum`))

/** Reports of last year that no edition was published of (handed in is published: 条例 49). */
const reports = async (db: Db, person: Person, { today, before, calendar }: Look): Promise<MissingReport[]> => {
  if (!person.roles.some((role) => ownReport.includes(role) || role === 'supervisor')) return []
  const above = await db.selectFrom('organs').select(['id', 'supervised_by as over']).orderBy('id').execute()
  const ids = watchedOrgans(person, above)
  if (ids.length === 0) return []
  const year = Number(today.slice(0, 4)) - 1
  const [published, kept] = [await publishedOf(db, ids, year), await organs(db, today)]
  const byId = new Map(kept.map((one) => [one.id, one]))
  return ids.flatMap((id) => {
    const own = byId.get(id)
    if (!own || isPublished(published, id, own.organ.type)) return []
    const over = byId.get(above.find((one) => one.id === id)?.over ?? '')
    const of = { year, type: own.organ.type, settings: own.settings }
    const dates = handInDays(of, over?.settings, calendar)
    const stage = handInStage(dates, today, calendar)
    if (!stage) return []
    const isNew = before === null || handInStage(dates, before, calendar) !== stage
    return [{ organ: id, name: own.organ.name, year, by: dates.internal, stage, isNew }]
  })
}

/** What is near, over or missing today, and what of it was not so on the day before that is given. */
export const watched = async (db: Db, person: Person, look: Look): Promise<Watched> => ({
  days: await days(db, person, look),
  reports: await reports(db, person, look),
})
