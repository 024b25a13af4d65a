import t from 'tap'
import {
  applied,
  browser,
  checked,
  fieldsOf,
  filledIn,
  fillIn,
  openPortal,
  type Portal,
  queryCode,
  unescaped,
  type Visitor,
  wordsOf,
} from './portal-counter.js'

const what = '青禾镇2023年第5批次建设用地：\n1. 征地补偿标准\n包括青苗\n2、安置方案\n（三）公告的日期'

const days = (portal: Portal, count: number) => {
  portal.office.now = new Date(portal.office.now.getTime() + count * 24 * 3600 * 1000)
}

t.test('草稿 | what was typed is there again with the code alone, on another machine, after days', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  t.equal(portal.paper.drafts.size, 0)
  await visitor.get('/apply/QHZR/who')
  t.equal(portal.paper.drafts.size, 0, 'looking keeps nothing')
  await visitor.post('/apply/QHZR/who', { 'applicant.kind': 'natural' })
  t.equal(portal.paper.drafts.size, 1)
  const later = await visitor.post('/apply/QHZR/name', { 'applicant.name': '张三丰', go: 'later' })
  t.equal(later.headers.location, '/draft/saved')
  const saved = wordsOf((await visitor.get('/draft/saved')).body)
  t.match(saved, /已经保存，还没有提交/)
  t.match(saved, /2025年4月2日/, '30 days from 2025-03-03')
  const code = /[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{5}/.exec(saved)?.[0] ?? ''
  const other = browser(portal)
  t.match(wordsOf((await other.post('/draft', { code: 'XXXX-XXXX-XXXXX' })).body), /没有这个草稿码/)
  t.match(wordsOf((await other.post('/draft', { code: '' })).body), /请输入草稿码/)
  days(portal, 29)
  const found = await other.post('/draft', { code: code.toLowerCase().replaceAll('-', ' ') })
  t.equal(found.headers.location, '/apply/QHZR')
  t.match(wordsOf((await other.get('/apply/QHZR')).body), /没有提交的申请.*接着填/)
  t.equal(fieldsOf((await other.get('/apply/QHZR/name')).body)['applicant.name'], '张三丰')
  t.equal((await portal.cases()).length, 0, 'a draft is no request and in no count')
  days(portal, 2)
  t.match((await other.get('/apply/QHZR/files')).statusCode, 404, 'expired: no draft')
})

t.test('草稿 | "back" and 上一步 keep what was typed; another organ asks nothing twice', async (t) => {
  const visitor = browser(await openPortal())
  await fillIn(visitor)
  const back = await visitor.post('/apply/QHZR/what', { 'information.description': '改到一半', go: 'prev' })
  t.equal(back.headers.location, '/apply/QHZR/contact')
  t.equal(fieldsOf((await visitor.get('/apply/QHZR/what')).body)['information.description'], '改到一半')
  const elsewhere = await visitor.get('/apply/QHZF/name')
  t.equal(fieldsOf(elsewhere.body)['applicant.name'], filledIn['applicant.name'])
})

t.test('草稿 | a page of another window that began anew keeps nothing unseen', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  await fillIn(visitor)
  const old = fieldsOf((await visitor.get('/apply/QHZR/what')).body)
  await visitor.post('/apply/QHZR/anew')
  await visitor.post('/apply/QHZR/who', { 'applicant.kind': 'natural' })
  const other = await visitor.post('/apply/QHZR/what', { ...old, 'information.description': '旧窗口写的' })
  t.equal(other.statusCode, 409)
  t.match(wordsOf(other.body), /另一个窗口里重新开始了一份申请/)
  t.equal(fieldsOf(other.body)['information.description'], '旧窗口写的', 'and no word is lost')
  t.equal(fieldsOf((await visitor.get('/apply/QHZR/what')).body)['information.description'], '')
})

t.test('草稿 | deleted on request; a browser without cookies is told what to do', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  await fillIn(visitor)
  await visitor.post('/draft/drop')
  t.equal(portal.paper.drafts.size, 0)
  const lost = await visitor.get('/apply/QHZR/check')
  t.equal(lost.statusCode, 404)
  t.match(wordsOf(lost.body), /没有找到您的草稿.*Cookie/)
})

