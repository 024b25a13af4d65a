import t from 'tap'
import { testDatabase } from './database.js'
import { browser, openPortal, wordsOf } from './portal-counter.js'

/* 核对年度报告: anybody's page over the checker of `zhiqing report check`; what it finds is that checker's own work. */

/** A sound report of three requests: 2 received and 1 carried over are 2 answered and 1 carried on. */
const sound = {
  ...{ organ: '青禾县教育局', year: 2024, format: '2021' },
  table3: {
    1: [2, 0, 0, 0, 0, 0, 2],
    2: [1, 0, 0, 0, 0, 0, 1],
    '3.1': [2, 0, 0, 0, 0, 0, 2],
    '3.7': [2, 0, 0, 0, 0, 0, 2],
    4: [1, 0, 0, 0, 0, 0, 1],
  },
  table4: {
    reconsideration: [1, 0, 0, 0, 1],
    litigationDirect: [0, 0, 0, 0, 0],
    litigationAfter: [0, 0, 0, 0, 0],
  },
}
const previous = { ...sound, year: 2023, table3: { 4: [1, 0, 0, 0, 0, 0, 1] } }
const changed = (line: string, cells: (number | null)[]) => ({ ...sound, table3: { ...sound.table3, [line]: cells } })

type Parts = Readonly<Record<string, string | { readonly file: string | Buffer }>>

const boundary = 'xXx-zhiqing-xXx'

/** A form as a browser without scripts sends it, files and all. */
const bodyOf = (parts: Parts): Buffer =>
  Buffer.concat([
    ...Object.entries(parts).flatMap(([name, value]) => {
      const isFile = typeof value !== 'string'
      const head = `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${isFile ? '; filename="r.json"\r\ncontent-type: application/json' : ''}\r\n\r\n`
      return [Buffer.from(head), Buffer.from(isFile ? value.file : value), Buffer.from('\r\n')]
    }),
    Buffer.from(`--${boundary}--\r\n`),
  ])

const open = async (options: Parameters<typeof openPortal>[0] = {}) => {
  const portal = await openPortal(options)
  const check = (parts: Parts, more: object = {}) =>
    portal.app.inject({
      ...{ method: 'POST', url: '/report-check', payload: bodyOf(parts), remoteAddress: '203.0.113.9' },
      headers: { accept: 'text/html', 'content-type': `multipart/form-data; boundary=${boundary}`, ...more },
    })
  return { portal, check }
}

t.test(
  'R90–R93 核对 | each finding says which cell, expected, printed, error or warning, the rule, in Chinese',
  async (t) => {
    const { check } = await open()
    const wrong = changed('3.1', [2, 0, 0, 0, 0, 0, 3])
    const answer = await check({ report: JSON.stringify(wrong) })
    t.equal(answer.statusCode, 200)
    const words = wordsOf(answer.body)
    t.match(words, /青禾县教育局，2024年，国办公开办函〔2021〕30号的格式： 错误1处，提示0处/)
    t.match(words, /表三，“（一）予以公开”一行，“总计”一列 应为 2 印的是 3/)
    t.match(words, /表三每一行：各类申请人相加，等于总计 ?（ ?T3-ROW-TOTAL ?）/)
    t.match(words, /没有核对的 .*没有上年的报告.*没有报告正文/)
    t.match(words, /没有保存/)
    const four = { ...sound, table4: { ...sound.table4, reconsideration: [1, 0, 0, 0, null] } }
    t.match(
      wordsOf((await check({ report: JSON.stringify(four) })).body),
      /表四，“行政复议”，“总计” 应为 1 印的是 没有填写/,
    )
    const old = { ...sound, format: '2019' }
    t.match(wordsOf((await check({ report: JSON.stringify(old) })).body), /报告的格式 应为 2021 印的是 2019/)
  },
)

