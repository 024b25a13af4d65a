import { createHash } from 'node:crypto'
import { againstPublishing } from '@zhiqing/casework'
import { type CabinetKeeper, type KeptEdition, type ReportKind, staffActing } from '@zhiqing/db'
import { type Day, overTwo, type Role, sumTwo } from '@zhiqing/law'
import t from 'tap'
import { a } from './casework/court.js'
import { testDatabase } from './database.js'
import { entries } from './report/entries.js'
import { answered, registered } from './report/lives.js'
import { organOf, type PlayOffice, playOffice } from './report/office.js'

/* A government's report that sums up its organs: a draft, editions and a carry of its own beside the organ's (条例 49, 50). */

const db = await testDatabase()
t.teardown(() => db.close())
const cabinet: CabinetKeeper = await db.open()
t.teardown(() => cabinet.close())

const officeOn = async (code: string, supervisedBy?: string): Promise<PlayOffice> => {
  const organ = { ...organOf(code), type: supervisedBy ? ('countyDepartment' as const) : ('countyGovernment' as const) }
  await cabinet.keepOrgan(code, organ, supervisedBy ? { supervisedBy } : {})
  const warn = { name: 'riskChecks', value: 'warn', from: '2019-05-15' as Day, reason: '试', by: null } as const
  await cabinet.keepSetting({ organ: code, ...warn })
  const read = async (id: string) => (await cabinet.findCase(code, id))?.current
  return playOffice(organ, { store: cabinet.store, read })
}

const organs = ['QHS', 'QHT', 'QHU']
const [top, first, second] = [await officeOn('QHS'), await officeOn('QHT', 'QHS'), await officeOn('QHU', 'QHS')]

const acting = (...roles: Role[]) =>
  cabinet.as(staffActing({ id: '00000000-0000-4000-8000-00000000000d', organ: 'QHS', roles }))
/** Who writes the report of the government and supervises its organs. */
const writer = acting('statistician', 'supervisor').reports

const orderOf = (kind: ReportKind, year: number) => ({
  ...{ organ: 'QHS', year, kind },
  organs: kind === 'sum' ? organs : ['QHS'],
})
const prepared = (kind: ReportKind, year = 2024) => writer.yearReport(orderOf(kind, year))
const keep = (kind: ReportKind, given: typeof entries | object, year = 2024) =>
  writer.keepReportDraft({
    ...orderOf(kind, year),
    ...{ entries: { ...entries, ...given }, openedOn: `${year + 1}-01-06` as Day, openedBy: '林兼任' },
  })
const publish = async (kind: ReportKind, year: number, on: string, reason?: string) =>
  writer.publishReport({
    ...orderOf(kind, year),
    ...{ on: on as Day, by: '林兼任', reason },
    refuse: (one) => againstPublishing({ ...one, reason, on: on as Day }),
  })
const published = async (...given: Parameters<typeof publish>): Promise<KeptEdition> => {
  const edition = await publish(...given)
  if ('refused' in edition) throw new Error(JSON.stringify(edition.refused))
  return edition
}
const refusals = async (...given: Parameters<typeof publish>): Promise<string[]> => {
  const edition = await publish(...given)
  return 'refused' in edition ? edition.refused.map(({ code, zh }) => `${code} ${zh}`) : []
}

const filing = (received: string) => ({ kind: 'natural', channel: 'inPerson', received }) as const

t.test('§6.1 | table two of a sum: what every organ tells, figure by figure; what was entered takes its place', (t) => {
  const some = { 规章: [0, 0, 1], 行政许可: [12], 行政处罚: [3], 行政事业性收费: [1.1] }
  const other = { 规章: [1, null, 2], 行政许可: [5], 行政事业性收费: [2.2] }
  const none = { 行政规范性文件: [null, null, null], 行政处罚: [null], 行政强制: [null] }
  const sum = { ...none, 规章: [1, null, 3], 行政许可: [17], 行政事业性收费: [3.3] }
  t.same(sumTwo([some, other], 2024), sum, 'one organ does not tell it: nobody does; 1.1 and 2.2 are 3.3')
  t.same(sumTwo([some, other, {}], 2024).行政许可, [null], 'one organ told nothing at all')
  t.match(overTwo({ 规章: [null, 4, null], 行政许可: [0] }, sum, 2024), {
    规章: [1, 4, 3],
    行政许可: [0],
    行政处罚: [null],
    行政事业性收费: [3.3],
  })
  t.end()
})

