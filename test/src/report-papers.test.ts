import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadKeys } from '@zhiqing/db'
import {
  type CountedCase,
  type Day,
  draftReport,
  type ReportEntries,
  tableFour,
  tableThree,
  type YearReport,
} from '@zhiqing/law'
import { harmless, openFonts, type ReportForm, reportFile, reportForms } from '@zhiqing/letters'
import t from 'tap'
import { testDatabase } from './database.js'
import { done, furnish, registered } from './db/office.js'
import { attribute, find, parseXml } from './docx.js'
import { textOf } from './pdf.js'
import { unzip } from './unzip.js'

/* The yearly report in every form it comes out in, each read back by a reader that is not its writer. */

const entries: ReportEntries = {
  table2: {
    规章: [0, 0, 0],
    行政规范性文件: [3, 1, 21],
    行政许可: [1204],
    行政处罚: [88],
    行政强制: [0],
    行政事业性收费: [12.5],
  },
  parts: { overview: '主动公开平稳有序。', problems: '＝cmd|答复说理不够充分。', other: '=1+1' },
  sources: {},
}
/** 7 granted to natural persons, 5 refused as 过程性 to companies, 2 open; one of 2024 carried over. */
const one = (
  id: number,
  kind: CountedCase['kind'],
  line: CountedCase['line'],
  receivedOn = '2025-03-03',
): CountedCase => ({ id: String(id), kind, receivedOn, line, closedOn: line ? '2025-04-01' : null }) as CountedCase
const cases = [
  ...[1, 2, 3, 4, 5, 6, 7].map((n) => one(n, 'natural', '3.1')),
  ...[8, 9, 10, 11].map((n) => one(n, 'commercial', '3.3.6')),
  one(12, 'commercial', '3.3.6', '2024-12-20'),
  ...[13, 14].map((n) => one(n, 'legal', null)),
]
const report: YearReport = draftReport({
  organ: '青禾县自然资源局',
  year: 2025,
  table3: tableThree(cases, 2025),
  table4: tableFour([], 2025),
  fees: { amount: 300, cases: 2 },
  entries,
})
const made = new Map<string, Buffer>()
t.before(async () => {
  for (const form of reportForms)
    made.set(form, await reportFile(report, form, { fonts: () => openFonts({}), on: '2026-01-12' }))
})
const file = (form: string): Buffer => made.get(form) as Buffer
const part = (form: string, name: string): string =>
  unzip(file(form), true)
    .find((one) => one.name === name)
    ?.bytes.toString('utf8') ?? ''

t.test('30号 | table three in Excel: figures are numbers in their cells, heads merged, words no formula', async (t) => {
  const sheet = part('xlsx', 'xl/worksheets/sheet2.xml')
  const words = [1, 2, 3, 4]
    .flatMap((n) => [...part('xlsx', `xl/worksheets/sheet${n}.xml`).matchAll(/<t[^>]*>([^<]*)<\/t>/g)])
    .map(([, text]) => text)
  const cell = (place: string): string | undefined =>
    new RegExp(`<c r="${place}"([^>]*)><v>([^<]*)</v>`).exec(sheet)?.[2]
  // One row of title, three of head, then the lines: 1, 2, 3.1, 3.2, 3.3.1 … 3.3.6 is the tenth, so row 14.
  t.strictSame([cell('D5'), cell('E5'), cell('J5')], ['7', '4', '13'], 'received: natural, companies, all')
  t.strictSame([cell('E6'), cell('J6')], ['1', '1'], 'carried over')
  t.strictSame([cell('D7'), cell('E14'), cell('J14')], ['7', '5', '5'])
  t.strictSame([cell('J28'), cell('J29')], ['12', '2'], 'all results; carried on')
  t.notMatch(sheet, /<t[^>]*>7</, 'no figure is a text')
  for (const span of ['A2:C4', 'D2:J2', 'E3:I3', 'A7:A28', 'B9:B16', 'B28:C28', 'A29:C29'])
    t.match(sheet, `mergeCell ref="${span}"`, span)
  for (const label of ['三、本年度办理结果', '（三）不予公开', '6.属于四类过程性信息', '四、结转下年度继续办理'])
    t.ok(words.includes(label), label)
  for (const n of [1, 2, 3, 4, 5]) t.notMatch(part('xlsx', `xl/worksheets/sheet${n}.xml`), /<f[ >]/, 'no formula')
  t.ok(words.includes("'＝cmd|答复说理不够充分。"), 'made harmless')
  t.notOk(
    words.some((text) => /^[=+\-@＝＋－＠]/.test(text ?? '')),
    'nothing begins like a formula',
  )
})

