import { existsSync, mkdirSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import t from 'tap'
import { openPortal } from './portal-counter.js'
import { flags, look } from './workbench-desk.js'

/* 核对年度报告 in a real browser, as somebody on an old phone meets it. */

const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium'
if (!existsSync(executablePath)) {
  const reason = `没有 ${executablePath}，页面没有在浏览器里检查；安装：apt-get install chromium fonts-noto-cjk`
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const portal = await openPortal()
await portal.app.listen({ port: 0, host: '127.0.0.1' })
const base = `http://127.0.0.1:${(portal.app.server.address() as AddressInfo).port}`
const browser = await chromium.launch({ executablePath, headless: true, args: flags })
t.teardown(() => browser.close())

const json = (name: string, value: unknown) => ({
  ...{ name, mimeType: 'application/json' },
  buffer: Buffer.from(JSON.stringify(value)),
})

const lastYear = (carriedOn: number) => {
  const row = [carriedOn, 0, 0, 0, 0, 0, carriedOn]
  return { organ: '青禾县自然资源局', year: 2025, format: '2021', table3: { 4: row }, table4: {} }
}

const smallTargets = `[...document.querySelectorAll('button, a.button, input:not([type=hidden]), summary, nav a')]
  .filter((e) => !e.classList.contains('unseen') && e.getClientRects().length > 0 && e.getBoundingClientRect().height < 44)
  .map((e) => e.outerHTML.slice(0, 120))`
const smallText = `[...document.querySelectorAll('main *, header *, footer *')]
  .filter((e) => [...e.childNodes].some((n) => n.nodeType === 3 && n.textContent.trim()) && e.getClientRects().length > 0 && !e.closest('.unseen') && parseFloat(getComputedStyle(e).fontSize) < 18)
  .map((e) => e.outerHTML.slice(0, 100))`

/** axe works with timers, which are off where scripts are: there the page is measured, and axe looks at it with scripts on. */
for (const javaScriptEnabled of [true, false])
  t.test(
    `核对年度报告 | at 320 px, scripts ${javaScriptEnabled ? 'on' : 'off'}: form, faults, findings; by keyboard`,
    { timeout: 90_000 },
    async (t) => {
      const viewport = { width: 320, height: 568 }
      const context = await browser.newContext({ viewport, javaScriptEnabled, locale: 'zh-CN' })
      context.setDefaultTimeout(15_000)
      const page = await context.newPage()
      const seen = async (name: string) => {
        await page.evaluate(`for (const e of document.querySelectorAll('details')) e.open = true`)
        if (javaScriptEnabled) await look(t, page, name)
        const overflow = await page.evaluate(
          'document.documentElement.scrollWidth - document.documentElement.clientWidth',
        )
        t.equal(overflow, 0, `${name}: no sideways scrolling`)
        t.strictSame(await page.evaluate(smallTargets), [], `${name}: targets of 44 px`)
        t.strictSame(await page.evaluate(smallText), [], `${name}: no small print`)
        const pictures = process.env.WORKBENCH_PICTURES
        if (!pictures || javaScriptEnabled) return
        mkdirSync(pictures, { recursive: true })
        await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
      }
      await page.goto(`${base}/`)
      await page.click('main a:text-is("核对")')
      await page.waitForURL('**/report-check')
      await seen('check-form')
      await page.fill('#f-report', '没有什么')
      await page.click('main button:has-text("核对")')
      await page.waitForSelector('.errors')
      t.equal(await page.inputValue('#f-report'), '没有什么', 'typed words stay')
      await seen('check-wrong')
      const report = lastYear(1)
      const unsound = { ...report, table3: { 1: report.table3[4], 4: [1, 0, 0, 0, 0, 0, 2] } }
      await page.fill('#f-report', '')
      await page.setInputFiles('#f-reportFile', json('2025.json', unsound))
      await page.fill('#f-narrative', '全年共收到申请3件。')
      await page.focus('main button:has-text("核对")')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.findings')
      t.match(
        await page.textContent('main'),
        /错误1处，提示1处.*“四、结转下年度继续办理”一行，“总计”一列.*应为1.*印的是2/s,
      )
      await seen('check-found')
      await page.click('text=再核对一份')
      await page.waitForSelector('#f-report')
      await page.fill('#f-report', JSON.stringify(report).replace('"4":', '"1":[1,0,0,0,0,0,1],"4":'))
      await page.click('main button:has-text("核对")')
      await page.waitForSelector('text=没有发现问题')
      await seen('check-sound')
      await context.close()
    },
  )
