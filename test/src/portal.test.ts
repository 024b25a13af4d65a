import type { Cabinet } from '@zhiqing/db'
import { type Day, day, inChinese } from '@zhiqing/law'
import t from 'tap'
import { calendar, qinghe } from './paper-cabinet.js'
import {
  applied,
  browser,
  checked,
  fieldsOf,
  filledIn,
  fillIn,
  openPortal,
  queryCode,
  wordsOf,
} from './portal-counter.js'

/** The one script there is comes from our own address. */
const ownScript = /<script defer="" src="\/portal\/portal-[0-9a-f]{12}\.js"><\/script>/
const withoutOwnScript = (html: string): string => html.replace(ownScript, '')

/** The marks of a page without the words in them. */
const tagsOf = (html: string): string =>
  withoutOwnScript(html)
    .replace(/"[^"]*"/g, '""')
    .replace(/>[^<]*</g, '><')
const harm = /<script|<img|<svg| on[a-z]+=|javascript:/

const pages = [
  '/',
  '/apply',
  '/apply/QHZR/who',
  '/apply/QHZR/what',
  '/draft',
  '/lookup',
  '/why',
  '/why?year=2025&month=9&date=25',
]

t.test('首页 | who may ask, for what, how long; the organs; no word of why one asks', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  const start = await visitor.get('/')
  t.equal(start.statusCode, 200)
  const words = wordsOf(start.body)
  for (const said of [
    '20个工作日',
    '个人、企业和其他组织都可以',
    '青禾县自然资源局',
    '提交申请',
    '查询进度',
    '为什么是这一天',
  ])
    t.ok(words.includes(said), said)
  t.notMatch(words, /演示/)
  for (const url of pages) {
    const page = await visitor.get(url)
    t.equal(page.statusCode, 200, url)
    t.match(page.body, /^<!doctype html><html lang="zh-CN">/)
    t.equal(page.body.match(/<h1/g)?.length, 1, `one h1: ${url}`)
    t.match(page.body, ownScript)
    t.notMatch(
      withoutOwnScript(page.body).replace('不用说明用途', ''),
      /用途|减免|<script|style="| on[a-z]+=/,
      `nothing that must not be asked or run: ${url}`,
    )
  }
})

t.test('演示 | a demo says so on every page and shows how to get in', async (t) => {
  const portal = await openPortal({
    demo: { signIns: [{ name: 'qhzr-officer', password: 'K3M', displayName: '经办' }] },
  })
  const visitor = browser(portal)
  for (const url of pages) t.match(wordsOf((await visitor.get(url)).body), /演示/, url)
  t.match(wordsOf((await visitor.get('/')).body), /经办 qhzr-officer K3M/)
})

t.test(
  '文书 | an applicant is told in plain words that a letter is being sealed, and gets none without its seal',
  async (t) => {
    const portal = await openPortal({ sealing: true })
    const { visitor } = await applied(portal)
    const waits = await visitor.get('/case/letters/1.pdf')
    t.equal(waits.statusCode, 409)
    t.match(wordsOf(waits.body), /这份文书正在盖章 .*请过一会儿再来/)
  },
)

t.test('申请 | fill in, check, submit, receipt, look up, why, withdraw: all without a script', async (t) => {
  const portal = await openPortal()
  const { visitor, check, sent, receipt, number } = await applied(portal)
  t.equal(check.statusCode, 200)
  t.match(wordsOf(check.body), /张三丰 .*13800138000/)
  t.match(wordsOf(check.body), /今天提交，我们最迟在 2025年3月31日 答复您/)
  t.equal(sent.statusCode, 303)
  const words = wordsOf(receipt.body)
  for (const said of [
    number,
    '0000-0000-00000',
    '2025年3月3日',
    '最迟在 2025年3月31日 答复您。',
    '日期会往后推，我们会告诉您',
  ])
    t.ok(words.includes(said), said)
  t.notMatch(words, /暂定/)
  t.notMatch(`${sent.headers.location}`, queryCode, 'the code stands in no address')

  const letter = await visitor.get('/case/letters/1.pdf')
  t.equal(letter.headers['content-type'], 'application/pdf')
  t.match(letter.headers['content-disposition'], /^attachment; filename="L03-1.pdf"; filename\*=UTF-8''/)
  t.equal(letter.rawPayload.subarray(0, 5).toString(), '%PDF-')

  const other = browser(portal)
  t.equal((await other.get('/case')).headers.location, '/lookup', 'nothing without a look-up')
  const found = await other.post('/lookup', { number: number.toLowerCase(), code: '0000-0000-00000' })
  t.equal(found.headers.location, '/case')
  const page = wordsOf((await other.get('/case')).body)
  for (const said of [
    '最迟在 2025年3月31日 答复您',
    '还有20个工作日',
    '张**',
    '收到申请，自次日起计算答复期限20个工作日',
    '第20天',
  ])
    t.ok(page.includes(said), said)
  for (const hidden of ['张三丰', '11010519491231002X', '13800138000', '和平街'])
    t.notOk(page.includes(hidden), `${hidden} is not shown`)

  const asked = await other.get('/case/withdraw')
  t.equal((await portal.cases())[0]?.current.at.state, 'received', 'asking changes nothing')
  const withdrawn = await other.post('/case/withdraw', fieldsOf(asked.body))
  t.equal(withdrawn.headers.location, '/case/withdrawn')
  t.match(wordsOf((await other.get('/case/withdrawn')).body), /申请已经撤回/)
  t.equal((await portal.cases())[0]?.current.at.state, 'withdrawn')
  const again = await other.post('/case/withdraw', fieldsOf(asked.body))
  t.equal(again.headers.location, '/case/withdrawn', 'pressed twice, done once')
  t.equal((await other.get('/case/withdraw')).statusCode, 409)
  const left = await other.post('/case/leave')
  t.equal(left.headers['clear-site-data'], '"cache"', 'no filled-in form stays behind "back"')
  t.equal((await other.get('/case')).headers.location, '/lookup')
})

