import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { readDesk } from '@zhiqing/api'
import { chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'
import type { TestServer } from '../database.js'
import { done, receive, request } from '../db/office.js'
import { type House, openHouse, PASSWORD } from './house.js'
import { xss } from './input.js'

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
const built = fileURLToPath(new URL('../../../packages/workbench/dist/desk', import.meta.url))

/** What a page would show of a script that ran, or stands there ready to run. */
const traces = `({
  ran: globalThis.ran ?? 0,
  scripts: document.querySelectorAll('script').length,
  handlers: [...document.querySelectorAll('*')].flatMap((one) => one.getAttributeNames()).filter((name) => /^on/.test(name)),
  links: [...document.querySelectorAll('[href], [src], [action]')].flatMap((one) =>
    ['href', 'src', 'action'].map((name) => one.getAttribute(name) ?? '')).filter((to) => /^\\\\s*(javascript|data:text)/i.test(to)),
  pictures: document.querySelectorAll('img[src="x"], svg[onload], [data-planted]').length,
})`

/** The sixty strings in every text field of a case, each field with all of them; a NUL is refused at the door. */
const all = xss.filter((one) => !one.includes('\u0000')).join('\n')
const short = (n: number): string => all.slice(n * 90, n * 90 + 90)

interface Found {
  readonly ran: number
  readonly scripts: number
  readonly handlers: readonly string[]
  readonly links: readonly string[]
  readonly pictures: number
}

type Cookies = Readonly<Record<string, string>>

/** A browser of somebody: `a()` is what every one of the strings would call. */
const openBrowser = async (base: string) => {
  const browser = await chromium.launch({ executablePath, headless: true, args: ['--no-sandbox', '--disable-gpu'] })
  const dialogs: string[] = []
  const sit = async (cookies: Cookies): Promise<Page> => {
    const context = await browser.newContext()
    await context.addCookies(Object.entries(cookies).map(([name, value]) => ({ name, value, url: base })))
    await context.addInitScript('globalThis.a = () => { globalThis.ran = (globalThis.ran ?? 0) + 1 }')
    const page = await context.newPage()
    page.on('dialog', (one) => {
      dialogs.push(one.message())
      void one.dismiss()
    })
    return page
  }
  const look = async (cookies: Cookies, url: string): Promise<Found> => {
    const page = await sit(cookies)
    await page.goto(base + url)
    await page.waitForLoadState('networkidle').catch(() => {})
    const found = (await page.evaluate(traces)) as Found
    await page.context().close()
    return found
  }
  return { browser, dialogs, sit, look }
}

/** A case with words in every field that takes any. */
const caseWith = async ({ cabinet }: House, words: string, people: readonly string[]): Promise<string> => {
  const [name = '', address, agent] = people
  const applicant = { kind: 'natural', name, phone: '13800000000', address, agent }
  const information = { description: words, title: words.slice(0, 180), documentNumber: words.slice(0, 90) }
  const { id } = await receive(cabinet, { input: { ...request, applicant, information } })
  await done(cabinet, 'registerRequest', { caseId: id })
  await done(cabinet, 'assignOfficer', { caseId: id, input: { officer: 'all' } })
  await done(cabinet, 'requestCorrection', { caseId: id, input: { items: [words], guidance: words } })
  return id
}

export const scripts = async (t: Test, server: TestServer): Promise<void> => {
  if (!existsSync(executablePath)) return void t.comment(`没有 ${executablePath}，没有在浏览器里看`)
  const desk = readDesk(built)
  await t.test('ASVS 1 | sixty scripts in every text field, in Chromium: none runs, none stands there', async (t) => {
    const house = await openHouse(server, { desk })
    await house.staff('all', ['registrar', 'officer'])
    const hostile = await caseWith(house, all, [short(1), short(3), short(4)])
    const harmless = await caseWith(house, '平常的字', ['陈平', '和平路', '李代'])
    const visit = async (id: string): Promise<Cookies> => {
      const [name = '', value = ''] = (await house.visit(id)).split('=')
      return { [name]: value }
    }
    const [theirs, others] = [await visit(hostile), await visit(harmless)]
    const staff = { zhiqing: (await house.knock({ name: 'all', password: PASSWORD })).json().token as string }
    await house.app.listen({ port: 0, host: '127.0.0.1' })
    const base = `http://127.0.0.1:${(house.app.server.address() as AddressInfo).port}`
    const { browser, dialogs, sit, look } = await openBrowser(base)
    const compare = async (
      name: string,
      [one, url]: readonly [Cookies, string],
      [two, plain]: readonly [Cookies, string],
    ) => {
      const [found, expected] = [await look(one, url), await look(two, plain)]
      t.strictSame(found, { ...expected, ran: 0, handlers: [], links: [], pictures: 0 }, name)
    }
    for (const url of ['/case', '/case/correction', '/case/supplement'])
      await compare(`portal ${url}`, [theirs, url], [others, url])
    if (desk) {
      await compare('the case', [staff, `/desk/cases/${hostile}`], [staff, `/desk/cases/${harmless}`])
      for (const url of ['/desk/cases', '/desk/', `/desk/cases?q=${encodeURIComponent('<img src=x onerror=a()>')}`])
        await compare(url, [staff, url], [staff, '/desk/cases?q=平常'])
    } else t.comment('工作台没有构建，没有在浏览器里看')
    t.strictSame(dialogs, [])

    const planted = await sit({})
    await planted.setContent('<p>x</p>')
    await planted.evaluate(`document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=a()>')`)
    await planted.waitForFunction('globalThis.ran > 0')
    const seen = (await planted.evaluate(traces)) as Found
    t.match(seen, { ran: 1, handlers: ['onerror'], pictures: 1 }, 'planted: where words are written as HTML it is seen')
    await browser.close()
    await house.close()
  })
}