t.test('条例50 汇总 | entries of its own over what the organs told; the organ’s own draft is another', async (t) => {
  await first.play(answered(filing('2024-03-04'), 'G2', '2024-03-12').acts)
  await second.play(registered(filing('2024-12-16')))
  await top.play(registered(filing('2024-12-17')))
  const by = { year: 2024, openedOn: '2025-01-06' as Day, openedBy: null }
  const told = (行政许可: number, fee: number) => ({
    entries: { ...entries, table2: { ...entries.table2, 行政许可: [行政许可], 行政事业性收费: [fee] } },
    ...by,
  })
  await cabinet.reports.keepReportDraft({ organ: 'QHT', ...told(12, 1.5) })
  const handed = { organ: 'QHT', organs: ['QHT'], year: 2024, on: '2025-01-10' as Day, by: null, refuse: () => [] }
  await cabinet.reports.publishReport(handed)
  await cabinet.reports.keepReportDraft({ organ: 'QHT', ...told(99, 99) })
  await cabinet.reports.keepReportDraft({ organ: 'QHU', ...told(5, 0.1) })
  t.strictSame((await prepared('sum')).proposed?.行政许可, [null], 'the government itself has told nothing')
  await keep('own', told(1, 0.2).entries)
  // Published 12 and not the 99 of the draft since; 5 of the draft of who has not published; 1 of its own.
  t.match((await prepared('sum')).proposed, { 行政许可: [18], 行政处罚: [9], 行政事业性收费: [1.8] })
  t.equal((await prepared('sum')).draft, undefined, 'the own draft is not the sum’s')
  await keep('sum', { table2: { 行政许可: [20] }, parts: { ...entries.parts, overview: '全县工作平稳。' } })
  const [sum, own] = [await prepared('sum'), await prepared('own')]
  t.match(sum.report.table2, { 行政许可: [20], 行政处罚: [9], 行政规范性文件: [3, 0, 27], 行政事业性收费: [1.8] })
  t.equal(sum.report.parts.overview, '全县工作平稳。')
  t.strictSame(sum.report.sums, ['青禾县QHS局', '青禾县QHT局', '青禾县QHU局'])
  t.strictSame([sum.report.table3['1']?.[6], own.report.table3['1']?.[6]], [3, 1])
  t.match(own, { proposed: null, report: { table2: { 行政许可: [1] }, parts: { overview: entries.parts.overview } } })
  t.notOk('sums' in own.report)
  t.strictSame(sum.changed, { four: [], remedies: [], two: [], parts: [], sources: [], previous: null }, 'just opened')
  await cabinet.reports.keepReportDraft({ organ: 'QHU', ...told(6, 0.1) })
  await keep('sum', { table2: {}, parts: { ...entries.parts, overview: '全县工作平稳。' } })
  t.strictSame((await prepared('sum')).changed?.two, [{ figure: 'table2 行政许可', before: 20, now: 19 }])
})

