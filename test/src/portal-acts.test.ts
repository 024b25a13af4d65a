import { createHash } from 'node:crypto'
import type { Day } from '@zhiqing/law'
import t from 'tap'
import { applied, browser, fieldsOf, openPortal, wordsOf } from './portal-counter.js'

const on = (portal: Awaited<ReturnType<typeof openPortal>>, day: string) => {
  portal.office.today = day as Day
}

t.test('§35 说明理由 | the applicant sees that reasons are wanted, until when, and gives them', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  t.equal((await visitor.get('/case/reasons')).statusCode, 409, 'not before they are asked for')
  await portal.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  await portal.staff(id, '2025-03-05', 'askReasons', 'officer', { months: 2, requests: 40 })
  on(portal, '2025-03-05')
  const words = async () => wordsOf((await visitor.get('/case')).body)
  t.match(await words(), /请您说明理由 请在收到说明理由告知书的第二天起10个工作日以内说明/)
  await portal.staff(id, '2025-03-06', 'recordLetterService', 'registrar', { letter: 'P02', servedOn: '2025-03-06' })
  on(portal, '2025-03-07')
  t.match(await words(), /请最迟在2025年3月20日说明。/, 'ten working days from the day after 2025-03-06')
  const form = await visitor.get('/case/reasons')
  const empty = await visitor.post('/case/reasons', { ...fieldsOf(form.body), content: ' ' })
  t.equal(empty.statusCode, 400)
  t.match(wordsOf(empty.body), /请写您的理由/)
  const sent = await visitor.post('/case/reasons', { ...fieldsOf(form.body), content: '研究征地补偿' })
  t.equal(sent.headers.location, '/case/reasons/done')
  t.match(wordsOf((await visitor.get('/case/reasons/done')).body), /理由已经收到.*答复期限照样计算/)
  t.equal((await portal.cases())[0]?.current.reasons?.content, '研究征地补偿')
  t.notMatch(await words(), /请您说明理由 请/, 'and is not called again')
  t.match(await words(), /收到您说明的理由/)
})

t.test('办法6 缴费 | the notice, until when; telling that it is paid moves no day', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  t.equal((await visitor.get('/case/payment')).statusCode, 409)
  await portal.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  await portal.staff(id, '2025-03-20', 'chargeFee', 'officer', { basis: 'perRequest', monthlyCount: 12 })
  on(portal, '2025-03-24')
  const form = await visitor.get('/case/payment')
  t.match(wordsOf(form.body), /要缴 ?100 ?元.*写在收费通知书上.*请不要把钱交给个人/)
  t.match(fieldsOf(form.body), { year: '2025', month: '3', date: '24' }, 'today stands there already')
  const told = (day: Record<string, string>) => visitor.post('/case/payment', { ...fieldsOf(form.body), ...day })
  t.match(wordsOf((await told({ date: '32' })).body), /没有这一天/)
  t.match(wordsOf((await told({ date: '25' })).body), /晚于/, 'not on a day to come')
  t.match(wordsOf((await told({ date: '19' })).body), /早于收费通知之日/)
  t.equal((await told({ date: '21' })).headers.location, '/case/payment/done')
  const kept = (await portal.cases())[0]?.current
  t.match(kept?.tellings, [{ about: 'paid', paidOn: '2025-03-21', on: '2025-03-24' }])
  t.equal(kept?.fee?.paidOn, null)
  t.match(wordsOf((await visitor.get('/case')).body), /正在等您缴费.*您告诉我们已经缴费/)
})

t.test('R62 没有收到 | told, seen by the office; a second press is the same telling', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  t.match(wordsOf((await visitor.get('/case')).body), /您还可以 没有收到文书 补交材料/)
  const form = await visitor.get('/case/not-received')
  const fields = { ...fieldsOf(form.body), content: '地址换了：和平街9号' }
  t.equal((await visitor.post('/case/not-received', fields)).headers.location, '/case/not-received/done')
  t.equal((await visitor.post('/case/not-received', fields)).headers.location, '/case/not-received/done')
  const kept = (await portal.cabinet.findCase('QHZR', id))?.current
  t.match(kept?.tellings, [{ about: 'notReceived', content: '地址换了：和平街9号' }])
  t.equal(kept?.tellings?.length, 1)
})