t.test('30号 | each table prints on one A4 page across, all of it, no label cut off', async (t) => {
  const book = parseXml(part('xlsx', 'xl/workbook.xml'))
  t.strictSame(
    find(book, 'sheet').map((one) => attribute(one, 'name')),
    ['表二', '表三', '表四', '报告正文', '附图数据'],
  )
  t.strictSame(
    find(book, 'definedName').map((one) => [attribute(one, 'localSheetId'), one.children.join('')]),
    [
      ['0', "'表二'!$A$1:$H$15"],
      ['1', "'表三'!$A$1:$J$29"],
      ['2', "'表四'!$A$1:$O$5"],
      ['3', "'报告正文'!$A$1:$A$10"],
      ['4', "'附图数据'!$A$1:$B$16"],
    ],
  )
  for (const n of [1, 2, 3]) {
    const sheet = parseXml(part('xlsx', `xl/worksheets/sheet${n}.xml`))
    const [setup] = find(sheet, 'pageSetup')
    t.match(setup?.attributes, { paperSize: '9', orientation: 'landscape', fitToWidth: '1', fitToHeight: '1' })
    t.equal(attribute(find(sheet, 'pageSetUpPr')[0], 'fitToPage'), '1')
  }
  const rows = find(parseXml(part('xlsx', 'xl/worksheets/sheet2.xml')), 'row')
  const heightOf = (row: number) => Number(attribute(rows[row - 1], 'ht'))
  // 32 characters in a column of 33.8 half widths: three lines; 7 characters: one.
  t.ok(heightOf(25) >= 3 * 15, '申请人无正当理由逾期不补正…')
  t.ok(heightOf(9) < 2 * 15, '属于国家秘密')
})

t.test('同样的输入同样的字节 | every form of the report, whatever the clock says meanwhile', async (t) => {
  await new Promise((resolve) => setTimeout(resolve, 2100))
  for (const form of reportForms) {
    const again = await reportFile(report, form, { fonts: () => openFonts({}), on: '2026-01-12' })
    t.equal(Buffer.compare(again, file(form)), 0, form)
  }
})

