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
import t from 'tap'
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

const description = '青禾镇2023年征地补偿标准'
const applicant = (name: string, phone: string) => ({ ...request.applicant, name, phone })

t.test(
  'R42 主动公开 | over the counter: proposed to all who count, decided by the head alone, asked again',
  async (t) => {
    const office = { today: '2025-03-03' as Day }
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
        post: (url: string, body: object) =>
          app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload: body }),
      }
    }
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
    const withdrawn = await ask('青禾镇2023年征地补偿标准', '己六', '13800000006')
    await done(cabinet, 'registerRequest', { caseId: withdrawn.id })
    t.match(await cabinet.reports.hotRequests([ORGAN], '2026-01-01' as Day, 3), [{ topic, applicants: 4 }])
  },
)
