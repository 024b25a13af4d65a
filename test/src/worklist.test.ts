import { type KeptCase, seedDemo } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import t from 'tap'
import { testDatabase } from './database.js'

/** Lists of the staff on the real database: what is due first, what waits for whom, two characters found. */
const today = '2026-11-18' as Day
const db = await testDatabase()
const cabinet = await db.open()
await seedDemo(cabinet, today)
t.teardown(async () => {
  await cabinet.close()
  await db.close()
})

const nobody = { officers: [], states: [], unassigned: false, dues: [] }

/** The day that presses, told by the rows of due days themselves. */
const daysOf = async (organ: string): Promise<Map<string, string>> => {
  const rows = await db.owner<{ id: string; due: string }>(
    `select case_id as id, to_char(min(due_on), 'YYYY-MM-DD') as due from due_days where organ = $1 and due_on is not null
      and what not in ('reconsideration', 'litigation', 'replyStrict', 'extensionNotice', 'correctionNotice') group by 1`,
    [organ],
  )
  return new Map(rows.map(({ id, due }) => [id, due]))
}

t.test('列表 | the nearest day first, those without one last, nothing twice, page by page', async (t) => {
  for (const organ of ['QHZR', 'QHZF', 'QHZ']) {
    const whole = await cabinet.worklist({ organ: [organ], limit: 100 })
    t.equal(whole.next, null)
    const days = await daysOf(organ)
    const due = whole.cases.map(({ id }) => days.get(id) ?? '9999')
    t.strictSame(due, due.toSorted(), `${organ}: in the order of the days`)
    const open = await db.owner<{ id: string }>(
      `select id from cases where organ = $1 and state not in ('served', 'abandoned', 'withdrawn', 'archived')`,
      [organ],
    )
    const ids = whole.cases.map(({ id }) => id)
    for (const { id } of open) t.ok(ids.includes(id), 'every open case is there')
    const paged: string[] = []
    let after: string | undefined
    do {
      const { cases, next } = await cabinet.worklist({ organ: [organ], limit: 2, after })
      paged.push(...cases.map(({ id }) => id))
      after = next ?? undefined
    } while (after)
    t.strictSame(paged, ids, 'pages of two make the same list')
  }
  t.strictSame((await cabinet.worklist({ organ: [], limit: 9 })).cases, [])
  const forged = await cabinet.worklist({ organ: ['QHZR'], limit: 100, after: 'bm9uc2Vuc2U' })
  t.ok(forged.cases.length > 0, 'a cursor that is none begins at the start')
})

t.test('待办 | officers see their own, reviewers what is examined, the head what nobody has', async (t) => {
  const waiting = async (organ: string, mine: Partial<typeof nobody>) =>
    (await cabinet.worklist({ organ: [organ], limit: 100, mine: { ...nobody, ...mine } })).cases
  for (const { current } of await waiting('QHZR', { officers: ['王建国'] as never })) t.equal(current.officer, '王建国')
  t.ok((await waiting('QHZR', { officers: ['王建国'] as never })).length > 2)
  const examined = await waiting('QHZR', { states: ['examining'] as never })
  t.strictSame(
    examined.map(({ current }) => current.at.state),
    ['examining'],
  )
  for (const { current } of await waiting('QHZR', { unassigned: true })) t.equal(current.officer, null)
  t.strictSame(await waiting('QHZR', {}), [], 'nothing waits for nobody')
  t.equal((await waiting('QHZF', { dues: ['assistance'] as never })).length, 1)
})

t.test('检索 | two characters of a name or of what is asked, a number, a 文号; marks mean themselves', async (t) => {
  const numbers = async (search: string) =>
    (await cabinet.listCases({ organ: 'QHZR', limit: 100, search })).cases.map(({ current }) => current.number)
  const all = (await cabinet.listCases({ organ: 'QHZR', limit: 100 })).cases
  const holding = (words: string) =>
    all
      .filter(({ current: { applicant, information } }) =>
        [applicant.name, information.title, information.description].some((one) => one?.includes(words)),
      )
      .map(({ current }) => current.number)
  for (const words of ['补偿', '规划', '张', '张桂兰', '拆迁安置房', '东河村2023年']) {
    t.ok(holding(words).length > 0)
    t.strictSame(await numbers(words), holding(words), words)
  }
  const [first] = all
  const number = first?.current.number ?? all[1]?.current.number ?? ''
  t.strictSame(await numbers(number), [number])
  t.strictSame(await numbers(number.toLowerCase()), [number], 'small letters too')
  t.ok((await numbers('公开告〔2026〕')).length > 0, 'the number of a letter')
  for (const none of ['%%', '__', '\\', '没有这两个字的']) t.strictSame(await numbers(none), [], none)
  const found = await cabinet.worklist({ organ: ['QHZR'], limit: 100, search: '规划' })
  t.ok(found.cases.length > 0 && found.cases.every(({ current }) => current.information.description.includes('规划')))
})