t.test('§29 申请 | what the law asks for and the request lacks is told, and bars nothing', async (t) => {
  const portal = await openPortal()
  const { check, receipt, number } = await applied(portal, { 'applicant.kind': 'natural' })
  t.match(wordsOf(check.body), /还没有填写：姓名或者单位名称、证件号码、联系方式.*、您想要什么信息/)
  t.match(wordsOf(check.body), /这些只是提醒，不改也可以提交/)
  t.ok(wordsOf(receipt.body).includes(number))
  t.strictSame((await portal.cases())[0]?.current.form, { medium: 'paper', method: 'mail' })
})

t.test('申请 | advice before filing: a doubtful number, nowhere to deliver to, too wide', async (t) => {
  const visitor = browser(await openPortal())
  const advised = await checked(visitor, {
    ...filledIn,
    'applicant.idNumber': '110105194912310021',
    'information.description': '所有征地文件',
    'form.method': 'email',
  })
  t.equal(advised.statusCode, 200)
  const words = wordsOf(advised.body)
  t.match(words, /居民身份证号码好像不对/)
  t.match(words, /没有写电子邮箱/)
  t.match(words, /您写了“所有”/)
})

t.test('申请 | every fault at once: at the top with a link, by the field, and what was typed is kept', async (t) => {
  const visitor = browser(await openPortal())
  const form = {
    ...filledIn,
    'applicant.kind': 'alien',
    'applicant.name': '张'.repeat(101),
    'applicant.idNumber': '1'.repeat(41),
    'applicant.email': 'nobody',
    'applicant.address': '和平街😀八号',
    'information.description': '征地\u{2ebef}补偿',
  }
  const linksIn = (html: string) => [...html.matchAll(/<li><a href="([^"]*#f-[^"]+)">/g)].map(([, to]) => String(to))
  const answers = await fillIn(visitor, form)
  t.strictSame(
    answers.map(({ statusCode, body }) => [statusCode, statusCode === 400 ? linksIn(body) : []]),
    [
      [400, ['#f-applicant-kind']],
      [400, ['#f-applicant-name', '#f-applicant-idNumber']],
      [400, ['#f-applicant-email', '#f-applicant-address']],
      [400, ['#f-information-description']],
      [303, []],
    ],
  )
  for (const { body } of answers)
    for (const to of body.includes('class="errors"') ? linksIn(body) : []) {
      t.ok(body.includes(`id="${to.slice(1)}"`), `the link to ${to} leads somewhere`)
      t.ok(body.includes(`id="${to.slice(1)}-fault"`), `the fault stands by ${to}`)
    }
  t.match(wordsOf(answers[1]?.body ?? ''), /最多100个字，现在有101个字/)
  t.match(answers[1]?.body ?? '', /<title>需要改正：/)
  t.equal(
    fieldsOf((await visitor.get('/apply/QHZR/contact')).body)['applicant.email'],
    'nobody',
    'kept, wrong as it is',
  )
  const check = await visitor.get('/apply/QHZR/check')
  t.equal(check.statusCode, 400)
  t.strictSame(linksIn(check.body), [
    '/apply/QHZR/who?back=check#f-applicant-kind',
    '/apply/QHZR/name?back=check#f-applicant-name',
    '/apply/QHZR/name?back=check#f-applicant-idNumber',
    '/apply/QHZR/contact?back=check#f-applicant-email',
    '/apply/QHZR/contact?back=check#f-applicant-address',
    '/apply/QHZR/what?back=check#f-information-description',
  ])
  t.notMatch(wordsOf(check.body), /确认提交/, 'nothing to press before it is mended')
  const sent = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  t.equal(sent.statusCode, 400, 'the last step trusts no earlier one')
  const mended = await visitor.post('/apply/QHZR/name?back=check', {
    ...fieldsOf((await visitor.get('/apply/QHZR/name?back=check')).body),
    'applicant.name': '张三丰',
    'applicant.idNumber': '',
  })
  t.equal(mended.headers.location, '/apply/QHZR/check', 'mended, and back to the page to check')
})

t.test('申请 | what nobody sees in a pasted text is taken away without a word', async (t) => {
  const portal = await openPortal()
  const { check } = await applied(portal, {
    ...filledIn,
    'applicant.name': '\ufeff张\u200b三\u202e丰\u{e0100}',
    'applicant.address': '青禾县\u2028和平街8号\r\n二楼',
    'information.description': '第一\u0007行\u2028第二\u200f行\u000b第三行\u000c第四\u0085第五\ta',
  })
  t.equal(check.statusCode, 200)
  const kept = (await portal.cases())[0]?.current
  t.equal(kept?.applicant.name, '张三丰')
  t.equal(kept?.applicant.address, '青禾县 和平街8号 二楼')
  t.equal(kept?.information.description, '第一行\n第二行\n第三行\n第四\n第五\ta')
})

t.test('申请 | what no letter could print is shown, with its place and what to do, in plain words', async (t) => {
  const visitor = browser(await openPortal())
  const toldOf = async (form: Record<string, string>) => {
    const page = await checked(visitor, { ...filledIn, ...form })
    t.equal(page.statusCode, 400)
    t.notMatch(wordsOf(page.body), /U\+|字库|控制字符|字符/)
    return [...page.body.matchAll(/<li><a href="[^"]*#f-[^"]+">([^<]*)</g)].map(([, told]) => told)
  }
  t.strictSame(await toldOf({ 'information.description': '一\n二\n征地👍🏽补偿\n👨‍👩‍👧' }), [
    '“您想要什么信息”第3行“👍🏽”、第4行“👨”、第4行“👩”、第4行“👧”打印不出来，请删掉或者用文字说明',
  ])
  t.strictSame(await toldOf({ 'information.title': '征地\u{2ebef}' }), [
    '“文件或者信息的名称”第3个字“\u{2ebef}”打印不出来，请删掉或者用文字说明',
  ])
  t.strictSame(await toldOf({ agency: 'yes', 'applicant.name': '张\u{2ebef}', 'applicant.agent': '李😀' }), [
    '“姓名或者单位名称”第2个字“\u{2ebef}”打印不出来，请用读音相同的字或者拼音代替',
    '“代理人姓名”第2个字“😀”打印不出来，请删掉',
  ])
  t.strictSame(await toldOf({ 'information.description': '一\n二\ufffd😀' }), [
    '“您想要什么信息”第2行有一个字没有输入完整，请删掉重新输入；第2行“😀”打印不出来，请删掉或者用文字说明',
  ])
  const many = Array.from({ length: 20 }, (_, i) => String.fromCodePoint(0x1f600 + i)).join('\n')
  t.match(await toldOf({ 'information.description': many }), [/第6行“😅”等20处打印不出来/])
})

t.test('申请 | a limit counts characters as people and the schema do, a rare one once', async (t) => {
  const visitor = browser(await openPortal())
  const send = (title: string) => checked(visitor, { ...filledIn, 'information.title': title })
  t.equal((await send('\u{20bb7}'.repeat(300))).statusCode, 200, 'the schema too takes 300 of two units each')
  const long = await send('\u{20bb7}'.repeat(301))
  t.match(wordsOf(long.body), /最多300个字，现在有301个字/)
})

t.test('申请 | 自然人: a person is chosen already, and who chose otherwise finds that', async (t) => {
  const visitor = browser(await openPortal())
  t.equal(fieldsOf((await visitor.get('/apply/QHZR/who')).body)['applicant.kind'], 'natural')
  await visitor.post('/apply/QHZR/who', { 'applicant.kind': 'legal' })
  t.equal(fieldsOf((await visitor.get('/apply/QHZR/who')).body)['applicant.kind'], 'legal')
  t.match(wordsOf((await visitor.get('/apply/QHZR/name')).body), /单位的名称和代码.*营业执照/)
})

t.test('申请 | second looks: hints that bar nothing, and are silent where all is well', async (t) => {
  const visitor = browser(await openPortal())
  const advised = async (form: Record<string, string>) => {
    const page = await checked(visitor, { ...filledIn, ...form })
    t.equal(page.statusCode, 200)
    return wordsOf(/<section class="notice".*?<\/section>/s.exec(page.body)?.[0] ?? '')
  }
  for (const phone of ['abc', '057188', '12800138000'])
    t.match(await advised({ 'applicant.phone': phone }), new RegExp(`电话“${phone}”好像不对`))
  const alone = { 'applicant.phone': 'abc', 'applicant.address': '', 'form.method': 'pickup' }
  t.match(await advised(alone), /您只写了电话，电话写错了，我们就联系不上您/)
  for (const phone of [
    '13800138000',
    '+86 138-0013-8000',
    '１３８００１３８０００',
    '(0571) 8718 0000转8001',
    '87180000',
    '13800138000、0571-87180000',
    '13800138000 13900139000',
    '+852 2345 6789',
    '4008001234',
  ])
    t.equal(await advised({ 'applicant.phone': phone }), '', phone)
  t.match(await advised({ 'applicant.idType': '' }), /写了证件号码，没有选证件类型/)
  const way = (medium: string, method: string) =>
    advised({ 'form.medium': medium, 'form.method': method, 'applicant.email': 'a@b.cn' })
  t.match(await way('electronic', 'mail'), /要电子的，又选了邮寄/)
  t.match(await way('electronic', ''), /要电子的，没有选用什么方式/)
  t.match(await way('paper', 'online'), /选了网上查看，又要纸质的/)
  t.match(await way('paper', 'email'), /选了电子邮件，又要纸质的/)
  t.match(await way('', 'online'), /选了网上查看，没有选要纸质的还是电子的/)
  for (const [medium, method] of [
    ['electronic', 'online'],
    ['electronic', 'email'],
    ['electronic', 'pickup'],
    ['paper', 'inspection'],
    ['', 'mail'],
    ['', ''],
  ] as const)
    t.equal(await way(medium, method), '', `${medium} ${method}`)
  const asked = (description: string) => advised({ 'information.description': description })
  t.match(await asked('所有的批文、方案等相关材料，一切'), /您写了“所有”“等”“相关”“一切”。/)
  t.equal(await asked('和平街8号的房屋所有权证、《关于征地有关问题等全部事项的通知》和一等奖名单，平等对待'), '')
})

t.test('申请 | strings that want to be more than words come out as words', async (t) => {
  const portal = await openPortal()
  const nasty = [
    '<script>alert(1)</script>',
    '"><img src=x onerror=alert(1)>',
    "' autofocus onfocus='alert(1)",
    '</textarea><svg onload=alert(1)>',
    'javascript:alert(1)//{{7*7}}<%= 7*7 %>',
  ]
  const texts = Object.keys(filledIn).filter((name) => !/kind|idType|medium|method/.test(name))
  for (const one of nasty) {
    const form: Record<string, string> = {
      ...filledIn,
      agency: 'yes',
      ...Object.fromEntries(texts.map((name) => [name, name.endsWith('email') ? 'a@b.cn' : one.slice(0, 40)])),
    }
    const visitor = browser(portal)
    const check = await checked(visitor, form)
    t.equal(check.statusCode, 200, one)
    t.notMatch(tagsOf(check.body), harm, one)
    t.ok(wordsOf(check.body).includes(one.slice(0, 40).replace(/\s+/g, ' ')), 'and they arrive whole')
    for (const page of ['name', 'contact', 'what']) {
      const shown = await visitor.get(`/apply/QHZR/${page}`)
      t.notMatch(tagsOf(shown.body), harm, one)
    }
    const { body } = await visitor.get('/apply/QHZR/what')
    t.equal(fieldsOf(body)['information.description'], form['information.description'])
  }
  const { visitor } = await applied(portal, {
    ...filledIn,
    'applicant.kind': 'other',
    'applicant.name': nasty[0] ?? '',
  })
  t.notMatch(withoutOwnScript((await visitor.get('/case')).body), /<script/)
  const typed = await visitor.post('/lookup', { number: nasty[1] ?? '', code: nasty[1] ?? '' })
  t.notMatch(typed.body, /<img/)
  const why = await visitor.get(`/why?year=${encodeURIComponent('"><b>')}&month=1&date=1`)
  t.equal(why.statusCode, 400)
  t.notMatch(why.body, /<b>/)
})

t.test('申请 | sent twice, reloaded, or sent from two windows at once: one case', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  const fields = fieldsOf((await checked(visitor)).body)
  const sent = await Promise.all([1, 2, 3].map(() => visitor.post('/apply/QHZR/submit', fields)))
  t.strictSame(
    sent.map(({ headers }) => headers.location),
    ['/receipt', '/receipt', '/receipt'],
  )
  t.equal((await portal.cases()).length, 1)
  const receipt = await visitor.get('/receipt')
  const back = await visitor.get('/apply/QHZR/check')
  t.match(wordsOf(back.body), /这份申请已经提交.*没有重复提交.*查看回执/)
  t.equal((await visitor.post('/apply/QHZR/submit', fieldsOf(back.body))).headers.location, '/receipt')
  t.equal(wordsOf((await visitor.get('/receipt')).body), wordsOf(receipt.body), 'and the same receipt')
  t.equal((await portal.cases()).length, 1)
  const other = browser(portal)
  await checked(other)
  const tokenless = await other.post('/apply/QHZR/submit', {})
  t.match(wordsOf(tokenless.body), /请核对您的申请/, 'without its token it is checked again, not filed')
  t.equal((await portal.cases()).length, 1)
})

t.test('申请 | a connection that broke after saving: pressed again, other words are not filed unasked', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  const fields = fieldsOf((await checked(visitor)).body)
  const draft = [...portal.paper.drafts.values()][0]
  await visitor.post('/apply/QHZR/submit', fields)
  if (!draft) throw new Error('no draft')
  const code = visitor.cookies.get('zhiqing-draft') ?? ''
  const words = {
    ...draft.words,
    application: { ...(draft.words.application as object), 'information.description': '另外一件事' },
  }
  await portal.cabinet.keepDraft(code, { ...draft, words }, portal.office.now)
  const changed = await visitor.post('/apply/QHZR/submit', fields)
  t.equal(changed.statusCode, 409)
  t.match(wordsOf(changed.body), /刚才已经提交过一份/)
  t.equal((await portal.cases()).length, 1)
  t.equal((await visitor.post('/apply/QHZR/submit', fieldsOf(changed.body))).statusCode, 303)
  t.equal((await portal.cases()).length, 2)
})

