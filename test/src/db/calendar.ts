import { type Day, type Notice, notices } from '@zhiqing/law'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { adminAt } from './counter.js'
import { archived, command, done, findings, furnish, ORGAN, receive, registered, request } from './office.js'

const today = '2026-09-02' as Day
const order = { on: today, actor: { role: 'admin', person: '吴敏' } } as const
const cn2026 = notices.find(({ year }) => year === 2026) as Notice

/** One more day of rest, Friday 18 September 2026. */
export const amended: Notice = {
  ...cn2026,
  notice: { number: '国办发明电〔2026〕9号', title: '关于调整2026年放假安排的通知', issued: '2026-09-01' },
  off: [...cn2026.off, { date: '2026-09-18', name: '国庆节' }],
}

export const calendar = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  const other = await db.open()
  await furnish(cabinet)
  const open = await receive(cabinet)
  const { id: finished } = await archived(cabinet)
  const stored = async (caseId: string): Promise<string | undefined> =>
    (
      await db.app<{ due_on: string }>(`select due_on::text from due_days where case_id = $1 and what = 'reply'`, [
        caseId,
      ])
    )[0]?.due_on

  await t.test('a notice moves open cases, and says which before it does', async (t) => {
    t.equal(await stored(open.id), '2026-09-29')
    const { moved, digest } = await cabinet.movedBy(amended, today)
    const reply = {
      organ: ORGAN,
      caseId: open.id,
      number: open.number,
      what: 'reply',
      from: '2026-09-29',
      to: '2026-09-30',
      provisional: false,
    }
    t.strictSame(
      moved.filter(({ what }) => what === 'reply'),
      [reply],
    )
    t.notOk(moved.some(({ caseId }) => caseId === finished))
    t.equal(await stored(open.id), '2026-09-29', 'nothing is written yet')
    t.strictSame(await cabinet.importNotice(amended, { ...order, digest }), { applied: true, digest, moved })
    t.equal(await stored(open.id), '2026-09-30')
    t.strictSame((await cabinet.importNotice(amended, order)).moved, [], 'a second time moves nothing')
    t.strictSame(await findings(cabinet), [])
  })

  await t.test('the ledger says so, and a mail goes to whom the reply day was promised by mail', async (t) => {
    const rows = await cabinet.ledger(ORGAN, open.id)
    t.match(rows.at(-1)?.fact, {
      type: 'CalendarChanged',
      on: today,
      role: 'admin',
      person: '吴敏',
      notice: { number: '国办发明电〔2026〕9号' },
      moved: [
        { what: 'reply', from: '2026-09-29', to: '2026-09-30' },
        { what: 'extensionNotice', from: '2026-09-29', to: '2026-09-30' },
      ],
    })
    const kept = await cabinet.findCase(ORGAN, open.id)
    t.equal(kept?.version, open.version + 1)
    t.match(kept?.current.calendarChanges, [{ changedOn: today }])
    t.equal(kept?.current.lastOn, '2026-09-01', 'what was done before may still be recorded under its own day')
    t.match(await command(cabinet, 'registerRequest', { caseId: open.id, day: '2026-09-01' }), { ok: true })
    const notes = await db.app(`select recipient, n, words from outbox where kind = 'note'`)
    t.match(notes, [
      {
        recipient: 'chenyan@example.com',
        n: null,
        words: { 受理编号: open.number, 原期限: '2026-09-29', 现期限: '2026-09-30' },
      },
    ])
    t.equal(notes.length, 1)
    t.notMatch(JSON.stringify(notes[0]?.words), /陈䶮|征地/, 'nothing personal, nothing of the request')
    const jobs = await cabinet.claimJobs('w', 50, new Date())
    t.match(
      jobs.filter(({ kind }) => kind === 'note'),
      [{ kind: 'note', n: 0, to: 'chenyan@example.com', words: { 现期限: '2026-09-30' } }],
    )
  })

  await t.test('over HTTP: seen first, applied as seen, 409 with the new list when a case came between', async (t) => {
    const again: Notice = { ...amended, off: [...amended.off, { date: '2026-09-17', name: '国庆节' }] }
    const admin = await adminAt(cabinet, '吴敏', ORGAN)
    const url = '/calendar-notices'
    const seen = await admin.post(`${url}?preview=true`, again)
    t.equal(seen.statusCode, 200)
    t.match(seen.json(), {
      applied: false,
      cases: 1,
      elsewhere: [],
      notice: { number: '国办发明电〔2026〕9号' },
      moved: [
        { number: open.number, what: 'reply', from: '2026-09-30', to: '2026-10-08', provisional: false },
        { what: 'extensionNotice' },
      ],
    })
    const { digest } = seen.json()
    t.equal(await stored(open.id), '2026-09-30', 'nothing is written')
    t.match((await admin.post(url, again)).json(), { applied: false, digest }, 'without a word it is a preview')
    const blind = await admin.post(`${url}?preview=false`, again)
    t.match(blind.json(), { status: 400, faults: [{ path: 'digest' }] })
    const bad = await admin.post(`${url}?preview=true`, { ...again, colour: 'red' })
    t.match(bad.json(), { status: 400, faults: [{ path: 'colour', zh: '没有这个字段' }] })

    const { id: between } = await receive(cabinet, { organ: 'QHJY' })
    const instance = await adminAt(cabinet, '总管理员', null)
    const late = await instance.post(`${url}?preview=false&digest=${digest}`, again)
    t.equal(late.statusCode, 409)
    t.match(late.json(), { type: 'urn:zhiqing:problem:movedSincePreview', cases: 2, detail: /没有导入/ })
    const ours = (await admin.post(url, again)).json()
    t.strictSame(ours.elsewhere, [{ organ: 'QHJY', cases: 1 }], 'of another organ no more than how many')
    t.notOk(JSON.stringify(ours.moved).includes(between))
    t.equal(await stored(open.id), '2026-09-30', 'and nothing was written')
    t.equal((await cabinet.calendar()).isWorking('2026-09-17' as Day), true)

    const whole = (await instance.post(url, again)).json()
    t.ok(whole.moved.some(({ caseId }: { caseId: string }) => caseId === between))
    t.equal(whole.digest, late.json().digest)

    const officer = await adminAt(cabinet, '王经办', ORGAN, ['officer'])
    t.match((await officer.post(url, again)).json(), { status: 403, code: 'notYourRole', detail: /应由系统管理员办理/ })

    const apply = `${url}?preview=false&digest=${late.json().digest}`
    t.match((await admin.post(apply, again)).json(), { status: 403, detail: /由整个实例的系统管理员导入/ })
    t.equal(await stored(between), '2026-09-30', 'an organ’s own administrator moves nobody’s days')
    const done = await instance.post(apply, again)
    t.match(done.json(), { applied: true, cases: 2 })
    t.strictSame(done.json().moved, whole.moved)
    t.match(await db.owner(`select act, name, reason from security_log where act = 'importNotice'`), [
      { act: 'importNotice', reason: '国办发明电〔2026〕9号' },
    ])
    t.equal(await stored(open.id), '2026-10-08')
    t.equal(await stored(between), '2026-10-08')
    t.match((await cabinet.ledger('QHJY', between)).at(-1)?.fact, { type: 'CalendarChanged', person: '总管理员' })
    t.strictSame(await findings(cabinet), [])
    await Promise.all([admin, instance, officer].map((one) => one.close()))
    await cabinet.importNotice(amended, order)
  })

  await t.test('another process reads the new calendar with its next command', async (t) => {
    const answer = await receive(other)
    t.match(answer.clock, { dueOn: '2026-09-30' })
    t.notOk((await other.calendar()).isWorking('2026-09-18' as Day))
    await t.rejects(cabinet.importNotice({ ...amended, off: [{ date: '2031-01-01', name: '元旦' }] }, order), {
      code: 'NOTICE_INVALID',
    })
  })

  await t.test('a new request whose calendar moved between reading and saving is decided again', async (t) => {
    let opened = 0
    const hasty: typeof cabinet.store = {
      transaction: (work) =>
        cabinet.store.transaction((of) =>
          work({
            ...of,
            open: async (task) => {
              const found = await of.open(task)
              if (opened++ === 0)
                await db.owner(
                  `insert into calendar_notices (year, notice, imported_on)
                   select year, notice, imported_on from calendar_notices order by id desc limit 1`,
                )
              return found
            },
          }),
        ),
    }
    t.ok((await done({ ...cabinet, store: hasty }, 'receiveRequest', { input: request })).number)
    t.equal(opened, 2, 'once too early, and once more')
    t.strictSame(await findings(cabinet), [])
  })

  await t.test('the scheduler is shown what is due, once a day', async (t) => {
    const { id: caseId } = await registered(cabinet)
    const input = { id: '协查1', unit: '档案室', question: '请查找', dueOn: '2026-09-04' }
    await done(cabinet, 'requestAssistance', { caseId, input })
    const due = (day: string) => cabinet.casesDue(day as Day, 10)
    t.strictSame(await due('2026-09-03'), [])
    t.strictSame(await due('2026-09-04'), [{ organ: ORGAN, caseId }])
    await cabinet.looked(ORGAN, caseId, '2026-09-04' as Day)
    t.strictSame(await due('2026-09-04'), [])
    t.strictSame(await due('2026-09-05'), [{ organ: ORGAN, caseId }])
    await done(cabinet, 'giveAssistance', { caseId, input: { id: '协查1', findings: '找到' } })
    t.strictSame(await due('2026-09-05'), [], 'what is answered is due no more')
    t.ok((await due('2026-12-31')).length > 1)
  })
  await Promise.all([cabinet.close(), other.close()])
}
