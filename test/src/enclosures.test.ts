import { handle, mostMailed } from '@zhiqing/casework'
import type { CabinetKeeper, Job } from '@zhiqing/db'
import { openPress } from '@zhiqing/letters'
import { type Mail, type PostOffice, smtpPost, startWorker, type WorkerServices } from '@zhiqing/worker'
import t from 'tap'
import { type Act, a, applicant, bench, receive, run } from './casework/court.js'
import { testDatabase } from './database.js'
import { command, done, furnish, ORGAN, organRecord } from './db/office.js'
import { paperCabinet } from './paper-cabinet.js'
import { applied, browser, filledIn, openPortal, queryCode, wordsOf } from './portal-counter.js'
import { smtpPeer } from './smtp-peer.js'

/** What a reply promises goes out with it: by e-mail, or where number and code open it (条例 40; rulebook R60, R63). */

const press = openPress()
t.teardown(() => press.close())

const file = (i: number, more: object = {}) => ({
  file: `00000000-0000-4000-8000-${String(i).padStart(12, '0')}`,
  kind: 'enclosure',
  name: `补偿标准${i}.pdf`,
  mediaType: 'application/pdf',
  sha256: 'ab'.repeat(32),
  size: 1000,
  ...more,
})

const byMail = { form: { medium: 'electronic', method: 'email' }, applicant: { ...applicant, email: 'a@example.com' } }
const g2 = { outcome: 'G2', items: ['征地补偿标准'], route: '电子邮件', attachments: ['补偿标准表'] }
const signed = (papers: readonly object[], decision: object = g2, fields: object = byMail): Act[] => [
  receive('2025-03-03', { ...fields }),
  a('2025-03-03', 'registerRequest'),
  ...(papers.length > 0 ? [a('2025-03-10', 'filePapers', { attachments: papers })] : []),
  a('2025-03-12', 'decide', { ...decision }),
  a('2025-03-12', 'submitDraft', { person: '李四' }),
  a('2025-03-12', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-12' }),
  a('2025-03-12', 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const portal = { organ: { portalUrl: 'https://gongkai.example.gov.cn' } }

/** What the last sending put into the ledger, or why it was refused; with what was warned of. */
const sending = async (acts: readonly Act[], fields: object, place: Parameters<typeof bench>[0] = portal) => {
  const desk = bench(place)
  await run(desk, acts)
  const outcome = await desk.act(a('2025-03-13', 'dispatchReply', { method: 'electronic', ...fields }))
  if (outcome.kind !== 'done') return outcome.kind === 'invalid' ? 'invalid' : outcome.answer.refusal.code
  const warned = outcome.answer.warnings.map(({ code }) => code)
  return { files: desk.kept().current.reply?.enclosures ?? [], warned }
}

t.test('条例40 附件 | an electronic reply takes along what was filed for it, unless somebody says which', async (t) => {
  const papers = [file(1), file(2, { kind: 'opinion' }), file(3)]
  t.strictSame(await sending(signed(papers), {}), { files: [1, 3], warned: [] }, 'an opinion is not the applicant’s')
  t.strictSame(await sending(signed(papers), { enclosures: [3, 3] }), { files: [3], warned: [] })
  t.strictSame(await sending(signed(papers), { enclosures: [] }), { files: [], warned: ['enclosureMissing'] })
  t.strictSame(await sending(signed([]), {}), { files: [], warned: ['enclosureMissing'] }, 'a promise not kept is told')
  const { attachments: _, ...plain } = g2
  t.strictSame(
    await sending(signed([], plain), {}),
    { files: [], warned: [] },
    'where nothing was promised, nothing is',
  )
  t.strictSame(await sending(signed(papers), { method: 'mail', mailNumber: 'E1' }), { files: [], warned: [] })
  t.strictSame(await sending(signed(papers), { method: 'mail', mailNumber: 'E1', enclosures: [1] }), {
    ...{ files: [1], warned: [] },
  })
  for (const enclosures of [[2], [4], [1, 4]])
    t.equal(await sending(signed(papers), { enclosures }), 'enclosureUnknown')
  t.equal(await sending(signed(papers), { enclosures: [0] }), 'invalid')
})

t.test('条例40 附件 | what went with the first reply is not sent again with the next', async (t) => {
  const desk = bench(portal)
  await run(desk, [
    ...signed([file(1)]),
    a('2025-03-13', 'dispatchReply', { method: 'electronic' }),
    a('2025-03-20', 'reviseReply', { reason: '数字有误' }),
    a('2025-03-20', 'filePapers', { attachments: [file(2)] }),
    a('2025-03-21', 'decide', { ...g2 }),
    a('2025-03-21', 'submitDraft', { person: '李四' }),
    a('2025-03-21', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-21' }),
    a('2025-03-21', 'signReply', { person: '赵六', reason: '已逐项核对' }),
  ])
  const again = await desk.act(a('2025-03-24', 'dispatchReply', { method: 'electronic', enclosures: [1] }))
  t.match(again, { kind: 'refused', answer: { refusal: { code: 'enclosureUnknown' } } })
  await run(desk, [a('2025-03-24', 'dispatchReply', { method: 'electronic' })])
  t.strictSame(desk.kept().current.reply?.enclosures, [2])
  t.strictSame(desk.kept().current.rounds[0]?.reply?.enclosures, [1])
})

t.test(
  '附件 | too big for a mail and nowhere to fetch it: refused; below, on and above fifteen megabytes',
  async (t) => {
    t.equal(mostMailed, 15 * 1024 * 1024)
    const sized = (bytes: number) => signed([file(1, { size: 10 * 1024 * 1024 }), file(2, { size: bytes })])
    const five = 5 * 1024 * 1024
    for (const [bytes, told] of [
      [five - 1, { files: [1, 2] }],
      [five, { files: [1, 2] }],
      [five + 1, 'enclosuresTooBig'],
    ] as const) {
      t.match(await sending(sized(bytes), {}, {}), told, `${bytes} without an address`)
      t.match(await sending(sized(bytes), {}), { files: [1, 2] }, `${bytes} with one`)
    }
    const online = { form: { medium: 'electronic', method: 'online' } }
    t.match(
      await sending(
        signed([file(1, { size: 9 * 1024 * 1024 }), file(2, { size: 9 * 1024 * 1024 })], g2, online),
        {},
        {},
      ),
      {
        ...{ files: [1, 2] },
      },
    )
  },
)

const until = async (so: () => boolean): Promise<void> => {
  while (!so()) await new Promise((resolve) => setTimeout(resolve, 5))
}

const officeOf = (cabinet: WorkerServices['cabinet'], post: PostOffice): WorkerServices => ({
  ...{ cabinet, press, post, name: 'worker-1', log: { info: () => {}, error: () => {} } },
  today: () => '2025-03-13' as never,
  now: () => new Date('2025-03-13T02:00:00Z'),
})

/** A case on paper with two papers filed for its reply; its first letter stands for the reply. */
const withPapers = async () => {
  const cabinet = paperCabinet()
  const now = new Date('2025-03-03T02:00:00Z')
  const put = async (name: string, mediaType: 'application/pdf' | 'image/png', words: string) => {
    const asked = { kind: 'enclosure', name, mediaType, bytes: Buffer.from(words) } as const
    const put = await cabinet.putUpload({ basket: { draft: 'x' }, file: asked, expiresAt: now, address: '', now })
    if (put === 'tooMany') throw new Error(put)
    return put
  }
  const attachments = [
    await put('补偿标准.pdf', 'application/pdf', '%PDF-1.4 标准'),
    await put('附图\r\nBcc: x@y.example', 'image/png', 'PNG 图'),
  ]
  const answer = await handle(cabinet.store, {
    organ: ORGAN,
    command: 'receiveRequest',
    input: {
      channel: 'inPerson',
      applicant: { kind: 'natural', name: '张三', email: 'zhangsan@example.com' },
      information: { description: '补偿标准' },
      attachments,
    },
    on: '2025-03-03' as never,
    actor: { role: 'registrar' },
  })
  if (!answer.ok) throw new Error(JSON.stringify(answer))
  return { cabinet, id: answer.id }
}

const job = (caseId: string, words: object): Omit<Job, 'id' | 'attempts'> => ({
  ...{ organ: ORGAN, caseId, kind: 'mail', n: 1, to: 'zhangsan@example.com', messageId: '<m@zhiqing.invalid>' },
  words: { ...words },
})

t.test('邮寄 | the papers are attached byte for byte, named in the words, and no name becomes a header', async (t) => {
  const peer = await smtpPeer()
  t.teardown(() => peer.close())
  const { cabinet, id } = await withPapers()
  const post = smtpPost(peer.url, 'gongkai@qinghe.example')
  t.teardown(() => post.close())
  const worker = startWorker(officeOf(cabinet, post))
  cabinet.addJob(job(id, { files: [1, 2], byLink: false }))
  const [received] = await peer.mails(1)
  await worker.stop()
  const [letter, ...files] = received?.mail.attachments ?? []
  t.match(letter, { mimeType: 'application/pdf', filename: /登记回执/ })
  t.match(files, [
    { filename: '补偿标准.pdf', mimeType: 'application/pdf', disposition: 'attachment' },
    { filename: '附图__Bcc_ x@y.example.png', mimeType: 'image/png' },
  ])
  t.strictSame(
    files.map(({ content }) => Buffer.from(content as ArrayBuffer).toString()),
    ['%PDF-1.4 标准', 'PNG 图'],
  )
  t.match(received?.mail.text, /随答复提供的材料共2份，一并附在本邮件中：\n1\. 补偿标准\.pdf\n2\. 附图/)
  t.notOk(received?.mail.headers.some(({ key }) => key === 'bcc'))
})

const sendsOn = async (words: object, change: Partial<WorkerServices['cabinet']> = {}) => {
  const { cabinet, id } = await withPapers()
  const mails: Mail[] = []
  const post: PostOffice = {
    send: async (mail) => {
      mails.push(mail)
      return { ok: true }
    },
    close: async () => {},
  }
  Object.assign(cabinet, change)
  const worker = startWorker(officeOf(cabinet, post))
  cabinet.addJob(job(id, words))
  await until(() => cabinet.done.length + cabinet.held.length + cabinet.dead.length > 0)
  await worker.stop()
  return { mails, cabinet }
}

t.test('邮寄 | too big for a mail: none attached, the way to them told; nowhere to go, the mail waits', async (t) => {
  const { mails } = await sendsOn({ files: [1, 2], byLink: true })
  t.strictSame(mails[0]?.enclosures, [])
  t.match(mails[0]?.text, /共2份，超过邮件能带的大小，没有附在本邮件中/)
  t.match(mails[0]?.text, 'https://gongkai.example.gov.cn')
  t.notMatch(mails[0]?.text, queryCode)
  const organ = async () => ({ organ: { ...organRecord, portalUrl: null } }) as never
  const waits = await sendsOn({ files: [1, 2], byLink: true }, { organ })
  t.strictSame(waits.mails, [])
  t.match(waits.cabinet.held, [{ why: /请?填写/ }])
  const gone = await sendsOn({ files: [1, 9], byLink: false })
  t.strictSame(gone.mails, [], 'no mail leaves without what it says it takes along')
  t.match(gone.cabinet.dead, [{ permanent: false }])
  const plain = await sendsOn({})
  t.notMatch(plain.mails[0]?.text, /随答复/)
})

/** Electronic by e-mail, signed, with one paper of each kind filed, in a real database. */
const inDatabase = async (cabinet: CabinetKeeper) => {
  const now = new Date('2026-09-01T02:00:00Z')
  const order = (caseId: string, input: object = {}, person = 'li') => ({ caseId, input, person })
  const { id } = await done(cabinet, 'receiveRequest', {
    input: {
      channel: 'inPerson',
      applicant: { kind: 'natural', name: '陈燕', email: 'chenyan@example.com' },
      information: { description: '征地补偿标准' },
      form: { medium: 'electronic', method: 'email' },
    },
  })
  await done(cabinet, 'registerRequest', order(id))
  const put = async (kind: 'enclosure' | 'opinion', name: string) => {
    const uploaded = { kind, name, mediaType: 'application/pdf', bytes: Buffer.from(`%PDF ${name}`) } as const
    const expiresAt = new Date(now.getTime() + 3_600_000)
    const put = await cabinet.putUpload({ basket: { person: 'li' }, file: uploaded, expiresAt, address: '', now })
    if (put === 'tooMany') throw new Error(put)
    return put
  }
  const attachments = [await put('opinion', '意见.pdf'), await put('enclosure', '标准.pdf')]
  await done(cabinet, 'filePapers', order(id, { attachments }))
  await done(cabinet, 'decide', order(id, g2))
  await done(cabinet, 'submitDraft', order(id, {}, '拟稿'))
  await done(cabinet, 'approveDraft', order(id, { secrecyReviewedOn: '2026-09-01' }, '审核'))
  await done(cabinet, 'signReply', order(id, { reason: '已逐项核对' }, '签发'))
  return id
}

t.test('发件箱 | what goes along is written with the sending, and read by whoever claims the job', async (t) => {
  const db = await testDatabase()
  t.teardown(() => db.close())
  const cabinet = await db.open()
  t.teardown(() => cabinet.close())
  await furnish(cabinet)
  const id = await inDatabase(cabinet)
  const answer = await command(cabinet, 'dispatchReply', { caseId: id, input: { method: 'electronic' } })
  t.match(answer, { ok: true })
  const [row] = await db.owner("select kind, words from outbox where kind = 'mail' and words is not null")
  t.strictSame(row?.words, { files: [2], byLink: false })
  const kept = await cabinet.findCase(ORGAN, id)
  t.strictSame(kept?.current.reply?.enclosures, [2])
  const filed = kept?.current.attachments?.[1]
  const bytes = await cabinet.attachment(ORGAN, id, filed?.file ?? '')
  t.equal(Buffer.from(bytes ?? []).toString(), '%PDF 标准.pdf')
  await t.rejects(
    db.owner("update outbox set words = '{}' where kind = 'print'"),
    /outbox_words_check/,
    'a print takes nothing along',
  )
})

t.test('查询 | the applicant downloads what was sent with the reply, and no other paper of the case', async (t) => {
  const shown = await openPortal()
  const form = { ...filledIn, 'form.medium': 'electronic', 'form.method': 'email', 'applicant.email': 'a@example.com' }
  const { visitor, id } = await applied(shown, form)
  const now = new Date('2025-03-03T02:00:00Z')
  const put = async (kind: 'enclosure' | 'opinion', name: string) => {
    const bytes = Buffer.from(`%PDF ${name}`)
    const asked = { kind, name, mediaType: 'application/pdf', bytes } as const
    const put = await shown.cabinet.putUpload({ basket: { draft: 'x' }, file: asked, expiresAt: now, address: '', now })
    if (put === 'tooMany') throw new Error(put)
    return put
  }
  await shown.staff(id, '2025-03-03', 'registerRequest', 'registrar')
  const attachments = [
    await put('opinion', '第三方的意见.pdf'),
    await put('enclosure', '标准<b>.pdf'),
    await put('enclosure', '图'),
  ]
  await shown.staff(id, '2025-03-04', 'filePapers', 'registrar', { attachments })
  await shown.staff(id, '2025-03-05', 'decide', 'officer', g2)
  await shown.staff(id, '2025-03-05', 'submitDraft', 'officer')
  await shown.staff(id, '2025-03-05', 'approveDraft', 'legalReviewer', { secrecyReviewedOn: '2025-03-05' })
  await shown.staff(id, '2025-03-05', 'signReply', 'signatory', { reason: '已逐项核对' })
  const status = async (n: number) => (await visitor.get(`/case/enclosures/${n}`)).statusCode
  t.equal(await status(2), 404, 'not before the reply was sent')
  t.notMatch(wordsOf((await visitor.get('/case')).body), /随答复提供的材料/)
  await shown.staff(id, '2025-03-06', 'dispatchReply', 'registrar', { method: 'electronic', enclosures: [2] })
  shown.office.today = '2025-03-06' as never
  const page = (await visitor.get('/case')).body
  t.match(wordsOf(page), /随答复提供的材料 标准<b>\.pdf 1 KB/)
  t.notMatch(wordsOf(page), /第三方的意见|图 1 KB/)
  const got = await visitor.get('/case/enclosures/2')
  t.equal(got.body, '%PDF 标准<b>.pdf')
  t.match(got.headers, {
    'content-type': 'application/pdf',
    'content-disposition': /^attachment; filename="enclosure-2\.pdf"/,
    'content-security-policy': /^sandbox/,
    'cache-control': 'no-store',
  })
  for (const n of [1, 3, 4]) t.equal(await status(n), 404, `${n}`)
  t.equal(
    (await browser(shown).get('/case/enclosures/2')).headers.location,
    '/lookup',
    'nobody without number and code',
  )
})
