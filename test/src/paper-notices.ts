import type { NoticeCabinet } from '@zhiqing/db'

/** Nothing is news in a cabinet of paper, and nobody is written to: tests of notices stand on a database. */
export const paperNotices: NoticeCabinet = {
  unread: async () => 0,
  news: async () => ({ news: [], next: null }),
  watched: async () => ({ days: [], reports: [] }),
  horizon: async () => '2025-03-03T02:00:00.000000Z',
  look: async () => {},
  mailWish: async () => undefined,
  keepMailWish: async () => {},
  mailReaders: async () => [],
  writeNotice: async () => 0,
  calendarAddress: async () => undefined,
  newCalendarAddress: async () => 'paper',
  withdrawCalendarAddress: async () => {},
  calendarReader: async () => undefined,
}