t.test('检索 | what is done later is found too: the number of the mail, a letter, a corrected request', async (t) => {
  const posted = (await cabinet.listCases({ organ: 'QHZR', limit: 100 })).cases.filter(({ current }) =>
    current.reply?.mailNumber?.startsWith('EMS-DEMO-'),
  )
  t.ok(posted.length > 0)
  for (const { id, current } of posted) {
    const search = current.reply?.mailNumber?.toLowerCase() ?? ''
    const { cases } = await cabinet.listCases({ organ: 'QHZR', limit: 100, search })
    t.ok(
      cases.some((one) => one.id === id),
      search,
    )
  }
  const rows = await db.app<{ id: string; organ: string; number: string }>(
    'select case_id as id, organ, document_number as number from letters where document_number is not null',
  )
  t.ok(rows.length > 40)
  for (const { id, organ, number } of rows) {
    const { cases } = await cabinet.listCases({ organ, limit: 100, search: number })
    t.ok(
      cases.some((one) => one.id === id),
      number,
    )
  }
})

t.test('检索 | with everything else that a list asks for, and a page after the other', async (t) => {
  const search = '青禾'
  const all = (await cabinet.listCases({ organ: ['QHZR', 'QHZF', 'QHZ'], limit: 100, search })).cases
  t.ok(all.length > 10)
  const ids = (cases: readonly KeptCase[]) => cases.map(({ id }) => id)
  const some = { organ: ['QHZR', 'QHZF', 'QHZ'], search }
  for (const state of new Set(all.map(({ current }) => current.at.state))) {
    const { cases } = await cabinet.listCases({ ...some, limit: 100, state })
    t.strictSame(ids(cases), ids(all.filter(({ current }) => current.at.state === state)), state)
  }
  const officer = all.find((one) => one.current.officer)?.current.officer ?? ''
  const his = await cabinet.listCases({ ...some, limit: 100, officer })
  t.strictSame(ids(his.cases), ids(all.filter(({ current }) => current.officer === officer)))
  const withRemedies = await cabinet.listCases({ ...some, limit: 100, withRemedies: true })
  t.strictSame(ids(withRemedies.cases), ids(all.filter(({ current }) => current.remedies.length > 0)))
  const paged: string[] = []
  for (let after: string | undefined, more = true; more; ) {
    const page = await cabinet.listCases({ ...some, limit: 3, after })
    paged.push(...ids(page.cases))
    after = page.next ?? undefined
    more = page.next !== null
  }
  t.strictSame(paged, ids(all))
})

t.test('检索 | erased words are found no more', async (t) => {
  const [old] = (await cabinet.listCases({ organ: 'QHZ', limit: 1, state: 'archived' })).cases
  const words = old?.current.information.description ?? ''
  const search = async () => (await cabinet.listCases({ organ: 'QHZ', limit: 100, search: words })).cases
  t.match(await search(), [{ id: old?.id }])
  await cabinet.eraseWords('QHZ', old?.id ?? '', new Date())
  t.strictSame(await search(), [])
  const number = (await cabinet.listCases({ organ: 'QHZ', limit: 100, search: old?.current.number ?? '' })).cases
  t.match(number, [{ id: old?.id }], 'by its number it still is')
  const kept = await db.owner<{ said: string }>('select said from case_search where case_id = $1', [old?.id])
  t.notMatch(kept[0]?.said, words, 'nor do they lie where one searches')
})

t.test('查重 | the same applicant’s other requests, and which of them say the same', async (t) => {
  const mine = (await cabinet.listCases({ organ: 'QHZR', limit: 100, search: '张桂兰' })).cases
  t.equal(mine.length, 2)
  const [late, early] = mine
  const found = await cabinet.related('QHZR', late?.id ?? '')
  t.match(found, [{ double: true, kept: { id: early?.id } }])
  t.strictSame(await cabinet.related('QHZF', late?.id ?? ''), [], 'never across organs')
  t.strictSame(await cabinet.related('QHZR', 'nonsense'), [])
})

t.test('复议诉讼 | only cases that went to review, to court or to a complaint', async (t) => {
  const { cases } = await cabinet.listCases({ organ: 'QHZR', limit: 100, withRemedies: true })
  const all = (await cabinet.listCases({ organ: 'QHZR', limit: 100 })).cases
  t.strictSame(
    cases.map(({ id }) => id),
    all.filter(({ current }) => current.remedies.length > 0).map(({ id }) => id),
  )
})

t.test('人员 | everybody of the organ with what is in their hands', async (t) => {
  const people = await cabinet.colleagues('QHZR')
  const officer = people.find(({ displayName }) => displayName === '王建国')
  t.match(officer, { name: 'qhzr-officer', roles: ['officer'] })
  const [{ n } = { n: 0 }] = await db.owner<{ n: number }>(
    `select count(*)::int as n from cases where organ = 'QHZR' and officer = '王建国'
      and not is_drill and state not in ('served', 'abandoned', 'withdrawn', 'archived')`,
  )
  t.equal(officer?.openCases, n)
  t.ok(n > 0)
})
