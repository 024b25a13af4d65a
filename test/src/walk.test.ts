import { buildApi, type Services } from '@zhiqing/api'
import { hashPassword } from '@zhiqing/db'
import { day } from '@zhiqing/law'
import { openPress } from '@zhiqing/letters'
import { portal } from '@zhiqing/portal'
import { smtpPost, startWorker } from '@zhiqing/worker'
import t from 'tap'
import { organ } from './casework/court.js'
import { testDatabase } from './database.js'
import { inkOf, textOf } from './pdf.js'
import { smtpPeer } from './smtp-peer.js'

const asked = '青禾镇东湾村2023年第5批次征地的补偿安置方案，包括勘测定界图（1:2000）。'
const squeezed = (words: string): string => words.replace(/\s+/g, '')

const fieldOf = (html: string, name: string): string =>
  new RegExp(`name="${name}" value="([^"]*)"|value="([^"]*)" name="${name}"`).exec(html)?.slice(1).find(Boolean) ?? ''

t.test('一件申请 | from the portal through the desks to a PDF and a mail at a real mail server', async (t) => {
  const database = await testDatabase()
  const cabinet = await database.open()
  const smtp = await smtpPeer()
  const press = openPress()
  let on = day('2025-06-03')
  const log = { info: () => {}, error: (event: string, more?: object) => t.comment(event, more) }
  const services: Services = { cabinet, press, today: () => on, now: () => new Date(), log }
  const app = buildApi(services)
  await app.register(portal(services))
  const post = smtpPost(smtp.url, 'gongkai@qinghe.example')
  const worker = startWorker({ ...services, cabinet, post, name: 'walk' })
  t.teardown(async () => {
    await worker.stop()
    await app.close()
    await press.close()
    await cabinet.close()
    await smtp.close()
    await database.close()
  })
  await cabinet.keepOrgan('QHZR', organ)
  const passwordHash = await hashPassword('walk-walk-walk')
  const roles = ['registrar', 'officer', 'legalReviewer', 'signatory'] as const
  for (const role of roles)
    await cabinet.keepPerson({ organ: 'QHZR', name: role, displayName: role, roles: [role], passwordHash })

  const form = {
    'applicant.kind': 'natural',
    'applicant.name': '李䶮㛃',
    'applicant.idType': '居民身份证',
    'applicant.idNumber': '11010519491231002X',
    'applicant.email': 'liyan@example.com',
    'information.description': asked,
    'form.medium': 'electronic',
    'form.method': 'email',
  }
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
  const send = async (url: string, more: Readonly<Record<string, string>>) => {
    const answer = await app.inject({
      url,
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        'sec-fetch-site': 'same-origin',
        cookie: cookies(),
      },
      payload: new URLSearchParams(more).toString(),
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer
  }
  for (const step of ['who', 'name', 'contact', 'what', 'how'])
    t.equal((await send(`/apply/QHZR/${step}`, form)).statusCode, 303, `the page ${step} is filled in`)
  const checked = await app.inject({ url: '/apply/QHZR/check', headers: { cookie: cookies() } })
  const submitted = await send('/apply/QHZR/submit', { once: fieldOf(checked.body, 'once') })
  t.equal(submitted.statusCode, 303, `the request is filed: ${submitted.body.slice(0, 300)}`)
  const cookie = cookies()
  const receipt = await app.inject({ url: '/receipt', headers: { cookie } })
  const shown = receipt.body.replace(/<[^>]+>/g, '')
  t.match(shown, 'QHZR202500001', 'the receipt tells the number')
  t.match(shown, '2025年7月1日', 'and the due day, in plain words')
  const { cases } = await cabinet.listCases({ organ: 'QHZR', limit: 10 })
  const id = cases[0]?.id ?? ''
  t.equal(cases.length, 1, 'one case')

  const tokens = new Map<string, string>()
  for (const role of roles) {
    const { statusCode, body } = await app.inject({
      method: 'POST',
      url: '/api/v1/sessions',
      payload: { name: role, password: 'walk-walk-walk' },
    })
    t.equal(statusCode, 200, `${role} signs in`)
    tokens.set(role, (JSON.parse(body) as { token: string }).token)
  }
  const act = async (role: string, command: string, payload: object, on_: string) => {
    on = day(on_)
    const answer = await app.inject({
      method: 'POST',
      url: `/api/v1/cases/${id}/commands/${command}`,
      headers: { authorization: `Bearer ${tokens.get(role)}` },
      payload,
    })
    t.equal(answer.statusCode, 200, `${role} ${command}: ${answer.body.slice(0, 200)}`)
    return JSON.parse(answer.body) as {
      state: string
      issued: readonly { n: number; letter: string; documentNumber: string }[]
      clock: { dueOn: string }
    }
  }
  await act('registrar', 'registerRequest', {}, '2025-06-03')
  await act(
    'officer',
    'consultThirdParty',
    { id: 'a', party: '青禾县禾丰建设有限公司', interest: '商业秘密' },
    '2025-06-09',
  )
  await act('registrar', 'recordLetterService', { letter: 'P04', servedOn: '2025-06-11' }, '2025-06-11')
  const resumed = await act(
    'officer',
    'recordOpinion',
    { id: 'a', opinion: 'object', reasons: '含有报价策略' },
    '2025-06-20',
  )
  t.equal(resumed.clock.dueOn, '2025-07-14', '§33 the consultation is left out of the count')
  await act(
    'officer',
    'decide',
    {
      outcome: 'W4',
      consultation: 'a',
      reasons: '经审查，该方案所附报价明细属于商业秘密，第三方不同意公开，且报价明细贯穿全文，不能区分处理。',
    },
    '2025-06-23',
  )
  await act('officer', 'submitDraft', {}, '2025-06-23')
  await act('legalReviewer', 'approveDraft', {}, '2025-06-24')
  const signed = await act('signatory', 'signReply', {}, '2025-06-25')
  const reply = signed.issued.find(({ letter }) => letter === 'S07')
  t.equal(reply?.documentNumber, '青自然资公开答〔2025〕1号', 'the reply has its number')
  const served = await act('officer', 'dispatchReply', { method: 'electronic' }, '2025-06-25')
  t.equal(served.state, 'served', 'an electronic reply arrives the day it is sent')

  const pdf = await app.inject({
    url: `/api/v1/cases/${id}/letters/${reply?.n}.pdf`,
    headers: { authorization: `Bearer ${tokens.get('officer')}` },
  })
  t.equal(pdf.headers['content-type'], 'application/pdf')
  const text = squeezed(await textOf(pdf.rawPayload))
  for (const words of [
    '李䶮㛃',
    asked,
    '商业秘密',
    '《中华人民共和国政府信息公开条例》第十五条',
    '应当先',
    '60日内向青禾县人民政府申请行政复议',
    'https://xzfy.example.gov.cn',
    '15日内向青禾县人民法院提起行政诉讼',
    '2025年6月25日',
  ]) {
    t.ok(text.includes(squeezed(words)), `the PDF says ${words}`)
  }
  t.notOk(
    text.includes('禾丰建设') || text.includes('11010519491231002X'),
    'and names neither the third party nor the ID number',
  )
  const ink = inkOf(pdf.rawPayload)
  if (ink === null && process.env.CI) t.fail('CI installs poppler-utils')
  if (ink === null) t.comment('pdftoppm (Debian: poppler-utils) is missing: the pages were not looked at')
  for (const [i, dots] of (ink ?? []).entries())
    t.ok(dots > 300, `page ${i + 1} has ink where the body stands: ${dots} dark dots`)

  const mails = await smtp.mails(3)
  t.strictSame([...new Set(mails.flatMap(({ to }) => to))], ['liyan@example.com'], 'mails go to the applicant alone')
  const last = mails.find(({ mail }) =>
    mail.attachments.some(({ content }) => Buffer.from(content as ArrayBuffer).equals(pdf.rawPayload)),
  )
  t.ok(last, 'the mail carries the very bytes that are kept')

  const found = await app.inject({
    url: `/api/v1/cases/${id}/trace`,
    headers: { authorization: `Bearer ${tokens.get('officer')}` },
  })
  const { trace } = JSON.parse(found.body) as { trace: readonly { verb: string; article: string }[] }
  t.strictSame(
    trace.map(({ verb }) => verb),
    ['start', 'pause', 'resume', 'end'],
    'the day explains itself',
  )
  for await (const finding of cabinet.verify()) t.fail(finding.zh)
})