/** Lives up to a reply, sent by post on the 12th. */
const replied = async (portal: Awaited<ReturnType<typeof openPortal>>, id: string, decision: object) => {
  await portal.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  await portal.staff(id, '2025-03-11', 'decide', 'officer', decision)
  await portal.staff(id, '2025-03-11', 'submitDraft', 'officer')
  await portal.staff(id, '2025-03-11', 'approveDraft', 'legalReviewer', { secrecyReviewedOn: '2025-03-11' })
  await portal.staff(id, '2025-03-11', 'signReply', 'signatory', { reason: '已逐项核对' })
  return () => portal.staff(id, '2025-03-12', 'dispatchReply', 'officer', { method: 'mail' })
}

t.test(
  '§44.2 建议主动公开 | once information was given: plain words, told what is wrong, then what became of it',
  async (t) => {
    const portal = await openPortal()
    const { visitor, id } = await applied(portal)
    const words = async () => wordsOf((await visitor.get('/case')).body)
    const send = await replied(portal, id, { outcome: 'G2', items: ['补偿标准'], route: '邮寄' })
    on(portal, '2025-03-11')
    t.notMatch(await words(), /建议主动公开/, 'signed, not sent: nothing was given yet')
    const early = await visitor.get('/case/suggestion')
    t.equal(early.statusCode, 409)
    t.match(wordsOf(early.body), /还没有发出提供信息的答复.*信息提供给您以后，可以再来建议/)
    await send()
    on(portal, '2025-03-20')
    t.match(await words(), /建议主动公开 您拿到的信息，如果您认为应当让所有人都看得到，可以建议我们主动公开/)
    const form = await visitor.get('/case/suggestion')
    t.match(
      wordsOf(form.body),
      /关系到许多人的利益（涉及公众利益调整） 应当让大家都知道（需要公众广泛知晓） 应当请大家一起参与决定（需要公众参与决策）/,
    )
    t.notMatch(form.body, /<script(?![^>]*src=)/)
    const fields = fieldsOf(form.body)
    const wrong = await visitor.post('/case/suggestion', { ...fields, statement: '长'.repeat(2001) })
    t.equal(wrong.statusCode, 400)
    t.match(
      wordsOf(wrong.body),
      /有2处需要改正 请选择为什么应当主动公开，至少选一项 您的说明太长了：最多2000个字，现在有2001个字/,
    )
    t.match(wrong.body, /href="#f-reasons".*id="f-reasons"/s, 'the summary leads to the first box')
    const large = await visitor.post('/case/suggestion', {
      ...fields,
      widelyKnown: '1',
      statement: '好',
      size: 'large',
    })
    t.equal(large.statusCode, 200)
    t.match(fieldsOf(large.body), { widelyKnown: '1', statement: '好' }, 'larger type loses no tick and no word')
    const ticked = { ...fields, publicInterest: '1', participation: '1', statement: '全村都要知道' }
    const stale = await visitor.post('/case/suggestion', { ...ticked, once: 'x' })
    t.match(wordsOf(stale.body), /页面放得太久了/)
    t.match(fieldsOf(stale.body), { publicInterest: '1', participation: '1', statement: '全村都要知道' })
    t.equal((await visitor.get('/case/suggestion/done')).headers.location, '/case', 'nothing came yet')
    for (const press of ['pressed', 'pressed twice'])
      t.equal((await visitor.post('/case/suggestion', ticked)).headers.location, '/case/suggestion/done', press)
    t.match(wordsOf((await visitor.get('/case/suggestion/done')).body), /已收到您的建议.*属于的会及时公开/)
    t.match((await portal.cabinet.findCase('QHZR', id))?.current.suggestions, [
      { on: '2025-03-20', reasons: ['publicInterest', 'participation'], statement: '全村都要知道' },
    ])
    t.match(await words(), /2025年3月20日 ?您建议主动公开这些信息.*已收到您的建议（ ?2025年3月20日 ?）。 我们正在审核/)
    const again = await visitor.get('/case/suggestion')
    t.equal(again.statusCode, 409)
    t.match(wordsOf(again.body), /您已经建议过了/)
    const form2 = { ...ticked, once: fieldsOf((await visitor.get('/case/supplement')).body).once ?? '' }
    const twice = await visitor.post('/case/suggestion', form2)
    t.equal(twice.statusCode, 409)
    t.match(wordsOf(twice.body), /您已经建议过了.*全村都要知道/, 'what was written is handed back')
  },
)

