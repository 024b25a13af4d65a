import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { againstPublishing, readEntries, readPublishedReport } from '@zhiqing/casework'
import {
  type Cell,
  checkReport,
  type Day,
  draftReport,
  type FindingRule,
  grounds,
  identitiesOf,
  noEntries,
  type PublishedReport,
  scopeOf,
  sheetThree,
  sheetTwo,
  tableFourOf,
} from '@zhiqing/law'
import t from 'tap'

/*
 * Published yearly reports: sound ones pass, each planted fault is told with its rule and its cell. The reports are put
 * together here row by row, with sums of the test's own.
 */

const leaves2021 =
  '3.1 3.2 3.3.1 3.3.2 3.3.3 3.3.4 3.3.5 3.3.6 3.3.7 3.3.8 3.4.1 3.4.2 3.4.3 3.5.1 3.5.2 3.5.3 3.5.4 3.5.5 3.6.1 3.6.2 3.6.3'.split(
    ' ',
  )
const leaves2019 = [...leaves2021.slice(0, 18), '3.6']

type Rows = Record<string, Cell[]>
const noParts: readonly Cell[] = Array<Cell>(6).fill(null)
const withTotal = (six: number[]): Cell[] => [...six, six.reduce((all, one) => all + one, 0)]

/** A sound report: leaf n of column c holds (7n + 3c) mod 5; carried on 2, carried over 1, received what is left. */
const sound = (leaves: readonly string[] = leaves2021): Rows => {
  const rows: Rows = {}
  const sums = [0, 0, 0, 0, 0, 0]
  leaves.forEach((line, n) => {
    const six = sums.map((_, c) => (7 * n + 3 * c) % 5)
    six.forEach((one, c) => {
      sums[c] = (sums[c] as number) + one
    })
    rows[line] = withTotal(six)
  })
  rows['3.7'] = withTotal(sums)
  rows['4'] = withTotal([2, 2, 2, 2, 2, 2])
  rows['2'] = withTotal([1, 1, 1, 1, 1, 1])
  rows['1'] = withTotal(sums.map((one) => one + 1))
  return rows
}

const table4 = () => ({
  reconsideration: [3, 1, 1, 0, 5],
  litigationDirect: [0, 0, 0, 0, 0],
  litigationAfter: [1, 0, 0, 1, 2],
})

const report = (more: Partial<PublishedReport> = {}): PublishedReport => ({
  organ: '青禾县',
  year: 2023,
  format: '2021',
  table3: sound(),
  table4: table4(),
  previous: {
    organ: '青禾县',
    year: 2022,
    format: '2021',
    table3: { ...sound(), 4: withTotal([1, 1, 1, 1, 1, 1]) },
    table4: table4(),
    table2: { 行政规范性文件: [2, 1, 20] },
  },
  table2: { 行政规范性文件: [3, 2, 21] },
  ...more,
})

const told = (one: PublishedReport): string[] => checkReport(one).map(({ rule, where }) => `${rule} ${where}`)
const columns = ['natural', 'commercial', 'research', 'social', 'legal', 'other']

t.test('条例49、50 年报 | sound reports pass without a word: both forms, blanks for zeros, totals alone', async (t) => {
  t.strictSame(told(report()), [])
  t.strictSame(told(report({ year: 2019, format: '2019', table3: sound(leaves2019), previous: undefined })), [])
  const blank = Object.fromEntries(
    Object.entries(sound()).map(([line, cells]) => [line, cells.map((cell) => (cell === 0 ? null : cell))]),
  )
  t.strictSame(told(report({ table3: blank })), [], 'a zero left blank is a zero')
  const totals = Object.fromEntries(Object.entries(sound()).map(([line, cells]) => [line, [...noParts, cells[6]]]))
  t.strictSame(told(report({ table3: totals as Rows, previous: undefined })), [], 'totals alone')
})