t.test('R93 核对 | last year and the text are held against it where they are given; sound ones pass', async (t) => {
  const { check } = await open()
  const report = { file: JSON.stringify(sound) }
  const fine = await check({ reportFile: report, previousFile: { file: JSON.stringify(previous) }, narrative: '无。' })
  t.match(wordsOf(fine.body), /错误 ?0 ?处，提示 ?0 ?处.*没有发现问题.*没有核对的 .*两年的表二/)
  t.notMatch(wordsOf(fine.body), /没有上年的报告|没有报告正文/)
  const carry = { ...previous, table3: { 4: [0, 0, 0, 0, 0, 0, 0] } }
  const broken = await check({ reportFile: report, previous: JSON.stringify(carry), narrative: '全年共收到申请5件。' })
  const words = wordsOf(broken.body)
  t.match(words, /二、上年结转政府信息公开申请数量”一行，“自然人”一列 应为 0 印的是 1 规则 本年的上年结转/)
  t.match(words, /提示 正文说“.*5件”，表中“新收申请”是2/)
  t.match(words, /正文：“.*” 应为 2 印的是 5/)
})

t.test('核对 | what cannot be read is told at its field, everything at once, and typed words stay', async (t) => {
  const { portal, check } = await open()
  const told = async (parts: Parts) => {
    const answer = await check(parts)
    t.equal(answer.statusCode, 400)
    return wordsOf(answer.body)
  }
  t.match(await told({}), /请粘贴年度报告，或者选一个文件/)
  t.match(await told({ report: '这不是', previous: '{' }), /年度报告：既不是 JSON.*上年的报告：既不是 JSON/)
  t.match(await told({ report: '[1]' }), /应为一份报告/)
  t.match(await told({ report: '{"year":2024,"format":"2021","table3":{"1":[1]}}' }), /table3\.1：应有7个数/)
  t.match(await told({ report: '{}', reportFile: { file: '{}' } }), /粘贴了，又上传了文件/)
  t.match(await told({ reportFile: { file: Buffer.from([0xff, 0xfe, 0x00]) } }), /不是文字/)
  t.match(await told({ reportFile: { file: `{"organ":"${'长'.repeat(200_000)}"}` } }), /太大了，最大512 KB/)
  t.match(await told({ report: 'x'.repeat(600_000) }), /太大了，最大512 KB/)
  t.match((await check({ report: '<b>不是' })).body, /&lt;b&gt;不是/, 'it comes back, and as words')
  const visitor = browser(portal)
  const larger = await visitor.post('/report-check', { report: '{"year":', size: 'large' })
  t.equal(larger.statusCode, 200)
  t.match(larger.body, /class="large".*\{&quot;year&quot;:/s, 'a larger type loses no word and checks nothing')
  t.equal((await check({ report: '{}' }, { 'sec-fetch-site': 'cross-site' })).statusCode, 403)
  t.match((await visitor.get('/')).body, /href="\/report-check"/, 'the start page leads there')
})

t.test('核对 | an address that asks too often waits an hour; nothing is read then', async (t) => {
  let asked = 0
  const { check } = await open({
    change: (cabinet) => ({ ...cabinet, admitReportCheck: async () => ++asked <= 2 }),
  })
  const report = JSON.stringify(sound)
  t.equal((await check({ report })).statusCode, 200)
  t.equal((await check({ report })).statusCode, 200)
  const refused = await check({ report })
  t.equal(refused.statusCode, 429)
  t.equal(refused.headers['retry-after'], '3600')
  t.match(wordsOf(refused.body), /核对的次数太多/)
})

t.test('核对 | the database counts by address and keeps no word of a report', async (t) => {
  const db = await testDatabase()
  const cabinet = await db.open()
  t.teardown(async () => {
    await cabinet.close()
    await db.close()
  })
  const ask = (address: string, minute = 0) =>
    cabinet.admitReportCheck({ address, now: new Date(Date.UTC(2026, 0, 5, 2, minute)) })
  for (let i = 0; i < 120; i++) t.equal(await ask('203.0.113.1'), true)
  t.equal(await ask('203.0.113.1'), false, 'the hundred-and-twenty-first')
  t.equal(await ask('203.0.113.2'), true, 'another address is another matter')
  t.equal(await ask('203.0.113.1', 60), true, 'an hour later')
  const { portal, check } = await open({
    change: (paper) => ({ ...paper, admitReportCheck: cabinet.admitReportCheck }),
  })
  const sizes = () =>
    db.owner<{ relname: string; n: string }>(
      `select relname, (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || relname, false, true, '')))[1]::text as n
       from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'attempts' order by 1`,
    )
  const before = await sizes()
  const marked = { ...sound, organ: '记号甲乙丙', narrative: '记号甲乙丙收到5件' }
  t.match((await check({ report: JSON.stringify(marked) })).body, /记号甲乙丙/)
  t.strictSame(await sizes(), before, 'no row anywhere but the count of attempts')
  const kept = await db.owner<{ all: string }>(
    `select coalesce(string_agg(attempts::text, ''), '') as all from attempts`,
  )
  t.notMatch(kept[0]?.all, /记号|203\.0\.113/)
  t.strictSame(portal.lines, [], 'nothing is logged')
})

/** A published table three and four as a browser copies them: tabs between cells, merged heads only where they begin. */
const copied = (title: string, rows: Readonly<Record<string, string>> = {}) =>
  [
    title,
    '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况',
    '自然人\t法人或其他组织\t总计',
    '商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他',
    `一、本年新收政府信息公开申请数量\t${rows.new ?? '14\t1\t0\t0\t0\t0\t15'}`,
    '二、上年结转政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1',
    '三、本年度办理结果\t（一）予以公开\t5\t1\t0\t0\t0\t0\t6',
    '（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t2\t0\t0\t0\t0\t0\t2',
    '（三）不予公开\t1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0',
    '2.其他法律行政法规禁止公开\t1\t0\t0\t0\t0\t0\t1',
    '（五）不予处理\t1.信访举报投诉类申请\t\t\t\t\t\t\t',
    '（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t2\t0\t0\t0\t0\t0\t2',
    '3.其他\t3\t0\t0\t0\t0\t0\t3',
    `（七）总计\t${rows.total ?? '13\t1\t0\t0\t0\t0\t14'}`,
    '四、结转下年度继续办理\t2\t0\t0\t0\t0\t0\t2',
    '行政复议\t行政诉讼',
    '结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t复议后起诉',
    rows.four ?? '1\t0\t0\t1\t2\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0',
  ].join('\n')

t.test('核对 | tables copied from a page are read row by row and checked by the same rules', async (t) => {
  const { check } = await open()
  const told = async (report: string, more: Parts = {}) => wordsOf((await check({ report, ...more })).body)
  const title = '青禾县教育局2024年政府信息公开工作年度报告'
  t.match(await told(copied(title)), /青禾县教育局，2024年.*〔2021〕30号的格式： 错误0处，提示0处/)
  t.match(await told(copied(title).replaceAll('\t', '  ')), /错误0处，提示0处/, 'blanks where the tabs were lost')
  t.match(
    await told(copied(title, { total: '13\t1\t0\t0\t0\t0\t15' })),
    /错误1处.*“（七）总计”一行，“总计”一列 应为 14 印的是 15/,
  )
  t.match(
    await told(copied(title, { four: '1\t0\t0\t1\t3\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0' })),
    /错误1处.*“行政复议”，“总计” 应为 2 印的是 3/,
  )
  t.match(
    await told(copied(title, { new: '１４\t1\t\t\t\t\t' })),
    /总计”一列 应为 15 印的是 没有填写/,
    'full widths, blanks',
  )
  const before = copied('青禾县教育局2023年政府信息公开工作年度报告')
  t.match(await told(copied(title), { previous: before }), /错误1处.*二、上年结转.*“自然人”一列 应为 2 印的是 1/)
  const old = copied(title).replace(/（六）其他处理.*\n3\.其他/, '（六）其他处理')
  t.match(await told(old), /〔2019〕60号的格式.*报告的格式 应为 2021 印的是 2019/)
  t.match(await told(copied('年度报告')), /没有写年份/)
  t.match(await told('一、总体情况\n2024年平稳有序。'), /既不是 JSON，也没有表三的一行/)
})