t.test(
  '§44.2 建议主动公开 | decided: to be published, published where, or not and why; never who decided',
  async (t) => {
    const portal = await openPortal()
    const { visitor, id } = await applied(portal)
    await (await replied(portal, id, { outcome: 'G2', items: ['补偿标准'], route: '邮寄' }))()
    const { reports } = portal.cabinet
    const [kept] = await portal.cases()
    const description = kept?.current.information.description ?? ''
    const topic = createHash('sha256').update(description).digest('hex')
    const decided = (n: number, act: 'publish' | 'decline' | 'published', day: string, more: object = {}) =>
      reports.keepPublication({
        ...{ organ: 'QHZR', topic, n, title: '征地补偿标准', act, reason: '', place: null, requests: 1, applicants: 1 },
        ...{ on: day as Day, by: '赵主任', ...more },
      })
    await decided(1, 'decline', '2025-03-13', { reason: '从前的理由' })
    on(portal, '2025-03-20')
    const form = fieldsOf((await visitor.get('/case/suggestion')).body)
    await visitor.post('/case/suggestion', { ...form, widelyKnown: '1' })
    const words = async () => wordsOf((await visitor.get('/case')).body)
    t.match(await words(), /已收到您的建议（ ?2025年3月20日 ?）。 我们正在审核。是否主动公开，决定以后写在这里/)
    t.notMatch(await words(), /从前的理由/, 'decided before it was suggested: no answer to it')
    await decided(2, 'decline', '2025-03-21', { reason: '只涉及个别地块' })
    t.match(await words(), /2025年3月21日 ?决定不主动公开，理由： ?只涉及个别地块/)
    await decided(3, 'publish', '2025-03-24', { reason: '多人关心' })
    t.match(await words(), /2025年3月24日 ?决定主动公开。公开以后，这里会写明在哪里看/)
    await decided(4, 'published', '2025-03-25', { place: 'https://www.qinghe.example/zd' })
    t.match(await words(), /已经主动公开（ ?2025年3月25日 ?），在这里看： ?https:\/\/www\.qinghe\.example\/zd/)
    t.match((await visitor.get('/case')).body, /<a href="https:\/\/www\.qinghe\.example\/zd">/)
    t.notMatch(await words(), /赵主任|多人关心/)
  },
)

t.test('§44.2 建议主动公开 | a place that is no address is told as it stands, never made a link', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  await (await replied(portal, id, { outcome: 'G2', items: ['补偿标准'], route: '邮寄' }))()
  const form = fieldsOf((await visitor.get('/case/suggestion')).body)
  on(portal, '2025-03-20')
  await visitor.post('/case/suggestion', { ...form, widelyKnown: '1' })
  const [kept] = await portal.cases()
  const topic = createHash('sha256')
    .update(kept?.current.information.description ?? '')
    .digest('hex')
  await portal.cabinet.reports.keepPublication({
    ...{ organ: 'QHZR', topic, n: 1, title: '征地补偿标准', act: 'published', reason: '' },
    ...{ requests: 1, applicants: 1, on: '2025-03-25' as Day, by: null, place: 'javascript:alert(1)' },
  })
  const { body } = await visitor.get('/case')
  t.match(wordsOf(body), /在这里看： ?javascript:alert\(1\)/)
  t.notMatch(body, /href="javascript/)
})

t.test('§44.2 建议主动公开 | where nothing was given, no form', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  const w6 = { outcome: 'W6', category: '讨论记录', reasons: '记录载有讨论中的不同意见' }
  await (await replied(portal, id, w6))()
  on(portal, '2025-03-20')
  t.notMatch(wordsOf((await visitor.get('/case')).body), /建议主动公开/)
  t.equal((await visitor.get('/case/suggestion')).statusCode, 409)
  const token = fieldsOf((await visitor.get('/case/supplement')).body).once ?? ''
  const forced = await visitor.post('/case/suggestion', { once: token, widelyKnown: '1' })
  t.equal(forced.statusCode, 409)
  t.equal((await portal.cabinet.findCase('QHZR', id))?.current.suggestions, undefined)
})

const part = (name: string, value: string, more = '') =>
  `--edge\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${value}\r\n`

