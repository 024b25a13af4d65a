import t from 'tap'
import { look, missing, openDesk, sitDown, visit } from './workbench-desk.js'

/* 典型案例 at the desk: picked from its case in words of one's own, approved by another, read above without a way back. */

const reason = missing()
if (reason) {
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const open = await openDesk()

t.test(
  '典型案例 | proposed on the case’s page, refused while it tells who, approved by another, read above',
  async (t) => {
    const officer = await sitDown(open, 'qhzr-officer')
    const { page } = officer
    await page.click('nav a:has-text("典型案例")')
    await page.waitForSelector('text=还没有典型案例')
    await look(t, page, 'model-cases-none')
    const { cases } = await open.cabinet.listCases({ organ: 'QHZR', limit: 200 })
    const [closed, running] = ['served', 'searching'].map((state) =>
      cases.find(({ current }) => current.at.state === state),
    )
    if (!closed || !running) throw new Error('the demo has one in each state')
    await visit(page, open, `/cases/${running.id}`)
    await page.waitForSelector('.case-head')
    t.equal(await page.locator('a:has-text("推荐为典型案例")').count(), 0, 'nothing to tell of yet')
    await visit(page, open, `/cases/${closed.id}`)
    await page.click('a:has-text("推荐为典型案例")')
    await page.waitForSelector('form[aria-label="推荐为典型案例"]')
    await look(t, page, 'model-case-propose')
    await page.fill('#model-story', `${closed.current.applicant.name}要一份标准。`)
    await page.click('button:has-text("推荐")')
    await page.waitForSelector('.problem')
    const refused = (await page.textContent('.problem')) ?? ''
    t.match(refused, closed.current.applicant.name, 'who asked can be told from it')
    t.match(refused, '确认', 'and nobody answers for it')
    await look(t, page, 'model-case-refused')
    await page.fill('#model-story', '某村民要一份标准。')
    await page.fill('#model-point', '当日检索，三日答复。')
    await page.check('form input[type=checkbox]')
    await page.click('button:has-text("推荐")')
    await page.waitForSelector('section.part:has-text("待审核")')
    const words = (await page.textContent('section.part')) ?? ''
    t.match(words, /青禾县自然资源局.*收到.*的申请.*某村民要一份标准。.*当日检索，三日答复。.*由审核人员审核/s)
    t.notOk(words.includes(closed.current.applicant.name))
    t.notOk(words.includes(String(closed.current.number)))
    t.equal(await page.locator('button:has-text("审核通过")').count(), 0)
    await look(t, page, 'model-case-waiting')
    await officer.context.close()

    const above = await sitDown(open, 'qhzf-supervisor')
    await visit(above.page, open, '/model-cases')
    await above.page.waitForSelector('text=还没有典型案例')

    const reviewer = await sitDown(open, 'qhzr-legal-reviewer')
    await visit(reviewer.page, open, '/model-cases')
    await reviewer.page.waitForSelector('section.part')
    await look(t, reviewer.page, 'model-case-review')
    await reviewer.page.click('button:has-text("审核通过")')
    await reviewer.page.waitForSelector('.state-tag:has-text("2026年11月18日审核")')
    t.equal(await reviewer.page.locator('button:has-text("审核通过")').count(), 0, 'once')
    const download = reviewer.page.waitForEvent('download')
    await reviewer.page.click('button:has-text("导出已审核的")')
    t.equal((await download).suggestedFilename(), '典型案例.csv')
    await look(t, reviewer.page, 'model-case-approved')

    await above.page.reload()
    await above.page.waitForSelector('section.part')
    t.match(await above.page.textContent('section.part'), /青禾县自然资源局.*某村民要一份标准/s)
    t.equal(await above.page.locator('section.part a').count(), 0, 'no way back to the case')
    await look(t, above.page, 'model-case-above')

    const statistician = await sitDown(open, 'qhzr-statistician')
    await statistician.page.click('nav a:has-text("典型案例")')
    await statistician.page.waitForSelector('section.part:has-text("某村民要一份标准")')
    t.equal(await statistician.page.locator('button:has-text("撤回")').count(), 0)
    await reviewer.page.click('button:has-text("撤回")')
    await reviewer.page.waitForSelector('form[aria-label="撤回典型案例"]')
    await look(t, reviewer.page, 'model-case-taking-back')
    await reviewer.page.click('button:has-text("确认撤回")')
    await reviewer.page.waitForSelector('.problem:has-text("应当写明理由")')
    await reviewer.page.fill('form textarea', '可以看出是谁')
    await reviewer.page.click('button:has-text("确认撤回")')
    await reviewer.page.waitForSelector('.state-tag:has-text("2026年11月18日撤回")')
    const left = (await reviewer.page.textContent('main')) ?? ''
    t.match(left, /理由：可以看出是谁。/)
    t.notMatch(left, /某村民要一份标准/, 'its words are gone')
    t.equal(await reviewer.page.locator('button:has-text("导出已审核的")').count(), 0)
    await look(t, reviewer.page, 'model-case-taken-back')
    await above.page.reload()
    await above.page.waitForSelector('text=还没有典型案例')
    for (const { complaints, context } of [above, reviewer, statistician]) {
      t.strictSame(complaints, [])
      await context.close()
    }
    t.strictSame(officer.complaints, [])
  },
)
