import { type Calendar, calendarOf, type Day, type Notice, type ProjectedYear } from '@zhiqing/law'
import type pg from 'pg'

/** The calendar as the notices kept make it; made anew when one was imported. */
export interface CalendarSource {
  /** The calendar for the newest notice's id as just read by the caller's own statement. */
  at(newest: number, client: pg.ClientBase | pg.Pool): Promise<Calendar>
  now(client: pg.ClientBase | pg.Pool): Promise<Calendar>
  /** Only what had been published by a day. */
  asOf(day: Day, client: pg.ClientBase | pg.Pool): Promise<Calendar>
  /** As it would be with one more notice. */
  with(notice: Notice, client: pg.ClientBase | pg.Pool): Promise<Calendar>
}

export interface CalendarParts {
  readonly notices: readonly Notice[]
  readonly project: (year: number) => ProjectedYear
}

/** One notice a year: an imported one takes the shipped one's place, a later import that of an earlier. */
const merged = (shipped: readonly Notice[], imported: readonly Notice[]): Notice[] => [
  ...new Map([...shipped, ...imported].map((notice) => [notice.year, notice])).values(),
]

const importedNotices = async (client: pg.ClientBase | pg.Pool): Promise<{ id: number; notice: Notice }[]> =>
  (await client.query<{ id: number; notice: Notice }>('select id, notice from calendar_notices order by id')).rows

export const calendarSource = ({ notices, project }: CalendarParts): CalendarSource => {
  let newest = -1
  let kept: Calendar | undefined
  const build = (imported: readonly { notice: Notice }[], id: number): Calendar => {
    const calendar = calendarOf({
      notices: merged(
        notices,
        imported.map(({ notice }) => notice),
      ),
      project,
    })
    return id === 0 ? calendar : { ...calendar, version: `${calendar.version}#${id}` }
  }
  const read = async (client: pg.ClientBase | pg.Pool): Promise<Calendar> => {
    const imported = await importedNotices(client)
    const id = imported.at(-1)?.id ?? 0
    if (!kept || id !== newest) {
      kept = build(imported, id)
      newest = id
    }
    return kept
  }
  return {
    at: async (id, client) => (kept && id === newest ? kept : read(client)),
    now: read,
    asOf: async (day, client) => {
      const imported = (await importedNotices(client)).map(({ notice }) => notice)
      return calendarOf({ notices: merged(notices, imported), project, asOf: day })
    },
    with: async (notice, client) => {
      const imported = await importedNotices(client)
      return build([...imported, { notice }], (imported.at(-1)?.id ?? 0) + 1)
    },
  }
}