t.test(
  'R18 补交委托书 | a file goes along with words; one by one, without a script; then it is the case’s',
  async (t) => {
    const portal = await openPortal()
    const { visitor, id } = await applied(portal)
    const form = fieldsOf((await visitor.get('/case/supplement')).body)
    const send = (fields: Record<string, string>, file?: string) =>
      portal.app.inject({
        method: 'POST',
        url: '/case/supplement',
        headers: {
          'content-type': 'multipart/form-data; boundary=edge',
          'sec-fetch-site': 'same-origin',
          cookie: [...visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        },
        payload: `${Object.entries({ ...form, ...fields })
          .map(([name, value]) => part(name, value))
          .join('')}${part('file', file ?? '', `; filename="${file ? '委托书.pdf' : ''}"`)}--edge--\r\n`,
      })
    t.match(wordsOf((await send({ content: '' })).body), /请写一句话，或者附一份材料/)
    t.match(wordsOf((await send({ content: '写好的话' }, '<html>')).body), /只收PDF、JPG、PNG/)
    const added = await send({ content: '写好的话', kind: 'authorization', go: 'add' }, '%PDF-1.4')
    t.equal(added.statusCode, 200)
    t.equal(fieldsOf(added.body).content, '写好的话', 'adding a file loses no word')
    t.match(wordsOf(added.body), /委托书\.pdf 委托书，1 KB/)
    t.equal((await send({ content: '写好的话' })).headers.location, '/case/supplement/done')
    const kept = (await portal.cabinet.findCase('QHZR', id))?.current
    t.match(kept?.attachments, [{ n: 1, kind: 'authorization', name: '委托书.pdf', with: 'telling' }])
    t.notMatch(wordsOf((await visitor.get('/case/supplement')).body), /委托书\.pdf/, 'the basket is empty')
  },
)

t.test('§12 指南 | from the organ’s record, with the day it was brought up to date; the empty form', async (t) => {
  const guide = {
    updatedOn: '2025-01-06',
    categories: ['征地批文', '<b>规划</b>'],
    fax: '0999-6810019',
    email: 'a@qinghe.example',
  }
  const portal = await openPortal({
    change: (cabinet) => ({
      ...cabinet,
      organ: async (id, day) => {
        const kept = await cabinet.organ(id, day)
        return kept && id === 'QHZR'
          ? { ...kept, organ: { ...kept.organ, guide, disclosureUrl: 'https://www.qinghe.example/zwgk' } }
          : kept
      },
    }),
  })
  const visitor = browser(portal)
  const page = await visitor.get('/guide/QHZR')
  const words = wordsOf(page.body)
  for (const said of [
    '更新日期： 2025年1月6日',
    '征地批文',
    '<b>规划</b>',
    '网上提交（2019年5月15日公布）',
    '人民路1号',
    '青禾县人民政府申请行政复议',
    '青禾县人民法院',
    '0999-6810019',
    '不用说明用途',
    '20个工作日',
  ])
    t.ok(words.includes(said), said)
  t.match(page.body, /href="https:\/\/www\.qinghe\.example\/zwgk"/)
  t.match(wordsOf((await visitor.get('/guide/QHJY')).body), /更新日期：本机关还没有填写/)
  t.equal((await visitor.get('/guide/NOBODY')).statusCode, 404)
  const form = await visitor.get('/guide/QHZR/L01.pdf')
  t.equal(form.rawPayload.subarray(0, 5).toString(), '%PDF-')
  t.match(form.headers['content-disposition'], /^attachment; filename="L01\.pdf"/)
  t.match(wordsOf((await visitor.get('/')).body), /先看看是不是已经公开.*公开指南.*空白申请表/)
})

/** By hand, from the calendar of 2025: 清明 4-4 to 4-6, 劳动节 5-1 to 5-5 with 4-27 worked. */
t.test('期限计算 | suspensions, corrections, fees and extensions, through the code of simulate', async (t) => {
  const visitor = browser(await openPortal())
  const day = (prefix: string, text: string) => {
    const [year, month, date] = text.split('-').map(Number)
    return `${prefix}year=${year}&${prefix}month=${month}&${prefix}date=${date}`
  }
  const ask = async (...parts: string[]) => visitor.get(`/why?${parts.join('&')}`)
  const due = async (...parts: string[]) => /(?:最迟在 (\S+日) 答复)/.exec(wordsOf((await ask(...parts)).body))?.[1]
  t.equal(await due(day('', '2025-03-03')), '2025年3月31日')
  t.equal(
    await due(day('', '2025-03-03'), day('asked.from.', '2025-03-10'), day('asked.to.', '2025-03-14')),
    '2025年4月7日',
    'four working days after the day of sending are left out; 清明 on 4-4',
  )
  t.equal(
    await due(day('', '2025-03-03'), day('corrected.from.', '2025-03-05'), day('corrected.to.', '2025-03-10')),
    '2025年4月8日',
    'a correction received on 3-10: twenty from 3-11',
  )
  t.equal(
    await due(day('', '2025-03-03'), day('paid.from.', '2025-03-10'), day('paid.to.', '2025-03-14')),
    '2025年4月14日',
  )
  t.equal(
    await due(day('', '2025-03-03'), 'extended.workingDays=5', day('extended.', '2025-03-31')),
    '2025年4月8日',
    'told on the last day is in time',
  )
  const told = async (...parts: string[]) => {
    const page = await ask(...parts)
    t.equal(page.statusCode, 400)
    return wordsOf(page.body)
  }
  t.match(await told(day('', '2025-03-03'), 'extended.workingDays=5', day('extended.', '2025-04-01')), /延长/)
  t.match(await told(day('', '2025-03-03'), 'extended.workingDays=21', day('extended.', '2025-03-31')), /20/)
  t.match(await told(day('', '2025-03-03'), 'extended.workingDays=5'), /请写哪一天告知延长的/)
  t.match(await told(day('', '2025-03-03'), day('asked.to.', '2025-03-14')), /请写从哪一天起/)
  t.match(await told(day('', '2025-03-03'), day('asked.from.', '2025-02-30')), /没有这一天/)
  const open = wordsOf((await ask(day('', '2025-03-03'), day('asked.from.', '2025-03-10'))).body)
  t.match(open, /正在征求意见，还不能确定是哪一天/)
  const far = wordsOf((await ask(day('', '2027-03-03'))).body)
  t.match(far, /暂定，以国务院办公厅公布的放假安排为准/)
})

t.test('触摸屏 | large, nothing to save, nothing remembered; ended, nothing of the visitor is left', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  const start = await visitor.get('/?kiosk')
  t.match(start.body, /<html lang="zh-CN" class="kiosk">/)
  t.match(start.body, /data-idle="120" data-warn="60"/)
  t.match(visitor.cookies.get('zhiqing-kiosk'), '1')
  t.match((await visitor.get('/lookup')).body, /<html lang="zh-CN" class="kiosk">/, 'and stays one')
  for (const [page, form] of Object.entries({
    who: { 'applicant.kind': 'natural' },
    name: { 'applicant.name': '张三丰' },
    what: { 'information.description': '补偿标准' },
  }))
    await visitor.post(`/apply/QHZR/${page}`, form)
  const how = await visitor.post('/apply/QHZR/how', { 'form.method': 'pickup' })
  t.equal(how.headers.location, '/apply/QHZR/check', 'no files at the screen of the hall')
  const name = await visitor.get('/apply/QHZR/name')
  t.notMatch(name.body, /autoComplete="(?!off)/i)
  t.equal(name.headers['cache-control'], 'no-store')
  const faulty = await visitor.post('/apply/QHZR/contact', { 'applicant.email': 'x' })
  t.equal(faulty.headers['cache-control'], 'no-store', 'not even the answer to a form')
  await visitor.post('/apply/QHZR/contact', { 'applicant.email': '' })
  const check = await visitor.get('/apply/QHZR/check')
  const sent = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  const receipt = await visitor.get(String(sent.headers.location))
  t.match(wordsOf(receipt.body), /受理编号.*办完了/)
  t.notMatch(receipt.body, /\.pdf/)
  t.equal((await visitor.get('/case/letters/1.pdf')).statusCode, 404)
  await visitor.post('/text-size', { size: 'large', back: '/' })
  const ended = await visitor.post('/kiosk/end')
  t.equal(ended.headers.location, '/')
  t.equal(ended.headers['clear-site-data'], '"cache", "storage"')
  t.strictSame(
    [...visitor.cookies].filter(([, value]) => value !== '').map(([key]) => key),
    ['zhiqing-kiosk'],
    'but that it is a screen in the hall',
  )
  t.equal((await visitor.get('/case')).headers.location, '/lookup')
  t.equal(portal.paper.drafts.size, 0)
  await visitor.post('/apply/QHZR/name', { 'applicant.name': '李四', go: 'later' })
  const saved = wordsOf((await visitor.get('/draft/saved')).body)
  await visitor.post('/kiosk/end')
  t.equal(portal.paper.drafts.size, 1, 'what was kept for later is there under its code')
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(saved)?.[0] ?? ''
  t.equal((await browser(portal).post('/draft', { code })).headers.location, '/apply/QHZR')
  await visitor.get('/?kiosk=off')
  t.notMatch((await visitor.get('/')).body, /class="kiosk"/)
})

t.test('高对比 | is kept beside the size of type, and loses nothing typed', async (t) => {
  const visitor = browser(await openPortal())
  const page = await visitor.post('/apply/QHZR/what', { 'information.description': '补偿', contrast: 'high' })
  t.match(page.body, /<html lang="zh-CN" class="contrast">/)
  t.equal(fieldsOf(page.body)['information.description'], '补偿')
  await visitor.post('/text-size', { size: 'large', back: '/' })
  t.match((await visitor.get('/')).body, /<html lang="zh-CN" class="large contrast">/)
  await visitor.post('/text-size', { contrast: 'ordinary', back: '/' })
  t.match((await visitor.get('/')).body, /<html lang="zh-CN" class="large">/)
})
