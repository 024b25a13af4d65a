import {
  type CabinetKeeper,
  calendarHand,
  hashPassword,
  type MailReader,
  type MailWish,
  type Person,
} from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import { wordsOf } from '@zhiqing/letters'
import { type Mail, type Sent, startWorker, type WorkerServices } from '@zhiqing/worker'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { done, furnish, ORGAN, receive, request } from './office.js'

const wish: MailWish = {
  address: 'wang@qinghe.example',
  kinds: ['assigned', 'dueSoon', 'overdue', 'report'],
  digestAt: null,
  quietFrom: 20 * 60,
  quietTo: 8 * 60,
  workingDaysOnly: true,
}
const nothing = () => Promise.reject(new Error('nothing is printed here'))

/** An office with a post that keeps what it is given, under a clock that is moved by hand. Shanghai's time is UTC+8. */
const officeOf = async (db: TestDatabase) => {
  const cabinet = await db.open()
  const clock = { now: new Date('2026-03-03T02:00:00Z') }
  const mails: Mail[] = []
  const answers: Sent[] = []
  const events: string[] = []
  const day = (): Day => new Date(clock.now.getTime() + 8 * 3_600_000).toISOString().slice(0, 10) as Day
  const services: WorkerServices = {
    cabinet: cabinet.as(calendarHand),
    press: { print: nothing, words: wordsOf() },
    post: {
      send: async (mail) => {
        const answer = answers.shift() ?? { ok: true }
        if (answer.ok) mails.push(mail)
        return answer
      },
      close: async () => {},
    },
    today: day,
    now: () => clock.now,
    log: { info: (event) => void events.push(event), error: (event) => void events.push(event) },
    deskUrl: 'https://desk.qinghe.example/desk',
    name: 'worker-1',
  }
  const at = (instant: string): void => {
    clock.now = new Date(`${instant.replace(' ', 'T')}:00+08:00`)
  }
  /** A worker's life until it finds nothing more to do. */
  const work = async (more: Partial<WorkerServices> = {}): Promise<void> => {
    const given = { ...services, ...more }
    let rest = (): void => undefined
    const idle = new Promise<void>((resolve) => {
      rest = resolve
    })
    const claimJobs: typeof given.cabinet.claimJobs = async (...order) => {
      const jobs = await given.cabinet.claimJobs(...order)
      if (jobs.length === 0) rest()
      return jobs
    }
    const worker = startWorker({ ...given, cabinet: { ...given.cabinet, claimJobs } })
    await idle
    await worker.stop()
  }
  return { cabinet, clock, mails, answers, events, services, at, work, day }
}

const assignedTo = async (cabinet: CabinetKeeper) => {
  const one = await receive(cabinet, { input: { ...request, form: { medium: 'paper', method: 'mail' } } })
  await done(cabinet, 'registerRequest', { caseId: one.id })
  await done(cabinet, 'assignOfficer', { caseId: one.id, input: { officer: 'wang' } })
  return one.number ?? ''
}
const numbersIn = (mails: readonly Mail[]): string[] =>
  mails.flatMap(({ text }) => [...text.matchAll(/案件指派给您：(\S+)/g)].map(([, number = '']) => number)).toSorted()

