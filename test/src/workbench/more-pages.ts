import { handle } from '@zhiqing/casework'
import type { Role } from '@zhiqing/law'
import type { Test } from 'tap'
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

/** Pages and states that the walk of one request does not come by. */
export const morePages = (t: Test, open: OpenDesk): void => {
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
