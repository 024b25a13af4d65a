import { buildApi } from '@zhiqing/api'
import {
  againstPublication,
  type PublicationAct,
  type PublicationFact,
  publicationActs,
  publicationPermitted,
  publicationState,
  publicationStates,
} from '@zhiqing/casework'
import { staffActing } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import t, { type Test } from 'tap'
import { testDatabase } from './database.js'
import { done, furnish, ORGAN, receive, request } from './db/office.js'
import { paperCabinet } from './paper-cabinet.js'

/* 条例 44, R42: the same information asked for again and again, and what becomes of it. */

const fact = (act: PublicationAct, on: string): PublicationFact => ({
  ...{ act, on: on as Day, by: '赵主任', reason: '涉及面广' },
  place: act === 'published' ? '门户网站“征地”栏目' : null,
})

t.test(
  '§44 主动公开 | waits, is decided, is published; what was declined waits again once it is asked anew',
  async (t) => {
    const asked = '2026-09-10' as Day
    const state = (...facts: PublicationFact[]) => publicationState(facts, asked)
    t.equal(state(), 'waiting')
    t.equal(state(fact('publish', '2026-09-11')), 'toPublish')
    t.equal(state(fact('publish', '2026-09-11'), fact('published', '2026-09-12')), 'published')
    t.equal(state(fact('publish', '2026-09-11'), fact('decline', '2026-09-12')), 'declined')
    t.equal(state(fact('decline', '2026-09-11')), 'declined', 'asked before that day')
    t.equal(state(fact('decline', '2026-09-10')), 'declined', 'asked on that day')
    t.equal(state(fact('decline', '2026-09-09')), 'waiting', 'asked after that day')
    t.equal(publicationState([fact('decline', '2026-09-09')], null), 'declined', 'nobody asks any more')
    t.equal(state(fact('decline', '2026-09-09'), fact('publish', '2026-09-12')), 'toPublish')
    t.equal(
      state(fact('publish', '2026-09-01'), fact('published', '2026-09-02')),
      'published',
      'asked for all the same',
    )
  },
)

t.test('§44 主动公开 | in each state exactly what is listed, nothing else', async (t) => {
  const allowed = {
    waiting: ['publish', 'decline'],
    toPublish: ['published', 'decline'],
    published: [],
    declined: ['publish'],
  }
  const whole = { reason: '涉及面广', place: '门户网站', reviewed: true }
  for (const state of Object.keys(publicationStates) as (keyof typeof publicationStates)[]) {
    t.strictSame(publicationPermitted(state), allowed[state], state)
    for (const act of Object.keys(publicationActs) as PublicationAct[])
      t.strictSame(
        againstPublication(state, { act, ...whole }).map(({ code }) => code),
        (allowed[state] as string[]).includes(act) ? [] : ['publicationNotNow'],
        `${state} ${act}`,
      )
  }
})

t.test(
  '§44 §17 主动公开 | a reason, a review before and a place after; everything that lacks is told at once',
  async (t) => {
    const nothing = { reason: ' ', place: ' ', reviewed: false }
    const codes = (state: keyof typeof publicationStates, act: PublicationAct) =>
      againstPublication(state, { act, ...nothing }).map(({ code }) => code)
    t.strictSame(codes('waiting', 'publish'), ['publicationReasonMissing', 'publicationUnreviewed'])
    t.strictSame(codes('waiting', 'decline'), ['publicationReasonMissing'], 'nothing is published, nothing to review')
    t.strictSame(codes('toPublish', 'published'), ['publicationPlaceMissing'], 'the reason stands already')
    t.strictSame(codes('published', 'publish'), [
      'publicationNotNow',
      'publicationReasonMissing',
      'publicationUnreviewed',
    ])
    const [review] = againstPublication('waiting', { act: 'publish', reason: '有', place: '', reviewed: false })
    t.match(review, { article: 'ogi:17', zh: /审查/ })
  },
)

/** Replies to a case; each by another person. */
const giving = (decision: object, on: string) =>
  [
    ['王经办', 'decide', decision],
    ['王经办', 'submitDraft', {}],
    ['钱法制', 'approveDraft', { secrecyReviewedOn: on }],
    ['孙局长', 'signReply', { reason: '已逐项核对' }],
    ['王经办', 'dispatchReply', { method: 'mail' }],
  ] as const
