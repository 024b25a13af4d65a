import { setTimeout as sleep } from 'node:timers/promises'
import { type CabinetKeeper, hashPassword, type News, type Person, staffActing } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import pg from 'pg'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { done, findings, furnish, ORGAN, on, receive, request } from './office.js'

/** Far from any due day of these cases. */
const quietDay = '2026-09-02' as Day
const caseId = (one: { id: string }) => ({ caseId: one.id })

/** Everybody of an office, each seeing with their own eyes. */
const peopleOf = async (cabinet: CabinetKeeper) => {
  const passwordHash = await hashPassword('一个够长的口令-1')
  const made = async (name: string, roles: readonly Role[], organ: string | null = ORGAN) => {
    const person = await cabinet.keepPerson({ organ, name, displayName: `${name}某`, roles, passwordHash })
    return { person, seen: cabinet.as(staffActing(person)).notices }
  }
  return {
    registrar: await made('li', ['registrar']),
    officer: await made('wang', ['officer']),
    other: await made('zhou', ['officer']),
    reviewer: await made('qian', ['legalReviewer']),
    signatory: await made('sun', ['signatory']),
    assistant: await made('xie', ['assistant']),
    remedies: await made('he', ['remedyClerk']),
    head: await made('zhao', ['officeHead']),
    admin: await made('wu', ['admin']),
    elsewhere: await made('chen', ['officer', 'registrar', 'legalReviewer', 'officeHead'], 'QHJY'),
  }
}
type Everybody = Awaited<ReturnType<typeof peopleOf>>
type Somebody = Everybody['officer']

const kindsOf = async ({ person, seen }: Somebody): Promise<string[]> =>
  (await seen.news(person, { limit: 100 })).news.map(({ kind }) => kind)
const unread = ({ person, seen }: Somebody, today = quietDay) => seen.unread(person, today, 100)
const lookedAt = async ({ person, seen }: Somebody, today = quietDay): Promise<void> =>
  seen.look(person, { to: await seen.horizon(), on: today })

const told = async (t: Test, cabinet: CabinetKeeper, everybody: Everybody): Promise<string> => {
  const { registrar, officer, other, reviewer, signatory, assistant, remedies, head, admin, elsewhere } = everybody
  const one = await receive(cabinet, { person: 'li某' })
  await done(cabinet, 'registerRequest', { ...caseId(one), person: 'li某' })
  await done(cabinet, 'assignOfficer', { ...caseId(one), input: { officer: 'wang某' }, person: 'zhao某' })
  t.strictSame(await kindsOf(officer), ['assigned'])
  t.strictSame([await unread(officer), await unread(other), await unread(registrar)], [1, 0, 0])

  const asking = { id: '档案室', unit: '档案室', question: '有没有' }
  await done(cabinet, 'requestAssistance', { ...caseId(one), input: asking, person: 'wang某' })
  t.strictSame(await kindsOf(assistant), ['task'])
  await done(cabinet, 'giveAssistance', {
    ...caseId(one),
    input: { id: '档案室', findings: '有' },
    person: 'xie某',
    role: 'assistant',
  })
  t.strictSame(await kindsOf(officer), ['opinion', 'assigned'], 'the newest first')
  t.strictSame(await kindsOf(assistant), ['task'], 'what somebody did is no news to that one')

  const search = { systems: ['档案系统'], keywords: ['征地'], people: ['王'], found: true }
  await done(cabinet, 'recordSearch', { ...caseId(one), input: search, person: 'wang某' })
  await done(cabinet, 'decide', {
    ...caseId(one),
    input: { outcome: 'G2', items: ['标准'], route: '电子邮件' },
    person: 'wang某',
  })
  await done(cabinet, 'submitDraft', { ...caseId(one), person: 'wang某' })
  t.strictSame(await kindsOf(reviewer), ['toReview'])
  await done(cabinet, 'returnDraft', {
    ...caseId(one),
    input: { opinion: '补充理由' },
    person: 'qian某',
    role: 'legalReviewer',
  })
  t.equal((await kindsOf(officer))[0], 'returned')
  await done(cabinet, 'submitDraft', { ...caseId(one), person: 'wang某' })
  await done(cabinet, 'approveDraft', { ...caseId(one), input: { secrecyReviewedOn: on }, person: 'qian某' })
  t.strictSame(await kindsOf(signatory), ['toSign'])
  await done(cabinet, 'signReply', { ...caseId(one), person: 'sun某' })
  await done(cabinet, 'dispatchReply', { ...caseId(one), input: { method: 'electronic' }, person: 'wang某' })
  const filed = { procedure: 'ordinary', filedOn: '2026-09-01', copyReceivedOn: '2026-09-01' }
  await done(cabinet, 'fileReconsideration', { ...caseId(one), input: filed, person: '别人' })
  t.equal((await kindsOf(officer))[0], 'remedy')
  t.strictSame(await kindsOf(remedies), ['remedy'])
  t.strictSame(await kindsOf(head), [])
  for (const nobody of [other, admin, elsewhere]) {
    t.strictSame(await kindsOf(nobody), [], `${nobody.person.name}: nothing of it`)
    t.equal(await unread(nobody), 0)
  }
  const [latest] = (await officer.seen.news(officer.person, { limit: 1 })).news
  t.match(latest, { caseId: one.id, number: one.number, isNew: true, on: '2026-09-01' })
  return one.id
}

