import { randomUUID } from 'node:crypto'
import { type NoticeKind, newsFor } from '@zhiqing/casework'
import type { Calendar, Day } from '@zhiqing/law'
import { sql } from 'kysely'
import type { Db } from '../connect/connect.js'
import { horizon } from './marks.js'
import { newsBetween } from './news.js'
import type { MailLine, MailReader, Watched } from './notice-cabinet.js'
import { watched } from './watched.js'

/** More than these are told as a number. */
const MOST_LINES = 50

interface Told {
  told_to: string
  told_on: Day
}

const watchedLines = ({ days, reports }: Watched, kinds: readonly NoticeKind[]): MailLine[] =>
  [
    ...days.filter(({ isNew }) => isNew).map(({ kind, number, on }) => ({ kind, about: number ?? '待确认', on })),
    ...reports.filter(({ isNew }) => isNew).map(({ name, by }) => ({ kind: 'report' as const, about: name, on: by })),
  ].filter(({ kind }) => kinds.includes(kind))

/** What has come since they were told, up to an instant: news first, then days. */
const linesOf = async (
  tx: Db,
  { person, kinds }: MailReader,
  { told, to, today, calendar }: { told: Told; to: string; today: Day; calendar: Calendar },
): Promise<MailLine[]> => {
  const asked = newsFor(person.roles, kinds)
  const found = await newsBetween(tx, person, { asked, from: told.told_to, to })
  const seen = await watched(tx, person, { today, before: told.told_on, calendar })
  return [
    ...found.map(({ kind, number }) => ({ kind, about: number ?? '待确认', on: null })),
    ...watchedLines(seen, kinds),
  ]
}

/** Nothing of it is personal: kinds of news, numbers of cases, days. The name of the organ is the sender's. */
const put = async (
  tx: Db,
  { person, address }: MailReader,
  { lines, to, today }: { readonly lines: readonly MailLine[]; readonly to: string; readonly today: Day },
): Promise<void> => {
  const words = { person: person.id, lines: lines.slice(0, MOST_LINES), more: Math.max(0, lines.length - MOST_LINES) }
  await tx
    .insertInto('outbox')
    .values({
      ...{ organ: person.organ, case_id: null, kind: 'notice', n: null, recipient: address },
      words: JSON.stringify(words),
      dedupe: `notice/${person.id}/${to}/${today}`,
      message_id: `<${randomUUID()}@zhiqing.invalid>`,
      run_at: sql`'-infinity'`,
    } as never)
    .execute()
}

/** The row of who is told is locked first: of two that write at the same time the second finds it taken, or already told. */
const lockTold = async (tx: Db, { person }: MailReader): Promise<Told | undefined> => {
  const { rows } = await sql<Told>`
    select to_char(told_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as told_to, told_on
    from notice_mail where person = ${person.id}::uuid for update skip locked`.execute(tx)
  return rows[0]
}

/** One transaction: the mail of what is new, and how far they were told. Answers how many things it tells of. */
export const writeNotice = (db: Db, reader: MailReader, today: Day, calendar: Calendar): Promise<number> =>
  db.transaction().execute(async (tx) => {
    const told = await lockTold(tx, reader)
    if (!told) return 0
    const to = await horizon(tx)
    const lines = await linesOf(tx, reader, { told, to, today, calendar })
    if (lines.length > 0) await put(tx, reader, { lines, to, today })
    // Once an hour is enough where there was nothing: many are asked for every minute.
    await sql`update notice_mail set told_to = greatest(told_to, ${to}::timestamptz), told_on = ${today}::date,
      digested_on = ${today}::date where person = ${reader.person.id}::uuid
        and (${lines.length > 0} or told_on <> ${today}::date or digested_on is distinct from ${today}::date
          or told_to < ${to}::timestamptz - interval '1 hour')`.execute(tx)
    return lines.length
  })
