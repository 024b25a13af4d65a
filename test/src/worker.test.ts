import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { handle } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { coversItsFile, openPress, readSeal } from '@zhiqing/letters'
import {
  folderPost,
  type Log,
  type Mail,
  type NoSeal,
  type PostOffice,
  type SealPort,
  smtpPost,
  startWorker,
  testSeal,
  type WorkerServices,
} from '@zhiqing/worker'
import PostalMime from 'postal-mime'
import t from 'tap'
import { paperCabinet, receivedCase } from './paper-cabinet.js'
import { smtpPeer } from './smtp-peer.js'

const press = openPress()
t.teardown(() => press.close())

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Until something is so; a test that waits in vain is ended by tap. */
const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await wait(5)
}

const organAddress = 'gongkai@qinghe.example'

interface Line {
  readonly event: string
  readonly [field: string]: unknown
}

/** The world around a worker: its day and hour are data. */
const office = (cabinet: WorkerServices['cabinet'], post: PostOffice, more: Partial<WorkerServices> = {}) => {
  const lines: Line[] = []
  const log: Log = {
    info: (event, rest) => void lines.push({ event, ...rest }),
    error: (event, rest) => void lines.push({ event, ...rest }),
  }
  const clock = { today: '2025-03-03' as Day, now: new Date('2025-03-03T02:00:00Z') }
  const services: WorkerServices = {
    cabinet,
    press,
    post,
    today: () => clock.today,
    now: () => clock.now,
    log,
    name: 'worker-1',
    ...more,
  }
  return { services, clock, lines }
}

/** A post that keeps what it is given. */
const shelf = (
  answer: (mail: Mail) => Promise<Awaited<ReturnType<PostOffice['send']>>> = async () => ({ ok: true }),
) => {
  const mails: Mail[] = []
  const post: PostOffice = {
    send: async (mail) => {
      mails.push(mail)
      return answer(mail)
    },
    close: async () => {},
  }
  return { post, mails }
}

const job = (caseId: string, n: number, more: object = {}) => ({
  organ: 'QHZR',
  caseId,
  kind: 'print' as const,
  n,
  to: null,
  messageId: `<job-${caseId}-${n}@zhiqing.invalid>`,
  ...more,
})

t.test('印制 | a job prints the frozen letter and keeps it; the hint wakes the worker at once', async (t) => {
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03')
  const { services, lines } = office(cabinet, shelf().post)
  const worker = startWorker(services)
  await wait(30)
  const added = cabinet.addJob(job(id, 1))
  await until(() => cabinet.done.includes(added.id))
  await worker.stop()
  const letter = await cabinet.letter('QHZR', id, 1)
  t.equal(
    Buffer.from(letter?.pdf ?? [])
      .subarray(0, 5)
      .toString(),
    '%PDF-',
  )
  t.match(letter?.sha256, /^[0-9a-f]{64}$/)
  t.match(lines.at(-1), { event: 'job', kind: 'print', caseId: id, n: 1 })
})

t.test('邮寄 | the mail names the paper, the request and whom to call; the letter itself is attached', async (t) => {
  const peer = await smtpPeer()
  t.teardown(() => peer.close())
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03', { email: 'zhangsan@example.com' })
  const post = smtpPost(peer.url, organAddress)
  t.teardown(() => post.close())
  const { services, lines } = office(cabinet, post)
  const worker = startWorker(services)
  const sent = cabinet.addJob(job(id, 1, { kind: 'mail', to: 'zhangsan@example.com' }))
  const [received] = await peer.mails(1)
  await until(() => cabinet.done.includes(sent.id))
  await worker.stop()
  t.strictSame(received?.to, ['zhangsan@example.com'])
  t.equal(received?.from, organAddress)
  t.match(received?.mail, {
    from: { name: '青禾县自然资源局', address: organAddress },
    to: [{ address: 'zhangsan@example.com' }],
    subject: '青禾县自然资源局：政府信息公开申请登记回执（受理编号 QHZR202500001）',
    messageId: sent.messageId,
    date: '2025-03-03T02:00:00.000Z',
  })
  t.match(
    received?.mail.text,
    /^张三：\n\n现就受理编号为QHZR202500001的政府信息公开申请，向您发送《政府信息公开申请登记回执》。/,
  )
  t.match(received?.mail.text, /请致电0000-0000001。/)
  t.match(received?.raw, /^Auto-Submitted: auto-generated\r?$/m)
  const [attached, ...others] = received?.mail.attachments ?? []
  t.strictSame(others, [])
  t.match(attached, {
    filename: '政府信息公开申请登记回执-青自然资公开告〔2025〕1号.pdf',
    mimeType: 'application/pdf',
    disposition: 'attachment',
  })
  const letter = await cabinet.letter('QHZR', id, 1)
  t.ok(Buffer.from(attached?.content as ArrayBuffer).equals(Buffer.from(letter?.pdf ?? [])), 'byte for byte')
  t.notMatch(received?.mail.subject, '0000000000000', 'the query code stands on the paper alone')
  t.notMatch(received?.mail.text, '0000000000000')
  t.notMatch(JSON.stringify(lines), 'zhangsan@example.com')
})

