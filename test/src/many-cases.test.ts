import { setTimeout as sleep } from 'node:timers/promises'
import { buildApi } from '@zhiqing/api'
import { type Cabinet, copyCases, hashPassword, seedDemo, staffActing } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import t from 'tap'
import { testDatabase, testKeys } from './database.js'
import { findings } from './db/office.js'

/*
 * Three thousand cases, and what the database reads for each thing that somebody waits for: counted by the server itself,
 * as the role of the service, under row-level security. Times are `zhiqing bench desk`'s, on a hundred thousand; what is
 * read does not hang on how busy the machine is. A plan that reads a whole table is red here, whatever made it.
 */

t.setTimeout(900_000)
const today = '2026-11-20' as Day
const CASES = 3000
const db = await testDatabase()
t.teardown(() => db.close())
const first = await db.open()
await seedDemo(first, today)
await copyCases({
  ...{ cases: CASES, years: 5, today, ownerUrl: db.ownerUrl, cabinet: first, keys: testKeys, seed: 7 },
  tell: () => {},
})
const mine = (await first.colleagues('QHZR')).find(({ name }) => name === 'qhzr-officer')
const who = { officers: [mine?.name ?? '', mine?.displayName ?? ''], states: [], unassigned: false, dues: [] }
const someCase = (await first.listCases({ organ: 'QHZR', limit: 1, state: 'archived' })).cases[0]?.id ?? ''
const officer = staffActing({ id: '00000000-0000-4000-8000-00000000000a', organ: 'QHZR', roles: ['officer'] })

/** Tables that grow with the cases. */
const large = [
  'cases',
  'case_words',
  'case_facts',
  'fact_words',
  'letters',
  'due_days',
  'case_search',
  'looks',
  'outbox',
]

interface Read {
  /** Rows read by walking through a whole table. */
  readonly walked: number
  /** Rows fetched by an index. */
  readonly fetched: number
  /** How often an index was asked. */
  readonly asked: Readonly<Record<string, number>>
}

const countedSoFar = async () => {
  // What the test itself read, such as an index made anew, is told now and not in the middle of the next measurement.
  for (const ask of [db.owner, db.app]) await ask('select pg_stat_force_next_flush()')
  await db.owner('select pg_stat_clear_snapshot()')
  const tables = await db.owner<{ walked: number; fetched: number }>(
    `select coalesce(sum(seq_tup_read), 0)::int as walked, coalesce(sum(idx_tup_fetch), 0)::int as fetched
    from pg_stat_user_tables where relname = any ($1)`,
    [large],
  )
  const indexes = await db.owner<{ name: string; asked: number }>(
    `select indexrelname as name, idx_scan::int as asked from pg_stat_user_indexes`,
  )
  return { ...(tables[0] ?? { walked: 0, fetched: 0 }), indexes: new Map(indexes.map((one) => [one.name, one.asked])) }
}

/** A backend tells what it counted at the latest when it ends. */
const untilGone = async (): Promise<void> => {
  for (;;) {
    const [row] = await db.owner<{ n: number }>(
      `select count(*)::int as n from pg_stat_activity where application_name = 'zhiqing' and datname = current_database()`,
    )
    if (row?.n === 0) return
    await sleep(20)
  }
}

const readBy = async (work: (cabinet: Cabinet) => Promise<unknown>): Promise<Read> => {
  await untilGone()
  const idle = await db.open()
  await idle.close()
  await untilGone()
  const before = await countedSoFar()
  const cabinet = await db.open()
  await work(cabinet.as(officer))
  await cabinet.close()
  await untilGone()
  const after = await countedSoFar()
  const asked = [...after.indexes].map(([name, n]) => [name, n - (before.indexes.get(name) ?? 0)] as const)
  return {
    walked: after.walked - before.walked,
    fetched: after.fetched - before.fetched,
    asked: Object.fromEntries(asked.filter(([, n]) => n > 0)),
  }
}

await t.test(
  '造案 | what was laid down is what the service itself would have kept: verify finds nothing',
  async (t) => {
    t.strictSame(await findings(first), [])
    const [row] = await db.app<{ n: number; open: number }>(
      `select count(*)::int as n, count(*) filter (where state not in ('served', 'abandoned', 'withdrawn', 'archived'))::int as open
    from cases`,
    )
    t.equal(row?.n, CASES)
    t.ok((row?.open ?? 0) > CASES / 50 && (row?.open ?? 0) < CASES / 20, `${row?.open} open ones`)
    await first.close()
  },
)

const search =
  (words: string, more: object = {}) =>
  (cabinet: Cabinet) =>
    cabinet.listCases({ organ: 'QHZR', limit: 50, search: words, ...more })

