import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApi, type ProviderSettings, readDesk, serveDesk } from '@zhiqing/api'
import { portal } from '@zhiqing/portal'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { openHouse, PASSWORD } from './asvs/house.js'
import { codeAt } from './asvs/sign-in.js'
import { testServer } from './database.js'
import { ORGAN } from './db/office.js'
import { latinOn } from './latin.js'
import { clientId, clientSecret, openPeer } from './sign-on/provider-peer.js'

/** Chromium is a Debian package (apt-get install chromium fonts-noto-cjk). */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const built = fileURLToPath(new URL('../../packages/workbench/dist/desk', import.meta.url))
/** Set to a folder to keep a picture of every page there. */
const pictures = process.env.PORTAL_PICTURES

const missing = existsSync(executablePath)
  ? existsSync(join(built, 'index.html'))
    ? undefined
    : '工作台没有构建：node packages/workbench/build.mjs'
  : `没有 ${executablePath}，页面没有在浏览器里检查；安装：apt-get install chromium fonts-noto-cjk`
if (missing) {
  if (process.env.CI) t.fail(missing)
  else t.pass(missing, { skip: missing })
  process.exit()
}

/** A port nobody listens on: the provider must know the way back before there is one. */
const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

// A name of its own: to a browser the provider, at 127.0.0.1, is another site, and strict cookies do not come from there.
const host = 'gongkai.qinghe.test'
const port = await freePort()
const publicUrl = `http://${host}:${port}`
const server = await testServer()
t.teardown(() => server.stop())
const peer = await openPeer({
  redirectUri: [`${publicUrl}/account/callback`, `${publicUrl}/api/v1/sign-on/callback`],
  afterSignOut: [`${publicUrl}/account`, `${publicUrl}/desk`],
})
t.teardown(() => peer.close())
const settings: ProviderSettings = {
  ...{
    issuer: peer.issuer,
    clientId,
    clientSecret,
    scope: 'openid profile',
    idNumberClaim: 'idcard',
    secondFactor: [],
  },
}
const house = await openHouse(server, { signOn: { publicUrl, staff: settings, applicants: settings } })
t.teardown(() => house.close())
const app = buildApi(house.services)
const desk = readDesk(built)
if (!desk) throw new Error('the desk was not built')
await app.register(serveDesk(desk))
await app.register(portal(house.services))
await app.listen({ port, host: '127.0.0.1' })
t.teardown(() => app.close())
const browser = await chromium.launch({
  executablePath,
  headless: true,
  args: [
    ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
    ...['--disable-component-update', '--disable-sync', '--lang=zh-CN', `--host-resolver-rules=MAP ${host} 127.0.0.1`],
  ],
})
t.teardown(() => browser.close())

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}
const smallTargets = `[...document.querySelectorAll('button, a.button, input:not([type=hidden]), nav a')]
  .filter((e) => !e.classList.contains('unseen') && e.getClientRects().length > 0 && e.getBoundingClientRect().height < 44)
  .map((e) => e.outerHTML.slice(0, 120))`

