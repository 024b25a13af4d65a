import { seedDemo } from '@zhiqing/db'
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
  const [{ plan } = { plan: '' }] = await db.owner<{ plan: string }>(
    `select string_agg(indexdef, ' ') as plan from pg_indexes where indexname = 'case_words_search_idx'`,
  )
  t.match(plan, /gin \(search_grams\(words\)\)/)
})

t.test('检索 | erased words are found no more', async (t) => {
  const [old] = (await cabinet.listCases({ organ: 'QHZ', limit: 1, state: 'archived' })).cases
  const words = old?.current.information.description ?? ''
  const search = async () => (await cabinet.listCases({ organ: 'QHZ', limit: 100, search: words })).cases
  t.match(await search(), [{ id: old?.id }])
  await cabinet.eraseWords('QHZ', old?.id ?? '', new Date())
  t.strictSame(await search(), [])
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
      and state not in ('served', 'abandoned', 'withdrawn', 'archived')`,
  )
  t.equal(officer?.openCases, n)
  t.ok(n > 0)
})