t.test('图 | the same bars in Word, PDF and on the page, from nought, told in words to who does not see', async (t) => {
  const told = '本年度办理结果：予以公开7件，部分公开0件，不予公开5件，无法提供0件，不予处理0件，其他处理0件。'
  const chart = parseXml(part('docx', 'word/chart-1.xml'))
  const values = (name: string) => find(find(chart, name)[0] ?? chart, 'c:v').map(({ children }) => children.join(''))
  t.strictSame(values('c:cat'), ['予以公开', '部分公开', '不予公开', '无法提供', '不予处理', '其他处理'])
  t.strictSame(values('c:val'), ['7', '0', '5', '0', '0', '0'])
  const [axis] = find(chart, 'c:valAx')
  t.strictSame(
    ['c:min', 'c:max', 'c:majorUnit'].map((name) => attribute(find(axis ?? chart, name)[0], 'val')),
    ['0', '8', '2'],
    'seven by steps of two ends at eight',
  )
  const grounds = parseXml(part('docx', 'word/chart-2.xml'))
  t.strictSame(
    find(find(grounds, 'c:val')[0] ?? grounds, 'c:v').map(({ children }) => children.join('')),
    ['0', '0', '0', '0', '0', '5', '0', '0'],
    'the sixth ground, 过程性',
  )
  const data = parseXml(part('xlsx', 'xl/worksheets/sheet5.xml'))
  t.strictSame(
    find(data, 'v').map(({ children }) => children.join('')),
    ['7', '0', '5', '0', '0', '0', '0', '0', '0', '0', '0', '5', '0', '0'],
    'both in figures',
  )
  const text = parseXml(part('docx', 'word/document.xml'))
  t.equal(attribute(find(text, 'wp:docPr')[0], 'descr'), told)
  t.match(file('html').toString('utf8'), `aria-label="${told}"`)
  const [svg = ''] = /<svg.*?<\/svg>/.exec(file('html').toString('utf8')) ?? []
  const all = (tag: string, name: string) =>
    [...svg.matchAll(new RegExp(`<${tag} [^>]*?\\b${name}="([^"]+)"`, 'g'))].map(([, value]) => Number(value))
  const steps = all('line', 'x1')
  t.equal(steps.length, 5, 'nought, two, four, six, eight')
  const [from = 0, until = 0] = [steps[0], steps.at(-1)]
  const share = (n: number) => Math.round(((n / 8) * (until - from)) / 0.5) * 0.5
  t.ok(until - from > 200, 'as wide as is worth looking at')
  t.strictSame(
    all('rect', 'x').map((x) => x - from),
    [0, 0, 0, 0, 0, 0],
    'every bar begins at nought',
  )
  t.strictSame(
    all('rect', 'width').map((wide) => Math.round(wide / 0.5) * 0.5),
    [7, 0, 5, 0, 0, 0].map(share),
    'and ends where its figure stands on the axis',
  )
  const pdf = file('pdf').toString('latin1')
  t.match(pdf, /\/S \/Figure/, 'a figure in the structure')
  const escaped = {
    '\n': '\\n',
    '\r': '\\r',
    '\t': '\\t',
    '\b': '\\b',
    '\f': '\\f',
    '\\': '\\\\',
    '(': '\\(',
    ')': '\\)',
  }
  const utf16 = Buffer.from(`\ufeff${told}`, 'utf16le').swap16().toString('latin1')
  const written = utf16.replace(/[\n\r\t\b\f\\()]/g, (mark) => escaped[mark as keyof typeof escaped])
  t.ok(pdf.includes(`/Alt (${written})`), 'with its words')
  const none = draftReport({
    organ: '青禾县自然资源局',
    year: 2025,
    table3: tableThree([], 2025),
    table4: tableFour([], 2025),
    fees: { amount: 0, cases: 0 },
    entries,
  })
  const bare = await reportFile(none, 'html', { fonts: () => openFonts({}), on: '2026-01-12' })
  t.notMatch(bare.toString('utf8'), /<svg/, 'nothing is drawn of what did not happen')
})