t.test('申请 | 收到之日后跨到没有放假安排的年份：期限标明暂定', async (t) => {
  const portal = await openPortal()
  portal.office.today = '2026-12-14' as Day
  const { receipt, visitor } = await applied(portal)
  const { due, provisional } = calendar.addWorkingDays(day('2026-12-14'), 20)
  t.ok(provisional)
  t.ok(wordsOf(receipt.body).includes(`最迟在 ${inChinese(due)} 答复您。 （暂定，以国务院办公厅公布的放假安排为准）`))
  t.match(wordsOf((await visitor.get('/case')).body), /暂定，以国务院办公厅公布的放假安排为准/)
})

t.test('R13 网上提交须双方确认的机关 | no number yet, and the page says what follows', async (t) => {
  const unconfirmed = (cabinet: Cabinet): Cabinet => ({
    ...cabinet,
    store: {
      transaction: (work) =>
        cabinet.store.transaction((inner) =>
          work({
            save: (change) => inner.save(change),
            open: async (task) => {
              const opened = await inner.open(task)
              return typeof opened === 'string' || 'ok' in opened
                ? opened
                : { ...opened, settings: { ...opened.settings, autoConfirmOnline: false } }
            },
          }),
        ),
    },
  })
  const { receipt, visitor } = await applied(await openPortal({ change: unconfirmed }))
  t.match(wordsOf(receipt.body), /确认以后给您受理编号和查询码/)
  t.match(wordsOf((await visitor.get('/case')).body), /正在和您确认/)
})