const city: Rows = Object.fromEntries(
  Object.entries({
    1: 14069,
    2: 560,
    ...Object.fromEntries(
      [5548, 2168, 13, 30, 11, 51, 104, 85, 286, 150, 3222, 180, 19, 203, 148, 0, 101, 5, 318, 203, 965].map((n, i) => [
        leaves2021[i],
        n,
      ]),
    ),
    3.7: 13810,
    4: 819,
  }).map(([line, total]): [string, Cell[]] => [line, [...noParts, Number(total)]]),
)
const cityRemedies = {
  reconsideration: [376, 97, 196, 121, 790],
  litigationDirect: [16, 1, 12, 27, 56],
  litigationAfter: [74, 1, 30, 51, 156],
}

t.test('R90–R93 | the city report of rulebook §6.4 passes', async (t) => {
  const one = { organ: '某市', year: 2025, format: '2021' as const, table3: city, table4: cityRemedies }
  t.strictSame(told(one), [])
  const text =
    '2025年全市新收政府信息公开申请14069件，上年结转560件；予以公开5548件，占40.2%；结转下年度819件；行政复议790件。'
  t.strictSame(told({ ...one, narrative: text }), [])
})

/** Every cell that can be wrong by itself, and what must be told of it; no more and no less. */
const planted: [string, number, string[]][] = [
  ...leaves2021.slice(0, 12).map((line, n): [string, number, string[]] => {
    const column = n % 6
    return [line, column, [`T3-ROW-TOTAL ${line} total`, `T3-COL-SUM 3.7 ${columns[column]}`]]
  }),
  ...leaves2021.slice(0, 12).map((line): [string, number, string[]] => [line, 6, [`T3-ROW-TOTAL ${line} total`]]),
  ...['3.7', '1', '2', '4'].map((line): [string, number, string[]] => [line, 6, [`T3-ROW-TOTAL ${line} total`]]),
  ...columns.map((column, i): [string, number, string[]] => [
    '1',
    i,
    ['T3-ROW-TOTAL 1 total', `T3-COL-IDENTITY 4 ${column}`],
  ]),
  ...columns.map((column, i): [string, number, string[]] => [
    '4',
    i,
    ['T3-ROW-TOTAL 4 total', `T3-COL-IDENTITY 4 ${column}`],
  ]),
]

t.test(
  'R90–R92 | each of forty single wrong cells is told by its rule and its place, and nothing else is',
  async (t) => {
    t.equal(planted.length, 40)
    for (const [line, column, expected] of planted) {
      const table3 = sound()
      const cells = table3[line] as Cell[]
      cells[column] = (cells[column] ?? 0) + 1
      t.strictSame(told(report({ table3 })), expected, `${line} ${columns[column] ?? 'total'}`)
    }
  },
)

