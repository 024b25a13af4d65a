import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Day } from '@zhiqing/law'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { applied, filledIn, openPortal, queryCode } from './portal-counter.js'

/** The pages in a real browser. Chromium is a Debian package (apt-get install chromium fonts-noto-cjk). */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const host = 'gongkai.qinghe.test'
/** Set to a folder to keep a picture of every page there. */
const pictures = process.env.PORTAL_PICTURES

if (!existsSync(executablePath)) {
  const reason = `没有 ${executablePath}，页面没有在浏览器里检查；安装：apt-get install chromium fonts-noto-cjk`
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A name over plain http, as on an intranet: browsers send no Sec-Fetch-Site there.
  `--host-resolver-rules=MAP ${host} 127.0.0.1`,
]

const portal = await openPortal({
  demo: { signIns: [{ name: 'qhzr-officer', password: 'K3M9', displayName: '王经办' }] },
})
await portal.app.listen({ port: 0, host: '127.0.0.1' })
const base = `http://${host}:${(portal.app.server.address() as AddressInfo).port}`
const browser = await chromium.launch({ executablePath, headless: true, args: flags })
t.teardown(() => browser.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What WCAG 2 A and AA find wrong with a page. */
const violationsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const run = `axe.run({ runOnly: ${JSON.stringify(tags)} }).then((r) => r.violations)`
  const violations = (await page.evaluate(run)) as Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  )
}

const newContext = (width: number, more: object = {}): Promise<BrowserContext> =>
  browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...more })

/** Things to press that a thumb would miss; links inside a sentence are exempt. */
const smallTargets = `[...document.querySelectorAll('button, a.button, input:not([type=hidden]):not([type=radio]), select, summary, nav a, .radio label')]
  .filter((e) => !e.classList.contains('unseen') && e.getClientRects().length > 0 && e.getBoundingClientRect().height < 44)
  .map((e) => e.outerHTML.slice(0, 120))`