t.test('R15 没有公布网上渠道的机关 | is told by post, and no form is shown', async (t) => {
  const offline = { ...qinghe, channels: { email: '2019-05-15' } }
  const portal = await openPortal({
    change: (cabinet) => ({
      ...cabinet,
      organ: async (id, on) => {
        const kept = await cabinet.organ(id, on)
        return kept && { ...kept, organ: offline }
      },
    }),
  })
  const page = await browser(portal).get('/apply/QHZR')
  t.match(wordsOf(page.body), /没有公布网上受理.*青禾县青禾镇人民路1号/)
  t.equal((await browser(portal).post('/apply/QHZR/submit', { once: 'x'.repeat(22) })).statusCode, 200)
  t.equal((await portal.cases()).length, 0)
})

t.test(
  '查询 | an unknown number and a wrong code get the same answer to the byte; too many have to wait',
  async (t) => {
    const portal = await openPortal()
    const { number } = await applied(portal)
    const visitor = browser(portal, '203.0.113.8')
    const wrongCode = await visitor.post('/lookup', { number, code: '1111-1111-11111' })
    const unknown = await visitor.post('/lookup', { number: 'QHZR202599999', code: '1111-1111-11111' })
    t.equal(wrongCode.statusCode, 400)
    t.equal(unknown.statusCode, wrongCode.statusCode)
    t.equal(unknown.body.replaceAll('QHZR202599999', number), wrongCode.body, 'but for what was typed')
    t.equal(number.length, 'QHZR202599999'.length)
    t.strictSame({ ...unknown.headers, date: '' }, { ...wrongCode.headers, date: '' })
    const words = wordsOf(unknown.body)
    t.match(words, /受理编号和查询码对不上 .*受理编号有没有写错.*查询码有没有写错/)
    t.notMatch(words, /1处需要改正/, 'neither of the two is blamed alone')
    t.match(fieldsOf(unknown.body), { number: 'QHZR202599999', code: '1111-1111-11111' }, 'what was typed is kept')
    const empty = await visitor.post('/lookup', { number: ' ', code: '' })
    t.match(wordsOf(empty.body), /请输入受理编号.*请输入查询码/)
    for (let i = 0; i < 8; i++) await visitor.post('/lookup', { number, code: 'no' })
    const late = await visitor.post('/lookup', { number, code: queryCode })
    t.equal(late.statusCode, 429)
    t.equal(late.headers['retry-after'], '3600')
    t.match(wordsOf(late.body), /一小时以后再试/)
    t.equal(visitor.cookies.size, 0)
    t.match(late.body, /大字版/)
  },
)