/** What is done, how many rows of the three thousand cases and their forty thousand facts may be read for it, and by what. */
const waits: readonly (readonly [
  zh: string,
  most: number,
  by: string | null,
  work: (of: Cabinet) => Promise<unknown>,
])[] = [
  ['检索：少见的姓名', 150, 'case_search_pairs_idx', search('欧阳修齐')],
  ['检索：没有的字', 20, 'case_search_pairs_idx', search('量子计算')],
  ['检索：两个字', 1500, 'case_search_pairs_idx', search('低保')],
  ['检索：受理编号', 400, 'case_search_pairs_idx', search('QHZR202600001')],
  ['检索：到处都有的字', 1500, null, search('青禾')],
  ['检索并筛选', 1500, null, search('低保', { state: 'archived' })],
  ['全部案件', 400, null, (of) => of.listCases({ organ: 'QHZR', limit: 50 })],
  ['案件', 10, 'cases_pkey', (of) => of.findCase('QHZR', someCase)],
  ['台账', 80, 'case_facts_pkey', (of) => of.ledger('QHZR', someCase)],
  ['同一申请人的其他申请', 150, 'cases_applicant_idx', (of) => of.related('QHZR', someCase)],
  ['我的案件', 700, 'cases_open_idx', (of) => of.worklist({ organ: ['QHZR'], limit: 50, mine: who })],
  ['在办的全部', 700, 'due_days_duty_idx', (of) => of.worklist({ organ: ['QHZR'], limit: 50 })],
  ['在我的案件里检索', 900, 'cases_open_idx', (of) => of.worklist({ organ: ['QHZR'], limit: 50, search: '低保' })],
]

for (const [zh, most, by, work] of waits)
  await t.test(`读了多少 | ${zh}`, async (t) => {
    const { walked, fetched, asked } = await readBy(work)
    t.ok(walked + fetched <= most, `${walked} rows walked through and ${fetched} fetched, of ${most} at the most`)
    if (by !== null) t.ok(asked[by], `by ${by}: ${JSON.stringify(asked)}`)
  })

await t.test(
  '读了多少 | planted: without its index a search walks through every case; so does what is to be done',
  async (t) => {
    const planted = async (index: string, zh: string) => {
      const [row] = await db.owner<{ sql: string }>('select indexdef as sql from pg_indexes where indexname = $1', [
        index,
      ])
      await db.owner(`drop index ${index}`)
      const [, most, , work] = waits.find(([name]) => name === zh) as (typeof waits)[number]
      const { walked, fetched } = await readBy(work)
      await db.owner(row?.sql ?? '')
      t.ok(walked + fetched > most, `${zh} without ${index}: ${walked + fetched} rows, of ${most} at the most`)
    }
    await planted('case_search_pairs_idx', '检索：没有的字')
    await planted('cases_open_idx', '我的案件')
    await planted('due_days_duty_idx', '在办的全部')
  },
)

await t.test(
  '读了多少 | planted: asked by the role of the service itself, the same words walk through every case',
  async (t) => {
    await db.owner('grant select on case_search to zhiqing_app')
    await db.owner('drop policy by_the_owner on case_search')
    await db.owner(`select guard_by_organ('case_search', 'case_id')`)
    const plan = await db.app<{ 'QUERY PLAN': string }>(
      `explain select 1 from case_search where pairs @> search_pairs('量子计算') and organ = 'QHZR'`,
    )
    const text = plan.map((row) => row['QUERY PLAN']).join('\n')
    t.notMatch(
      text,
      /case_search_pairs_idx/,
      'row-level security keeps a condition that is not leakproof from the index',
    )
    for (const name of ['seen', 'added', 'changed', 'removed']) await db.owner(`drop policy ${name} on case_search`)
    await db.owner('create policy by_the_owner on case_search using (true) with check (true)')
    await db.owner('revoke all on case_search from zhiqing_app')
  },
)

await t.test('案件页 | every request of the page over HTTP, signed in: what all of them read together', async (t) => {
  const people = await db.open()
  const passwordHash = await hashPassword('一个足够长的口令-4711')
  await people.keepPerson({ organ: 'QHZR', name: 'wide', displayName: '宽', roles: ['officer'], passwordHash })
  await people.close()
  const { walked, fetched } = await readBy(async () => {
    const cabinet = await db.open()
    const app = buildApi({
      ...{ cabinet, today: () => today, now: () => new Date('2026-11-20T02:00:00Z') },
      press: { missingCharacters: async () => [], words: {} } as never,
      log: { info: () => {}, error: () => {} },
    })
    const payload = { name: 'wide', password: '一个足够长的口令-4711' }
    const signed = await app.inject({ method: 'POST', url: '/api/v1/sessions', payload })
    const headers = { authorization: `Bearer ${signed.json().token}` }
    for (const part of ['', '/acts', '/risks', '/related', '/trace', '/facts']) {
      const answer = await app.inject({ url: `/api/v1/cases/${someCase}${part}`, headers })
      t.equal(answer.statusCode, 200, part)
    }
    await app.close()
    await cabinet.close()
  })
  t.ok(walked + fetched <= 600, `${walked} walked through, ${fetched} fetched`)
})