t.test(
  'R90–R93 | blanks, zero totals, an old form, a broken carry, stock and text: each as it should be',
  async (t) => {
    const level = (rule: FindingRule, one: PublishedReport) =>
      checkReport(one).find((found) => found.rule === rule)?.level
    const blankTotals = Object.fromEntries(
      Object.entries(sound()).map(([line, cells]) => [line, [...cells.slice(0, 6), null]]),
    )
    const blanks = told(report({ table3: blankTotals }))
    t.ok(
      blanks.length > 20 && blanks.every((one) => one.startsWith('T3-ROW-TOTAL-MISSING')),
      'blank totals, and no other rule',
    )
    t.strictSame(told(report({ table4: { ...table4(), reconsideration: [3, 1, 1, 0, 0] } })), [
      'T4-TOTAL reconsideration total',
    ])
    t.strictSame(told(report({ table4: { ...table4(), litigationAfter: [1, 0, 0, 1, null] } })), [
      'T4-TOTAL litigationAfter total',
    ])
    t.strictSame(told(report({ format: '2019', table3: sound(leaves2019) })), ['FORMAT-OUTDATED format'])
    t.strictSame(
      told(report({ year: 2020, format: '2019', table3: sound(leaves2019) })),
      [],
      'the last year of the old form',
    )
    t.strictSame(told(report({ year: 2021, format: '2019', table3: sound(leaves2019) })), ['FORMAT-OUTDATED format'])
    const previous = report().previous as PublishedReport
    const carried = { ...previous, table3: { ...previous.table3, 4: withTotal([1, 1, 2, 1, 1, 1]) } }
    t.strictSame(told(report({ previous: carried })), ['CROSS-YEAR-CARRY 2 research'])
    // R93 and A18: what 2018 carried on is in no ledger here; a report that says so may say less than that, never more.
    const first = (more: object) =>
      report({ ...{ year: 2019, format: '2019', table3: sound(leaves2019), table2: undefined }, ...more })
    const on = (...cells: number[]) => ({
      ...previous,
      year: 2018,
      table3: { ...previous.table3, 4: withTotal(cells) },
    })
    const stated = { scope: '统计范围：……' }
    const beyond = first({ previous: on(1, 1, 3, 1, 1, 1), ...stated })
    t.strictSame(told(beyond), ['CARRY-BEFORE-LEDGER 2 research'])
    t.equal(level('CARRY-BEFORE-LEDGER', beyond), 'warning')
    t.strictSame(told(first({ previous: on(1, 1, 3, 1, 1, 1) })), ['CROSS-YEAR-CARRY 2 research'], 'it does not say so')
    t.strictSame(told(first({ previous: on(0, 1, 1, 1, 1, 1), ...stated })), ['CROSS-YEAR-CARRY 2 natural'], 'more')
    const later = { year: 2020, previous: { ...on(1, 1, 3, 1, 1, 1), year: 2019 }, ...stated }
    t.strictSame(told(first(later)), ['CROSS-YEAR-CARRY 2 research'], 'a whole year has no such excuse')
    t.strictSame(told(report({ table2: { 行政规范性文件: [3, 2, 22] } })), ['CROSS-YEAR-STOCK table2 行政规范性文件'])
    t.equal(level('CROSS-YEAR-STOCK', report({ table2: { 行政规范性文件: [3, 2, 22] } })), 'error')
    const total = sound()['3.7']?.[6] as number
    const text = (narrative: string) => report({ narrative })
    t.match(
      told(text(`全年收到申请${total}件。`)),
      [/^NARRATIVE-NUMBER/],
      'the text counts what was closed, not what came',
    )
    t.equal(level('NARRATIVE-NUMBER', text(`全年收到申请${total}件。`)), 'warning')
    t.match(told(text(`全年办结申请${total}件，答复申请${total + 1}件。`)), [
      /^NARRATIVE-NUMBER/,
      /^NARRATIVE-CONFLICT/,
    ])
    t.match(told(text('本年度没有收到政府信息公开申请。')), [/^NARRATIVE-CONFLICT/])
    const open = sound()['3.1']?.[6] as number
    const share = ((100 * open) / total).toFixed(1)
    t.strictSame(told(text(`予以公开${open}件，占${share}%。`)), [])
    t.match(told(text(`予以公开${open}件，占${(Number(share) + 0.2).toFixed(1)}％。`)), [/^NARRATIVE-PERCENT/])
  },
)

t.test('年报 | every outcome has its line among the leaves of the form now in use', async (t) => {
  const used = new Set(Object.values(grounds).map(({ reportLine }) => reportLine))
  for (const line of used) t.ok(leaves2021.includes(line), line)
  t.strictSame([...used].toSorted(), leaves2021.toSorted(), 'and every leaf its outcome')
})

