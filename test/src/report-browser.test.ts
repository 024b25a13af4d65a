import { readFile } from 'node:fs/promises'
import { hashPassword } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import type { Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { look, missing, openDesk, sitDown, visit } from './workbench-desk.js'

/* The statistician's year, the supervisor's sum, the running picture, what many ask for: pages in a real browser. */

const reason = missing()
if (reason) {
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

/** A Tuesday in January: the demo's year is over, its report is due. */
const open = await openDesk({ serves: '2027-01-12' as Day })

const signedIn = async (name: string) => {
  const payload = { name, password: open.password }
  const { token } = (await open.app.inject({ method: 'POST', url: '/api/v1/sessions', payload })).json()
  const headers = { authorization: `Bearer ${token}` }
  return {
    get: async (url: string) => (await open.app.inject({ url: `/api/v1${url}`, headers })).json(),
    post: (url: string, body: object) =>
      open.app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload: body }),
  }
}

const registrar = await signedIn('qhzr-registrar')
const ask = async (name: string, more: object = {}) => {
  const answer = await registrar.post('/cases', {
    ...{ channel: 'inPerson', applicant: { kind: 'natural', name, phone: '13800000102' } },
    ...{ information: { description: '东河村征地补偿款发放明细表' }, form: { medium: 'paper', method: 'mail' } },
    ...more,
  })
  if (answer.statusCode !== 201) throw new Error(answer.body)
}

/** The figure that a cell of the page shows. */
const figure = async (page: Page, line: string, column: string): Promise<string> =>
  (await page.textContent(`td a[href*="/cells/${line}/${column}"]`)) ?? ''

const entered = { 规章: [0, 0, 0], 行政规范性文件: [1, 0, 9], 行政许可: [12], 行政处罚: [3], 行政强制: [0] }
const heads = ['本年制发件数', '本年废止件数', '现行有效件数']

const enterTableTwo = async (page: Page) => {
  for (const [kind, values] of Object.entries(entered))
    for (const [i, value] of values.entries())
      await page.fill(`input[aria-label="${kind} ${values.length > 1 ? heads[i] : '本年处理决定数量'}"]`, String(value))
  await page.fill('input[aria-label^="行政事业性收费"]', '1.5')
}

const saved = async (page: Page) => {
  await page.click('button:has-text("保存草稿")')
  await page.waitForSelector('text=已保存到草稿。')
}

const json = (name: string, value: unknown) => ({
  ...{ name, mimeType: 'application/json' },
  buffer: Buffer.from(JSON.stringify(value)),
})

const lastYear = (carriedOn: number) => {
  const row = [carriedOn, 0, 0, 0, 0, 0, carriedOn]
  return { organ: '青禾县自然资源局', year: 2025, format: '2021', table3: { 4: row }, table4: {} }
}

/** A review told of late, a figure and a sentence put right: each is marked in words where it stands. */
const changedSincePublished = async (t: Test, page: Page) => {
  const clerk = await signedIn('qhzr-remedy-clerk')
  const [served] = (await clerk.get('/cases?state=served')).cases
  const review = { procedure: 'ordinary', filedOn: '2026-12-30' }
  const filed = await clerk.post(`/cases/${served.id}/commands/fileReconsideration`, review)
  t.equal(filed.statusCode, 200, filed.body)
  await page.fill('input[aria-label^="行政许可"]', '13')
  await page.fill('textarea[aria-label="五、存在的主要问题及改进情况"]', '培训不够，2027年每月一次。')
  await page.fill('#source-行政许可', '审批股更正')
  await saved(page)
  t.equal(await page.textContent('td:has(input[aria-label^="行政许可"]) .moved-mark'), '有变动，原为12')
  t.equal(await page.textContent('label[for="source-行政许可"] .moved-mark'), '有变动，原为“审批股2026年统计”')
  const since = (await page.textContent('[aria-labelledby=state]')) ?? ''
  t.match(since, /2027年1月12日公布以来.*来源有1处有变动/s, 'since it was published')
  t.notMatch(since, /打开草稿/)
  const four = page.locator('[aria-labelledby=four] td.moved')
  t.strictSame(
    (await four.locator('a').evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href))).map(
      (href) => href.split('/cells/')[1],
    ),
    ['reconsideration/pending', 'reconsideration/total'],
  )
  t.match(await four.first().textContent(), /有变动，原为\d+$/)
  await page.click('summary:has-text("有1件复议、诉讼的情况变动")')
  t.match(
    await page.textContent('[aria-labelledby=state] table'),
    new RegExp(`${served.number}.*不在本年的表中.*尚未审结`, 's'),
  )
  const problems = page.locator('fieldset:has(legend:text-is("五、存在的主要问题及改进情况"))')
  await problems.locator('summary').click()
  t.equal(await problems.locator('del').textContent(), '2027年每季度一次。')
  t.equal(await problems.locator('ins').textContent(), '2027年每月一次。')
  t.equal(await page.locator('.moved-part').count(), 1, 'no other part changed')
  await look(t, page, 'report-changed')
}