const g2 = { outcome: 'G2', items: ['标准'], route: '邮寄' }
const w6 = { outcome: 'W6', category: '讨论记录', reasons: '记录载有讨论中的不同意见' }

const description = '青禾镇2023年征地补偿标准'
const applicant = (name: string, phone: string) => ({ ...request.applicant, name, phone })

/** The counter over a cabinet of paper, on a day that the test moves. */
const openCounter = (t: Test, office: { readonly today: Day }) => {
  const press = openPress()
  const cabinet = paperCabinet()
  const log = { info: () => undefined, error: () => undefined }
  const now = () => new Date(`${office.today}T02:00:00Z`)
  const app = buildApi({ cabinet, press, today: () => office.today, now, log })
  t.teardown(async () => {
    await app.close()
    await press.close()
  })
  const as = async (name: string) => {
    const payload = { name, password: 'correct horse battery' }
    const { token } = (await app.inject({ method: 'POST', url: '/api/v1/sessions', payload })).json()
    const headers = { authorization: `Bearer ${token}` }
    return {
      get: (url: string) => app.inject({ url: `/api/v1${url}`, headers }),
      post: (url: string, body: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload: body }),
    }
  }
  return { as, app, cabinet }
}

t.test(
  'R42 主动公开 | over the counter: proposed to all who count, decided by the head alone, asked again',
  async (t) => {
    const office = { today: '2025-03-03' as Day }
    const { as } = openCounter(t, office)
    const registrar = await as('李登记')
    const ask = (name: string) =>
      registrar.post('/cases', { ...request, applicant: { kind: 'natural', name, phone: '13800000102' } })
    await ask('甲')
    await ask('乙')
    const [statistician, head, supervisor] = [await as('许统计'), await as('赵主任'), await as('周督查')]
    t.strictSame((await statistician.get('/statistics/hot-requests')).json().requests, [], 'two are not several')
    await ask('丙')
    const [seen] = (await statistician.get('/statistics/hot-requests')).json().requests
    t.match(seen, { information: description, requests: 3, applicants: 3, state: 'waiting', lastOn: '2025-03-03' })
    t.strictSame(seen.permitted, [], 'the statistician sees it and decides nothing')
    const url = `/statistics/hot-requests/${seen.topic}/decisions`
    t.match((await statistician.post(url, { act: 'decline', reason: '试' })).json(), {
      status: 403,
      code: 'notYourRole',
    })
    t.match((await supervisor.post(url, { act: 'decline', reason: '试' })).json(), { status: 403 })
    t.match((await head.post(url, { act: 'publish' })).json(), {
      ...{ status: 422, code: 'publicationReasonMissing' },
      also: [{ code: 'publicationUnreviewed', article: 'ogi:17' }],
    })
    t.match((await head.post(url, { act: 'forget', reason: '试' })).json(), { status: 400 })
    const nobodys = `/statistics/hot-requests/${'0'.repeat(64)}/decisions`
    t.equal((await head.post(nobodys, { act: 'decline', reason: '试' })).statusCode, 404)
    t.equal((await head.post('/statistics/hot-requests/x/decisions', { act: 'decline' })).statusCode, 400)
    const declined = await head.post(url, { act: 'decline', reason: '只涉及个别地块', title: '东河村征地补偿标准' })
    t.equal(declined.statusCode, 201, declined.body)
    t.match(declined.json(), { state: 'declined', information: '东河村征地补偿标准', permitted: ['publish'] })
    t.match((await supervisor.get('/statistics/hot-requests')).json(), {
      counts: { waiting: 0, declined: 1 },
      requests: [{ state: 'declined', permitted: [], decisions: [{ n: 1, by: '赵主任', requests: 3 }] }],
    })
    office.today = '2025-03-04' as Day
    await ask('丁')
    t.match((await head.get('/statistics/hot-requests')).json().requests, [
      { state: 'waiting', requests: 4, permitted: ['publish', 'decline'] },
    ])
    await head.post(url, { act: 'publish', reason: '申请的人多', reviewed: true })
    t.match((await head.post(url, { act: 'published' })).json(), { status: 422, code: 'publicationPlaceMissing' })
    const published = await head.post(url, { act: 'published', place: 'https://www.qinghe.example/zd' })
    t.match(published.json(), {
      ...{ state: 'published', permitted: [] },
      decisions: [{ n: 1 }, { n: 2, act: 'publish', place: null }, { n: 3, place: 'https://www.qinghe.example/zd' }],
    })
    office.today = '2026-06-01' as Day
    t.match((await head.get('/statistics/hot-requests')).json(), {
      counts: { published: 1 },
      requests: [{ state: 'published', lastOn: null, requests: 0, zh: /不足三人/ }],
    })
  },
)