t.test('查询 | a visit is bound to its case, ends after an hour, and cannot be made up', async (t) => {
  const portal = await openPortal()
  const { visitor } = await applied(portal)
  const name = 'zhiqing-case'
  const sealed = visitor.cookies.get(name) ?? ''
  t.notMatch(Buffer.from(sealed, 'base64url').toString('latin1'), /case-1|0000000/, 'nothing can be read in it')
  visitor.cookies.set(name, `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`)
  t.equal((await visitor.get('/case')).headers.location, '/lookup', 'a changed one is none')
  visitor.cookies.set(name, sealed)
  t.equal((await visitor.get('/case')).statusCode, 200)
  portal.office.now = new Date('2025-03-03T03:00:01Z')
  t.equal((await visitor.get('/case')).headers.location, '/lookup')
  const late = await visitor.post('/case/correction', { once: 'x', content: '写了很久的补正' })
  t.equal(late.statusCode, 403)
  t.match(
    fieldsOf(late.body.replace('id="kept"', 'name="kept"')),
    { kept: '写了很久的补正' },
    'what was typed is handed back',
  )
})

t.test('办法 6 收费 | the applicant sees what is to pay and until when, and what follows', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  await portal.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  await portal.staff(id, '2025-03-20', 'chargeFee', 'officer', { basis: 'perRequest', monthlyCount: 12 })
  portal.office.today = '2025-03-20' as Day
  const words = async () => wordsOf((await visitor.get('/case')).body)
  t.match(await words(), /正在等您缴费.*信息处理费100元。请在收到收费通知书的第二天起20个工作日以内缴清。/)
  await portal.staff(id, '2025-03-21', 'recordLetterService', 'registrar', { letter: 'L06', servedOn: '2025-03-21' })
  portal.office.today = '2025-03-24' as Day
  const waiting = await words()
  t.match(waiting, /信息处理费100元。请最迟在2025年4月21日缴清。.*缴清以前，答复期限停止计算。/)
  t.match(waiting, /收费通知书/, 'the notice is there to read')
  t.notMatch(waiting, /补正/, 'nothing of a correction')
  portal.office.today = '2025-04-22' as Day
  t.match(await words(), /缴费期限（2025年4月21日）已经过了/)
  await portal.staff(id, '2025-04-22', 'confirmLapse', 'registrar')
  t.match(await words(), /这份申请不再办理.*缴费期限到2025年4月21日为止。/)
  await portal.staff(id, '2025-04-23', 'recordPayment', 'registrar', { amount: 100, paidOn: '2025-04-10' })
  portal.office.today = '2025-04-23' as Day
  t.match(await words(), /最迟在 2025年5月12日 答复您/)
})

t.test('§30 补正 | the applicant sees what is wanted, sends it, and the clock starts anew', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  await portal.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  await portal.staff(id, '2025-03-05', 'requestCorrection', 'officer', {
    guidance: '可以写明文件名称、文号或者形成年份',
    items: ['请写明<b>批次</b>', '请写明年份'],
  })
  await portal.staff(id, '2025-03-06', 'recordLetterService', 'registrar', { letter: 'P01', servedOn: '2025-03-06' })
  portal.office.today = '2025-03-10' as Day
  const page = await visitor.get('/case')
  t.match(wordsOf(page.body), /正在等您补正.*请写明<b>批次<\/b> 请写明年份 请最迟在2025年3月20日补正/)
  portal.office.today = '2025-03-21' as Day
  t.match(wordsOf((await visitor.get('/case')).body), /补正期限（2025年3月20日）已经过了.*请尽快补正/)
  portal.office.today = '2025-03-10' as Day
  const form = await visitor.get('/case/correction')
  const empty = await visitor.post('/case/correction', { ...fieldsOf(form.body), content: ' ' })
  t.equal(empty.statusCode, 400)
  const odd = await visitor.post('/case/correction', { ...fieldsOf(form.body), content: '第\u{2ebef}批次' })
  t.match(wordsOf(odd.body), /\u{2ebef}/u)
  const larger = await visitor.post('/case/correction', { ...fieldsOf(form.body), content: '第5批次', size: 'large' })
  t.match(larger.body, /<html lang="zh-CN" class="large">/)
  t.equal(fieldsOf(larger.body).content, '第5批次', 'larger type loses no word')
  const sent = await visitor.post('/case/correction', { ...fieldsOf(form.body), content: '第5批次，2023年' })
  t.equal(sent.headers.location, '/case/correction/done')
  const due = inChinese(calendar.addWorkingDays(day('2025-03-10'), 20).due)
  t.match(wordsOf((await visitor.get('/case/correction/done')).body), new RegExp(`最迟在 ${due} 答复您`))
  t.equal((await portal.cases())[0]?.current.corrections[0]?.content, '第5批次，2023年')
  t.equal((await visitor.get('/case/correction')).statusCode, 409)
  const late = await visitor.post('/case/correction', {
    once: fieldsOf((await visitor.get('/case/withdraw')).body).once ?? '',
    content: '又一次',
  })
  t.equal(late.statusCode, 409)
  t.match(wordsOf(late.body), /现在不需要补正.*又一次/)
})

