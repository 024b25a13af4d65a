import { readFileSync } from 'node:fs'
import { handle } from '@zhiqing/casework'
import { type Day, type Role, roleNames } from '@zhiqing/law'
import type { Page } from 'playwright-core'
import type { Test } from 'tap'
import { unzip } from '../unzip.js'
import { look, type OpenDesk, sitDown, today, visit } from '../workbench-desk.js'

const request = {
  channel: 'inPerson',
  applicant: { kind: 'natural', name: '台账人' },
  information: { description: '惠民补贴发放名册' },
  form: { medium: 'paper', method: 'mail' },
}

/** Requests with a reconsideration each, as the counter makes them. */
const withRemedies = async ({ cabinet }: OpenDesk, count: number): Promise<void> => {
  const act = async (caseId: string | undefined, command: string, role: Role, input: object) => {
    const order = { organ: 'QHZ', caseId, command: command as 'registerRequest', input, on: today, actor: { role } }
    const answer = await handle(cabinet.store, order)
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    return answer.id
  }
  for (let i = 0; i < count; i++) {
    const id = await act(undefined, 'receiveRequest', 'registrar', request)
    await act(id, 'registerRequest', 'registrar', {})
    await act(id, 'fileReconsideration', 'remedyClerk', {
      procedure: 'ordinary',
      filedOn: today,
      copyReceivedOn: today,
    })
  }
}

type Step = readonly [command: string, role: Role, input: object]

const drafted = (decision: object): Step[] => [
  ['registerRequest', 'registrar', {}],
  ['decide', 'officer', decision],
  ['submitDraft', 'officer', {}],
]
const signed: readonly Step[] = [
  ...drafted({ outcome: 'G2', items: ['发放名册'], route: '邮寄' }),
  ['approveDraft', 'legalReviewer', { secrecyReviewedOn: today }],
  ['signReply', 'signatory', { reason: '已逐项核对' }],
]

const lived = async ({ cabinet }: OpenDesk, steps: readonly Step[], fields: object = {}): Promise<string> => {
  let caseId: string | undefined
  for (const [command, role, input] of [
    ['receiveRequest', 'registrar', { ...request, ...fields }] as const,
    ...steps,
  ]) {
    const order = { organ: 'QHZR', caseId, command: command as 'registerRequest', input, on: today }
    const answer = await handle(cabinet.store, { ...order, actor: { role, person: roleNames[role] } })
    if (!answer.ok) throw new Error(JSON.stringify(answer))
    caseId = answer.id
  }
  return caseId ?? ''
}

/** Replies that are signed and wait for the post. */
const withSigned = async (open: OpenDesk, count: number, fields: object = {}): Promise<string[]> => {
  const ids: string[] = []
  for (let i = 0; i < count; i++) ids.push(await lived(open, signed, fields))
  return ids
}

const kept = { what: '流程', outcome: 'W5', category: '内部工作流程', reasons: '只供传递文件使用，不能区分处理。' }