t.test('邮寄 | 4xx and a server that is away are tried again, 5xx is not', async (t) => {
  const peer = await smtpPeer()
  const post = smtpPost(peer.url, organAddress)
  const mail: Mail = {
    to: 'zhangsan@example.com',
    sender: '青禾县自然资源局',
    subject: '回执',
    text: '请查收',
    pdf: { name: '回执.pdf', bytes: Buffer.from('%PDF-1.7') },
    messageId: '<one@zhiqing.invalid>',
    date: new Date('2025-03-03T02:00:00Z'),
  }
  peer.refusals.push({ at: 'recipient', code: 451 }, { at: 'recipient', code: 550 }, { at: 'data', code: 452 })
  peer.refusals.push({ at: 'data', code: 554 })
  t.match(await post.send(mail), { ok: false, permanent: false, reason: /^451/ })
  t.match(await post.send(mail), { ok: false, permanent: true, reason: /^550/ })
  t.match(await post.send(mail), { ok: false, permanent: false, reason: /^452/ })
  t.match(await post.send(mail), { ok: false, permanent: true, reason: /^554/ })
  t.strictSame(await post.send(mail), { ok: true })
  t.equal(peer.received.length, 1)
  await peer.close()
  t.match(await post.send(mail), { ok: false, permanent: false, reason: /ECONNREFUSED|ESOCKET/ })
  await post.close()
})

t.test('邮寄 | one address is one recipient: whatever hides a second one is never sent', async (t) => {
  const peer = await smtpPeer()
  t.teardown(() => peer.close())
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-mail-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const hidden = [
    'a@b.example\r\nBcc: evil@x.example',
    'a@b.example, evil@x.example',
    'a@b.example;evil@x.example',
    'group: a@b.example, evil@x.example;',
    '<a@b.example>',
    '"a@b.example" <evil@x.example>',
    'a b@c.example',
    'a@localhost',
    '张三@例子.中国',
    '',
  ]
  for (const post of [smtpPost(peer.url, organAddress), folderPost(folder)]) {
    for (const to of hidden) {
      const sent = await post.send({
        to,
        sender: '局',
        subject: '回执',
        text: '请查收',
        pdf: { name: 'a.pdf', bytes: Buffer.from('%PDF') },
        messageId: '<h@zhiqing.invalid>',
        date: new Date(0),
      })
      t.match(sent, { ok: false, permanent: true }, JSON.stringify(to))
    }
    await post.close()
  }
  t.strictSame(peer.received, [])
  t.strictSame(readdirSync(folder), [])
})

t.test('邮寄 | no line of a subject, a name or a file name can become a header', async (t) => {
  const peer = await smtpPeer()
  t.teardown(() => peer.close())
  const post = smtpPost(peer.url, organAddress)
  t.teardown(() => post.close())
  await post.send({
    to: 'zhangsan@example.com',
    sender: '局\r\nBcc: evil@x.example',
    subject: '回执\r\nX-Evil: 1',
    text: '.\r\n.\r\nRCPT TO:<evil@x.example>',
    pdf: { name: '回执\r\nX-Evil: 2.pdf', bytes: Buffer.from('%PDF') },
    messageId: '<h@zhiqing.invalid>',
    date: new Date(0),
  })
  const [{ to, mail } = { to: [], mail: undefined }] = peer.received
  t.strictSame(to, ['zhangsan@example.com'])
  t.notOk(mail?.headers.some(({ key }) => key === 'x-evil' || key === 'bcc'))
})

