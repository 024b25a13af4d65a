import type { Calendar, Day } from '@zhiqing/law'
import type { Person } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { told } from '../fault.js'
import { calendarAddress, calendarReader, newCalendarAddress, withdrawCalendarAddress } from './calendar-address.js'
import { keepMailWish, mailReaders, mailWish } from './mail-wish.js'
import { horizon, look, markOf } from './marks.js'
import { news, unreadNews } from './news.js'
import type { NoticeCabinet } from './notice-cabinet.js'
import { watched } from './watched.js'
import { writeNotice } from './write-notice.js'

interface Desk {
  readonly db: Db
  readonly doors: Db
  readonly calendar: () => Promise<Calendar>
}

/** The cabinet's members for news to staff. */
export const noticesOf = ({ db, doors, calendar }: Desk): NoticeCabinet => {
  const watching = async (person: Person, today: Day, before: Day | null) =>
    watched(db, person, { today, before, calendar: await calendar() })
  return {
    unread: told(async (person, today, most) => {
      const { seenTo, seenOn } = await markOf(db, person.id)
      const [count, { days, reports }] = await Promise.all([
        unreadNews(db, person, { seenTo, most }),
        watching(person, today, seenOn),
      ])
      return Math.min(most, count + [...days, ...reports].filter(({ isNew }) => isNew).length)
    }),
    news: told((person, query) => news(db, person, query)),
    watched: told(async (person, today) => watching(person, today, (await markOf(db, person.id)).seenOn)),
    horizon: told(() => horizon(db)),
    look: told((person, through) => look(db, person, through)),
    mailWish: told((person) => mailWish(db, person)),
    keepMailWish: told((person, wish, today) => keepMailWish(db, person, wish, today)),
    mailReaders: told(() => mailReaders(db)),
    writeNotice: told(async (reader, today) => writeNotice(db, reader, today, await calendar())),
    calendarAddress: told((person) => calendarAddress(db, person)),
    newCalendarAddress: told((person, now) => newCalendarAddress(db, person, now)),
    withdrawCalendarAddress: told((person) => withdrawCalendarAddress(db, person)),
    calendarReader: told((token) => calendarReader(doors, token)),
  }
}