/** What everybody is told of, and how far they have looked. */
export const toldStaff = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const everybody = await peopleOf(cabinet)
  const { officer, registrar, other, assistant, head, elsewhere } = everybody

  await t.test('each is told of what concerns them, and of nothing else', async (t) => {
    await told(t, cabinet, everybody)
  })

  await t.test('what an applicant files online is news to the registrar; what was keyed in is not', async (t) => {
    const input = { ...request, channel: 'online' }
    await done(cabinet, 'receiveRequest', { input, role: 'applicant', person: 'portal' })
    t.strictSame(await kindsOf(registrar), ['arrived'])
    await receive(cabinet, { person: '另一登记人' })
    t.strictSame(await kindsOf(registrar), ['arrived'])
  })

  await t.test('looking marks it; the same look again, and an older one that comes late, change nothing', async (t) => {
    const before = await unread(officer)
    t.ok(before > 3)
    const early = await officer.seen.horizon()
    await sleep(5)
    await lookedAt(officer)
    t.equal(await unread(officer), 0)
    const rows = await db.owner('select * from notice_marks')
    await officer.seen.look(officer.person, { to: early, on: '2026-08-30' as Day })
    t.strictSame(await db.owner('select * from notice_marks'), rows)
    t.equal(await unread(other), 0, 'a mark of one’s own')
    const page = await officer.seen.news(officer.person, { limit: 100 })
    t.equal(page.news.length, before, 'looked at is not gone')
    t.ok(page.news.every(({ isNew }) => !isNew))
    const far = { to: '2999-01-01T00:00:00.000Z', on: quietDay }
    await officer.seen.look(officer.person, far)
    const again = await receive(cabinet)
    await done(cabinet, 'registerRequest', caseId(again))
    await done(cabinet, 'assignOfficer', { ...caseId(again), input: { officer: 'wang' } })
    t.equal(await unread(officer), 1, 'nobody can mark what is still to come')
  })

  await t.test('pages of one hold the same as one page, each thing once; a made-up cursor begins anew', async (t) => {
    const whole = (await officer.seen.news(officer.person, { limit: 100 })).news
    const found: News[] = []
    let after: string | undefined
    for (let i = 0; i < 50; i++) {
      const page = await officer.seen.news(officer.person, { limit: 1, after })
      found.push(...page.news)
      if (page.next === null) break
      after = page.next
    }
    t.strictSame(found, whole)
    for (const odd of ['x', '', Buffer.from("' or 1=1 --").toString('base64url')])
      t.strictSame((await officer.seen.news(officer.person, { limit: 100, after: odd })).news, whole)
  })

  await t.test('what a transaction is still at when somebody looks is not marked as seen', async (t) => {
    await lookedAt(officer)
    const slow = new pg.Client({ connectionString: db.url })
    await slow.connect()
    await slow.query('begin; select 1')
    await sleep(20)
    const one = await receive(cabinet)
    await done(cabinet, 'registerRequest', caseId(one))
    await done(cabinet, 'assignOfficer', { ...caseId(one), input: { officer: 'wang' } })
    t.equal(await unread(officer), 1)
    await lookedAt(officer)
    t.equal(await unread(officer), 1, 'somebody began before it and may still write something older')
    await slow.query('commit')
    await slow.end()
    await lookedAt(officer)
    t.equal(await unread(officer), 0)
  })

  await t.test('days: told once when three working days are left, and once when they are over', async (t) => {
    // Received on Tuesday 1 September 2026; 25–27 September is 中秋, 1–7 October off, 20 September and 10 October worked:
    // the due day is read from the case, the working days before it are counted here by hand.
    await db.owner('delete from notice_marks')
    await db.owner(`delete from due_days where what <> 'reply'`)
    await db.owner(`update due_days set due_on = '2026-12-17'`)
    const mine = (today: string) => unread(officer, today as Day)
    const open = async (today: string) => (await officer.seen.watched(officer.person, today as Day)).days
    const news = await mine('2026-12-01')
    const days = (await open('2026-12-14')).length
    t.ok(days >= 2)
    // 2026-12-17 is a Thursday: from the 14th (Monday) three working days are left, from Friday the 11th and Sunday the 13th four.
    for (const [today, kind] of [
      ['2026-12-11', undefined],
      ['2026-12-13', undefined],
      ['2026-12-14', 'dueSoon'],
      ['2026-12-17', 'dueSoon'],
      ['2026-12-18', 'overdue'],
    ] as const) {
      t.equal((await open(today))[0]?.kind, kind, today)
      t.equal(await mine(today), news + (kind ? days : 0), `${today}: new to who never looked`)
    }
    await lookedAt(officer, '2026-12-14' as Day)
    t.equal(await mine('2026-12-14'), 0)
    t.equal(await mine('2026-12-17'), 0, 'seen while it was near')
    t.equal(await mine('2026-12-18'), days, 'over is another thing')
    await lookedAt(officer, '2026-12-18' as Day)
    t.equal(await mine('2026-12-25'), 0)
    t.equal((await open('2026-12-25')).length, days, 'still listed')
    t.equal((await other.seen.watched(other.person, '2026-12-18' as Day)).days.length, 0)
    t.ok((await head.seen.watched(head.person, '2026-12-18' as Day)).days.length >= days, 'the head watches all')
    t.equal((await elsewhere.seen.watched(elsewhere.person, '2026-12-18' as Day)).days.length, 0)
    t.equal((await assistant.seen.watched(assistant.person, '2026-12-18' as Day)).days.length, 0)
  })

  await t.test('§49 | who has not published is reminded, and who is above them; published is handed in', async (t) => {
    const passwordHash = await hashPassword('一个够长的口令-1')
    await cabinet.keepOrgan('QHZF', {
      ...(await cabinet.organ(ORGAN, quietDay))?.organ,
      name: '青禾县人民政府',
      code: 'QHZF',
      type: 'countyGovernment',
    } as never)
    await db.owner(`update organs set supervised_by = 'QHZF' where id in ('${ORGAN}', 'QHJY')`)
    const made = async (name: string, role: Role, organ: string): Promise<Somebody> => {
      const person = await cabinet.keepPerson({ organ, name, displayName: name, roles: [role], passwordHash })
      return { person, seen: cabinet.as(staffActing(person)).notices }
    }
    const [writer, above] = [await made('xu', 'statistician', ORGAN), await made('zhouzf', 'supervisor', 'QHZF')]
    const missing = async ({ person, seen }: Somebody, today: string) =>
      (await seen.watched(person, today as Day)).reports.map(({ organ, stage }) => `${organ} ${stage}`)
    await cabinet.keepSetting({
      organ: 'QHZF',
      name: 'reportHandInDay',
      value: '01-26',
      from: '2026-11-01' as Day,
      reason: '试',
      by: null,
    })
    t.strictSame(await missing(writer, '2027-01-11'), [])
    // 26 January 2027 is a Tuesday; ten working days before it is the 12th, three the 21st.
    t.strictSame(await missing(writer, '2027-01-12'), [`${ORGAN} coming`], 'by the day of the organ above')
    t.strictSame(await missing(above, '2027-01-21'), ['QHJY near', `${ORGAN} near`])
    t.strictSame(await missing(officer, '2027-01-21'), [])
    t.strictSame(await missing(elsewhere, '2027-01-27'), ['QHJY late'], 'its head')
    await db.owner(
      `insert into report_editions (organ, year, edition, report, sha256, places, published_on)
       values ('${ORGAN}', 2026, 1, 'x', encode(sha256('x'), 'hex'), '[]', '2027-01-20')`,
    )
    t.strictSame(await missing(writer, '2027-02-01'), [], 'handed in')
    t.strictSame(await missing(above, '2027-02-01'), ['QHJY unlawful'])
    t.equal(await unread(above, '2027-02-01' as Day), 1)
    await lookedAt(above, '2027-01-27' as Day)
    t.equal(await unread(above, '2027-01-29' as Day), 0, 'told once a stage')
    t.equal(await unread(above, '2027-02-01' as Day), 1)
  })

  await t.test('row by row: a mark, a wish and an address are one’s own', async (t) => {
    const mine = staffActing(officer.person)
    const yours: Person = other.person
    const seen = cabinet.as(mine).notices
    await t.rejects(seen.look(yours, { to: await seen.horizon(), on: quietDay }), { code: '42501' })
    await t.rejects(seen.newCalendarAddress(yours, new Date()), { code: '42501' })
    t.equal((await db.unsaid('select 1 from notice_marks')).length, 0)
    t.equal((await db.unsaid('select 1 from notice_mail')).length, 0)
    t.equal((await db.unsaid('select 1 from calendar_addresses')).length, 0)
  })

  t.strictSame(await findings(cabinet), [])
  await cabinet.close()
}