t.test(
  '条例56 60号 | the form of 2019 in every file: its own rows, one 其他处理, and what it cannot hold',
  async (t) => {
    const table2 = { 规范性文件: [4, 5, 6], 政府集中采购: [16, 160.5964] }
    const in_ = (year: number) => {
      const closed = (id: number, line: CountedCase['line']) => ({
        ...one(id, 'natural', line, `${year}-06-03`),
        closedOn: `${year}-06-20` as Day,
      })
      const table3 = tableThree([closed(1, '3.6.1'), closed(2, '3.6.3'), closed(3, '3.1')], year)
      const given = {
        organ: '青禾县自然资源局',
        year,
        table3,
        table4: tableFour([], year),
        fees: { amount: 0, cases: 0 },
      }
      return draftReport({ ...given, entries: { ...entries, table2 } })
    }
    const textsOf = async (year: number) => {
      const make = (form: ReportForm) => reportFile(in_(year), form, { fonts: () => openFonts({}), on: '2022-01-12' })
      const bare = (xml: string) => xml.replace(/<[^>]+>/g, '')
      const zipped = (bytes: Buffer, name: string) => unzip(bytes, true).find((file) => file.name === name)?.bytes ?? ''
      const book = await make('xlsx')
      const pages = (await textOf(await make('pdf'))).split('\n')
      return {
        json: String(await make('json')),
        html: bare(String(await make('html'))),
        docx: bare(String(zipped(await make('docx'), 'word/document.xml'))),
        表三: bare(String(zipped(book, 'xl/worksheets/sheet2.xml'))),
        表四: bare(String(zipped(book, 'xl/worksheets/sheet3.xml'))),
        pdf: pages[0]?.replace(/\s/g, '') ?? '',
      }
    }
    const [first, second] = [await textsOf(2019), await textsOf(2020)]
    const cannot = /表三、表四不含此前收到的申请，即2019年1月1日至2019年5月14日收到的和2018年结转的/
    for (const [form, text] of Object.entries(first)) t.match(text, cannot, form)
    for (const [form, text] of Object.entries(second))
      t.notMatch(text, /统计范围/, `${form} of 2020 is of a whole year`)
    for (const text of [first.html, first.docx, first.表三, second.html]) {
      t.match(text, '（六）其他处理')
      t.notMatch(text, '不再处理其政府信息公开申请', 'rows of the form of 2021')
    }
    for (const text of [first.html, first.docx]) t.match(text, /政府集中采购\s*16\s*160\.5964/)
    t.match(in_(2019).table3, { '3.6': [2, 0, 0, 0, 0, 0, 2], '3.7': [3, 0, 0, 0, 0, 0, 3] })
    t.match(first.html, /（六）其他处理\s*2\s*0/)
  },
)

t.test('防注入 | whatever a spreadsheet may work out is made words; all else stays', async (t) => {
  for (const text of [
    '=1',
    '+1',
    '-1',
    '@a',
    '\t=1',
    '\r=1',
    '＝1',
    '＋1',
    '－1',
    '＠a',
    ' =1',
    '\u200b=1',
    '\ufeff@a',
    '\n=1',
  ])
    t.equal(harmless(text), `'${text}`, JSON.stringify(text))
  for (const text of ['青禾县', '1.属于国家秘密', '（一）予以公开', '12345', 'a=b', '']) t.equal(harmless(text), text)
})

t.test('30号 | the Word file: six parts in order, merged heads, every label, every figure', async (t) => {
  const xml = part('docx', 'word/document.xml')
  const text = xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '')
  let at = -1
  for (const title of [
    '青禾县自然资源局\n2025年政府信息公开工作年度报告',
    '草稿，未公布',
    '一、总体情况',
    '二、主动公开政府信息情况',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '六、其他需要报告的事项',
    '本年度收取政府信息公开信息处理费300元，涉及2件申请。',
  ]) {
    const next = text.indexOf(title)
    t.ok(next > at, title)
    at = next
  }
  t.equal((xml.match(/<w:tbl>/g) ?? []).length, 3)
  t.match(xml, /<w:gridSpan w:val="7"\/>/)
  const [, three] = find(parseXml(xml), 'w:tbl')
  const rows = find(three ?? parseXml(xml), 'w:tr')
  for (const row of rows) {
    const across = find(row, 'w:tc').map((cell) => Number(attribute(find(cell, 'w:gridSpan')[0], 'w:val') ?? 1))
    t.equal(
      across.reduce((sum, one) => sum + one, 0),
      10,
      'every row fills the ten columns of the grid, covered cells included',
    )
  }
  t.equal(rows.filter((row) => find(row, 'w:tblHeader').length > 0).length, 3)
  t.match(xml, /<w:vMerge w:val="restart"\/>/)
  t.match(xml, /<w:pageBreakBefore\/>/, 'table three on a page of its own')
})