const look = async (t: Test, page: Page, name: string, targets = true): Promise<void> => {
  await page.evaluate(axe)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const run = `axe.run({ runOnly: ${JSON.stringify(tags)} }).then((r) => r.violations)`
  const found = ((await page.evaluate(run)) as Violation[]).flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
  t.strictSame(found, [], `${name}: axe finds nothing`)
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  t.equal(overflow, 0, `${name}: no sideways scrolling`)
  t.strictSame(await latinOn(page, [/\b(qian|sun|wang)\b/g]), [], `${name}: all of it is Chinese`)
  if (targets) t.strictSame(await page.evaluate(smallTargets), [], `${name}: targets of 44 px`)
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

const open = async (width: number, more: object = {}): Promise<{ context: BrowserContext; page: Page }> => {
  const context = await browser.newContext({ viewport: { width, height: 800 }, locale: 'zh-CN', ...more })
  context.setDefaultTimeout(15_000)
  return { context, page: await context.newPage() }
}

const next = (page: Page) => page.click('main form[method=post] .actions button:has-text("下一步")')

/** From the first page to the receipt, typing no name; resolves to what the receipt says. */
const file = async (page: Page): Promise<string> => {
  await page.goto(`${publicUrl}/apply/${ORGAN}/who`)
  await next(page)
  await next(page)
  await page.fill('[name="applicant.phone"]', '13800138000')
  await next(page)
  await page.fill('[name="information.description"]', '青禾镇2023年第5批次建设用地的征地补偿标准')
  await next(page)
  await next(page)
  await next(page)
  await page.click('text=确认提交')
  return (await page.textContent('main')) ?? ''
}

for (const looks of ['', '大字版']) {
  const name = looks ? 'large' : 'ordinary'
  t.test(`申请人账户 | in Chromium without JavaScript, 320 px, ${name}: in, file, list, open, add, out`, async (t) => {
    const { context, page } = await open(320, { javaScriptEnabled: false })
    const seen = await open(320)
    peer.knows({ sub: `chromium-${name}`, name: '张三丰', idcard: '11010519491231002X' })
    await page.goto(publicUrl)
    if (looks) await page.click(`button:has-text("${looks}")`)
    await page.click('a:has-text("用统一身份认证登录")')
    await page.waitForURL(`${publicUrl}/account`)
    t.match(await page.textContent('main'), '已经登录：张**', 'signed in, over the border between two sites')
    const receipt = await file(page)
    t.match(receipt, /张三丰|QHZR/)
    await page.goto(`${publicUrl}/account`)
    t.match(await page.textContent('main'), '征地补偿标准')
    const cookies = await context.cookies()
    const account = cookies.find((one) => one.name === 'zhiqing-account')
    t.match(account, { httpOnly: true, sameSite: 'Strict' })
    await page.click('button:has-text("打开")')
    await page.waitForURL(`${publicUrl}/case`)
    await page.goto(`${publicUrl}/account/close`)
    await page.goto(`${publicUrl}/account/add`)
    await page.click('button:has-text("加进来")')
    t.match(await page.textContent('main'), '请输入受理编号')

    // axe is a script: the same pages once more where scripts may run, with the same cookies.
    await seen.context.addCookies(await context.cookies())
    for (const path of [
      '',
      '/account',
      '/account/add',
      '/account/close',
      '/account/left',
      '/account/callback?code=x',
    ]) {
      await seen.page.goto(publicUrl + path)
      await look(t, seen.page, `account${path.replace(/\W+/g, '-')}-${name}`)
    }
    await seen.page.goto(`${publicUrl}/account/add`)
    await seen.page.click('button:has-text("加进来")')
    await look(t, seen.page, `account-add-faulty-${name}`)

    await page.goto(`${publicUrl}/account`)
    await page.click('button:has-text("退出登录")')
    await page.waitForURL(`${publicUrl}/account/left`)
    await page.goto(`${publicUrl}/account`)
    t.match(await page.textContent('main'), '用统一身份认证登录')
    await seen.page.goto(`${publicUrl}/account`)
    await look(t, seen.page, `account-outside-${name}`)
    await Promise.all([context.close(), seen.context.close()])
  })
}

t.test('申请人账户 | by keyboard alone, and at the touch screen of the hall nothing of it', async (t) => {
  const { context, page } = await open(320)
  peer.knows({ sub: 'keyboard', name: '李四' })
  await page.goto(`${publicUrl}/account`)
  for (let i = 0; i < 30; i++) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(`document.activeElement.textContent === '用统一身份认证登录'`)) break
  }
  await page.keyboard.press('Enter')
  await page.waitForURL(`${publicUrl}/account`)
  await page.waitForSelector('text=退出登录')
  await page.goto(`${publicUrl}/?kiosk`)
  t.equal(await page.locator('text=统一身份认证').count(), 0)
  t.equal(await page.locator('a[href^="/account"]').count(), 0)
  t.equal((await page.goto(`${publicUrl}/account`))?.status(), 404)
  await context.close()
})

t.test('工作台 | the second button: in, why not, the one-time code, and out at the provider too', async (t) => {
  await house.staff('系统', ['admin'])
  const admin = await house.bearer('系统')
  const person = await house.staff('wang', ['officer'])
  await house.call(admin, 'POST', `/staff/${person.id}/sign-on`, { sub: 'desk-wang', reason: '本人办理' })
  const { context, page } = await open(1366)
  peer.knows({ sub: 'a-stranger' })
  await page.goto(`${publicUrl}/desk`)
  await page.waitForSelector('.sign-on')
  await look(t, page, 'desk-sign-in', false)
  await page.click('text=用统一身份认证登录')
  await page.waitForURL(`${publicUrl}/desk?sign-on=unknown`)
  await page.waitForSelector('[role=alert]:has-text("还没有关联")')
  await look(t, page, 'desk-sign-in-unknown', false)
  await context.clearCookies()
  peer.knows({ sub: 'desk-wang' })
  await page.goto(`${publicUrl}/desk/cases`)
  await page.click('text=用统一身份认证登录')
  await page.waitForSelector('.shell')
  t.equal(page.url(), `${publicUrl}/desk/cases`, 'and comes out where he wanted to go')
  await page.click('header button:has-text("退出")')
  await page.waitForURL((url) => url.origin === peer.issuer && url.pathname.startsWith('/session/end'))
  await page.goto(`${publicUrl}/desk`)
  await page.waitForSelector('#password')

  const me = await house.bearer('wang')
  const { secret } = (await house.call(me, 'POST', '/account/totp', { password: PASSWORD })).json()
  await house.call(me, 'POST', '/account/totp/confirm', { totp: codeAt(secret, house.clock.now) })
  house.pass(1)
  await page.click('text=用统一身份认证登录')
  await page.waitForSelector('#totp')
  await look(t, page, 'desk-sign-in-code', false)
  await page.fill('#totp', '000000')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=alert]:has-text("动态口令不正确")')
  await page.fill('#totp', codeAt(secret, house.clock.now))
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell')
  t.notMatch(page.url(), 'sign-on')
  await context.close()
})