t.test(
  'R90–R93 统计人员 | a whole year in one run: draft, a figure opened, table two, the carry, publish, PDF, second edition',
  { timeout: 240_000 },
  async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhzr-statistician')
    await visit(page, open, '/report')
    await page.waitForSelector('#state')
    t.match(await page.textContent('#state'), /2026年/, 'in January it is last year’s')
    await look(t, page, 'report-begin')
    await page.click('button:has-text("打开2026年的草稿")')
    await page.waitForSelector('form[aria-label="填写表二和文字部分"]')
    t.match(await page.textContent('[aria-labelledby=state]'), /2027年1月12日打开.*没有案件的归属变动/)
    t.equal(await page.locator('table.sheet').first().locator('th[rowspan="22"]').count(), 1, 'three, over its 22 rows')
    t.match(await page.textContent('[aria-labelledby=identities]'), /项勾稽关系全部相符/)
    await look(t, page, 'report-draft')

    const total = await figure(page, '1', 'total')
    t.ok(Number(total) > 8, `${total} came in`)
    await page.focus('td a[href*="/cells/1/total"]')
    await page.keyboard.press('Enter')
    await page.waitForSelector('table.plain tbody tr')
    t.equal(String(await page.locator('tbody tr').count()), total, 'as many cases as the figure says')
    t.match(await page.textContent('main'), /2026年一、本年新收政府信息公开申请数量，总计/)
    await look(t, page, 'report-behind')
    await page.click('tbody tr th a >> nth=0')
    await page.waitForSelector('.case-head')
    await page.goBack()
    await page.click('text=回到年度报告')
    await page.waitForSelector('form[aria-label="填写表二和文字部分"]')
    await visit(page, open, '/report/2026/cells/3.3.1/legal')
    await page.waitForSelector('text=这个数字背后没有案件')
    await look(t, page, 'report-behind-none')

    await visit(page, open, '/report')
    await page.waitForSelector('#published')
    t.match(await page.textContent('[aria-labelledby=published]'), /现在还不能公布.*表二“规章”.*还没有公布过/s)
    await enterTableTwo(page)
    await page.fill('#source-行政许可', '审批股2026年统计')
    await page.fill('textarea[aria-label="一、总体情况"]', '2026年，主动公开平稳有序。')
    await page.fill('textarea[aria-label="五、存在的主要问题及改进情况"]', '培训不够，2027年每季度一次。')
    await page.setInputFiles('#previous-file', json('2025.json', lastYear(1)))
    await page.waitForSelector('text=已读入“2025.json”')
    await page.click('button:has-text("保存草稿")')
    await page.waitForSelector('.problem')
    t.match(await page.textContent('.problem'), /写明它的来源/, 'last year’s figures want their source')
    await look(t, page, 'report-entries-refused')
    await page.fill('#source-previous', '2026年1月20日印发的纸质报告')
    await saved(page)
    t.match(await page.textContent('[aria-labelledby=carry]'), /来源：2026年1月20日印发的纸质报告.*不一致/s)
    t.match(await page.textContent('[aria-labelledby=published]'), /上年报告的结转下年度是1.*先更正上年报告/s)
    await look(t, page, 'report-carry-broken')
    await page.setInputFiles('#previous-file', json('2025更正.json', lastYear(0)))
    await page.waitForSelector('text=已读入“2025更正.json”')
    await saved(page)
    t.notMatch(await page.textContent('[aria-labelledby=carry]'), /不一致/)
    t.equal(
      await page.locator('td.moved .moved-mark:text-is("新填写")').count(),
      10,
      'every figure of table two, in words',
    )
    t.match(await page.textContent('fieldset:has(legend:text-is("一、总体情况"))'), /打开草稿以后新填写/)
    t.match(
      await page.textContent('[aria-labelledby=state]'),
      /表二有10个数字，文字有2个部分，来源有\d+处，上年的报告有变动，已在原处标明/,
    )

    const other = { description: '青禾镇2026年防汛值班表' }
    await ask('后来登记的人', { channel: 'registeredMail', signedForOn: '2026-12-30', information: other })
    await page.reload()
    await page.waitForSelector('.moved-mark')
    t.equal(await figure(page, '1', 'total'), String(Number(total) + 1))
    const marked = await page
      .locator('td.moved a')
      .evaluateAll((all) => all.map((one) => (one as unknown as { href: string }).href))
    t.strictSame(
      marked.map((href) => href.split('/cells/')[1]),
      ['1/natural', '1/total', '4/natural', '4/total'],
      'where it came in and where it went, nothing else',
    )
    await page.click('summary:has-text("有1件案件的归属变动")')
    t.match(await page.textContent('[aria-labelledby=state] table'), /QHZR2027\d+.*不在本年的表中.*一、本年新收/s)
    t.equal(await page.inputValue('#source-行政许可'), '审批股2026年统计', 'what was entered is there')
    await look(t, page, 'report-moved')

    await page.click('button:has(span:text-is("公布"))')
    await page.waitForSelector('dialog')
    await look(t, page, 'report-publish')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    await page.click('button:has(span:text-is("公布"))')
    await page.click('button:has-text("确认公布")')
    await page.waitForSelector('.editions')
    const hash = (await page.textContent('.done .hash')) ?? ''
    t.match(hash, /^[0-9a-f]{64}$/)
    t.equal(await page.textContent('.editions .hash'), hash)
    t.notOk(await page.locator('.moved-mark').count(), 'the draft begins anew from what was published')
    await look(t, page, 'report-published')
    const kinds = { DOCX: 'PK', PDF: '%P', XLSX: 'PK', HTML: '<!', JSON: '{\n' }
    for (const [form, begins] of Object.entries(kinds)) {
      const download = page.waitForEvent('download')
      await page.click(`button[aria-label="下载第1版 ${form}"]`)
      const file = await download
      t.equal(file.suggestedFilename(), `青禾县自然资源局2026年政府信息公开工作年度报告.${form.toLowerCase()}`)
      const bytes = await readFile(await file.path())
      t.equal(bytes.subarray(0, 2).toString(), begins, form)
    }

    await changedSincePublished(t, page)
    await page.click('button:has-text("更正，另出一版")')
    await page.click('button:has-text("确认公布")')
    await page.waitForSelector('dialog .problem')
    t.match(await page.textContent('dialog .problem'), /更正.*应当写明原因/)
    await look(t, page, 'report-second-refused')
    await page.fill('#edition-reason', '文字部分漏了一句')
    await page.click('button:has-text("确认公布")')
    await page.waitForSelector('.editions li >> nth=1')
    t.match(await page.textContent('.editions'), /第1版.*第2版.*更正原因：文字部分漏了一句/s)
    t.equal(await page.textContent('.editions li:first-child .hash'), hash, 'the first stands as it was')

    await visit(page, open, '/report?year=2027')
    await page.waitForSelector('#carry')
    t.match(await page.textContent('[aria-labelledby=carry]'), /本系统2027年1月12日公布的2026年报告第2版，已经冻结/)
    await look(t, page, 'report-next-year')
    t.strictSame(complaints, [])
    await context.close()
  },
)