t.test('3.3.7 再申请一件 | who asked once is not asked again; what was asked for is gone', async (t) => {
  const portal = await openPortal()
  const { visitor } = await applied(portal)
  const again = await visitor.post('/apply/QHZR/anew')
  t.equal(again.headers.location, '/apply/QHZR/what')
  t.equal(fieldsOf((await visitor.get('/apply/QHZR/what')).body)['information.description'], '')
  t.equal(fieldsOf((await visitor.get('/apply/QHZR/name')).body)['applicant.idNumber'], filledIn['applicant.idNumber'])
  const left = JSON.stringify([...portal.paper.drafts.values()])
  t.notOk(left.includes('征地补偿'), 'no word of the request stays in the draft')
})

const several = async (visitor: Visitor, split: string) => {
  await fillIn(visitor, { ...filledIn, 'information.description': what })
  const offered = await visitor.get('/apply/QHZR/several')
  return { offered, chosen: await visitor.post('/apply/QHZR/several', { ...fieldsOf(offered.body), split }) }
}

t.test('一事一申请 | several things are offered to be several requests, never forced', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  await visitor.post('/apply/QHZR/who', { 'applicant.kind': 'natural' })
  const asked = await visitor.post('/apply/QHZR/what', { 'information.description': what })
  t.equal(asked.headers.location, '/apply/QHZR/several')
  const none = await visitor.post('/apply/QHZR/several', {})
  t.equal(none.statusCode, 400, 'one of two ways has to be told')
  const { offered, chosen } = await several(visitor, 'no')
  t.match(wordsOf(offered.body), /您写了3件事.*不分开也一样受理/)
  t.equal(chosen.headers.location, '/apply/QHZR/how')
  const check = await visitor.get('/apply/QHZR/check')
  t.match(wordsOf(check.body), /合成一份申请/)
  await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  t.strictSame(
    (await portal.cases()).map(({ current }) => current.information.description),
    [what],
  )
  for (const one of ['只要一样', '2023年5月1日的公告\n2024年的公告', '1. 只有一件', '3.5亩地的补偿\n2.1亩林地的补偿']) {
    await visitor.post('/apply/QHZR/anew')
    const plain = await visitor.post('/apply/QHZR/what', { 'information.description': one })
    t.equal(plain.headers.location, '/apply/QHZR/how', one)
  }
})

t.test(
  '申请 | too many from one address: not filed, nothing lost, and by letter or at the counter all the same',
  async (t) => {
    const portal = await openPortal()
    const visitor = browser(portal)
    await several(visitor, 'yes')
    const orders: object[] = []
    let may = false
    Object.assign(portal.cabinet, {
      admitFiling: async ({ address, requests }: { address: string; requests: number }) => {
        orders.push({ address, requests })
        return may
      },
    })
    const check = await visitor.get('/apply/QHZR/check')
    const late = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
    t.equal(late.statusCode, 429)
    t.match(wordsOf(late.body), /这一份还没有提交.*一小时以后再提交.*写好的内容还在.*邮寄或者当面提交/)
    t.strictSame([orders.length, (await portal.cases()).length], [1, 0])
    t.match(orders, [{ requests: 3 }], 'parted into three it counts as three')
    may = true
    t.match(late.body, 'href="/apply/QHZR/check"')
    const back = await visitor.get('/apply/QHZR/check')
    t.equal((await visitor.post('/apply/QHZR/submit', fieldsOf(back.body))).headers.location, '/receipt')
    t.equal((await portal.cases()).length, 3)
  },
)