t.test('邮件文件夹 | without a server each mail is one whole file named by its message id', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-mail-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03', { email: 'zhangsan@example.com' })
  const { services } = office(cabinet, folderPost(join(folder, 'mail')))
  const worker = startWorker(services)
  const first = cabinet.addJob(job(id, 1, { kind: 'mail', to: 'zhangsan@example.com', messageId: '<../../x y@z>' }))
  await until(() => cabinet.done.includes(first.id))
  const again = cabinet.addJob(job(id, 1, { kind: 'mail', to: 'zhangsan@example.com', messageId: '<../../x y@z>' }))
  await until(() => cabinet.done.includes(again.id))
  await worker.stop()
  t.strictSame(readdirSync(join(folder, 'mail')), ['.._.._x_y@z.eml'], 'the same mail again is the same file')
  const mail = await PostalMime.parse(readFileSync(join(folder, 'mail', '.._.._x_y@z.eml')))
  t.match(mail, { to: [{ address: 'zhangsan@example.com' }], attachments: [{ mimeType: 'application/pdf' }] })
})

t.test('后台 | a failing job is put back or aside and keeps nothing else waiting', async (t) => {
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03')
  const { post } = shelf(async (mail) => {
    if (mail.to === 'broken@example.com') throw new Error(`the post is on fire${'!'.repeat(9000)}`)
    return { ok: false, permanent: mail.to === 'gone@example.com', reason: 'no' }
  })
  const failingPress = { ...press, print: (order: { code: string; fields: never }) => press.print(order) }
  const { services, lines } = office(cabinet, post, { press: failingPress as never })
  cabinet.addJob(job('case-9', 1))
  cabinet.addJob(job(id, 9))
  cabinet.addJob(job(id, 1, { kind: 'mail', to: 'broken@example.com' }))
  cabinet.addJob(job(id, 1, { kind: 'mail', to: 'gone@example.com' }))
  cabinet.addJob(job(id, 1, { kind: 'mail', to: 'busy@example.com' }))
  cabinet.addJob(job(id, 1, { kind: 'mail', to: null }))
  const good = cabinet.addJob(job(id, 1))
  const worker = startWorker(services)
  await until(() => cabinet.done.includes(good.id))
  await worker.stop()
  t.strictSame(cabinet.dead.map(({ permanent }) => permanent).toSorted(), [false, false, true, true, true, true])
  t.ok(
    cabinet.dead.some(
      ({ error, permanent }) => error.startsWith('Error: the post is on fire!') && error.length === 500 && !permanent,
    ),
  )
  t.equal(lines.filter(({ event }) => event === 'jobFailed').length, 6)
})

t.test('后台 | a letter that its fields do not fit is set aside for a person, not tried for ever', async (t) => {
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03')
  const letter = await cabinet.letter('QHZR', id, 1)
  const changed = { ...cabinet, letter: async () => ({ ...letter, fields: { 机关名称: '局' } }) as never }
  const { services } = office(changed, shelf().post)
  cabinet.addJob(job(id, 1))
  const worker = startWorker(services)
  await until(() => cabinet.dead.length === 1)
  await worker.stop()
  t.match(cabinet.dead, [{ permanent: true, error: /^FieldsError: / }])
})

t.test('后台 | stopping waits for the job in hand and begins no other', async (t) => {
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03')
  let release = (): void => {}
  const { post, mails } = shelf(
    () =>
      new Promise((resolve) => {
        release = () => resolve({ ok: true })
      }),
  )
  const worker = startWorker(office(cabinet, post).services)
  const inHand = cabinet.addJob(job(id, 1, { kind: 'mail', to: 'a@example.com' }))
  await until(() => mails.length === 1)
  let stopped = false
  const stopping = worker.stop().then(() => {
    stopped = true
  })
  cabinet.addJob(job(id, 1, { kind: 'mail', to: 'b@example.com' }))
  await wait(50)
  t.notOk(stopped)
  release()
  await stopping
  t.strictSame(cabinet.done, [inHand.id])
  t.equal(cabinet.jobs.length, 1, 'the other one waits for the next worker')
})

t.test('后台 | stopping an idle worker takes no time; stopped while sweeping it begins no job', async (t) => {
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03')
  const idle = startWorker(office(cabinet, shelf().post).services)
  await wait(50)
  const before = performance.now()
  await idle.stop()
  t.ok(performance.now() - before < 500)
  cabinet.due = [{ organ: 'QHZR', caseId: id }]
  cabinet.addJob(job(id, 1))
  let release: (() => void) | undefined
  const looked = (): Promise<void> =>
    new Promise((resolve) => {
      release = resolve
    })
  const sweeping = startWorker(office({ ...cabinet, looked }, shelf().post).services)
  await until(() => release !== undefined)
  const stopped = sweeping.stop()
  release?.()
  await stopped
  t.equal(cabinet.jobs.length, 1)
})