t.test('文书 | only letters to the applicant, a reply only once it is dispatched', async (t) => {
  const portal = await openPortal()
  const { visitor, id } = await applied(portal)
  await portal.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  await portal.staff(id, '2025-03-04', 'requestAssistance', 'officer', { id: '科', unit: '征地科', question: '查' })
  await portal.staff(id, '2025-03-05', 'giveAssistance', 'assistant', { id: '科', findings: '有' })
  await portal.staff(id, '2025-03-06', 'recordSearch', 'officer', {
    systems: ['档案'],
    keywords: ['征地'],
    people: ['王'],
    found: true,
  })
  await portal.staff(id, '2025-03-07', 'consultThirdParty', 'officer', {
    id: '三',
    party: '绿野公司',
    interest: '商业秘密',
  })
  await portal.staff(id, '2025-03-10', 'extendReply', 'officeHead', { workingDays: 5, reason: '涉及多个批次' })
  portal.office.today = '2025-03-10' as Day
  const suspended = wordsOf((await visitor.get('/case')).body)
  t.match(suspended, /正在征求意见 征求意见用的时间不算/)
  t.notMatch(suspended, /绿野公司|征地科|商业秘密/, 'nobody else is named')
  await portal.staff(id, '2025-03-12', 'recordOpinion', 'officer', { id: '三', opinion: 'object', reasons: '不愿' })
  await portal.staff(id, '2025-03-13', 'decide', 'officer', {
    outcome: 'G2',
    items: ['标准'],
    route: '邮寄',
    overruled: [{ id: '三', content: '标准', reason: '标准不是商业秘密' }],
    reasons: '可以公开',
  })
  await portal.staff(id, '2025-03-14', 'submitDraft', 'officer')
  await portal.staff(id, '2025-03-17', 'approveDraft', 'legalReviewer', { secrecyReviewedOn: '2025-03-17' })
  await portal.staff(id, '2025-03-18', 'signReply', 'signatory')
  const codes = async () => {
    const kept = await portal.cabinet.findCase('QHZR', id)
    const got = []
    for (const { n, letter } of kept?.current.letters ?? [])
      if ((await visitor.get(`/case/letters/${n}.pdf`)).statusCode === 200) got.push(letter)
    return { all: kept?.current.letters.map(({ letter }) => letter).toSorted(), got: got.toSorted() }
  }
  const signed = await codes()
  t.strictSame(signed.all, ['L02', 'L03', 'L05', 'L08', 'L11', 'P03', 'P04', 'P05', 'P06', 'S02'])
  t.strictSame(signed.got, ['L03', 'P03', 'P05'])
  t.notMatch(
    wordsOf((await visitor.get('/case')).body),
    /予以公开|可以公开/,
    'the reply is not told before it goes out',
  )
  await portal.staff(id, '2025-03-19', 'dispatchReply', 'officer', { method: 'mail' })
  await portal.staff(id, '2025-03-21', 'recordService', 'registrar', { servedOn: '2025-03-21' })
  t.strictSame((await codes()).got, ['L03', 'P03', 'P05', 'S02'])
  const hidden = await visitor.get('/case/letters/2.pdf')
  const never = await visitor.get('/case/letters/99.pdf')
  t.equal(hidden.statusCode, 404)
  t.equal(
    hidden.body.replaceAll('/2.pdf', ''),
    never.body.replaceAll('/99.pdf', ''),
    'another letter is as if it were not there',
  )
  const served = wordsOf((await visitor.get('/case')).body)
  t.match(served, /答复已经在 2025年3月19日 发出/)
  t.match(served, /可以在2025年5月20日以前（包括当天）向青禾县人民政府申请行政复议/)
  t.match(served, /征求意见，不算/)

  const again = async (on: string, reason: string) => {
    await portal.staff(id, on, 'reviseReply', 'officeHead', { reason })
    await portal.staff(id, on, 'decide', 'officer', {
      outcome: 'G2',
      items: ['标准'],
      route: '邮寄',
      unaffected: ['三'],
    })
    await portal.staff(id, on, 'submitDraft', 'officer')
    await portal.staff(id, on, 'approveDraft', 'legalReviewer', { secrecyReviewedOn: on })
    await portal.staff(id, on, 'signReply', 'signatory')
  }
  const replies = async () => {
    const kept = await portal.cabinet.findCase('QHZR', id)
    const all = kept?.current.letters.filter(({ letter }) => letter.startsWith('S')) ?? []
    const codes = await Promise.all(all.map(({ n }) => visitor.get(`/case/letters/${n}.pdf`)))
    return codes.map(({ statusCode }) => statusCode)
  }
  await again('2025-04-01', '清单有误')
  t.strictSame(
    await replies(),
    [200, 404],
    'R118: the reply that went out stays; the new one is not told before it goes',
  )
  await again('2025-04-02', '路径有误')
  await portal.staff(id, '2025-04-03', 'dispatchReply', 'officer', { method: 'mail' })
  t.strictSame(await replies(), [200, 404, 200], 'one that was taken back unsent is never shown')
  t.match(wordsOf((await visitor.get('/case')).body), /答复送到您手里.*开始重新答复您.*发出答复/)
})