t.test('30号 | the PDF: table three whole on one page, and the figures in it', async (t) => {
  const pages = (await textOf(file('pdf'))).split('\n')
  const [page = ''] = pages.filter((text) => text.includes('四、结转下年度继续办理'))
  for (const label of [
    '申请人情况',
    '法人或其他组织',
    '一、本年新收政府信息公开申请数量',
    '5.要求行政机关确认或重新出具已获取信息',
  ])
    t.ok(page.includes(label), label)
  const again = await reportFile(report, 'pdf', { fonts: () => openFonts({}), on: '2026-01-12' })
  t.equal(Buffer.compare(again, file('pdf')), 0, 'the same bytes again')
})

t.test(
  '网页 | HTML: heads span as in the form, nothing anybody wrote is markup, the drawing is told in words',
  async (t) => {
    const html = await reportFile(
      { ...report, parts: { ...report.parts, overview: '<script>alert(1)</script>' } },
      'html',
      { fonts: () => openFonts({}), on: '2026-01-12' },
    )
    const text = html.toString('utf8')
    t.notMatch(text, /<script/)
    t.match(text, /<th rowspan="22" scope="row">三、本年度办理结果<\/th>/)
    t.match(text, /<td data-figure="3.3.6 commercial">5<\/td>/)
    t.match(text, /aria-label="本年度办理结果：予以公开7件，部分公开0件，不予公开5件/)
    t.match(text, /✓ 自然人：7 \+ 0 = 7 \+ 0（R90）/)
  },
)

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))

t.test('contract §4 | report build writes five files, and report check passes what was built', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-report-'))
  const dataDir = join(folder, 'data')
  const db = await testDatabase()
  const cabinet = await db.open({ keys: await loadKeys(dataDir) })
  t.teardown(async () => {
    await cabinet.close()
    await db.close()
    rmSync(folder, { recursive: true, force: true })
  })
  await furnish(cabinet)
  const { id } = await registered(cabinet)
  await done(cabinet, 'withdrawRequest', { caseId: id, day: '2026-09-03' })
  await registered(cabinet)
  const env = {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    DATA_DIR: dataDir,
    DATABASE_URL: db.url,
    DATABASE_OWNER_URL: db.ownerUrl,
  }
  const zhiqing = (...args: string[]) =>
    spawnSync(process.execPath, [program, 'report', ...args], { env, encoding: 'utf8', timeout: 120_000 })
  const out = join(folder, 'out')
  const given = join(folder, 'entries.json')
  writeFileSync(given, JSON.stringify({ ...entries, parts: { ...entries.parts, other: '' } }))
  const built = zhiqing('build', '--year', '2026', '--organ', 'QHZR', '--out', out, '--entries', given)
  t.equal(built.status, 0, built.stderr)
  t.match(built.stdout, /勾稽关系全部相符/)
  t.strictSame(readdirSync(out).toSorted(), ['2026.docx', '2026.html', '2026.json', '2026.pdf', '2026.xlsx'])
  const { table3 } = JSON.parse(readFileSync(join(out, '2026.json'), 'utf8'))
  t.strictSame(
    [table3['1'], table3['3.6.3'], table3['4']].map((cells) => cells[6]),
    [2, 1, 1],
  )
  const checked = zhiqing('check', join(out, '2026.json'))
  t.match(checked, { status: 0, stdout: '' }, checked.stderr)
  t.match(zhiqing('build', '--year', '2026', '--out', out), { status: 2, stderr: /2个机关.*--organ/ })
  t.match(zhiqing('build', '--organ', 'QHZR', '--out', out), { status: 2, stderr: /--year/ })
  t.match(zhiqing('build', '--year', '2018', '--organ', 'QHZR', '--out', out), {
    status: 1,
    stderr: /2019年以前的格式/,
  })
  writeFileSync(given, JSON.stringify({ table2: { 规章: [1, 2] }, previous: { year: 2025 } }))
  t.match(zhiqing('build', '--year', '2026', '--organ', 'QHZR', '--out', out, '--entries', given), {
    status: 2,
    stderr: /table2\.规章/,
  })
})