t.test('R78 R94 主管部门 | the sum, who has not handed in, each organ to open, nothing to write', async (t) => {
  const { page, context, complaints } = await sitDown(open, 'qhzf-supervisor')
  await visit(page, open, '/roll-up')
  await page.waitForSelector('#handed-in')
  const words = (await page.textContent('[aria-labelledby=handed-in]')) ?? ''
  t.match(words, /2027年1月31日以前；此前最后一个工作日是2027年1月29日/)
  t.match(words, /2027年3月31日以前/)
  t.match(words, /还没有公布的有1个机关：青禾镇人民政府/)
  t.match(words, /青禾县自然资源局已公布第2版2027年1月12日/)
  await look(t, page, 'roll-up')
  const sum = Number(await page.textContent('[aria-labelledby=three] td a[href*="/cells/1/total"]'))
  const rows = await page.locator('[aria-labelledby=handed-in] tbody tr td:nth-of-type(3)').allTextContents()
  t.equal(
    rows.reduce((all, one) => all + Number(one), 0),
    sum,
    'the sum of the organs',
  )
  await page.click('[aria-labelledby=handed-in] th a:has-text("自然资源局")')
  await page.waitForSelector('#published')
  t.equal(await page.locator('form[aria-label="填写表二和文字部分"], button:has-text("公布")').count(), 0)
  await look(t, page, 'roll-up-organ')
  const one = await figure(page, '1', 'total')
  await page.click('td a[href*="/cells/1/total"]')
  await page.waitForSelector('table.plain tbody tr')
  t.equal(String(await page.locator('tbody tr').count()), one)
  await look(t, page, 'roll-up-behind')
  await visit(page, open, '/statistics')
  await page.waitForSelector('#checks ~ *')
  await page.waitForSelector('#open-now')
  t.match(await page.textContent('main'), /各机关.*青禾镇人民政府/s)
  await look(t, page, 'supervisor-statistics')
  await page.click('#organ')
  await page.click('.ant-select-item-option:has-text("青禾镇人民政府")')
  await page.waitForURL('**/statistics?organ=QHZ')
  await page.waitForSelector('#open-now')
  t.notMatch(await page.textContent('[aria-labelledby=open-now]'), /青禾县自然资源局/)
  t.strictSame(complaints, [])
  await context.close()
})