t.test(
  '一事一申请 | parted: one case each, with its own number, code and receipt, and the files with each',
  async (t) => {
    const portal = await openPortal()
    const visitor = browser(portal)
    await several(visitor, 'yes')
    await uploaded(portal, visitor, '委托书.pdf', Buffer.from('%PDF-1.4 x'), 'authorization')
    const check = await visitor.get('/apply/QHZR/check')
    t.match(wordsOf(check.body), /分成3份申请/)
    const sent = await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
    t.equal(sent.headers.location, '/receipt')
    const cases = await portal.cases()
    t.strictSame(
      cases.map(({ current }) => current.information.description),
      [
        '青禾镇2023年第5批次建设用地：\n征地补偿标准\n包括青苗',
        '青禾镇2023年第5批次建设用地：\n安置方案',
        '青禾镇2023年第5批次建设用地：\n公告的日期',
      ],
    )
    for (const { id, current } of cases) {
      t.match(current.attachments, [{ n: 1, kind: 'authorization', name: '委托书.pdf' }])
      t.ok(await portal.cabinet.attachment('QHZR', id, current.attachments?.[0]?.file ?? ''))
    }
    t.equal(new Set(cases.map(({ current }) => current.attachments?.[0]?.file)).size, 3, 'each has its own copy')
    const receipt = await visitor.get('/receipt')
    for (const { current } of cases) t.ok(wordsOf(receipt.body).includes(String(current.number)))
    for (const i of [0, 1, 2]) {
      const pdf = await visitor.get(`/receipt/${i}.pdf`)
      t.equal(pdf.rawPayload.subarray(0, 5).toString(), '%PDF-')
    }
    t.equal((await visitor.get('/receipt/3.pdf')).statusCode, 404)
    t.equal((await browser(portal).get('/receipt/0.pdf')).statusCode, 404, 'nobody else')
    await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
    t.equal((await portal.cases()).length, 3, 'pressed twice: three still')
    t.equal((await visitor.post('/receipt/open', { i: '1' })).headers.location, '/case')
    t.ok(wordsOf((await visitor.get('/case')).body).includes(String(cases[1]?.current.number)))
  },
)

/** What a browser sends for a form with a file. */
const multipart = (fields: Record<string, string>, name: string, bytes: Buffer, type = 'application/octet-stream') => {
  const edge = 'edge7e1f'
  const parts = Object.entries(fields).map(
    ([field, value]) => `--${edge}\r\ncontent-disposition: form-data; name="${field}"\r\n\r\n${value}\r\n`,
  )
  const head = `--${edge}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`
  return {
    payload: Buffer.concat([Buffer.from(parts.join('') + head), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
    type: `multipart/form-data; boundary=${edge}`,
  }
}

const uploaded = (
  portal: Portal,
  visitor: Visitor,
  name: string,
  bytes: Buffer,
  kind = 'other',
  url = '/apply/QHZR/files/add',
) => {
  const { payload, type } = multipart({ kind }, name, bytes)
  return portal.app.inject({
    method: 'POST',
    url,
    headers: {
      host: 'gongkai.example.gov.cn',
      'content-type': type,
      'sec-fetch-site': 'same-origin',
      cookie: [...visitor.cookies].map(([key, value]) => `${key}=${value}`).join('; '),
    },
    payload,
  })
}

const jpg = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16])
const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])
const pdf = Buffer.from('%PDF-1.7\n')
const mega = 1024 * 1024

