import t from 'tap'
import { type Act, a, dueOf, receive } from '../court.js'
import { table } from './table.js'

/* What the search found, each as the short life that showed it. Days counted by hand; 2025-04-04 and 05-01…05 are off. */

const put = async (acts: readonly Act[]) => {
  const on = table({})
  const answers = []
  for (const act of acts) answers.push(await on.act(act))
  return { on, answers, last: answers.at(-1) }
}
const viewOf = ({ last }: Awaited<ReturnType<typeof put>>) => {
  if (!last?.ok) throw new Error(`refused: ${JSON.stringify(last)}`)
  return last
}
const third = (on: string, id: string) =>
  a(on, 'consultThirdParty', { id, party: '青禾建材公司', interest: '商业秘密' })
const servedOn = (on: string, consultation: string) =>
  a(on, 'recordLetterService', { letter: 'P04', consultation, servedOn: on })
const begun = [receive('2025-03-03'), a('2025-03-03', 'registerRequest')]
const asked = [...begun, third('2025-03-04', '询1'), servedOn('2025-03-05', '询1')]

t.test('§32 | an asking ends on its last day while reasons are waited for too', async (t) => {
  const waiting = [...asked, a('2025-03-06', 'askReasons', { months: 3, requests: 120 })]
  // fifteen working days from 03-05: 03-26
  const running = viewOf(await put([...waiting, a('2025-03-26', 'calendarDay')]))
  t.equal(running.clock.status, 'suspended', 'on the last day it may still come')
  const ended = viewOf(await put([...waiting, a('2025-03-27', 'calendarDay')]))
  t.match(ended, { state: 'awaitingReasons', clock: { status: 'running' } })
  // sixteen working days (03-05…03-26) left out of twenty: 03-31 and sixteen more, with 04-04 off: 04-23
  t.equal(ended.clock.dueOn, '2025-04-23')
})

t.test('§33.3 | an opinion for a case that was closed meanwhile is filed, never thrown', async (t) => {
  const closed = [...begun, third('2025-03-04', '询1'), a('2025-03-05', 'withdrawRequest')]
  const filed = await put([...closed, a('2025-03-06', 'recordOpinion', { id: '询1', opinion: 'consent' })])
  t.match(filed.last, { ok: true, state: 'withdrawn', clock: { status: 'ended' } })
  const back = await put([...closed, a('2025-03-06', 'recordOpinion', { id: '询1', returned: true })])
  t.match(back.last, { ok: false, refusal: { code: 'consultationEnded', article: 'ogi:33.3', zh: /请/ } })
})

t.test('T39 | a case split off has the strict day of its parent, and its own ids', async (t) => {
  const acts = [
    ...asked,
    a('2025-03-10', 'recordOpinion', { id: '询1', opinion: 'consent' }),
    a('2025-03-10', 'splitRequest', { items: ['标准', '名单'], consent: true }),
  ]
  const { on } = await put(acts)
  const days = (id: string) => {
    const kept = on.kept(id)
    if (!kept) throw new Error(`no ${id}`)
    const view = on.viewOn(kept.current, '2025-03-10')
    return [dueOf(view, 'reply'), dueOf(view, 'replyStrict')]
  }
  // 03-31; without 03-05…10 (four working days): 04-07; without 03-06…10 (three): 04-03, for 04-04 is off
  t.same(days('case-1'), ['2025-04-07', '2025-04-03'])
  t.same(days('case-2'), days('case-1'))
  on.follow('case-2')
  await on.act(third('2025-03-11', '询1'))
  await on.act(a('2025-03-12', 'recordOpinion', { id: '询1', opinion: 'consent' }))
  t.equal(days('case-2')[0], '2025-04-08', 'one day more: the parent’s asking of the same id still counts')
})

t.test('R23 | of two corrections told on one day only the late one leaves the first period running', async (t) => {
  const again = { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'], override: '难以联系' }
  const view = viewOf(
    await put([
      ...begun,
      a('2025-03-14', 'requestCorrection', again),
      a('2025-03-14', 'receiveCorrection', { content: '指第5批次' }),
      a('2025-03-14', 'requestCorrection', again),
    ]),
  )
  t.equal(dueOf(view, 'replyStrict'), undefined, 'the second was told in time: nothing runs')
})

t.test('行诉法45 | sued in the next round, the day to sue over the earlier decision is used up', async (t) => {
  const view = viewOf(
    await put([
      ...begun,
      a('2025-03-04', 'withdrawRequest'),
      a('2025-03-05', 'fileReconsideration', { id: '复1', procedure: 'simplified' }),
      a('2025-03-06', 'orderRedo'),
      a('2025-03-10', 'decideReconsideration', { id: '复1', result: 'upheld' }),
      a('2025-03-11', 'fileLitigation', { id: '诉1', path: 'afterReconsideration' }),
    ]),
  )
  t.equal(dueOf(view, 'litigation', '复1'), undefined)
  t.equal(dueOf(view, 'litigationAnswer', '诉1'), '2025-03-26')
})
