import { type Day, type Notice, notices } from '@zhiqing/law'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, done, findings, furnish, ORGAN, receive, registered } from './office.js'

const today = '2026-09-02' as Day
const order = { on: today, actor: { role: 'admin', person: '吴敏' } } as const
const cn2026 = notices.find(({ year }) => year === 2026) as Notice

/** One more day of rest, Friday 18 September 2026. */
const amended: Notice = {
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

  await t.test('another process reads the new calendar with its next command', async (t) => {
    const answer = await receive(other)
    t.match(answer.clock, { dueOn: '2026-09-30' })
    t.notOk((await other.calendar()).isWorking('2026-09-18' as Day))
    await t.rejects(cabinet.importNotice({ ...amended, off: [{ date: '2031-01-01', name: '元旦' }] }, order), {
      code: 'NOTICE_INVALID',
    })
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