t.test('附件 | taken by content, never by name; every limit below, on and above', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  await fillIn(visitor)
  const put = async (name: string, bytes: Buffer, kind = 'other') => {
    const answer = await uploaded(portal, visitor, name, bytes, kind)
    return answer.statusCode === 303 ? 'taken' : wordsOf(answer.body)
  }
  const listed = async () => wordsOf((await visitor.get('/apply/QHZR/files')).body)
  t.match(await listed(), /没有材料的，直接按“下一步”.*身份证照片不是一定要交的/)
  t.match(await listed(), /PDF、JPG或者PNG，一个最大10 MB，最多10个/, 'told before')
  t.equal(await put('a.pdf', pdf), 'taken')
  t.equal(await put('b.exe', jpg, 'identity'), 'taken', 'a picture is a picture whatever it is called')
  t.equal(await put('c.png', png), 'taken')
  for (const [name, bytes] of [
    ['x.pdf', Buffer.from('<html><script>alert(1)</script>')],
    ['x.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    ['x.jpg', Buffer.from('GIF89a')],
    ['x.pdf', Buffer.from('MZ\u0090')],
    ['x.pdf', Buffer.concat([Buffer.alloc(1020), Buffer.from('%PDF-')])],
  ] as const)
    t.match(await put(name, bytes), /只收PDF、JPG、PNG三种文件/, name)
  t.match(await put('', Buffer.alloc(0)), /还没有选文件/)
  t.match(await put('空.pdf', Buffer.alloc(0)), /这个文件是空的/)
  t.match(await put('a.pdf', pdf, 'purpose'), /请选一下这是什么材料/)
  t.match(await put('a\u{2ebef}.pdf', pdf), /打印不出来/)
  const sized = (size: number) => Buffer.concat([pdf, Buffer.alloc(size - pdf.length)])
  t.equal(await put('one-below.pdf', sized(10 * mega - 1)), 'taken')
  t.equal(await put('on.pdf', sized(10 * mega)), 'taken')
  t.match(await put('above.pdf', sized(10 * mega + 1)), /文件太大了，一个文件最大10 MB/)
  t.match(await put('far-above.pdf', sized(25 * mega)), /文件太大了/)
  t.notMatch(await listed(), /above\.pdf|x\.pdf/, 'nothing is kept of what was not taken')
  for (let i = 6; i <= 10; i++) t.equal(await put(`${i}.pdf`, pdf), 'taken')
  t.match(await put('11.pdf', pdf), /最多放10个文件/)
  const page = await visitor.get('/apply/QHZR/files')
  const [first] = [...page.body.matchAll(/name="file" value="([^"]+)"/g)].map(([, id]) => String(id))
  await visitor.post('/apply/QHZR/files/drop', { file: first ?? '' })
  t.notMatch(await listed(), /a\.pdf/)
  t.equal(await put('11.pdf', pdf), 'taken', 'and there is room again')
})

t.test('附件 | names are words: no folder, no mark, no tag; filed with the case under its hash', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  await fillIn(visitor, { ...filledIn, agency: 'yes', 'applicant.agent': '李四' })
  await uploaded(portal, visitor, '..\\\\..\\\\etc\\\\<b>张三\u202e的委托书.pdf', pdf, 'authorization')
  const page = await visitor.get('/apply/QHZR/files')
  t.notMatch(page.body, /<b>/)
  t.match(wordsOf(page.body), /替别人申请的，请交 委托书/)
  t.match(unescaped(page.body), /><b>张三的委托书\.pdf</)
  const check = await visitor.get('/apply/QHZR/check')
  await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  const [kept] = await portal.cases()
  t.match(kept?.current.attachments, [{ n: 1, kind: 'authorization', name: '<b>张三的委托书.pdf', size: pdf.length }])
  t.equal((await uploaded(portal, visitor, 'late.pdf', pdf)).statusCode, 404, 'what is filed takes no more')
  const stranger = await uploaded(portal, browser(portal), 'a.pdf', pdf)
  t.equal(stranger.statusCode, 404, 'nor does a browser without a draft')
})

t.test('表三 | five kinds of organisation in words people know, and an agent', async (t) => {
  const portal = await openPortal()
  const visitor = browser(portal)
  const words = wordsOf((await visitor.get('/apply/QHZR/who')).body)
  for (const said of [
    '个人',
    '公司、工厂、合作社、个体商户',
    '高等学校',
    '慈善组织',
    '律师事务所',
    '业主委员会',
    '我是代理人',
  ])
    t.ok(words.includes(said), said)
  await checked(visitor, {
    ...filledIn,
    'applicant.kind': 'social',
    agency: 'yes',
    'applicant.agent': '李四',
    'form.otherWay': 'yes',
  })
  const check = await visitor.get('/apply/QHZR/check')
  await visitor.post('/apply/QHZR/submit', fieldsOf(check.body))
  const [kept] = await portal.cases()
  t.match(kept?.current, {
    applicant: { kind: 'social', agent: '李四' },
    form: { medium: 'paper', method: 'mail', otherWay: true },
  })
  t.equal(queryCode.length, 13)
})