/** Goes with the tabulator until something is reached that reads so. */
const tabTo = async (page: Page, words: string): Promise<void> => {
  const here = `(({ ariaLabel, textContent, id }) => ariaLabel ?? (textContent || id))(document.activeElement)`
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    if (String(await page.evaluate(here)).includes(words)) return
  }
  throw new Error(`${words} is not reached by the keyboard`)
}

t.test(
  '人员 | the system administrator joins somebody by keyboard, sees it, and undoes it; refusals are told',
  async (t) => {
    await house.staff('关联员', ['admin'])
    const taken = await house.staff('sun', ['officer'])
    await house.staff('qian', ['officer'])
    const admin = await house.bearer('关联员')
    await house.call(admin, 'POST', `/staff/${taken.id}/sign-on`, { sub: 'desk-sun', reason: '本人办理' })
    const [{ context, page }, other] = [await open(1366), await open(1366)]
    await page.goto(`${publicUrl}/desk/staff`)
    await page.fill('#name', '关联员')
    await page.fill('#password', PASSWORD)
    await page.keyboard.press('Enter')
    const line = (name: string) => page.locator(`tr:has(th:has-text("${name}"))`)
    const refused = async (first: string, words: RegExp) => {
      await page.waitForSelector(`dialog [role=alert]:has-text("${first}")`)
      t.match(await page.locator('dialog [role=alert]').textContent(), words)
    }
    await page.waitForSelector('th:has-text("统一身份认证")')
    t.match(await line('sun').textContent(), '已关联')
    t.match(await line('qian').textContent(), '没有关联')
    t.notOk(await line('qian').locator('button:has-text("解除统一身份认证的关联")').count(), 'nothing to undo')
    t.equal(await line('关联员').locator('button').count(), 0, 'not to oneself')
    await look(t, page, 'desk-staff-sign-on', false)

    await tabTo(page, '关联统一身份认证：qian')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#staff-act_sub')
    await look(t, page, 'desk-staff-join', false)
    await tabTo(page, 'staff-act_sub')
    await page.keyboard.type('钱某')
    await page.keyboard.press('Enter')
    await refused('用户标识', /理由：请填写.*用户标识：应为1至255个/s)
    await look(t, page, 'desk-staff-join-refused', false)
    await page.fill('#staff-act_reason', '本人持工作证办理')
    await page.fill('#staff-act_sub', 'desk-sun')
    await page.keyboard.press('Enter')
    await refused('已经关联', /已经关联了另一个人员/)
    await page.fill('#staff-act_sub', ' desk-qian ')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.done:has-text("关联统一身份认证：qian")')
    await line('qian').filter({ hasText: '已关联' }).waitFor()
    t.notMatch(await page.content(), 'desk-qian', 'what the provider calls somebody is not shown again')

    peer.knows({ sub: 'desk-qian' })
    await other.page.goto(`${publicUrl}/desk`)
    await other.page.click('text=用统一身份认证登录')
    await other.page.waitForSelector('.shell')
    await tabTo(page, '解除统一身份认证的关联：qian')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#staff-act_reason')
    t.notOk(await page.locator('#staff-act_sub').count())
    await look(t, page, 'desk-staff-part', false)
    await page.fill('#staff-act_reason', '调离')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.done:has-text("解除统一身份认证的关联：qian")')
    await line('qian').filter({ hasText: '没有关联' }).waitFor()
    await other.page.reload()
    await other.page.waitForSelector('#password')
    await look(t, page, 'desk-staff-parted', false)

    await house.staff('安全员', ['securityAdmin'])
    await page.click('header button:has-text("退出")')
    await page.fill('#name', '安全员')
    await page.fill('#password', PASSWORD)
    await page.keyboard.press('Enter')
    await page.waitForSelector('th:has-text("统一身份认证")')
    t.match(await line('sun').textContent(), '已关联', 'the other administrator sees it')
    t.equal(await page.locator('main button:has-text("关联")').count(), 0, 'and does not do it')
    await Promise.all([context.close(), other.context.close()])
  },
)