t.test(
  'R42 §44.2 建议主动公开 | one applicant is enough to be listed; decided by the head; declined, suggested anew by another',
  async (t) => {
    const office = { today: '2025-03-03' as Day }
    const { as, cabinet } = openCounter(t, office)
    const [registrar, head, statistician] = [await as('李登记'), await as('赵主任'), await as('许统计')]
    const received = async (name: string, decision: object, information: object = request.information) => {
      const who = { kind: 'natural', name, phone: '13800000102' }
      const { id } = (await registrar.post('/cases', { ...request, applicant: who, information })).json()
      await registrar.post(`/cases/${id}/commands/registerRequest`, {})
      for (const [by, command, body] of giving(decision, office.today)) {
        const answer = await (await as(by)).post(`/cases/${id}/commands/${command}`, body)
        t.equal(answer.statusCode, 200, `${command} ${answer.body}`)
      }
      return id as string
    }
    const suggest = (id: string, body: object) => registrar.post(`/cases/${id}/commands/suggestPublication`, body)
    const listed = async (who = head) => (await who.get('/statistics/hot-requests')).json()
    const refused = await received('辛九', w6, { description: '会议记录' })
    t.match((await suggest(refused, { reasons: ['publicInterest'] })).json(), {
      ...{ status: 409, code: 'suggestionNothingGiven', article: 'ogi:44.2' },
    })
    const first = await received('甲一', g2)
    t.strictSame((await listed()).requests, [], 'nobody suggested anything')
    const acts = (await registrar.get(`/cases/${first}/acts`)).json().acts
    t.match(
      acts.find(({ command }: { command: string }) => command === 'suggestPublication'),
      { zh: '建议主动公开', permitted: true },
    )
    const answer = await suggest(first, { reasons: ['widelyKnown', 'publicInterest'], statement: '甲一住在东河村' })
    t.equal(answer.statusCode, 200, answer.body)
    t.match((await suggest(first, { reasons: ['participation'] })).json(), { status: 409, code: 'suggestedAlready' })
    const { requests, counts } = await listed(statistician)
    t.match(counts, { waiting: 1 })
    t.match(requests, [
      {
        ...{ information: description, requests: 1, applicants: 1, lastOn: null, state: 'waiting', permitted: [] },
        ...{ suggestedOn: '2025-03-03', suggestions: 1, reasons: ['publicInterest', 'widelyKnown'] },
        zh: '申请人2025年3月3日建议主动公开（涉及公众利益调整、需要公众广泛知晓）：经审核属于主动公开范围的，应当及时主动公开；一年内有1名申请人申请1次',
      },
    ])
    t.notMatch(JSON.stringify(requests), /东河村|甲一/, 'the list tells nobody’s words')
    const page = async (who: string) => (await (await as(who)).get(`/cases/${first}`)).json()
    t.match(await page('王经办'), {
      suggestions: [{ on: '2025-03-03', statement: '甲一住在东河村', reasons: ['publicInterest', 'widelyKnown'] }],
    })
    t.match(await page('周督查'), { suggestions: [{ statement: '甲*住在东河村' }] }, 'covered for who looks from above')
    const url = `/statistics/hot-requests/${requests[0].topic}/decisions`
    const declined = await head.post(url, { act: 'decline', reason: '只涉及个别地块' })
    t.match(declined.json(), { state: 'declined', suggestedOn: '2025-03-03' }, declined.body)
    t.match(await cabinet.reports.publicationsOf('QHZR', first), [{ act: 'decline', reason: '只涉及个别地块' }])
    office.today = '2025-03-04' as Day
    const second = await received('乙二', g2)
    t.match((await listed()).requests, [{ state: 'declined', applicants: 2 }], 'a second one asks: not yet several')
    await suggest(second, { reasons: ['participation'] })
    t.match((await listed()).requests, [
      {
        ...{ state: 'waiting', permitted: ['publish', 'decline'], suggestedOn: '2025-03-04', suggestions: 2 },
        ...{ reasons: ['publicInterest', 'widelyKnown', 'participation'] },
        zh: /^2件申请的申请人建议主动公开，最近一次是2025年3月4日/,
      },
    ])
    await head.post(url, { act: 'publish', reason: '全村都关心', reviewed: true })
    const published = await head.post(url, { act: 'published', place: '县政府网站“征地信息”栏目' })
    t.match(published.json(), { state: 'published', permitted: [] })
    office.today = '2026-06-01' as Day
    t.match((await listed()).requests, [{ state: 'published', requests: 0, suggestions: 2 }])
  },
)