t.test('文书 | the words of an erased case are gone, and the page says so', async (t) => {
  const portal = await openPortal({
    change: (cabinet) => ({
      ...cabinet,
      letter: async () => {
        throw Object.assign(new Error('文书 L03 所在案件的个人信息已依法删除'), { code: 'ERASED' })
      },
    }),
  })
  const { visitor } = await applied(portal)
  const gone = await visitor.get('/case/letters/1.pdf')
  t.equal(gone.statusCode, 410)
  t.match(wordsOf(gone.body), /这份文书的内容已经删除.*已经依法删除/)
  t.strictSame(portal.lines, [], 'no defect')
})

t.test('首页 | telephones can be tapped, whole, and what is no number is left alone', async (t) => {
  const tapped = async (telephone: string) => {
    const portal = await openPortal({
      change: (cabinet) => ({
        ...cabinet,
        organs: async (on) =>
          (await cabinet.organs(on)).map((kept) => ({ ...kept, organ: { ...kept.organ, telephone } })),
      }),
    })
    const { body } = await browser(portal).get('/')
    t.match(wordsOf(body.replace(/<\/?a[^>]*>/g, '')), telephone.replace(/\s+/g, ' '), 'no word of it is lost')
    return [...new Set([...body.matchAll(/href="tel:([^"]*)"/g)].map(([, number]) => number))]
  }
  t.strictSame(await tapped('0999-6810018转8001，13800138000（周末）'), ['09996810018', '13800138000'])
  t.strictSame(await tapped('(0999) 6810018 / 12345'), ['09996810018', '12345'])
  t.strictSame(await tapped('请到窗口询问'), [])
})

t.test('逾期 | an overdue case says so', async (t) => {
  const portal = await openPortal()
  const { visitor } = await applied(portal)
  portal.office.today = '2025-04-02' as Day
  t.match(wordsOf((await visitor.get('/case')).body), /已经超过答复期限.*应当在2025年3月31日以前答复您/)
})

t.test('为什么是这一天 | every day is counted or says why not', async (t) => {
  const visitor = browser(await openPortal())
  const page = wordsOf((await visitor.get('/why?year=2025&month=9&date=25')).body)
  t.match(page, /最迟在 2025年10月29日 答复.*自次日起计算答复期限20个工作日.*数到 2025年10月29日（周三）/)
  t.match(page, /9月28日 周日 第2天 [^ ]*调休，上班/)
  t.match(page, /10月1日 周三 [^ ]*放假，不算/)
  t.match(page, /10月29日 周三 第20天/)
  for (const bad of [
    'year=2025&month=2&date=30',
    'year=&month=&date=',
    'year=1990&month=1&date=1',
    'year=2999&month=1&date=1',
  ])
    t.equal((await visitor.get(`/why?${bad}`)).statusCode, 400, bad)
})

t.test('安全 | forms of other sites are not answered; reading changes nothing', async (t) => {
  const portal = await openPortal()
  const { visitor } = await applied(portal)
  const token = fieldsOf((await visitor.get('/case/withdraw')).body)
  const from = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': undefined, origin: 'https://evil.example' },
    { 'sec-fetch-site': undefined, origin: 'null' },
  ]
  for (const headers of from)
    for (const url of [
      '/case/withdraw',
      '/case/correction',
      '/case/leave',
      '/lookup',
      '/apply/QHZR/submit',
      '/text-size',
    ])
      t.equal((await visitor.post(url, token, headers)).statusCode, 403, `${url} ${JSON.stringify(headers)}`)
  const unmarked = await visitor.post('/case/withdraw', { once: 'made.up' })
  t.match(wordsOf(unmarked.body), /您要撤回这份申请吗？/, 'without our own token it is asked again')
  t.equal((await portal.cases())[0]?.current.at.state, 'received')
  const old = { 'sec-fetch-site': undefined, origin: 'http://gongkai.example.gov.cn' }
  t.equal((await visitor.post('/case/withdraw', token, old)).statusCode, 303, 'an old browser says Origin alone')
})

t.test('安全 | headers and cookies', async (t) => {
  const portal = await openPortal()
  const { visitor, check, sent, receipt } = await applied(portal)
  const cookies = [sent.headers['set-cookie']].flat()
  t.match(cookies.at(-1), /^zhiqing-case=[\w-]+; Path=\/; Max-Age=3600; HttpOnly; SameSite=Strict$/)
  t.match(cookies[0], /^zhiqing-draft=[\dA-Z]{13}; Path=\/; Max-Age=3600; HttpOnly; SameSite=Strict$/)
  for (const page of [check, receipt, await visitor.get('/case'), await visitor.get('/case/withdraw')]) {
    t.equal(page.headers['cache-control'], 'no-store')
    t.match(page.headers['x-robots-tag'], /noindex/)
  }
  for (const url of [...pages, '/case', '/nowhere']) {
    const { headers } = await visitor.get(url)
    t.match(
      headers['content-security-policy'],
      /^default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self';/,
      url,
    )
    t.notMatch(headers['content-security-policy'], /unsafe|upgrade-insecure/, url)
    t.equal(headers['referrer-policy'], 'same-origin', 'else browsers send Origin: null with our own forms')
    t.equal(headers['x-content-type-options'], 'nosniff')
  }
  const style = /href="(\/portal\/[^"]+\.css)"/.exec((await visitor.get('/')).body)?.[1] ?? ''
  const sheet = await visitor.get(style)
  t.equal(sheet.headers['content-type'], 'text/css; charset=utf-8')
  t.match(sheet.headers['cache-control'], /immutable/)
  t.notMatch(sheet.body, /url\(|@import/, 'nothing from elsewhere')
  const tls = await applied(await openPortal({ secureCookies: true }))
  t.match([tls.sent.headers['set-cookie']].flat(), [
    /^__Host-zhiqing-draft=.*; Secure$/,
    /^__Host-zhiqing-case=.*; Secure$/,
  ])
})