/** Pages and states that the walk of one request does not come by. */
export const morePages = (t: Test, open: OpenDesk): void => {
  t.test(
    '条例17 保密审查 | of several items one is given: the day is asked for; of what is published, not',
    async (t) => {
      const given = await lived(
        open,
        drafted({ items: [{ what: '名册', outcome: 'G2', items: ['名册'], route: '邮寄' }, kept] }),
      )
      const published = await lived(
        open,
        drafted({ items: [{ what: '名册', outcome: 'G1', where: '县政府网站' }, kept] }),
      )
      const { page, context, complaints } = await sitDown(open, 'qhzr-legal-reviewer')
      const approve = 'button:has-text("审核通过")'
      await visit(page, open, `/cases/${given}/review`)
      await page.click(approve)
      t.match(await page.locator('#reviewed-on-fault').textContent(), /没有填写保密审查的日期，没有送出/)
      t.equal((await open.cabinet.findCase('QHZR', given))?.current.approval, null, 'nothing was sent')
      await page.fill('#reviewed-on', today)
      await page.click(approve)
      await page.waitForSelector('.count')
      await visit(page, open, `/cases/${published}/review`)
      await page.waitForSelector(approve)
      t.equal(await page.locator('#reviewed-on').count(), 0)
      await page.click(approve)
      await page.waitForSelector('.count')
      const approved = async (id: string) =>
        (await open.cabinet.findCase('QHZR', id))?.current.approval?.secrecyReviewedOn
      t.strictSame([await approved(given), await approved(published)], [today, undefined])
      t.strictSame(complaints, [])
      await context.close()
    },
  )

  t.test(
    '条例44.2 建议主动公开 | a suggestion stands on the page of its case, and is decided where it leads',
    async (t) => {
      const statement = '每家每户都在问发放到了谁手里'
      const id = await lived(open, [
        ...signed,
        ['dispatchReply', 'officer', { method: 'mail', mailNumber: 'EB111222337CN' }],
        ['suggestPublication', 'applicant', { reasons: ['publicInterest', 'widelyKnown'], statement }],
      ])
      const { page, context, complaints } = await sitDown(open, 'qhzr-office-head')
      await visit(page, open, `/cases/${id}`)
      await page.waitForSelector('#suggestion')
      const said = await page.locator('#suggestion').textContent()
      t.match(said, /2026年11月18日建议：涉及公众利益调整、需要公众广泛知晓。/)
      t.match(said, statement)
      await look(t, page, 'case-suggestion')
      await page.focus('a:has-text("看主动公开研判")')
      await page.keyboard.press('Enter')
      const topic = page.locator('section.part', { has: page.locator(`a[href$="/cases/${id}"]`) })
      await topic.waitFor()
      t.match(await topic.textContent(), /待研判.*建议主动公开/s)
      await topic.locator('summary').click()
      await topic.locator('.ant-radio-wrapper:has-text("不主动公开")').click()
      t.match(await topic.textContent(), /理由（建议的申请人看得到，不写申请人和第三方）/)
      await look(t, page, 'hot-suggestion')
      await topic.locator('input[id^=reason-]').fill('名册里是个人信息，已经公开的是分村的数目')
      await page.keyboard.press('Enter')
      await topic.locator('li:has-text("决定不主动公开：名册里是个人信息")').waitFor()
      t.match(await topic.textContent(), /已决定不主动公开/)
      t.strictSame(complaints, [])
      await context.close()
    },
  )

  t.test('列表 | a colour narrows the whole list, not the page; the list is taken away as a workbook', async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhzr-office-head')
    await page.route(/\/api\/v1\/cases\?/, (route) => route.continue({ url: `${route.request().url()}&limit=1` }))
    await visit(page, open, '/cases?colour=blue')
    await page.waitForSelector('tbody tr')
    const due = (await open.cabinet.worklist({ organ: ['QHZR'], limit: 100, due: { from: '2026-11-24' as Day } })).cases
    t.ok(due.length > 1)
    for (let rows = 1; rows < due.length; rows++) {
      await page.click('button:has-text("再列一页")')
      await page.waitForSelector(`tbody tr:nth-child(${rows + 1})`)
    }
    t.equal(await page.locator('tbody .light.blue').count(), due.length)
    t.match(await page.locator('.count').textContent(), `共列出${due.length}件`)
    t.equal(await page.locator('button:has-text("再列一页")').count(), 0)
    await look(t, page, 'list-blue')
    const taken = page.waitForEvent('download')
    await page.focus('button:has-text("存为表格（XLSX）")')
    await page.keyboard.press('Enter')
    const file = await taken
    t.equal(file.suggestedFilename(), '全部案件.xlsx')
    const sheet = unzip(readFileSync(await file.path())).find(({ name }) => name === 'xl/worksheets/sheet1.xml')
    t.equal([...(sheet?.bytes.toString() ?? '').matchAll(/<row /g)].length, due.length + 1, 'and a head')
    await page.route(/\/case-table\?/, (route) =>
      route.fulfill({ status: 422, json: { title: '列表太长', status: 422, detail: '请缩小范围', type: 'x' } }),
    )
    await page.click('button:has-text("存为表格（CSV）")')
    await page.waitForSelector('.problem:has-text("请缩小范围")')
    await look(t, page, 'list-too-long')
    t.strictSame(complaints, [])
    await context.close()
  })

  t.test('复议诉讼台账 | more than one page: the fifty-first is reached, by keyboard', async (t) => {
    await withRemedies(open, 52)
    const { page, context, complaints } = await sitDown(open, 'qhz-remedy-clerk')
    await visit(page, open, '/remedies')
    await page.waitForSelector('tbody tr')
    t.equal(await page.locator('tbody tr').count(), 50)
    await page.focus('button:has-text("再看更早的")')
    await page.keyboard.press('Enter')
    await page.waitForSelector('tbody tr:nth-child(52)')
    const numbers = await page.locator('tbody th').allTextContents()
    t.ok(numbers.length >= 52)
    t.equal(new Set(numbers).size, numbers.length, 'none twice')
    t.notOk(await page.locator('button:has-text("再看更早的")').count(), 'and no more after the last')
    await look(t, page, 'remedies-all')
    t.strictSame(complaints, [])
    await context.close()
  })

  t.test('寄发、指派 | more than one page: the rest is listed, and a line of the post finds what is not', async (t) => {
    const onePerPage = (page: Page) =>
      page.route(/\/api\/v1\/cases\?.*limit=100/, (route) =>
        route.continue({ url: route.request().url().replace('limit=100', 'limit=1') }),
      )
    await withSigned(open, 2)
    const registrar = await sitDown(open, 'qhzr-registrar')
    const { page } = registrar
    await visit(page, open, '/dispatch')
    await page.waitForSelector('.to-sign:nth-child(2)')
    const last = await page.locator('.to-sign').last().textContent()
    const number = /QHZR\d+/.exec(last ?? '')?.[0] ?? ''
    await onePerPage(page)
    await visit(page, open, '/dispatch')
    await page.waitForSelector('text=还有更多')
    t.equal(await page.locator('.to-sign').count(), 1)
    await page.fill('#mail-list', `${number} EB111222333CN`)
    await page.click('button:has-text("登记寄发")')
    await page.waitForSelector(`text=${number}：`)
    t.notMatch(await page.locator('main').textContent(), /不在待寄发的案件里/, 'found beyond the page')
    await page.waitForSelector('button:has-text("再列一页")')
    await page.focus('button:has-text("再列一页")')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.to-sign:nth-child(2)')
    await look(t, page, 'dispatch-more')
    await visit(page, open, '/assign')
    await page.click('button:has-text("再列一页")')
    await look(t, page, 'assign-more')
    t.strictSame(registrar.complaints, [])
    await registrar.context.close()
  })

  t.test(
    '随附材料 | what was filed for the reply stands ticked in the form; what is unticked does not go',
    async (t) => {
      const form = { medium: 'electronic', method: 'email' }
      const applicant = { ...request.applicant, email: 'fuyou@example.com' }
      const [id = ''] = await withSigned(open, 1, { form, applicant })
      const { page, context, complaints } = await sitDown(open, 'qhzr-registrar')
      await visit(page, open, `/cases/${id}?act=dispatchReply`)
      await page.waitForSelector('.panel form')
      t.equal(await page.locator('.panel .stacked').count(), 0, 'nothing there, nothing asked')
      await visit(page, open, `/cases/${id}?act=filePapers`)
      await page.waitForSelector('.panel input[type=file]')
      await page.click('#attachments-kind')
      await page.click('.ant-select-item-option:has-text("答复的附件"):visible')
      const pdf = (name: string) => ({ name, mimeType: 'application/pdf', buffer: Buffer.from(`%PDF-1.4 ${name}`) })
      await page.setInputFiles('.panel input[type=file]', [pdf('名册.pdf'), pdf('没有遮盖.pdf')])
      await page.waitForSelector('.panel .files li:nth-child(2)')
      await page.click('.panel button[type=submit]')
      await page.waitForSelector('.done')
      await visit(page, open, `/cases/${id}?act=dispatchReply`)
      await page.waitForSelector('.panel label:has-text("没有遮盖.pdf")')
      t.equal(await page.locator('.panel .stacked input:checked').count(), 2)
      await look(t, page, 'dispatch-enclosures')
      await page.focus('.panel label:has-text("没有遮盖.pdf") input')
      await page.keyboard.press('Space')
      await page.click('.panel .ant-radio-wrapper:has-text("电子送达")')
      await page.click('.panel button[type=submit]')
      await page.waitForSelector('.done')
      const kept = await open.cabinet.findCase('QHZR', id)
      const sent = kept?.current.attachments?.filter(({ n }) => kept.current.reply?.enclosures?.includes(n))
      t.strictSame(
        sent?.map(({ name }) => name),
        ['名册.pdf'],
      )
      t.strictSame(complaints, [])
      await context.close()
    },
  )

  t.test('录入申请 | several applicants at once, passed on by another organ; faults are told at each', async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhzr-registrar')
    await visit(page, open, '/register')
    await page.waitForSelector('#mailNumber')
    await page.fill('#applicant_name', '牵头人')
    await page.fill('#applicant_idNumber', '11010519491231002X')
    await page.fill('#applicant_phone', '13800000110')
    await page.fill('#information_description', '河东片区安置方案')
    await page.focus('summary:has-text("共同申请人")')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#transferredFrom')
    await page.click('button:has-text("添加")')
    await page.waitForSelector('#coApplicants_0_name')
    await look(t, page, 'register-several')
    await page.click('button[type=submit]')
    await page.waitForSelector('main .problem')
    t.match(await page.locator('main .problem').textContent(), /共同申请人·第1项·(类型|姓名)/)
    await page.click('fieldset fieldset .ant-radio-wrapper >> nth=0')
    await page.fill('#coApplicants_0_name', '同来人')
    await page.fill('#transferredFrom', '青禾县政务服务便民热线')
    await page.fill('#information_period', '2024年')
    await page.click('button[type=submit]')
    await page.waitForSelector('text=再录一件')
    const number = /QHZR2026\d+/.exec((await page.locator('main').textContent()) ?? '')?.[0] ?? ''
    await visit(page, open, `/cases?q=${number}`)
    await page.click('tbody th a >> nth=0')
    await page.waitForSelector('#asked')
    t.match(await page.locator('#asked').textContent(), /同来人/)
    t.match(await page.locator('#asked').textContent(), /2024年/)
    t.strictSame(complaints, [])
    await context.close()
  })

  t.test('设置 | the words on remedies by outcome are set on the page, and set back', async (t) => {
    const { page, context, complaints } = await sitDown(open, 'qhz-admin')
    const section = 'section:has(#set-remedyBlock)'
    const set = async (words: string, reason: string) => {
      await visit(page, open, '/settings')
      await page.waitForSelector(section)
      await page.click(`${section} summary`)
      await page.click('#remedyBlock_value_N3')
      await page.click(`.ant-select-item-option:has-text("${words}"):visible`)
      await look(t, page, `setting-by-outcome-${reason.length}`)
      await page.fill('#remedyBlock_reason', reason)
      await page.click(`${section} button[type=submit]`)
      await page.waitForSelector(`${section} li:has-text("${reason}")`)
    }
    await set('先复议，后诉讼', '上级法院的意见')
    t.match(await page.locator(`${section} strong`).textContent(), /^N3 先复议，后诉讼$/)
    t.strictSame((await open.cabinet.organ('QHZ', today))?.settings.remedyBlock, { N3: 'RB1' })
    await set('按规定，不另行设定', '意见撤回')
    t.match(await page.locator(`${section} strong`).textContent(), /没有另行设定/)
    t.strictSame((await open.cabinet.organ('QHZ', today))?.settings.remedyBlock, {})
    t.strictSame(complaints, [])
    await context.close()
  })

  t.test(
    '完整的证件号码 | shown after a reason was given, which stands in the security log; refused without',
    async (t) => {
      const { page, context, complaints } = await sitDown(open, 'qhzr-registrar')
      await visit(page, open, `/cases?q=${encodeURIComponent('张桂兰')}`)
      await page.waitForSelector('tbody tr')
      await page.click('tbody th a >> nth=0')
      await page.waitForSelector('#asked')
      t.match(await page.locator('#asked').textContent(), /999921\*{8}1019/, 'masked')
      await page.focus('summary:has-text("查看完整的证件号码")')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#full-look_reason')
      await look(t, page, 'full-look')
      await page.click('#asked button[type=submit]')
      await page.waitForSelector('#asked [role=alert]')
      t.match(await page.locator('#asked [role=alert]').textContent(), /理由：请填写/)
      await look(t, page, 'full-look-refused')
      await page.fill('#full-look_reason', '核对委托书')
      await page.keyboard.press('Enter')
      await page.waitForSelector('#asked :text("999921196304121019")')
      await look(t, page, 'full-look-taken')
      await page.reload()
      await page.waitForSelector('#asked')
      t.notMatch(await page.content(), /999921196304121019/, 'gone with the page')
      t.strictSame(complaints, [])
      await context.close()
      const audit = await sitDown(open, 'qhzr-audit-admin')
      await audit.page.waitForSelector('table.log')
      t.match(
        await audit.page.locator('tr:has-text("查看完整的申请人信息")').first().textContent(),
        /qhzr-registrar.*核对委托书/s,
      )
      await audit.context.close()
    },
  )

  t.test(
    '材料 | scans go in with a counter request; an officer puts papers to the case and takes them out again',
    async (t) => {
      const { page, context, complaints } = await sitDown(open, 'qhzr-registrar')
      await visit(page, open, '/register')
      await page.waitForSelector('#mailNumber')
      await page.fill('#applicant_name', '扫描人')
      await page.fill('#applicant_idNumber', '11010519491231002X')
      await page.fill('#applicant_phone', '13800000109')
      await page.fill('#information_description', '东湾村安置房分配方案')
      await page.focus('summary:has-text("附扫描件")')
      await page.keyboard.press('Enter')
      const choose = (name: string, mimeType: string, words: string) =>
        page.setInputFiles('input[type=file]', { name, mimeType, buffer: Buffer.from(words) })
      await choose('x.html', 'application/pdf', '<html>')
      await page.waitForSelector('.files-field [role=alert]')
      t.match(await page.locator('.files-field [role=alert]').textContent(), /只收PDF、JPG、PNG/)
      await look(t, page, 'register-files-refused')
      await choose('申请书.pdf', 'application/pdf', '%PDF-1.4 scan')
      await page.waitForSelector('.files li:has-text("申请书.pdf")')
      await choose('错放.pdf', 'application/pdf', '%PDF-1.4 wrong')
      await page.waitForSelector('.files li:has-text("错放.pdf")')
      await page.click('.files li:has-text("错放.pdf") button')
      await page.waitForSelector('.files li:has-text("错放.pdf")', { state: 'detached' })
      await look(t, page, 'register-files')
      await page.click('button:has-text("接收并登记")')
      await page.waitForSelector('text=再录一件')
      await visit(page, open, `/cases?q=${encodeURIComponent('安置房分配')}`)
      await page.click('tbody th a >> nth=0')
      await page.waitForSelector('#attachments table')
      t.match(await page.locator('#attachments tbody').textContent(), /申请书或者来件的扫描件申请书.pdf.*随申请/s)
      await page.click('#attachments a:has-text("收录材料")')
      await page.waitForSelector('.panel input[type=file]')
      await page.click('.panel button[type=submit]')
      await page.waitForSelector('.panel .problem')
      t.match(await page.locator('.panel .problem').textContent(), /附件：(还没有上传文件|没有填写|请填写)/)
      await page.click('#attachments-kind')
      await page.click('.ant-select-item-option:has-text("第三方、其他机关的意见"):visible')
      await page.setInputFiles('.panel input[type=file]', [
        { name: '甲公司.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 one') },
        { name: '乙公司.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 two') },
      ])
      await page.waitForSelector('.panel .files li:nth-child(2)')
      await look(t, page, 'case-files')
      await page.click('.panel button[type=submit]')
      await page.waitForSelector('.done')
      await page.waitForSelector('#attachments tbody tr:nth-child(3)')
      const taken = page.waitForEvent('download')
      await page.focus('#attachments tr:nth-child(3) button')
      await page.keyboard.press('Enter')
      t.equal((await taken).suggestedFilename(), '乙公司.pdf')
      await look(t, page, 'case-files-filed')
      t.strictSame(complaints, [])
      await context.close()
    },
  )
}