t.test(
  'R78 主管部门 | who has an own report as well: every figure of the sum leads to the cases it counts',
  async (t) => {
    const passwordHash = await hashPassword(open.password)
    const roles = ['supervisor', 'statistician'] as const
    await open.cabinet.keepPerson({ name: 'qhzf-both', displayName: '林兼任', organ: 'QHZF', roles, passwordHash })
    const { page, context, complaints } = await sitDown(open, 'qhzf-both')
    await visit(page, open, '/roll-up')
    await page.waitForSelector('#handed-in')
    const handed = page.locator('[aria-labelledby=handed-in] tbody tr')
    t.match(await handed.allTextContents(), [/青禾县人民政府/, /青禾镇/, /自然资源局/])
    const counted = async (link: string) => {
      const words = await page.textContent(link)
      await page.click(link)
      await page.waitForSelector('main p.count')
      t.equal(String(await page.locator('table.plain tbody tr').count()), words, link)
      t.match(words, /^\d+$/)
      await page.click('main p a')
    }
    await counted('[aria-labelledby=three] td a[href*="/cells/1/total"]')
    await page.waitForURL('**/roll-up?year=2026')
    await page.waitForSelector('#handed-in')
    await counted('[aria-labelledby=handed-in] tr:has-text("自然资源局") td a[href*="/cells/1/total"]')
    await page.waitForURL('**/report?year=2026&organ=QHZR')
    await visit(page, open, '/roll-up')
    await page.waitForSelector('#handed-in')
    await counted('[aria-labelledby=handed-in] tr:has-text("青禾县人民政府") td a[href*="/cells/4/total"]')
    await page.waitForURL('**/report?year=2026&organ=QHZF')
    t.strictSame(complaints, [])
    await context.close()
  },
)