t.test(
  'R93 汇总 | published and frozen by itself; what moves in an organ breaks its carry, until a second edition',
  async (t) => {
    t.match(await refusals('sum', 2024, '2024-12-31'), [/^reportYearOpen/])
    const edition = await published('sum', 2024, '2025-03-10')
    t.match(edition, { edition: 1, report: { edition: 1, table3: { 4: [2, 0, 0, 0, 0, 0, 2] } } })
    t.strictSame(await writer.reportEditions(['QHS'], 2024), [], 'the government by itself has published nothing')
    const own = await published('own', 2024, '2025-03-11')
    t.match(own, { edition: 1, report: { table3: { 4: [1, 0, 0, 0, 0, 0, 1] } } }, 'its first, beside the sum’s')
    const kept = await db.owner<{ kind: string; report: string; sha256: string }>(
      `select kind, report, sha256 from report_editions where organ = 'QHS' and year = 2024 order by kind`,
    )
    t.strictSame(
      kept.map(({ kind, sha256 }) => [kind, sha256]),
      [
        ['own', own.sha256],
        ['sum', edition.sha256],
      ],
    )
    for (const { report, sha256 } of kept) t.equal(createHash('sha256').update(report, 'utf8').digest('hex'), sha256)
    t.match(JSON.parse(kept[1]?.report ?? ''), { sums: edition.report.sums, table2: { 行政许可: [19] } })
    await t.rejects(db.app(`update report_editions set kind = 'own'`), { code: '42501' })
    await t.rejects(
      db.owner(`insert into report_editions (organ, year, kind, edition, report, sha256, places, published_on)
      values ('QHS', 2023, 'all', 1, 'x', encode(sha256('x'), 'hex'), '[]', '2024-01-20')`),
      { code: '23514' },
    )

    t.match((await prepared('sum', 2025)).report.previous?.table3, { 4: [2, 0, 0, 0, 0, 0, 2] })
    t.match((await prepared('own', 2025)).report.previous?.table3, { 4: [1, 0, 0, 0, 0, 0, 1] })
    await keep('sum', { table2: { ...entries.table2, 行政规范性文件: [3, 0, 30] } }, 2025)
    t.strictSame(
      await refusals('sum', 2025, '2025-12-31').then((all) => all.map((one) => one.split(' ')[0])),
      ['reportYearOpen'],
      'the carry is last year’s sum',
    )
    const late = await second.play([
      a('2025-02-05', 'receiveRequest', {
        ...{ channel: 'registeredMail', signedForOn: '2024-12-30', information: { description: '青禾镇防汛值班表' } },
        applicant: { kind: 'natural', name: '李四', phone: '13800000000' },
      }),
    ])
    t.strictSame((await prepared('sum')).moved, [
      { id: late, before: null, after: { kind: 'natural', from: '1', to: '4' } },
    ])
    t.strictSame((await prepared('own')).moved, [])
    const broken = await refusals('sum', 2025, '2026-03-10')
    t.match(broken, [/^reportCarryBroken .*上年报告的结转下年度是2.*1件案件/])
    t.match(broken[0], new RegExp(late), 'and says which case it is')
    t.match(await refusals('sum', 2024, '2026-03-10'), [/^reportReasonMissing/])
    t.match(await published('sum', 2024, '2026-03-10', '漏计一件'), { edition: 2, reason: '漏计一件' })
    t.strictSame(await writer.reportEditions(['QHS'], 2024), [own], 'the government by itself is as it was')
    t.strictSame((await writer.reportEditions(['QHS'], 2024, 'sum'))[0], edition, 'the first stands as it was')
    const next = await published('sum', 2025, '2026-03-11')
    t.match(next.report.previous?.table3, { 4: [3, 0, 0, 0, 0, 0, 3] })
  },
)

t.test(
  'R78 | without the government’s own figures it is a look at the others: no draft, no edition, nothing to write',
  async (t) => {
    const look = { organ: 'QHS', organs: ['QHT', 'QHU'], year: 2024, kind: 'sum' as const }
    t.match(await writer.yearReport(look), { draft: undefined, moved: [], changed: null, movedBefore: [] })
    const nothing = { entries, openedOn: '2025-01-06' as Day, openedBy: null }
    await t.rejects(writer.keepReportDraft({ ...look, ...nothing }), /不在汇总的机关中/)
    await t.rejects(writer.publishReport({ ...look, on: '2026-03-10' as Day, by: null, refuse: () => [] }), /没有草稿/)
    t.strictSame(await acting('supervisor').reports.reportEditions(['QHS'], 2024, 'sum'), [], 'the database’s own word')
    await t.rejects(
      acting('supervisor').reports.publishReport({
        ...orderOf('sum', 2024),
        on: '2026-03-10' as Day,
        by: null,
        refuse: () => [],
      }),
      { code: '42501' },
    )
  },
)

t.test('§49 催报 | a government that published the sum is reminded no more; an organ under it still is', async (t) => {
  const roles: Role[] = ['statistician', 'supervisor']
  const person = {
    ...{ id: '00000000-0000-4000-8000-00000000000d', organ: 'QHS', roles },
    name: 'lin',
    displayName: '林',
  }
  const missing = async (today: string) =>
    (await acting(...roles).notices.watched(person, today as Day)).reports.map(({ organ }) => organ)
  t.strictSame(await missing('2026-04-01'), ['QHT', 'QHU'], 'of 2025 the sum alone is published')
  await db.owner(`insert into report_editions (organ, year, kind, edition, report, sha256, places, published_on)
    values ('QHT', 2025, 'sum', 1, '{}', encode(sha256('{}'), 'hex'), '[]', '2026-01-20')`)
  t.strictSame(await missing('2026-04-01'), ['QHT', 'QHU'], 'a department hands in its own')
})