t.test(
  'R42 §44.2 建议主动公开 | declined waits again after a later suggestion, not after one of that day or before',
  async (t) => {
    const declined = [fact('decline', '2026-09-09')]
    for (const [day, state] of [
      ['2026-09-08', 'declined'],
      ['2026-09-09', 'declined'],
      ['2026-09-10', 'waiting'],
    ] as const)
      t.equal(publicationState(declined, day as Day), state, day)
  },
)

t.test(
  'R42 主动公开 | in the database: the same words however they are written; appended only, by the own head',
  async (t) => {
    const db = await testDatabase()
    const cabinet = await db.open()
    t.teardown(async () => {
      await cabinet.close()
      await db.close()
    })
    await furnish(cabinet)
    const ask = (words: string, name: string, phone: string, more: object = {}) =>
      receive(cabinet, {
        input: { ...request, applicant: applicant(name, phone), information: { description: words } },
        ...more,
      })
    await ask('青禾镇2023年征地补偿标准', '甲一', '13800000001')
    await ask('青禾镇２０２３年 征地补偿标准。', '乙二', '13800000002')
    await ask('《青禾镇2023年征地补偿标准》', '丙三', '13800000003')
    await ask('青禾镇2023年征地补偿标准', '甲一', '13800000001')
    await ask('青禾镇2024年征地补偿标准', '丁四', '13800000004')
    await ask('青禾镇2023年征地补偿标准', '戊五', '13800000005', { organ: 'QHJY' })
    const hot = await cabinet.reports.hotRequests([ORGAN, 'QHJY'], '2026-01-01' as Day, 3)
    t.match(hot, [{ organ: ORGAN, requests: 4, applicants: 3, given: 0, lastOn: '2026-09-01' }])
    t.equal(hot.length, 1, 'another year is another matter, another organ too')
    t.strictSame(
      await cabinet.reports.hotRequests([ORGAN], '2026-09-02' as Day, 3),
      [],
      'before the day does not count',
    )
    const { topic = '' } = hot[0] ?? {}
    t.match(topic, /^[0-9a-f]{64}$/)
    const step = {
      ...{
        organ: ORGAN,
        topic,
        n: 1,
        title: '征地补偿标准',
        act: 'publish' as const,
        reason: '申请的人多',
        place: null,
      },
      ...{ requests: 4, applicants: 3, on: '2026-09-02' as Day, by: '赵主任' },
    }
    const seat = (organ: string, ...roles: ('officeHead' | 'statistician' | 'supervisor')[]) =>
      cabinet.as(staffActing({ id: '00000000-0000-4000-8000-00000000000a', organ, roles })).reports
    for (const [organ, role] of [
      [ORGAN, 'statistician'],
      ['QHJY', 'officeHead'],
    ] as const)
      await t.rejects(seat(organ, role).keepPublication(step), { code: '42501' }, `${organ} ${role}`)
    await cabinet.keepOrgan('OVER', { ...(await cabinet.organ(ORGAN, step.on))?.organ, code: 'OVER' } as never)
    await cabinet.keepOrgan(ORGAN, (await cabinet.organ(ORGAN, step.on))?.organ as never, { supervisedBy: 'OVER' })
    await t.rejects(seat('OVER', 'supervisor').keepPublication(step), { code: '42501' }, 'a supervisor decides nothing')
    const both = seat('OVER', 'supervisor', 'officeHead')
    await t.rejects(both.keepPublication(step), { code: '42501' }, 'nor does a head in an organ under the own one')
    t.equal(await seat(ORGAN, 'officeHead').keepPublication(step), true)
    t.equal(await seat(ORGAN, 'officeHead').keepPublication({ ...step, reason: '另一人' }), false, 'one came first')
    t.strictSame(await seat('OVER', 'supervisor').publications([ORGAN]), [step], 'seen as it was put down')
    t.strictSame(await seat('QHJY', 'officeHead').publications([ORGAN]), [])
    t.strictSame(await seat('QHJY', 'officeHead').hotRequests([ORGAN], '2026-01-01' as Day, 1), [], 'none of theirs')
    t.strictSame(await seat('QHJY', 'officeHead').numbersOf([ORGAN], [...(hot[0]?.ids ?? [])]), [])
    await t.rejects(db.app(`update publication_decisions set reason = '改'`), /permission denied|42501/)
    await t.rejects(db.owner(`update publication_decisions set reason = '改'`), 'not even by the owner')
    await t.rejects(db.owner('delete from publication_decisions'))
    await t.rejects(db.owner('truncate publication_decisions'))
    const plan = { information: { description: '乡村道路养护计划' } }
    const given = async (name: string, more: object = {}) => {
      const person = { applicant: applicant(name, '13800000007') }
      const { id: caseId } = await receive(cabinet, { input: { ...request, ...person, ...plan, ...more } })
      await done(cabinet, 'registerRequest', { caseId })
      await done(cabinet, 'decide', { caseId, input: g2 })
      await done(cabinet, 'submitDraft', { caseId, person: 'wang' })
      await done(cabinet, 'approveDraft', { caseId, person: 'qian', input: { secrecyReviewedOn: '2026-09-01' } })
      await done(cabinet, 'signReply', { caseId, person: 'sun', input: { reason: '已逐项核对' } })
      await done(cabinet, 'dispatchReply', { caseId, input: { method: 'mail' } })
      return caseId
    }
    const asApplicant = (caseId: string) => cabinet.as({ kind: 'case', organ: ORGAN, caseId })
    const suggest = (caseId: string) => {
      const input = { reasons: ['publicInterest', 'participation'], statement: '全村都要知道' }
      return done(asApplicant(caseId), 'suggestPublication', { caseId, input, role: 'applicant' })
    }
    const [mine, drill] = [await given('庚七'), await given('壬十', { drill: true })]
    const since = '2026-01-01' as Day
    t.strictSame(await cabinet.reports.suggestedTopics([ORGAN], since), [], 'given, not suggested')
    await suggest(mine)
    await suggest(drill)
    const [suggested] = await cabinet.reports.suggestedTopics([ORGAN, 'QHJY'], since)
    const { topic: of = '', ...told } = suggested ?? {}
    t.match(of, /^[0-9a-f]{64}$/)
    t.strictSame(told, {
      ...{ organ: ORGAN, suggestedOn: '2026-09-01', suggestions: 1, information: '乡村道路养护计划' },
      ...{ reasons: ['participation', 'publicInterest'], requests: 1, applicants: 1, given: 1, ids: [mine] },
    })
    t.match(
      await cabinet.reports.suggestedTopics([ORGAN], '2026-09-02' as Day),
      [{ topic: of, requests: 0, applicants: 0, given: 0, ids: [mine], suggestions: 1 }],
      'a suggestion stays until it is decided, however long ago it was asked',
    )
    t.strictSame(await seat('QHJY', 'officeHead').suggestedTopics([ORGAN], since), [], 'none of theirs')
    t.match(await seat('OVER', 'supervisor').suggestedTopics([ORGAN], since), [{ topic: of }])
    const decline = { ...step, topic: of, act: 'decline' as const, reason: '只涉及本村' }
    await t.rejects(
      asApplicant(mine).reports.keepPublication(decline),
      { code: '42501' },
      'an applicant decides nothing',
    )
    t.equal(await seat(ORGAN, 'officeHead').keepPublication(decline), true)
    t.strictSame(await asApplicant(mine).reports.publicationsOf(ORGAN, mine), [decline], 'and is told')
    const another = await ask('青禾镇2025年征地补偿标准', '癸九', '13800000009')
    t.strictSame(await asApplicant(another.id).reports.publicationsOf(ORGAN, another.id), [], 'of another matter')
    t.strictSame(await asApplicant(another.id).reports.publicationsOf(ORGAN, mine), [], 'of another case')
    const withdrawn = await ask('青禾镇2023年征地补偿标准', '己六', '13800000006')
    await done(cabinet, 'registerRequest', { caseId: withdrawn.id })
    t.match(await cabinet.reports.hotRequests([ORGAN], '2026-01-01' as Day, 3), [{ topic, applicants: 4 }])
  },
)