const program = fileURLToPath(new URL('../../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const check = (input: string) =>
  spawnSync(process.execPath, [program, 'report', 'check', '-'], { input, encoding: 'utf8' })

t.test('contract §4 | report check: one line a finding, exit 1 on an error, 2 on a file that is none', async (t) => {
  const { previous, ...one } = report()
  const good = check(JSON.stringify(report()))
  t.match(good, { status: 0, stdout: '' })
  const warned = check(JSON.stringify({ ...report(), narrative: '新收申请1件。' }))
  t.equal(warned.status, 0, 'a warning is no error')
  t.match(JSON.parse(warned.stdout), { rule: 'NARRATIVE-NUMBER', level: 'warning', printed: 1 })
  const bad = check(JSON.stringify({ ...one, table4: { reconsideration: [1, 0, 0, 0, 0] } }))
  t.equal(bad.status, 1)
  t.strictSame(JSON.parse(bad.stdout), {
    rule: 'T4-TOTAL',
    where: 'reconsideration total',
    expected: 1,
    printed: 0,
    level: 'error',
    zh: '表四“行政复议”的总计是0，四种结果相加是1',
  })
  t.match(bad.stderr, /没有给出上年报告/, 'what cannot be judged is said')
  for (const [what, text] of [
    ['no JSON', '{'],
    ['six cells', JSON.stringify({ ...one, table3: { 1: [1, 2, 3, 4, 5, 6] } })],
    ['no such line', JSON.stringify({ ...one, table3: { 9: [0, 0, 0, 0, 0, 0, 0] } })],
    ['a negative number', JSON.stringify({ ...one, table3: { 1: [-1, 0, 0, 0, 0, 0, 0] } })],
    ['no such form', JSON.stringify({ ...one, format: '2020' })],
  ] as const) {
    const { status, stdout, stderr } = check(text)
    t.match({ status, stdout }, { status: 2, stdout: '' }, what)
    t.notMatch(stderr, /\n\s+at /, `${what}: no stack`)
  }
})

/** The form of 2019 (国办公开办函〔2019〕60号) as published reports of that year print it, typed in from them. */
const printed2019 = `第二十条第（一）项
信息内容 本年新制作数量 本年新公开数量 对外公开总数量
规章 1 2 3
规范性文件 4 5 6
第二十条第（五）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政许可 7 -1 8
其他对外管理服务事项 9 0 10
第二十条第（六）项
信息内容 上一年项目数量 本年增/减 处理决定数量
行政处罚 11 +0 12
行政强制 13 0 14
第二十条第（八）项
信息内容 上一年项目数量 本年增/减
行政事业性收费 15 -2
第二十条第（九）项
信息内容 采购项目数量 采购总金额
政府集中采购 16 160.5964`

const labels2019 = `一、本年新收政府信息公开申请数量 二、上年结转政府信息公开申请数量 三、本年度办理结果 （一）予以公开
（二）部分公开（区分处理的，只计这一情形，不计其他情形） （三）不予公开 1.属于国家秘密 2.其他法律行政法规禁止公开 3.危及“三安全一稳定”
4.保护第三方合法权益 5.属于三类内部事务信息 6.属于四类过程性信息 7.属于行政执法案卷 8.属于行政查询事项 （四）无法提供
1.本机关不掌握相关政府信息 2.没有现成信息需要另行制作 3.补正后申请内容仍不明确 （五）不予处理 1.信访举报投诉类申请 2.重复申请
3.要求提供公开出版物 4.无正当理由大量反复申请 5.要求行政机关确认或重新出具已获取信息 （六）其他处理 （七）总计 四、结转下年度继续办理`.split(
  /\s+/,
)

t.test('60号 | the reports of 2019 and 2020 print their own form: table two and three, word by word', async (t) => {
  const table2 = {
    规章: [1, 2, 3],
    规范性文件: [4, 5, 6],
    行政许可: [7, -1, 8],
    其他对外管理服务事项: [9, 0, 10],
    行政处罚: [11, 0, 12],
    行政强制: [13, 0, 14],
    行政事业性收费: [15, -2],
    政府集中采购: [16, 160.5964],
  }
  for (const year of [2019, 2020]) {
    const two = sheetTwo({ table2, year })
    const words = two.rows.map((row) => row.map(({ text }) => text).join(' ')).join('\n')
    t.equal(words, printed2019.replace('+0', '0'))
    for (const row of two.rows)
      t.equal(
        row.reduce((sum, { across = 1 }) => sum + across, 0),
        two.widths.length,
      )
    const three = sheetThree({ table3: sound(leaves2019), year })
    const labels = three.rows.slice(3).flatMap((row) => row.flatMap(({ text, figure }) => (figure ? [] : [text])))
    t.strictSame(labels, labels2019)
    t.equal(three.rows.length, 3 + 2 + 20 + 1, 'heads, what came in, twenty under 三, what was carried on')
  }
  t.equal(
    sheetTwo({ table2, year: 2021 }).rows.some((row) => row.some(({ text }) => text === '政府集中采购')),
    false,
  )
  const read = readEntries({ table2, parts: { overview: '平稳。', problems: '培训不够。' } })
  if ('faults' in read) throw new Error(JSON.stringify(read.faults))
  const made = (year: number) =>
    draftReport({
      ...{ organ: '青禾县', year, table3: {}, table4: tableFourOf([]), fees: { amount: 0, cases: 0 } },
      entries: read.entries,
    })
  const missing = (year: number) =>
    againstPublishing({ report: made(year), movedBefore: [], editions: 0, on: '2022-02-01' as Day }).flatMap(
      ({ code, zh }) => (code === 'reportPartMissing' ? [zh] : []),
    )
  t.strictSame(missing(2020), [], 'all that the form of 2020 wants')
  t.match(missing(2021), [/行政规范性文件/], 'the form of 2021 wants another kind')
  t.match(readEntries({ table2: { 行政许可: [1, 2] } }), { faults: [{ path: /行政许可/ }] })
  t.match(readEntries({ table2: { 规范性文件: [1, -1, 2] } }), { faults: [{ path: /规范性文件/ }] })
  const shrunk = { organ: '某县', year: 2020, format: '2019', table3: {}, table2: { 行政许可: [7, -1, 8] } }
  t.notMatch(readPublishedReport(shrunk), { faults: [] })
  t.match(readPublishedReport({ ...shrunk, year: 2021, format: '2021' }), { faults: [/行政许可.*负数/] })
})

t.test('60号 R90–R92 | the identities of a report of 2019 are those of its own rows', async (t) => {
  const table3 = sound(leaves2019)
  const of = (rows: Rows) =>
    identitiesOf({ organ: '某县', year: 2019, format: '2019', table3: rows, table4: {} }).filter(
      ({ rule }) => rule !== 'T4',
    )
  t.equal(of(table3).length, 7 * 2 + 23, 'two a column, one a row: twenty under 三 and three beside')
  t.strictSame(
    of(table3).filter(({ holds }) => !holds),
    [],
  )
  const other = table3['3.6'] as number[]
  const broken = of({ ...table3, '3.6': other.map((one, i) => (i === 2 ? one + 1 : one)) })
  t.match(
    broken.filter(({ holds }) => !holds),
    [
      { rule: 'R92', zh: /科研机构/ },
      { rule: 'R91', zh: /其他处理/ },
    ],
    'one cell too many',
  )
})

t.test('条例56 | the report of 2019 says what it cannot hold; those of whole years say nothing', async (t) => {
  t.equal(
    scopeOf(2019),
    '统计范围：本系统从2019年5月15日（条例施行之日）起登记申请，表三、表四不含此前收到的申请，即2019年1月1日至2019年5月14日收到的和2018年结转的；这些申请的数字见当时的台账。',
  )
  for (const year of [2020, 2021, 2026]) t.equal(scopeOf(year), undefined, String(year))
  t.match(scopeOf(2019, 2), /和2018年结转的（2018年报告的结转下年度为2件）；这些/)
  t.equal(scopeOf(2019, 0), scopeOf(2019))
  t.equal(scopeOf(2020, 2), undefined)
  const made = (year: number) =>
    draftReport({
      ...{ organ: '青禾县', year, table3: {}, table4: tableFourOf([]), fees: { amount: 0, cases: 0 } },
      entries: noEntries,
    })
  t.equal(made(2019).scope, scopeOf(2019))
  t.notOk('scope' in made(2020), 'an edition of a whole year reads as it always did')
  const read = readPublishedReport(JSON.parse(JSON.stringify(made(2019))))
  t.notMatch(read, { faults: [] }, 'and what was built is read back')
})

t.test('60号 | 对外公开总数量 is no stock: last year’s form of 2019 says nothing of 现行有效件数', async (t) => {
  const before = {
    ...report().previous,
    format: '2019' as const,
    table3: sound(leaves2019),
    table2: { 规章: [1, 1, 9] },
  }
  const now = report({ table2: { 规章: [3, 0, 5] }, previous: before as PublishedReport })
  t.notOk(
    told(now).some((one) => one.startsWith('CROSS-YEAR-STOCK')),
    told(now).join(),
  )
})