t.test('大字 | is kept for a year, leads back to our own pages only, and loses nothing typed', async (t) => {
  const visitor = browser(await openPortal())
  const larger = await visitor.post('/text-size', { size: 'large', back: '/why' })
  t.equal(larger.headers.location, '/why')
  t.match((await visitor.get('/why')).body, /<html lang="zh-CN" class="large">/)
  for (const back of ['//evil.example', '/\\evil.example', 'https://evil.example', 'javascript:1'])
    t.equal((await visitor.post('/text-size', { size: 'large', back })).headers.location, '/', back)
  const edit = await visitor.post('/apply/QHZR/what', { 'information.description': '补偿\n标准', size: 'ordinary' })
  t.match(edit.body, /<html lang="zh-CN">/)
  t.equal(fieldsOf(edit.body)['information.description'], '补偿\n标准')
  t.notOk(visitor.cookies.get('zhiqing-text'))
})

t.test('大字 | is offered on every answer to a form, and does nothing but that', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  /** Presses the button for the type as a browser does: with the form it belongs to. */
  const press = (html: string) => {
    const button = /<button [^>]*name="size"[^>]*>/.exec(html)?.[0] ?? ''
    const value = (name: string) => new RegExp(` ${name}="([^"]*)"`, 'i').exec(button)?.[1] ?? ''
    return visitor.post(value('formaction') || '/text-size', { ...fieldsOf(html), size: value('value') })
  }
  const faulty = await visitor.post('/apply/QHZR/contact', { 'applicant.email': 'nobody' })
  const smaller = await press(faulty.body)
  t.match(wordsOf(smaller.body), /有1处需要改正/, 'what has to be mended is still told')
  t.equal(fieldsOf(smaller.body)['applicant.email'], 'nobody')
  t.match(smaller.body, /<html lang="zh-CN" class="large">/)
  await press(smaller.body)
  const check = await checked(visitor)
  const larger = await press(check.body)
  t.equal(larger.headers.location, '/apply/QHZR/check', 'the page to check can be fetched again')
  t.equal((await portal.cases()).length, 0)
  for (let i = 0; i < 12; i++) {
    const wrong = await visitor.post('/lookup', { number: 'QHZR202599999', code: 'no' })
    if (wrong.statusCode === 429) {
      t.equal((await press(wrong.body)).headers.location, '/lookup')
      break
    }
    const shown = await press(wrong.body)
    t.match(wordsOf(shown.body), /受理编号和查询码对不上/)
    t.match(fieldsOf(shown.body), { number: 'QHZR202599999', code: 'no' })
    t.equal(i < 10, true, 'choosing a size is no guess')
  }
  const empty = await visitor.post('/lookup', { number: 'QHZR1', code: '' })
  t.match(wordsOf((await press(empty.body)).body), /有1处需要改正 请输入查询码/)
  const refused = await visitor.post('/case/withdraw')
  t.equal(refused.statusCode, 403)
  t.equal((await press(refused.body)).headers.location, '/case/withdraw')
})

t.test('出错 | pages that are not there, and defects: friendly words and an id, never a stack', async (t) => {
  const broken = (cabinet: Cabinet): Cabinet => ({
    ...cabinet,
    organs: async () => {
      throw new Error('SELECT secret FROM organs')
    },
  })
  const portal = await openPortal({ change: broken })
  const visitor = browser(portal)
  for (const url of ['/nowhere', '/apply/NOBODY', '/portal/none.css']) {
    const missing = await visitor.get(url)
    t.equal(missing.statusCode, 404, url)
    t.match(wordsOf(missing.body), /没有找到这个页面/)
  }
  const program = await visitor.get('/api/v1/nowhere', { accept: '*/*' })
  t.match(program.headers['content-type'], /problem\+json/, 'programs are told as programs')
  const described = await visitor.get('/api/v1/openapi.json', { accept: 'application/json' })
  t.strictSame(
    Object.keys(described.json().paths).filter((path) => !/^\/(api|health)/.test(path)),
    [],
    'pages are no part of what programs are told',
  )
  const failed = await visitor.get('/')
  t.equal(failed.statusCode, 500)
  t.notMatch(withoutOwnScript(failed.body), /SELECT|Error|\.js/)
  const id = String(portal.lines.find(({ event }) => event === 'defect')?.id)
  t.ok(wordsOf(failed.body).includes(id))
  portal.paper.fault = Object.assign(new Error('lost'), { code: 'OUTCOME_UNKNOWN' })
  const check = await checked(visitor)
  const unsure = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  t.equal(unsure.statusCode, 503)
  t.match(wordsOf(unsure.body), /再按一次提交.*只会算作一件/)
  portal.paper.fault = Object.assign(new Error('gone'), { code: 'FILE_MISSING' })
  const gone = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  t.equal(gone.statusCode, 422)
  t.match(wordsOf(gone.body), /材料要重新上传.*没有保存，也没有提交/)
  const large = await visitor.post('/apply/QHZR/what', {
    'information.description': '征'.repeat(200_000),
  })
  t.equal(large.statusCode, 413)
  t.match(wordsOf(large.body), /内容太多了/)
})

t.test('§29 填写 | no text of a lawful size, however it is made, holds the counter up for others', async (t) => {
  const visitor = browser(await openPortal())
  const cases = [
    ['name', { 'applicant.name': `a${' '.repeat(240_000)}b` }],
    ['what', { 'information.description': `1.a\n${'x\n'.repeat(80_000)}` }],
    ['what', { 'information.description': '《'.repeat(25_000) }],
  ] as const
  for (const [step, fields] of cases) {
    const before = process.cpuUsage()
    t.equal((await visitor.post(`/apply/QHZR/${step}`, fields)).statusCode < 500, true)
    await visitor.get('/apply/QHZR/check')
    const { user } = process.cpuUsage(before)
    t.ok(user < 1_500_000, `${step}: ${Math.round(user / 1000)} ms`)
  }
})
