import { hashPassword } from '@zhiqing/db'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { codeAt } from '../asvs/sign-in.js'
import { look, type OpenDesk, sitDown, today, visit } from '../workbench-desk.js'

const now = new Date(`${today}T02:00:00Z`)
const own = '银杏-Harbour-2290-Quill'

const knock = async (page: Page, name: string, password: string): Promise<void> => {
  await page.fill('#name', name)
  await page.fill('#password', password)
  await page.keyboard.press('Enter')
}

/** Goes with the tabulator until something is reached that reads so, as somebody without a mouse does. */
const tabTo = async (page: Page, words: string): Promise<void> => {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab')
    const here = `(({ ariaLabel, textContent, id }) => ariaLabel ?? (textContent || id))(document.activeElement)`
    if (String(await page.evaluate(here)).includes(words)) return
  }
  throw new Error(`${words} is not reached by the keyboard`)
}

const fresh = async ({ browser }: OpenDesk) => {
  const context = await browser.newContext({ viewport: { width: 1366, height: 860 }, locale: 'zh-CN' })
  const page = await context.newPage()
  page.setDefaultTimeout(15_000)
  return { context, page }
}

/** The three administrators at their desks, and what everybody does at the door. */
export const administration = (t: Test, open: OpenDesk): void => {
  let oneTime = ''

  t.test('人员 | the system administrator adds somebody by keyboard alone; the password is shown once', async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhzr-admin')
    await page.waitForSelector('table.cases')
    t.match(page.url(), /\/staff$/, 'people are what an administrator begins with')
    t.strictSame(await page.locator('nav a').allTextContents(), [
      ...['人员', '机关', '文书模板', '设置', '导入放假安排', '本人账号'],
    ])
    await look(t, page, 'staff')
    await tabTo(page, '增加人员')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog form')
    await look(t, page, 'staff-new')
    await page.keyboard.press('Escape')
    await page.waitForSelector('dialog', { state: 'detached' })
    t.equal(await page.locator(':focus').textContent(), '增加人员', 'the focus comes back')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog form')
    await tabTo(page, 'new-person_displayName')
    await page.keyboard.type('新来的')
    await page.keyboard.press('Tab')
    await page.keyboard.type('a b')
    await page.keyboard.press('Enter')
    await page.waitForSelector('dialog [role=alert]')
    t.match(await page.locator('dialog [role=alert]').textContent(), /用户名：2至40个字/)
    await look(t, page, 'staff-new-refused')
    await page.fill('#new-person_name', 'xinlai')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.done .code')
    oneTime = (await page.locator('.done .code').textContent()) ?? ''
    t.match(oneTime, /^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/)
    t.equal(await page.evaluate('document.activeElement.className'), 'done', 'read out at once')
    await look(t, page, 'staff-added')
    await page.waitForSelector('tr:has-text("xinlai"):has-text("还没有岗位")')
    t.notOk(await page.locator('tr:has-text("xinlai") button:has-text("授予岗位")').count(), 'rights are not his')
    t.match(await page.locator('tr:has-text("qhzr-admin")').textContent(), /由另一人办理/)
    await page.reload()
    await page.waitForSelector('table.cases')
    t.notMatch(await page.content(), oneTime, 'and never again')
    t.strictSame(complaints, [])
    await context.close()
  })

  t.test(
    '人员 | the security administrator gives roles, lets go on, disables; mixed offices are refused',
    async (t) => {
      const { page, context, complaints } = await sitDown(open, 'qhzr-security-admin')
      await page.waitForSelector('table.cases')
      t.notOk(await page.locator('button:has-text("增加人员")').count())
      await page.fill('#staff-words', 'xinlai')
      t.equal(await page.locator('tbody tr').count(), 1)
      await page.click('tr:has-text("xinlai") button:has-text("授予岗位")')
      await page.waitForSelector('dialog form')
      await page.check('dialog label:has-text("经办人")')
      await page.check('dialog label:has-text("审计管理员")')
      await page.fill('#staff-act_reason', '入职')
      await page.keyboard.press('Enter')
      await page.waitForSelector('dialog [role=alert]')
      t.match(await page.locator('dialog [role=alert]').textContent(), /不能兼任/)
      await look(t, page, 'staff-roles-refused')
      await page.uncheck('dialog label:has-text("审计管理员")')
      await page.click('dialog button[type=submit]')
      await page.waitForSelector('.done')
      await page.waitForSelector('tr:has-text("xinlai"):has-text("经办人")')
      await page.click('tr:has-text("xinlai") button:has-text("解除登录限制")')
      await page.click('dialog button[type=submit]')
      await page.waitForSelector('dialog [role=alert]')
      t.match(await page.locator('dialog [role=alert]').textContent(), /理由：请填写/)
      await page.fill('#staff-act_reason', '本人到场')
      await page.keyboard.press('Enter')
      await page.waitForSelector('.done:has-text("解除登录限制")')
      for (const [act, state] of [
        ['停用', '已停用'],
        ['恢复', '须先修改密码'],
      ] as const) {
        await page.click(`tr:has-text("xinlai") button:has-text("${act}")`)
        await page.fill('#staff-act_reason', '核对')
        await page.keyboard.press('Enter')
        await page.waitForSelector(`tr:has-text("xinlai"):has-text("${state}")`)
      }
      await look(t, page, 'staff-security')
      t.strictSame(complaints, [])
      await context.close()
    },
  )

  t.test('修改密码 | whoever comes with a one-time password changes it before anything else', async (t) => {
    const { page, context } = await fresh(open)
    await page.goto(open.desk)
    await knock(page, 'xinlai', oneTime)
    await page.waitForSelector('h1:has-text("请先修改密码")')
    await look(t, page, 'change-password')
    await page.fill('#password_current', oneTime)
    await page.fill('#password_next', own)
    await page.fill('#password_again', 'something else')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert]:has-text("不一样")')
    await page.fill('#password_next', 'password1234')
    await page.fill('#password_again', 'password1234')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert]:not(:has-text("不一样"))')
    t.match(await page.locator('[role=alert]').textContent(), /常见|容易/)
    await look(t, page, 'change-password-refused')
    await page.fill('#password_next', own)
    await page.fill('#password_again', own)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.shell')
    t.match(await page.locator('h1').textContent(), /我的案件/)
    await context.close()
  })

  t.test('本人账号 | the own password, the own second factor, the own sessions', async (t) => {
    const [first, second] = [await fresh(open), await fresh(open)]
    for (const { page } of [first, second]) {
      await page.goto(open.desk)
      await knock(page, 'xinlai', own)
      await page.waitForSelector('.shell')
    }
    const { page } = first
    await visit(page, open, '/account')
    await page.waitForSelector('.logins li')
    await look(t, page, 'account')
    const before = await page.locator('.logins li').count()
    await page.click('.logins button >> nth=0')
    await page.waitForSelector(`.logins li:nth-child(${before})`, { state: 'detached' })
    await page.click('button:has-text("修改密码")')
    await page.waitForSelector('#password_current')
    await look(t, page, 'account-password')
    await page.click('button:has-text("绑定动态口令")')
    await page.fill('#offer_password', own)
    await page.keyboard.press('Enter')
    const seed = (await page.locator('.narrow code').textContent()) ?? ''
    await page.fill('#confirm_totp', codeAt(seed, now))
    await page.keyboard.press('Enter')
    await page.waitForSelector('.codes li')
    await page.click('text=已经抄好')
    await page.waitForSelector('text=动态口令已经绑定')
    await page.waitForSelector('section[aria-label="账号"]:has-text("恢复码")')
    t.match(await page.locator('section[aria-label="账号"]').textContent(), /已绑定，还有\d+个恢复码/)
    await first.context.close()
    await second.context.close()
  })

  t.test('绑定动态口令 | where the role wants it: password, code to scan, first figures, recovery codes', async (t) => {
    const strict = await open.behind({ totpRoles: ['legalReviewer'] })
    const { page, context } = await fresh(open)
    await page.goto(strict.desk)
    await knock(page, 'qhz-legal-reviewer', open.password)
    await page.waitForSelector('h1:has-text("请先绑定动态口令")')
    await look(t, page, 'enrol')
    await page.fill('#offer_password', 'wrong')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert]')
    await look(t, page, 'enrol-refused')
    await page.fill('#offer_password', open.password)
    await page.keyboard.press('Enter')
    await page.waitForSelector('img.qr')
    t.ok(await page.evaluate(`document.querySelector('img.qr').naturalWidth > 0`), 'the code is drawn')
    await look(t, page, 'enrol-scan')
    const seed = (await page.locator('main code').textContent()) ?? ''
    await page.fill('#confirm_totp', codeAt(seed, new Date(now.getTime() - 600_000)))
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert]')
    t.match(await page.locator('[role=alert]').textContent(), /核对手机的时间/)
    await look(t, page, 'enrol-wrong-code')
    await page.fill('#confirm_totp', codeAt(seed, now))
    await page.keyboard.press('Enter')
    await page.waitForSelector('.codes li')
    t.ok((await page.locator('.codes li').count()) >= 8, 'recovery codes, once')
    await look(t, page, 'enrol-codes')
    await tabTo(page, '已经抄好')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.shell')
    await page.click('button:has-text("退出")')
    await page.waitForSelector('#name')
    await knock(page, 'qhz-legal-reviewer', open.password)
    await page.waitForSelector('#totp')
    await look(t, page, 'sign-in-code')
    await page.fill('#totp', codeAt(seed, now, 1))
    await page.keyboard.press('Enter')
    await page.waitForSelector('.shell')
    await context.close()
    await strict.close()
  })

  t.test(
    '机关 | an organ’s administrator keeps its record; one of none adds organs and says who supervises',
    async (t) => {
      const { page, context, complaints } = await sitDown(open, 'qhzr-admin')
      await visit(page, open, '/organs')
      await page.waitForSelector('section.part')
      await look(t, page, 'organs')
      t.notOk(await page.locator('button:has-text("增加机关")').count())
      await page.click('button:has-text("修改")')
      await page.waitForSelector('#organ-QHZR_telephone')
      await look(t, page, 'organ-edit')
      t.notOk(await page.locator('#organ-QHZR_supervisedBy').count(), 'its place is not its own to say')
      await page.fill('#organ-QHZR_telephone', '0999-6810028')
      await page.fill('#organ-QHZR_portalUrl', 'javascript:alert(1)')
      await page.click('section.part button[type=submit]')
      await page.waitForSelector('[role=alert]')
      t.match(await page.locator('[role=alert]').textContent(), /申请和查询的网址：应为网址.*理由：请填写/s)
      await look(t, page, 'organ-refused')
      await page.fill('#organ-QHZR_portalUrl', '')
      await page.fill('#organ-QHZR_reason', '换号')
      await page.click('section.part button[type=submit]')
      await page.waitForSelector('text=已修改：青禾县自然资源局')
      await page.waitForSelector('section.part:has-text("0999-6810028")')
      const kept = await open.cabinet.organ('QHZR', today)
      t.match(
        kept?.organ,
        { telephone: '0999-6810028', portalUrl: null, guide: { fax: '0999-6810019' } },
        'the rest stays',
      )
      t.strictSame(complaints, [])
      await context.close()

      const passwordHash = await hashPassword(open.password)
      const person = { name: 'root', displayName: '全县系统', roles: ['admin'] as const, organ: null, passwordHash }
      await open.cabinet.keepPerson(person)
      const whole = await sitDown(open, 'root')
      await visit(whole.page, open, '/organs')
      await whole.page.waitForSelector('section.part')
      t.equal(await whole.page.locator('section.part').count(), 3)
      await whole.page.click('button:has-text("增加机关")')
      await whole.page.waitForSelector('#organ-new_code')
      const fill = (name: string, words: string) => whole.page.fill(`#organ-new_${name}`, words)
      await fill('code', 'QHSL')
      await whole.page.click('#organ-new_type')
      await whole.page.click('.ant-select-item-option >> nth=0')
      for (const [name, words] of [
        ['name', '青禾县水利局'],
        ['prefix', '青水'],
        ['department', '办公室'],
        ['address', '青禾县青禾镇河滨路2号'],
        ['postcode', '000000'],
        ['telephone', '0999-6810077'],
        ['hours', '工作日 8:30—12:00'],
        ['government', '青禾县人民政府'],
        ['reason', '机构改革'],
      ] as const)
        await fill(name, words)
      await whole.page.click('#organ-new_supervisedBy')
      await whole.page.click('.ant-select-item-option:has-text("QHZF"):visible')
      await look(t, whole.page, 'organ-new')
      await whole.page.click('.panel button[type=submit]')
      await whole.page.waitForSelector('text=已增加：青禾县水利局')
      t.ok((await open.cabinet.supervised('QHZF')).includes('QHSL'))
      await look(t, whole.page, 'organs-all')
      t.strictSame(whole.complaints, [])
      await whole.context.close()
    },
  )

  t.test('安全日志 | the audit administrator finds by day, person and kind, and takes the file', async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhzr-audit-admin')
    await page.waitForSelector('table.log')
    t.match(page.url(), /\/security-log$/)
    await look(t, page, 'security-log')
    await page.fill('#log-who', 'xinlai')
    await page.click('#log-act')
    await page.click('.ant-select-item-option:has-text("授予岗位")')
    await page.keyboard.press('Tab')
    await page.click('button:has-text("查找")')
    await page.waitForSelector('table.log tbody tr:nth-child(2)', { state: 'detached' })
    await page.waitForSelector('table.log tbody tr')
    t.match(await page.locator('table.log tbody').textContent(), /授予岗位成功xinlai：经办人.*入职/s)
    const taken = page.waitForEvent('download')
    await page.click('button:has-text("导出")')
    t.match((await taken).suggestedFilename(), /^安全日志-2026-11-18\.csv$/)
    await page.fill('#log-to', '2020-01-01')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=没有这样的记录')
    await look(t, page, 'security-log-empty')
    t.strictSame(complaints, [])
    await context.close()
  })

  t.test('大字版 | the pages of the administrators in 24 px', async (t) => {
    for (const [name, paths] of [
      ['qhzr-admin', ['/staff', '/organs', '/account']],
      ['qhzr-audit-admin', ['/security-log']],
    ] as const) {
      const { page, context } = await sitDown(open, name)
      await page.click('text=大字版')
      for (const path of paths) {
        await visit(page, open, path)
        await look(t, page, `large${path.replace('/', '-')}`)
      }
      await page.click('button:has-text("退出")')
      await page.waitForSelector('#name')
      await look(t, page, 'large-sign-in')
      await context.close()
    }
  })
}
