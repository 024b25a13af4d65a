import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildApi, readDesk, serveDesk } from '@zhiqing/api'
import { type SecurityRules, seedDemo } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import { portal } from '@zhiqing/portal'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import t, { type Test } from 'tap'
import { testDatabase } from './database.js'
import { latinOn } from './latin.js'

/** Chromium is a Debian package (apt-get install chromium fonts-noto-cjk). */
const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
/** Set to a folder to keep a picture of every page there. */
const pictures = process.env.WORKBENCH_PICTURES

const built = fileURLToPath(new URL('../../packages/workbench/dist/desk', import.meta.url))

/** Why the pages cannot be looked at here; undefined where they can. */
export const missing = (): string | undefined => {
  if (!existsSync(executablePath))
    return `没有 ${executablePath}，工作台没有在浏览器里检查；安装：apt-get install chromium fonts-noto-cjk`
  return existsSync(join(built, 'index.html')) ? undefined : '工作台没有构建：node packages/workbench/build.mjs'
}

/** How the browser is started: nothing of its own goes out. */
export const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--lang=zh-CN',
]

/** A Wednesday in the demo's life. */
export const today = '2026-11-18' as Day

/** The whole service on the demo's data, as a browser meets it; `serves` is a later day than the demo was made for. */
export const openDesk = async ({ serves = today }: { readonly serves?: Day } = {}) => {
  const db = await testDatabase()
  const cabinet = await db.open()
  const seeded = await seedDemo(cabinet, today)
  if (!seeded) throw new Error('the demo was seeded before')
  const press = openPress()
  const log = { info: () => {}, error: (event: string, more: object = {}) => t.comment(event, more) }
  const services = { cabinet, press, today: () => serves, now: () => new Date(`${serves}T02:00:00Z`), log }
  const app = buildApi(services)
  const desk = readDesk(built)
  if (!desk) throw new Error('the desk was not built')
  await app.register(serveDesk(desk))
  app.register(portal(services))
  await app.listen({ port: 0, host: '127.0.0.1' })
  const browser = await chromium.launch({ executablePath, headless: true, args: flags })
  t.teardown(async () => {
    await browser.close()
    await app.close()
    await press.close()
    await cabinet.close()
    await db.close()
  })
  const base = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
  /** The same office behind stricter doors, at an address of its own. */
  const behind = async (security: Partial<SecurityRules>) => {
    const strict = await db.open({ security })
    const other = buildApi({ ...services, cabinet: strict })
    await other.register(serveDesk(desk))
    await other.listen({ port: 0, host: '127.0.0.1' })
    const close = async () => {
      await other.close()
      await strict.close()
    }
    return { desk: `http://127.0.0.1:${(other.server.address() as AddressInfo).port}/desk`, close }
  }
  return { app, browser, base, cabinet, behind, desk: `${base}/desk`, password: seeded.password }
}

export type OpenDesk = Awaited<ReturnType<typeof openDesk>>

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

interface Violation {
  readonly id: string
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[]
}

/** What WCAG 2.2 A and AA find wrong with a page. */
const violationsOf = async (page: Page): Promise<string[]> => {
  await page.evaluate(axe)
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
  const violations = (await page.evaluate(
    `axe.run({ runOnly: ${JSON.stringify(tags)} }).then((r) => r.violations)`,
  )) as Violation[]
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}

/** Somebody at their desk: signed in by hand, with everything their browser complained of. */
export const sitDown = async ({ browser, desk, password }: OpenDesk, name: string, width = 1366) => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width, height: 860 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
  })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  const complaints: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(desk)
  await page.fill('#name', name)
  await page.fill('#password', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('.shell')
  return { context, page, complaints }
}

/** Waits until nothing is on its way, then looks: axe, sideways scrolling, and a picture where one is wanted. */
export const look = async (t: Test, page: Page, name: string): Promise<void> => {
  // The browser's own PDF reader never says that it is done.
  await page.waitForLoadState('networkidle', { timeout: 4000 }).catch(() => {})
  await page.waitForSelector('.waiting', { state: 'detached' })
  t.strictSame(await violationsOf(page), [], `${name}: axe finds nothing`)
  const overflow = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
  t.equal(overflow, 0, `${name}: no sideways scrolling`)
  t.strictSame(await latinOn(page, [/\b(xinlai|root)\b/g]), [], `${name}: all of it is Chinese`)
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.evaluate('scrollTo(0, 0)')
  await page.screenshot({ path: join(pictures, `${name}.png`) })
}

/** Goes to a page of the desk. */
export const visit = async (page: Page, { desk }: OpenDesk, path: string): Promise<void> => {
  await page.goto(desk + path)
  await page.waitForSelector('main h1')
}