t.test(
  '条例50 汇总 | the government’s own entries over the organs’, published with a hash of its own beside its own report',
  { timeout: 120_000 },
  async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhzf-both')
    await visit(page, open, '/roll-up')
    await page.waitForSelector('#files')
    const received = await page.textContent('[aria-labelledby=three] td a[href*="/cells/1/total"]')
    await page.click('a:has-text("汇总的年度报告")')
    await page.waitForURL('**/report?year=2026&sum=true')
    await page.waitForSelector('button:has-text("打开2026年的草稿")')
    t.match(await page.textContent('[aria-labelledby=state]'), /3个机关的汇总，草稿和各版与本机关的报告分开/)
    await page.click('button:has-text("打开2026年的草稿")')
    await page.waitForSelector('form[aria-label="填写表二和文字部分"]')
    t.equal(await figure(page, '1', 'total'), received)
    await enterTableTwo(page)
    await page.fill('textarea[aria-label="一、总体情况"]', '2026年，全县工作平稳有序。')
    await page.fill('textarea[aria-label="五、存在的主要问题及改进情况"]', '培训不够。')
    await saved(page)
    await page.click('button:has(span:text-is("公布"))')
    await page.click('button:has-text("确认公布")')
    await page.waitForSelector('.editions .hash')
    const hash = await page.textContent('.editions .hash')
    await look(t, page, 'report-sum-published')
    const download = page.waitForEvent('download')
    await page.click('button[aria-label="下载第1版 JSON"]')
    const file = await download
    t.equal(file.suggestedFilename(), '青禾县人民政府2026年政府信息公开工作年度报告（汇总）.json')
    t.match(JSON.parse(await readFile(await file.path(), 'utf8')), {
      ...{ edition: 1, table2: { 行政许可: [12] } },
      sums: ['青禾县人民政府', '青禾镇人民政府', '青禾县自然资源局'],
    })
    await page.click('a:has-text("回到年报汇总")')
    await page.waitForURL('**/roll-up?year=2026')
    await page.waitForSelector('#files')
    t.match(await page.textContent('[aria-labelledby=files]'), /已公布的1版/)
    await visit(page, open, '/report?year=2027&sum=true')
    await page.waitForSelector('#carry')
    t.match(await page.textContent('[aria-labelledby=carry]'), `散列 ${hash}`)
    await visit(page, open, '/report?year=2026')
    await page.waitForSelector('#published')
    t.match(await page.textContent('[aria-labelledby=published]'), /还没有公布过/, 'its own is another')
    t.strictSame(complaints, [])
    await context.close()
  },
)

t.test('§44 R42 热点申请 | proposed to the statistician, decided by the head with a reason, asked again', async (t) => {
  await visitedEmpty(t)
  for (const name of ['甲一', '乙二', '丙三']) await ask(name)
  const statistician = await sitDown(open, 'qhzr-statistician')
  await visit(statistician.page, open, '/hot')
  await statistician.page.waitForSelector('section.part')
  t.match(await statistician.page.textContent('main'), /待研判.*3名申请人申请3次.*由公开工作机构负责人研判/s)
  await look(t, statistician.page, 'hot-statistician')
  await statistician.context.close()
  const { page, context, complaints } = await sitDown(open, 'qhzr-office-head')
  await visit(page, open, '/hot')
  await page.waitForSelector('form')
  await page.check('input[type=radio] >> nth=0')
  await page.click('button:has-text("记下")')
  await page.waitForSelector('.problem')
  t.match(await page.textContent('.problem'), /应当写明理由.*条例第四十四条.*进行审查.*条例第十七条/s)
  await look(t, page, 'hot-refused')
  await page.fill('input[id^=reason-]', '三个人问过，全村都关心')
  await page.check('form input[type=checkbox]')
  await page.click('button:has-text("记下")')
  await page.waitForSelector('text=已决定公开，待发布')
  await look(t, page, 'hot-decided')
  await page.click('label:has-text("已经公开了，记下在哪里")')
  await page.fill('input[id^=place-]', '县政府网站“征地信息”栏目')
  await page.click('button:has-text("记下")')
  await page.waitForSelector('.state-tag:has-text("已经主动公开")')
  t.equal(await page.locator('main form').count(), 0, 'nothing is left to decide')
  t.match(await page.textContent('main ol'), /全村都关心.*公开在：县政府网站“征地信息”栏目/s)
  await look(t, page, 'hot-published')
  t.strictSame(complaints, [])
  await context.close()
})

