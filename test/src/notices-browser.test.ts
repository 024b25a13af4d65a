import t from 'tap'
import { look, missing, openDesk, sitDown, visit } from './workbench-desk.js'

const reason = missing()
if (reason) {
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const open = await openDesk()

t.test('通知 | the bell tells how many, by keyboard to the page; looked at once, it is quiet', async (t) => {
  const { page, context, complaints } = await sitDown(open, 'qhzr-officer')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/api/v1/notices')) asked.push(`${request.method()} ${new URL(request.url()).pathname}`)
  })
  await page.waitForSelector('.bell-count')
  t.match(await page.locator('.bell').textContent(), /^通知\d+\+?件新的$/, 'read out as words')
  t.match(await page.locator('header [role=status]').textContent(), /^有\d+\+?件新情况$/, 'and politely')
  await look(t, page, 'bell')
  await page.locator('.bell').focus()
  await page.keyboard.press('Enter')
  await page.waitForSelector('ol.news li')
  await page.waitForSelector('.bell-count', { state: 'detached' })
  t.equal(await page.locator('header [role=status]').textContent(), '')
  t.ok((await page.locator('.new').count()) > 0, 'what is new is still marked while one looks')
  t.match(await page.locator('main').textContent(), /案件指派给您QHZR2026/)
  t.match(await page.locator('section[aria-labelledby=days]').textContent(), /已过期限QHZR2026\d+答复期限：/)
  await look(t, page, 'notices')
  for (const path of ['/cases', '/tasks', '/', '/settings']) {
    await page.click(`nav a[href="/desk${path === '/' ? '/' : path}"]`)
    await page.waitForSelector('main h1')
  }
  await page.waitForTimeout(1500)
  t.strictSame(
    asked.toSorted(),
    ['GET /api/v1/notices', 'POST /api/v1/notices/read'],
    'going from page to page within half a minute asks no more, and a desk left alone asks nothing',
  )
  await page.click('.bell')
  await page.waitForSelector('ol.news li')
  t.equal(await page.locator('.new').count(), 0)
  await page.locator('ol.news a').first().click()
  await page.waitForSelector('.case-head')
  t.strictSame(complaints, [])
  await context.close()
})

t.test('通知 | mail with quiet hours, and an address for the telephone’s calendar', async (t) => {
  const { page, context, complaints } = await sitDown(open, 'qhzr-office-head')
  await visit(page, open, '/notices')
  await page.waitForSelector('ol.news li')
  await look(t, page, 'notices-head')
  await page.click('summary:has-text("邮件通知")')
  await page.fill('#mail_address', 'zhao@')
  await page.click('button:has-text("开始收邮件通知")')
  await page.waitForSelector('.problem')
  t.match(await page.locator('.problem').textContent(), /电子邮箱：不是一个电子邮箱地址/)
  await look(t, page, 'notices-mail-refused')
  await page.fill('#mail_address', 'zhao@qinghe.example')
  await page.click('button:has-text("开始收邮件通知")')
  await page.waitForSelector('text=已保存邮件通知的设置')
  t.equal(await page.locator('button:has-text("不再发邮件")').count(), 1)
  await page.click('summary:has-text("手机日历")')
  await page.click('button:has-text("取得订阅地址")')
  const address = await page.locator('#calendar-address').inputValue()
  t.match(address, /\/api\/v1\/calendars\/[\w-]{43}\.ics$/)
  await look(t, page, 'notices-calendar')
  const file = await fetch(address)
  t.equal(file.status, 200)
  t.match(await file.text(), /^BEGIN:VCALENDAR\r\n[\s\S]*SUMMARY:QHZR2026\d+ 答复期限\r\n/)
  await page.click('button:has-text("收回地址")')
  await page.waitForSelector('text=已收回订阅地址')
  t.equal((await fetch(address)).status, 404)
  await visit(page, open, '/notices')
  await page.click('summary:has-text("邮件通知")')
  t.equal(await page.locator('#mail_address').inputValue(), 'zhao@qinghe.example', 'kept')
  t.strictSame(complaints, [])
  await context.close()
})

t.test('通知 | in large type and on a narrow screen; who has nothing to be told is told so', async (t) => {
  const { page, context } = await sitDown(open, 'qhzr-officer', 420)
  await visit(page, open, '/notices')
  await page.waitForSelector('ol.news li')
  await look(t, page, 'notices-narrow')
  await page.click('text=大字版')
  await page.setViewportSize({ width: 1366, height: 860 })
  await look(t, page, 'notices-large')
  await context.close()
  const admin = await sitDown(open, 'qhzr-admin')
  await visit(admin.page, open, '/notices')
  await admin.page.waitForSelector('text=没有与您有关的新情况')
  t.equal(await admin.page.locator('summary:has-text("手机日历")').count(), 0)
  await look(t, admin.page, 'notices-admin')
  await admin.context.close()
})