t.test('后台 | an outbox that cannot be asked is asked again later', async (t) => {
  const cabinet = paperCabinet()
  let asked = 0
  const away = {
    ...cabinet,
    claimJobs: async () => {
      asked += 1
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'DATABASE_DOWN' })
    },
  }
  const { services, lines } = office(away, shelf().post)
  const worker = startWorker(services)
  await until(() => asked === 1)
  await wait(50)
  await worker.stop()
  t.equal(asked, 1, 'not at once')
  t.match(lines.at(-1), { event: 'workerRound' })
})

t.test('日程 | cases due are looked at at start, once a minute and on a new day; each once a day', async (t) => {
  const cabinet = paperCabinet()
  const first = await receivedCase(cabinet, '2025-03-03')
  cabinet.due = [{ organ: 'QHZR', caseId: first }]
  const { services, clock } = office(cabinet, shelf().post)
  const worker = startWorker(services)
  await until(() => cabinet.looks.length === 1)
  const second = await receivedCase(cabinet, '2025-03-03')
  cabinet.due.push({ organ: 'QHZR', caseId: second })
  cabinet.addJob(job(first, 1))
  await until(() => cabinet.done.length === 1)
  t.strictSame(cabinet.looks, [`${first} 2025-03-03`], 'within the minute nothing is swept')
  clock.now = new Date('2025-03-03T02:01:00Z')
  cabinet.addJob(job(second, 1))
  await until(() => cabinet.looks.length === 2)
  clock.today = '2025-03-04' as Day
  clock.now = new Date('2025-03-03T02:01:01Z')
  cabinet.addJob(job(second, 1))
  await until(() => cabinet.looks.length === 4)
  await worker.stop()
  t.strictSame(cabinet.looks, [
    `${first} 2025-03-03`,
    `${second} 2025-03-03`,
    `${first} 2025-03-04`,
    `${second} 2025-03-04`,
  ])
  t.equal(cabinet.tidied, 2, 'and each day is begun with tidying up')
})

t.test('日程 | a case that cannot be looked at holds up no other and is tried again at the next sweep', async (t) => {
  const cabinet = paperCabinet()
  const good = await receivedCase(cabinet, '2025-03-03')
  cabinet.due = [
    { organ: 'QHZR', caseId: 'broken' },
    { organ: 'QHZR', caseId: good },
  ]
  const looked = cabinet.looked
  const breaking = {
    ...cabinet,
    looked: async (organ: string, caseId: string, today: Day) => {
      if (caseId === 'broken') throw new Error('disk on fire')
      await looked(organ, caseId, today)
    },
  }
  const { services, lines } = office(breaking, shelf().post)
  const worker = startWorker(services)
  await until(() => cabinet.looks.length === 1)
  await worker.stop()
  t.strictSame(cabinet.looks, [`${good} 2025-03-03`])
  t.match(
    lines.filter(({ event }) => event === 'calendarFailed'),
    [{ caseId: 'broken' }],
  )
})

t.test('日程 | a case that stays on the list is looked at once a sweep, not for ever', async (t) => {
  const cabinet = paperCabinet()
  const id = await receivedCase(cabinet, '2025-03-03')
  cabinet.due = [{ organ: 'QHZR', caseId: id }]
  let looks = 0
  const looked = async (): Promise<void> => {
    looks += 1
  }
  const worker = startWorker(office({ ...cabinet, looked }, shelf().post).services)
  const last = cabinet.addJob(job(id, 1))
  await until(() => cabinet.done.includes(last.id))
  await worker.stop()
  t.equal(looks, 1)
})

t.test('邮寄 | a moved reply day is told in a few words, with the days in Chinese and without a letter', async (t) => {
  const peer = await smtpPeer()
  t.teardown(() => peer.close())
  const cabinet = paperCabinet()
  const post = smtpPost(peer.url, organAddress)
  const { services } = office(cabinet, post)
  const worker = startWorker(services)
  const words = {
    机关名称: '青禾县自然资源局',
    受理编号: 'QHZR202600001',
    联系电话: '0000-0000001',
    通知名称: '关于调整2026年放假安排的通知',
    通知文号: '国办发明电〔2026〕9号',
    原期限: '2026-09-29',
    现期限: '2026-09-30',
  }
  cabinet.addJob({ ...job('case-1', 0), kind: 'note', to: 'zhangsan@example.com', words })
  await until(() => cabinet.done.length === 1)
  cabinet.addJob({ ...job('case-2', 0), kind: 'note', to: 'zhangsan@example.com', words: { ...words, 现期限: '' } })
  await until(() => cabinet.dead.length === 1)
  await worker.stop()
  await post.close()
  const [{ mail } = { mail: undefined }] = peer.received
  t.match(mail?.subject, /^青禾县自然资源局：答复期限因放假安排调整而变动（受理编号 QHZR202600001）$/)
  t.match(mail?.text, /国办发明电〔2026〕9号.*原为2026年9月29日，现为2026年9月30日/)
  t.strictSame(mail?.attachments, [])
  t.equal(peer.received.length, 1, 'words that are missing are never sent')
})