async function visitedEmpty(t: Parameters<typeof look>[0]) {
  const { page, context } = await sitDown(open, 'qhzr-office-head')
  await visit(page, open, '/hot')
  await page.waitForSelector('text=没有三名以上申请人申请的同一信息')
  await look(t, page, 'hot-none')
  await context.close()
}

t.test(
  '§45 运行情况 | every figure in words and beside its bar; what is to be put right leads to the case',
  async (t) => {
    const head = await signedIn('qhzr-office-head')
    const told = await head.get('/statistics')
    const { page, context, complaints } = await sitDown(open, 'qhzr-office-head')
    await visit(page, open, '/statistics?from=2026-06-01&until=2026-12-31')
    await page.waitForSelector('#year-end')
    await page.waitForSelector('[aria-labelledby=checks] li')
    const tiles = await page.locator('.tiles > div').allTextContents()
    t.strictSame(tiles, [
      `在办${told.open.open}件`,
      `3个工作日内到期${told.open.dueSoon}件`,
      `超期没有答复${told.open.overdue}件`,
      `停算中${told.open.standing}件`,
    ])
    const words = (await page.textContent('main')) ?? ''
    for (const what of [
      '停算的原因',
      '收到至今',
      '各经办人',
      '各项结果和用时',
      '补正率',
      '延期率',
      '复议纠正率',
      '台账检查',
    ])
      t.match(words, what)
    t.match(words, /2026年6月1日至2026年12月31日/)
    t.equal(
      await page.locator('svg.bar:not([aria-hidden=true])').count(),
      0,
      'a bar says nothing that the row does not',
    )
    await look(t, page, 'statistics')
    await page.fill('#until', '2026-05-01')
    await page.click('button:has-text("查看")')
    await page.waitForSelector('.problem')
    t.match(await page.textContent('.problem'), /不能早于/)
    await look(t, page, 'statistics-refused')
    await page.click('[aria-labelledby=checks] li a >> nth=0')
    await page.waitForSelector('.case-head')
    t.strictSame(complaints, [])
    await context.close()
  },
)

t.test('大字版 | 24 px and a narrow screen on each of the new pages', { timeout: 120_000 }, async (t) => {
  for (const [width, large] of [
    [1366, true],
    [640, false],
  ] as const) {
    const { page, context } = await sitDown(open, 'qhzr-statistician', width)
    if (large) await page.click('text=大字版')
    for (const [name, path, there] of [
      ['report', '/report', '#published'],
      ['behind', '/report/2026/cells/1/total', 'tbody tr'],
      ['statistics', '/statistics', '#year-end'],
      ['hot', '/hot', 'section.part'],
    ] as const) {
      await visit(page, open, path)
      await page.waitForSelector(there)
      await look(t, page, `${large ? 'large' : 'narrow'}-${name}`)
    }
    await context.close()
  }
  const { page, context } = await sitDown(open, 'qhzf-supervisor', 640)
  await visit(page, open, '/roll-up')
  await page.waitForSelector('#handed-in')
  await look(t, page, 'narrow-roll-up')
  await context.close()
})