/** News by mail: never in quiet hours, never lost, never twice. */
export const noticeMail = async (t: Test, db: TestDatabase): Promise<void> => {
  const { cabinet, mails, answers, events, at, work, day } = await officeOf(db)
  /** Letters are printed elsewhere. */
  const assigned = async (): Promise<string> => {
    const number = await assignedTo(cabinet)
    await db.owner(`update outbox set done_at = now() where kind <> 'notice'`)
    return number
  }
  await furnish(cabinet)
  const passwordHash = await hashPassword('一个够长的口令-1')
  const person: Person = await cabinet.keepPerson({
    organ: ORGAN,
    name: 'wang',
    displayName: '王建国',
    roles: ['officer'],
    passwordHash,
  })
  const wishes = (more: Partial<MailWish> = {}) => cabinet.notices.keepMailWish(person, { ...wish, ...more }, day())
  const expected: string[] = []

  await t.test('nobody is written to unasked; from the wish on, of what they wished', async (t) => {
    const before = await assigned()
    await work()
    t.equal(mails.length, 0)
    await wishes()
    await work()
    t.equal(mails.length, 0, `${before} was there before the wish`)
    expected.push(await assigned())
    await work()
    t.equal(mails.length, 1)
    const [mail] = mails
    t.equal(mail?.to, wish.address)
    t.equal(mail?.subject, '青禾县自然资源局：依申请公开有1项新情况')
    t.equal(
      mail?.text,
      `依申请公开有1项新情况：\n\n- 案件指派给您：${expected[0]}\n\n请登录工作台查看和办理：https://desk.qinghe.example/desk/notices\n\n本邮件由系统发出，请勿直接回复。不需要邮件通知，或者要改变免打扰时间的，请在工作台“通知”页设置。\n\n青禾县自然资源局\n`,
      'a kind, a number and a link: nothing of who asks for what',
    )
    await work()
    t.equal(mails.length, 1, 'told once')
  })

  await t.test('what falls into quiet hours waits for their end, and comes in one mail', async (t) => {
    at('2026-03-06 20:00')
    expected.push(await assigned())
    await work()
    at('2026-03-06 23:00')
    expected.push(await assigned())
    for (const quiet of [
      '2026-03-06 23:59',
      '2026-03-07 07:59',
      '2026-03-07 12:00',
      '2026-03-08 12:00',
      '2026-03-09 07:59',
    ]) {
      at(quiet)
      await work()
      t.equal(mails.length, 1, quiet)
    }
    at('2026-03-09 08:00')
    await work()
    t.equal(mails.length, 2, 'Monday at eight')
    t.strictSame(numbersIn(mails), expected.toSorted())
  })

  await t.test('one mail a day at its minute; none on a day with nothing new', async (t) => {
    await wishes({ digestAt: 9 * 60 })
    at('2026-03-10 08:59')
    expected.push(await assigned())
    await work()
    t.equal(mails.length, 2)
    at('2026-03-10 09:00')
    await work()
    t.equal(mails.length, 3)
    expected.push(await assigned())
    at('2026-03-10 15:00')
    await work()
    t.equal(mails.length, 3, 'today’s has gone')
    at('2026-03-11 09:30')
    await work()
    t.equal(mails.length, 4)
    at('2026-03-12 09:30')
    await work()
    t.equal(mails.length, 4)
    t.strictSame(numbersIn(mails), expected.toSorted())
    await wishes()
  })

  await t.test('written before quiet hours and not sent until they began: it waits once more', async (t) => {
    at('2026-03-12 19:59')
    expected.push(await assigned())
    answers.push({ ok: false, permanent: false, reason: '451 busy' })
    await work()
    t.equal(mails.length, 4)
    at('2026-03-12 20:05')
    await work()
    t.equal(mails.length, 4)
    t.ok(events.includes('jobHeld'))
    at('2026-03-13 07:59')
    await work()
    t.equal(mails.length, 4)
    at('2026-03-13 08:00')
    await work()
    t.equal(mails.length, 5)
    t.strictSame(numbersIn(mails), expected.toSorted())
  })

  await t.test('many writing at the same time write once', async (t) => {
    at('2026-03-16 10:00')
    expected.push(await assigned())
    const hands = cabinet.as(calendarHand).notices
    const [reader] = (await hands.mailReaders()) as [MailReader]
    const told = await Promise.all(Array.from({ length: 8 }, () => hands.writeNotice(reader, day())))
    t.strictSame(
      told.filter((lines) => lines > 0),
      [1],
    )
    await Promise.all(['a', 'b', 'c'].map((name) => work({ name })))
    t.strictSame(numbersIn(mails), expected.toSorted())
  })

  await t.test('more than fifty are told as a number; the days of the calendar in their own words', async (t) => {
    for (let i = 0; i < 52; i++) await assigned()
    await db.owner(
      `update due_days set due_on = '2026-03-20' where what = 'reply' and case_id = (select id from cases where number = $1)`,
      [expected[0]],
    )
    mails.length = 0
    at('2026-03-17 10:00')
    await work()
    t.equal(mails.length, 1)
    t.match(mails[0]?.subject, '依申请公开有53项新情况')
    t.match(mails[0]?.text, /\n- 另有3项\n/)
    mails.length = 0
    await assigned()
    await work()
    t.equal(numbersIn(mails).length, 1, 'what is near is told once')
    mails.length = 0
    at('2026-03-23 10:00')
    await work()
    t.match(mails[0]?.text, `- 已过期限：${expected[0]}（2026年3月20日）`)
  })

  await t.test('who wants no mail any more, or has left, gets none', async (t) => {
    mails.length = 0
    await assigned()
    const hands = cabinet.as(calendarHand).notices
    const [reader] = (await hands.mailReaders()) as [MailReader]
    t.ok((await hands.writeNotice(reader, day())) > 0, 'written')
    await cabinet.notices.keepMailWish(person, undefined, day())
    await work()
    t.equal(mails.length, 0, 'and not sent')
    await wishes()
    await assigned()
    await db.owner('update staff set disabled_at = now()')
    await work()
    t.equal(mails.length, 0)
    t.strictSame(await cabinet.jobCounts().then(({ dead }) => dead), 0, 'and nothing is a dead letter')
  })
  await cabinet.close()
}