/** A seal port that answers as it is told; the marks of the letters it was asked to seal. */
const sealPort = (answers: (NoSeal | 'seal')[]) => {
  const asked: string[] = []
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-port-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  const real = testSeal(join(folder, 'seal-test.pem'), { press, now: () => new Date('2026-11-21T12:00:00Z') })
  const seal: SealPort = {
    ...real,
    seal: async (order) => {
      asked.push(`${order.letter.organ} ${order.letter.code} ${order.letter.n}`)
      const answer = answers.shift() ?? 'seal'
      return answer === 'seal' ? real.seal(order) : answer
    },
  }
  return { seal, asked }
}

t.test(
  '用印 | a letter is printed, sealed and kept in one job; what bears no seal never comes to the port',
  async (t) => {
    const cabinet = paperCabinet()
    const id = await receivedCase(cabinet, '2025-03-03')
    const { seal, asked } = sealPort([])
    const { services } = office(cabinet, shelf().post, { seal })
    const registered = await handle(cabinet.store, {
      ...{ organ: 'QHZR', caseId: id, command: 'registerRequest', input: {}, on: '2025-03-03' as Day },
      actor: { role: 'registrar', person: '李登记' },
    })
    t.ok(registered.ok)
    const worker = startWorker(services)
    cabinet.addJob(job(id, 1))
    cabinet.addJob(job(id, 2))
    await until(() => cabinet.done.length === 2)
    await worker.stop()
    t.strictSame(asked, ['QHZR L03 1'])
    const [sealed, bare] = [await cabinet.letter('QHZR', id, 1), await cabinet.letter('QHZR', id, 2)]
    const parts = readSeal(sealed?.pdf ?? new Uint8Array())
    t.ok(parts && coversItsFile(parts))
    t.equal(
      sealed?.sha256,
      createHash('sha256')
        .update(sealed?.pdf ?? '')
        .digest('hex'),
      'its hash is of the sealed file',
    )
    t.strictSame([bare?.code, readSeal(bare?.pdf ?? new Uint8Array())], ['L02', null])
    t.equal(
      bare?.sha256,
      (await press.print({ code: 'L02', fields: bare?.fields as never })).sha256,
      'as without a port',
    )
  },
)

t.test(
  '用印 | a seal server that is away or says no holds the letter and keeps nothing; other letters go on',
  async (t) => {
    const cabinet = paperCabinet()
    const id = await receivedCase(cabinet, '2025-03-03', { email: 'zhangsan@example.com' })
    const away: NoSeal = { ok: false, refused: false, reason: '印章服务器在规定的时间内没有回答' }
    const no: NoSeal = { ok: false, refused: true, reason: '印章服务器答复 422：该印章已停用' }
    const { seal, asked } = sealPort([away, no])
    const { post, mails } = shelf()
    const { services, lines } = office(cabinet, post, { seal })
    const worker = startWorker(services)
    const first = cabinet.addJob(job(id, 1))
    await until(() => cabinet.held.length === 1)
    cabinet.addJob(job(id, 1, { kind: 'mail', to: 'zhangsan@example.com' }))
    await until(() => cabinet.held.length === 2)
    t.strictSame([cabinet.dead, cabinet.done, mails], [[], [], []], 'nothing is lost, nothing is sent without its seal')
    t.equal((await cabinet.letter('QHZR', id, 1))?.pdf, null)
    t.match(cabinet.held, [
      { id: first.id, why: away.reason, until: new Date('2025-03-03T02:01:00Z') },
      { why: no.reason, until: new Date('2025-03-03T03:00:00Z') },
    ])
    const again = cabinet.addJob(job(id, 1, { kind: 'mail', to: 'zhangsan@example.com' }))
    await until(() => cabinet.done.includes(again.id))
    await worker.stop()
    t.equal(asked.length, 3)
    t.ok(readSeal(mails[0]?.pdf?.bytes ?? new Uint8Array()), 'what is sent in the end bears its seal')
    t.match(lines, [{ event: 'jobHeld', why: away.reason }, { event: 'jobHeld', why: no.reason }, { event: 'job' }])
  },
)