const look = async (t: Test, page: Page, name: string): Promise<void> => {
  const width = page.viewportSize()?.width ?? 0
  t.strictSame(await violationsOf(page), [], `${name} at ${width}: axe finds nothing`)
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  t.equal(overflow, 0, `${name} at ${width}: no sideways scrolling`)
  t.strictSame(await page.evaluate(smallTargets), [], `${name} at ${width}: targets of 44 px`)
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}-${width}.png`), fullPage: true })
}

const fill = async (page: Page, form: Readonly<Record<string, string>>): Promise<void> => {
  for (const [name, value] of Object.entries(form)) {
    if (name.endsWith('idType')) await page.selectOption(`[name="${name}"]`, value)
    else if (/kind|medium|method/.test(name)) await page.check(`[name="${name}"][value="${value}"]`)
    else await page.fill(`[name="${name}"]`, value)
  }
}

const openAll = (page: Page) => page.evaluate(`for (const e of document.querySelectorAll('details')) e.open = true`)

/** Cases in the states a page can show, each with its number. */
const corrected = await applied(portal)
await portal.staff(corrected.id, '2025-03-03', 'registerRequest', 'registrar')
await portal.staff(corrected.id, '2025-03-05', 'requestCorrection', 'officer', {
  items: ['请写明是哪一个批次的建设用地', '请写明需要的是方案全文，还是其中的补偿标准'],
})
await portal.staff(corrected.id, '2025-03-06', 'recordLetterService', 'registrar', {
  letter: 'P01',
  servedOn: '2025-03-06',
})
const served = await applied(portal)
await portal.staff(served.id, '2025-03-03', 'registerRequest', 'registrar')
await portal.staff(served.id, '2025-03-07', 'consultThirdParty', 'officer', {
  id: '三',
  party: '绿野公司',
  interest: '商业秘密',
})
await portal.staff(served.id, '2025-03-12', 'recordOpinion', 'officer', { id: '三', opinion: 'consent' })
await portal.staff(served.id, '2025-03-13', 'extendReply', 'officeHead', { workingDays: 5, reason: '涉及多个批次' })
await portal.staff(served.id, '2025-03-13', 'decide', 'officer', { outcome: 'G2', items: ['补偿标准'], route: '邮寄' })
await portal.staff(served.id, '2025-03-14', 'submitDraft', 'officer')
await portal.staff(served.id, '2025-03-17', 'approveDraft', 'legalReviewer')
await portal.staff(served.id, '2025-03-18', 'signReply', 'signatory')
await portal.staff(served.id, '2025-03-19', 'dispatchReply', 'officer', { method: 'mail' })
await portal.staff(served.id, '2025-03-21', 'recordService', 'registrar', { servedOn: '2025-03-21' })
portal.office.today = '2025-03-21' as Day

const lookUp = async (page: Page, number: string): Promise<void> => {
  await page.goto(`${base}/lookup`)
  await fill(page, { number, code: queryCode })
  await page.click('text=查询 >> visible=true >> nth=-1')
  await page.waitForURL('**/case')
}

const walkOpenPages = async (t: Test, page: Page): Promise<void> => {
  for (const [name, path] of [
    ['start', '/'],
    ['apply', '/apply/QHZR'],
    ['lookup', '/lookup'],
    ['why-empty', '/why'],
    ['missing', '/nowhere'],
  ] as const) {
    await page.goto(base + path)
    await look(t, page, name)
  }
  await page.goto(`${base}/why?year=2025&month=9&date=25`)
  await openAll(page)
  await look(t, page, 'why')
}

const walkOneApplication = async (t: Test, page: Page): Promise<void> => {
  await page.goto(`${base}/apply/QHZR`)
  await fill(page, {
    'applicant.name': '张'.repeat(101),
    'applicant.email': 'nobody',
    'information.description': '征\u{2ebef}地',
  })
  await page.click('text=下一步：核对 >> visible=true')
  await look(t, page, 'apply-faults')
  await page.goto(`${base}/apply/QHZR`)
  await fill(page, { ...filledIn, 'applicant.idNumber': '110105194912310021' })
  await page.click('text=下一步：核对 >> visible=true')
  await look(t, page, 'check')
  await page.click('text=确认提交')
  await page.waitForURL('**/receipt')
  await look(t, page, 'receipt')
  await page.goto(`${base}/case`)
  await look(t, page, 'case-new')
  await page.goto(`${base}/case/withdraw`)
  await look(t, page, 'withdraw')
  await page.click('text=确认撤回')
  await page.waitForURL('**/withdrawn')
  await look(t, page, 'withdrawn')
}

const walkOtherCases = async (t: Test, page: Page): Promise<void> => {
  await page.goto(`${base}/lookup`)
  await fill(page, { number: 'QHZR202500099', code: 'X' })
  await page.click('main button')
  await look(t, page, 'lookup-wrong')
  await lookUp(page, served.number)
  await openAll(page)
  await look(t, page, 'case-served')
  await lookUp(page, corrected.number)
  await look(t, page, 'case-correction')
  await page.click('text=现在补正')
  await look(t, page, 'correction')
}

for (const width of [360, 1200])
  t.test(`页面 | every page at ${width} px: WCAG A and AA, no sideways scrolling, targets of 44 px`, async (t) => {
    const context = await newContext(width)
    const page = await context.newPage()
    const complaints: string[] = []
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
    })
    for (const walk of [walkOpenPages, walkOneApplication, walkOtherCases]) await walk(t, page)
    t.strictSame(complaints, [], 'the browser has nothing to complain of, the content policy included')
    await context.close()
  })

t.test('页面 | 320 px wide, which is 400% zoom, in large type too', async (t) => {
  const context = await newContext(320)
  const page = await context.newPage()
  for (const size of ['ordinary', 'large']) {
    await page.goto(`${base}/`)
    if (size === 'large') await page.click('text=大字版')
    for (const path of ['/', '/apply/QHZR', '/lookup', '/why?year=2025&month=9&date=25']) {
      await page.goto(base + path)
      await openAll(page)
      await look(t, page, `${size}-${/\w+/.exec(path)?.[0] ?? 'start'}`)
    }
    await lookUp(page, served.number)
    await openAll(page)
    await look(t, page, `${size}-case`)
  }
  const body = await page.evaluate(`getComputedStyle(document.body).fontSize`)
  t.equal(body, '24px', 'large type is 24 px')
  await context.close()
})

t.test('页面 | without scripts, by keyboard alone, on a plain-http intranet', async (t) => {
  const context = await newContext(360, { javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(`${base}/`)
  await page.keyboard.press('Tab')
  t.equal(await page.locator(':focus').textContent(), '跳到正文')
  await page.goto(`${base}/apply/QHZR`)
  await page.focus('[name="applicant.kind"]')
  await page.keyboard.press('Space')
  await page.focus('[name="applicant.name"]')
  await page.keyboard.type('李四')
  await Promise.all([page.waitForURL('**/check'), page.keyboard.press('Enter')])
  t.match(page.url(), /\/check$/, 'Enter checks the form; it does not change the type')
  await page.click('text=修改 >> nth=1')
  t.match(page.url(), /\/edit#f-applicant-name$/)
  t.equal(await page.inputValue('[name="applicant.name"]'), '李四')
  await page.click('text=大字版')
  t.equal(await page.inputValue('[name="applicant.name"]'), '李四', 'larger type loses no word')
  await page.click('text=下一步：核对 >> visible=true')
  await page.click('text=确认提交')
  t.match(page.url(), /\/receipt$/)
  await page.click('text=查询进度 >> nth=0')
  await page.goBack()
  t.match(await page.textContent('h1'), /申请已经提交/, 'and back')
  const download = page.waitForEvent('download')
  await page.click('text=保存回执')
  t.equal((await download).suggestedFilename().slice(-4), '.pdf')
  await page.goto(`${base}/case/withdraw`)
  await page.click('text=确认撤回')
  t.match(page.url(), /\/case\/withdrawn$/)
  await context.close()
})

/** The history of one application: the page with a mistake, the page to check, the receipt; and every way back. */
const walkBack = async (t: Test, page: Page): Promise<void> => {
  const words = () => page.locator('[name="information.description"]').first().inputValue()
  const title = () => page.textContent('h1')
  const back = () => page.goBack({ waitUntil: 'commit' }).then(() => page.waitForSelector('h1'))
  const before = (await portal.cases()).length
  await page.goto(`${base}/apply/QHZR`)
  await fill(page, { ...filledIn, 'applicant.email': 'nobody' })
  await page.click('text=下一步：核对 >> visible=true')
  await page.waitForSelector('.errors')
  await page.fill('[name="applicant.email"]', 'a@b.cn')
  await page.click('text=下一步：核对 >> visible=true')
  await page.waitForSelector('text=确认提交')
  await back()
  t.match(await title(), /申请公开政府信息/, 'back from the page to check')
  t.equal(await words(), filledIn['information.description'])
  t.equal(await page.inputValue('[name="applicant.email"]'), 'a@b.cn', 'what was mended too')
  await page.click('text=下一步：核对 >> visible=true')
  await page.click('text=确认提交')
  await page.waitForURL('**/receipt')
  const receipt = await page.textContent('.done')
  await back()
  t.match(await title(), /请核对您的申请/, 'back from the receipt')
  t.equal(await words(), filledIn['information.description'])
  await page.click('text=确认提交')
  await page.waitForURL('**/receipt')
  t.equal(await page.textContent('.done'), receipt, 'pressed again: the same receipt')
  t.equal((await portal.cases()).length, before + 1, 'and one case')
  await back()
  await back()
  t.equal(await words(), filledIn['information.description'], 'and all the way back')
  await page.goto(`${base}/lookup`)
  await fill(page, { number: served.number, code: 'X' })
  await page.click('main button')
  await page.waitForSelector('.errors')
  await fill(page, { code: queryCode })
  await page.click('main button')
  await page.waitForURL('**/case')
  await back()
  t.equal(await page.inputValue('[name="number"]'), served.number, 'back to a look-up that was wrong')
}

for (const javaScriptEnabled of [true, false])
  for (const kept of ['in memory', 'on disk'])
    t.test(`返回 | "back" loses no word; scripts ${javaScriptEnabled ? 'on' : 'off'}, pages ${kept}`, async (t) => {
      const memory = kept === 'in memory'
      const other = await chromium.launch({
        executablePath,
        headless: true,
        // Playwright turns the memory of whole pages off, which every phone has on.
        ...(memory ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
        args: flags,
      })
      const context = await other.newContext({ viewport: { width: 360, height: 800 }, javaScriptEnabled })
      await walkBack(t, await context.newPage())
      await other.close()
    })

t.test('页面 | at 320 px in large type contacts are read, not spelt, and numbers stay whole', async (t) => {
  const context = await newContext(320)
  const page = await context.newPage()
  await page.goto(`${base}/why`)
  const tops = `[...document.querySelectorAll('.day input')].map((e) => e.getBoundingClientRect().top)`
  for (const size of ['ordinary', 'large']) {
    if (size === 'large') await page.click('text=大字版')
    const rows = (await page.evaluate(tops)) as number[]
    t.equal(new Set(rows).size, 1, `${size}: 年、月、日 stand in one row`)
  }
  const clipped = `[...document.querySelectorAll('.day input')].filter((e) => e.scrollWidth > e.clientWidth).length`
  t.equal(await page.evaluate(clipped), 0, 'and every figure can be read')
  await page.goto(`${base}/`)
  const widths = `[...document.querySelectorAll('.contact dd')].map((e) => e.clientWidth)`
  for (const width of (await page.evaluate(widths)) as number[]) t.ok(width >= 200, `${width}`)
  const lines = `[...document.querySelectorAll('a[href^="tel:"]')].map((e) => e.getBoundingClientRect().height)`
  for (const height of (await page.evaluate(lines)) as number[]) t.ok(height < 60, 'a number is on one line')
  await context.close()
})

t.test('页面 | what has the focus shows it', async (t) => {
  const context = await newContext(360)
  const page = await context.newPage()
  await page.goto(`${base}/apply/QHZR`)
  for (let i = 0; i < 12; i++) {
    await page.keyboard.press('Tab')
    const outline = await page.evaluate(`getComputedStyle(document.activeElement).outlineWidth`)
    t.equal(outline, '3px', String(await page.evaluate(`document.activeElement.outerHTML.slice(0, 60)`)))
  }
  await context.close()
})
