import { mkdtempSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { asRole, type CabinetKeeper, type Job, migrate, rolePowers } from '@zhiqing/db'
import { type Day, type Notice, noEntries, notices } from '@zhiqing/law'
import pg from 'pg'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { counterOf, signedIn } from './counter.js'
import { command, findings, furnish, ORGAN, on, organRecord, receive, registered } from './office.js'

/** A proxy between service and server that can cut the line in the middle of a word. */
const proxy = async (url: string) => {
  const query = new URLSearchParams(url.split('?')[1])
  const [host, port] = [query.get('host') ?? '', query.get('port') ?? '5432']
  const folder = mkdtempSync(join(tmpdir(), 'zq-proxy-'))
  const lines = new Set<Socket>()
  let cutAt: string | undefined
  let passOn = false
  const server = createServer((inner) => {
    const outer = connect(join(host, `.s.PGSQL.${port}`))
    for (const line of [inner, outer]) lines.add(line.on('error', () => {}).on('close', () => lines.delete(line)))
    outer.on('close', () => inner.destroy())
    inner.on('close', () => outer.destroy())
    outer.on('data', (bytes) => inner.write(bytes))
    inner.on('data', (bytes) => {
      if (cutAt === undefined || !bytes.includes(cutAt)) return void outer.write(bytes)
      cutAt = undefined
      inner.destroy()
      if (passOn) outer.write(bytes, () => setTimeout(() => outer.destroy(), 200))
      else outer.destroy()
    })
  })
  await new Promise<void>((resolve) => server.listen(join(folder, '.s.PGSQL.5432'), resolve))
  return {
    url: url.replace(/\?.*/, `?host=${encodeURIComponent(folder)}&port=5432`),
    /** Cuts at the next message with these words; with `delivered` the server still gets it. */
    cut: (words: string, delivered: boolean) => {
      cutAt = words
      passOn = delivered
    },
    close: async () => {
      for (const line of lines) line.destroy()
      await new Promise((resolve) => server.close(resolve))
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Asking =
  | Exclude<
      keyof CabinetKeeper,
      'as' | 'store' | 'reports' | 'notices' | 'accounts' | 'signOns' | 'applicants' | 'onJob' | 'close'
    >
  | `signOns.${Exclude<keyof CabinetKeeper['signOns'], 'seal' | 'open'>}`
  | `applicants.${keyof CabinetKeeper['applicants']}`
  | `reports.${keyof CabinetKeeper['reports']}`
  | `notices.${keyof CabinetKeeper['notices']}`

/** Every question of the cabinet; a new one that is not here does not compile. */
const questions = (cabinet: CabinetKeeper, caseId: string): Record<Asking, () => Promise<unknown>> => {
  const [today, now, address] = [on as Day, new Date(), '192.0.2.8']
  const notice = notices[0] as Notice
  const job = { id: '1', organ: ORGAN, caseId, kind: 'print', n: 1, to: null, attempts: 1, messageId: '' } as Job
  const template = { id: 'L03', version: '1', sha256: '00' }
  // SHA-256 of nothing, so that the bytes are not refused before the database is asked.
  const sha256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'
  const person = { organ: ORGAN, name: 'x', displayName: 'x', roles: [], passwordHash: 'scrypt$1' }
  const later = new Date(now.getTime() + 60_000)
  const [subject, from] = [
    { issuer: 'x', sub: 'x', address, now },
    { address, now },
  ]
  const account = '00000000-0000-4000-8000-000000000001'
  const summary = {
    kind: 'natural',
    channel: 'inPerson',
    receivedIn: '2026-01',
    outcome: 'G1',
    basis: [],
    days: 1,
  } as const
  const counts = { corrected: false, extended: false, thirdParties: 0, remedies: [] }
  const words = { story: null, point: null, proposedBy: 'x', proposedOn: today }
  const model = { organ: ORGAN, caseId, summary: { ...summary, ...counts }, ...words }
  const unapproved = { id: caseId, approvedBy: null, approvedOn: null, ended: null }
  const file = { kind: 'other', name: 'x', mediaType: 'image/png', bytes: Buffer.from('x') } as const
  const somebody = { id: caseId, organ: ORGAN, name: 'x', displayName: 'x', roles: ['officer'] } as const
  const wish = { address: 'x@y.example', kinds: [], digestAt: null, quietFrom: 0, quietTo: 0, workingDaysOnly: false }
  return {
    'signOns.admit': () => cabinet.signOns.admit(address, now),
    'signOns.forgive': () => cabinet.signOns.forgive(address, now),
    'signOns.tell': () => cabinet.signOns.tell({ result: 'unproven', ...from }),
    'signOns.staff': () => cabinet.signOns.staff({ ...subject, secondFactor: false }),
    'signOns.applicant': () => cabinet.signOns.applicant({ ...subject, words: {} }),
    'applicants.session': () => cabinet.applicants.session('x', now),
    'applicants.signOut': () => cabinet.applicants.signOut('x'),
    'applicants.cases': () => cabinet.applicants.cases(),
    'applicants.addCase': () => cabinet.applicants.addCase({ account, organ: ORGAN, caseId, now }),
    'applicants.close': () => cabinet.applicants.close('x', from),
    calendar: () => cabinet.calendar(),
    calendarAsOf: () => cabinet.calendarAsOf(today),
    organs: () => cabinet.organs(today),
    organ: () => cabinet.organ(ORGAN, today),
    keepOrgan: () => cabinet.keepOrgan(ORGAN, organRecord),
    settings: () => cabinet.settings(ORGAN),
    keepSetting: () =>
      cabinet.keepSetting({ organ: ORGAN, name: 'retention', value: '永久', from: today, reason: '试', by: null }),
    calendarWith: () => cabinet.calendarWith(notice),
    keepPerson: () => cabinet.keepPerson(person),
    supervised: () => cabinet.supervised(ORGAN),
    findCase: () => cabinet.findCase(ORGAN, caseId),
    listCases: () => cabinet.listCases({ organ: ORGAN, limit: 1 }),
    worklist: () => cabinet.worklist({ organ: [ORGAN], limit: 1 }),
    related: () => cabinet.related(ORGAN, caseId),
    ledger: () => cabinet.ledger(ORGAN, caseId),
    ledgers: () => cabinet.ledgers([{ organ: ORGAN, id: caseId }]),
    proof: () => cabinet.proof(ORGAN, caseId),
    casesNumbered: () => cabinet.casesNumbered('x'),
    letter: () => cabinet.letter(ORGAN, caseId, 1),
    keepPrint: () => cabinet.keepPrint({ organ: ORGAN, caseId, n: 1 }, { pdf: new Uint8Array(), sha256, template }),
    eraseWords: () => cabinet.eraseWords(ORGAN, caseId, now),
    admitFiling: () => cabinet.admitFiling({ address, requests: 1, now }),
    admitReportCheck: () => cabinet.admitReportCheck({ address, now }),
    lookUp: () => cabinet.lookUp({ number: 'x', code: 'x', address, now }),
    newDraft: () => cabinet.newDraft({ words: {}, expiresAt: later, address, now }),
    draft: () => cabinet.draft('x', now),
    openDraft: () => cabinet.openDraft({ code: 'x', address, now }),
    keepDraft: () => cabinet.keepDraft('x', { words: {}, expiresAt: later }, now),
    dropDraft: () => cabinet.dropDraft('x'),
    putUpload: () => cabinet.putUpload({ basket: { draft: 'x' }, file, expiresAt: later, address, now }),
    uploads: () => cabinet.uploads({ draft: 'x' }, now),
    copyUploads: () => cabinet.copyUploads({ draft: 'x' }, [{ ...file, file: caseId, sha256, size: 1 }]),
    dropUpload: () => cabinet.dropUpload({ draft: 'x' }, caseId),
    attachment: () => cabinet.attachment(ORGAN, caseId, caseId),
    signIn: () => cabinet.signIn({ name: 'x', password: 'x', address, now }),
    session: () => cabinet.session('x', now),
    signOut: () => cabinet.signOut('x'),
    reseal: () => cabinet.reseal(),
    addPerson: () => cabinet.addPerson(person),
    recoverPerson: () => cabinet.recoverPerson(person),
    tidy: () => cabinet.tidy(now),
    casesDue: () => cabinet.casesDue(today, 1),
    looked: () => cabinet.looked(ORGAN, caseId, today),
    claimJobs: () => cabinet.claimJobs('x', 1, now),
    finishJob: () => cabinet.finishJob(job, now),
    failJob: () => cabinet.failJob(job, 'x', false, now),
    holdJob: () => cabinet.holdJob(job, 'x', now),
    sealedLetters: async () => {
      for await (const one of cabinet.sealedLetters()) return one
    },
    jobCounts: () => cabinet.jobCounts(),
    movedBy: () => cabinet.movedBy(notice, today),
    importNotice: () => cabinet.importNotice(notice, { on: today, actor: { role: 'admin' } }),
    colleague: () => cabinet.colleague(ORGAN, 'x'),
    colleagues: () => cabinet.colleagues(ORGAN),
    verify: () => findings(cabinet),
    seededOn: () => cabinet.seededOn(),
    keepSeeded: () => cabinet.keepSeeded(today),
    'notices.unread': () => cabinet.notices.unread(somebody, today, 1),
    'notices.news': () => cabinet.notices.news(somebody, { limit: 1 }),
    'notices.watched': () => cabinet.notices.watched(somebody, today),
    'notices.horizon': () => cabinet.notices.horizon(),
    'notices.look': () => cabinet.notices.look(somebody, { to: now.toISOString(), on: today }),
    'notices.mailWish': () => cabinet.notices.mailWish(somebody),
    'notices.keepMailWish': () => cabinet.notices.keepMailWish(somebody, wish, today),
    'notices.mailReaders': () => cabinet.notices.mailReaders(),
    'notices.writeNotice': () => cabinet.notices.writeNotice({ ...wish, person: somebody, digestedOn: null }, today),
    'notices.calendarAddress': () => cabinet.notices.calendarAddress(somebody),
    'notices.newCalendarAddress': () => cabinet.notices.newCalendarAddress(somebody, now),
    'notices.withdrawCalendarAddress': () => cabinet.notices.withdrawCalendarAddress(somebody),
    'notices.calendarReader': () => cabinet.notices.calendarReader('x'),
    'reports.yearCounts': () => cabinet.reports.yearCounts([ORGAN], 2026),
    'reports.yearRemedies': () => cabinet.reports.yearRemedies([ORGAN], 2026),
    'reports.casesBehind': () =>
      cabinet.reports.casesBehind({ organs: [ORGAN], year: 2026, cell: { line: '1', column: 'total' }, limit: 1 }),
    'reports.yearReport': () => cabinet.reports.yearReport({ organ: ORGAN, organs: [ORGAN], year: 2026 }),
    'reports.keepReportDraft': () =>
      cabinet.reports.keepReportDraft({
        organ: ORGAN,
        year: 2026,
        entries: noEntries,
        openedOn: today,
        openedBy: null,
      }),
    'reports.reportEditions': () => cabinet.reports.reportEditions([ORGAN], 2026),
    'reports.unfinished': () => cabinet.reports.unfinished([ORGAN]),
    'reports.finishedIn': () => cabinet.reports.finishedIn([ORGAN], { from: today, until: today }),
    'reports.receivedIn': () => cabinet.reports.receivedIn([ORGAN], { from: today, until: today }),
    'reports.hotRequests': () => cabinet.reports.hotRequests([ORGAN], today, 2),
    'reports.numbersOf': () => cabinet.reports.numbersOf([ORGAN], ['00000000-0000-4000-8000-000000000001']),
    'reports.suggestedTopics': () => cabinet.reports.suggestedTopics([ORGAN], today),
    'reports.publicationsOf': () => cabinet.reports.publicationsOf(ORGAN, '00000000-0000-4000-8000-000000000001'),
    'reports.publications': () => cabinet.reports.publications([ORGAN]),
    'reports.keepPublication': () =>
      cabinet.reports.keepPublication({
        ...{ organ: ORGAN, topic: 'ab'.repeat(32), n: 1, title: '标准', act: 'decline', reason: '试', place: null },
        ...{ requests: 3, applicants: 3, on: today, by: null },
      }),
    'reports.openData': () => cabinet.reports.openData([ORGAN], 2026),
    'reports.keepModelCase': () => cabinet.reports.keepModelCase(model),
    'reports.modelCases': () => cabinet.reports.modelCases([ORGAN]),
    'reports.approveModelCase': () => cabinet.reports.approveModelCase({ ...model, ...unapproved }, 'y', today),
    'reports.endModelCase': () => cabinet.reports.endModelCase({ ...model, ...unapproved }, 'y', today, '试'),
    'reports.publishReport': () =>
      cabinet.reports.publishReport({
        organ: ORGAN,
        organs: [ORGAN],
        year: 2026,
        on: today,
        by: null,
        refuse: () => [],
      }),
    ready: () => cabinet.ready(),
  }
}

/** What Node and PostgreSQL say when there is no getting through. */
const lost = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EHOSTDOWN', '57P01', '57P03', '08006', '53300'],
]

/** Every statement of this process fails with this code while `work` runs. */
const failing = async (code: string, work: () => Promise<unknown>): Promise<void> => {
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = (async () => {
    throw Object.assign(new Error(`${code} 10.1.2.3:5432`), { code })
  }) as unknown as typeof query
  await work().finally(() => {
    pg.Client.prototype.query = query
  })
}

/** Where a line is cut, by words of the statement, and what was being read. */
const cuts: readonly [words: string, path: (caseId: string) => string][] = [
  ['"sessions"', (id) => `/cases/${id}`],
  ['"case_words"', (id) => `/cases/${id}`],
  ['"case_words"', () => '/cases'],
  ['calendar_notices', (id) => `/cases/${id}`],
  ['"organs"', (id) => `/cases/${id}/trace`],
  ['"case_facts"', (id) => `/cases/${id}/facts`],
  ['"letters"', (id) => `/cases/${id}/letters/1.pdf`],
]

export const faults = async (t: Test, db: TestDatabase): Promise<void> => {
  if (!/[?&]host=/.test(db.url)) return void t.comment('the server is not on a socket: lines cannot be cut here')
  const line = await proxy(db.url)
  const cabinet = await db.open({ url: line.url, poolSize: 2 })
  const direct = await db.open()
  await furnish(direct)
  const { id: caseId } = await registered(direct)
  const assign = (officer: string) =>
    command(cabinet, 'assignOfficer', { caseId, input: { officer }, key: officer, body: officer })
  const officers = async (): Promise<string[]> =>
    (await direct.ledger(ORGAN, caseId)).flatMap(({ fact }) => (fact.type === 'OfficerAssigned' ? [fact.officer] : []))

  await t.test('a line cut at COMMIT: unknown, and a repeat with the key settles it, once', async (t) => {
    const unknown = { code: 'OUTCOME_UNKNOWN', message: /结果未知，请用同一个幂等键重试/ }
    line.cut('commit', true)
    await t.rejects(assign('delivered'), unknown)
    for (let i = 0; i < 100 && (await officers()).length === 0; i++) await sleep(50)
    t.strictSame(await officers(), ['delivered'], 'it had been done')
    t.match(await assign('delivered'), { ok: true })
    line.cut('commit', false)
    await t.rejects(assign('lost'), unknown)
    t.strictSame(await officers(), ['delivered'], 'it had not')
    t.match(await assign('lost'), { ok: true })
    t.strictSame(await officers(), ['delivered', 'lost'])
  })

  await t.test('a line cut before COMMIT: tried again, nothing doubled', async (t) => {
    for (const words of ['begin', 'open-case', 'save-known', 'jsonb']) {
      line.cut(words, false)
      t.match(await assign(`cut at ${words}`), { ok: true })
    }
    t.equal((await officers()).length, 6)
  })

  await t.test('a line cut in the middle of a reading: one fault of the room, and 503 at the counter', async (t) => {
    const token = await signedIn(direct)
    for (const [words, path] of cuts) {
      // A cabinet each: closing waits for what was asked beside the reading that was cut, which else takes the next cut.
      const one = await db.open({ url: line.url })
      const counter = counterOf(one, token)
      line.cut(words, false)
      const answer = await counter.get(path(caseId))
      t.match(answer.headers, { 'content-type': /^application\/problem\+json/ }, words)
      t.match(answer.json(), { status: 503, type: 'urn:zhiqing:problem:databaseDown', detail: /请稍后重试/ }, words)
      t.equal((await counter.get(`/cases/${caseId}`)).statusCode, 200, 'and the next is answered')
      await counter.close()
      await one.close()
    }
  })

  await t.test('a line cut in the middle of a walk: told the same way, and no connection is held', async (t) => {
    for (let i = 0; i < 3; i++) {
      line.cut('"case_facts"', false)
      await t.rejects(findings(cabinet), { code: 'DATABASE_DOWN' })
    }
    t.strictSame(await findings(cabinet), [])
  })

  await t.test('whatever the loss is called, it is one fault; what is no loss stays what it is', async (t) => {
    for (const code of lost)
      await failing(code, () => t.rejects(cabinet.findCase(ORGAN, caseId), { code: 'DATABASE_DOWN' }, code))
    await failing('42601', () => t.rejects(cabinet.findCase(ORGAN, caseId), { code: '42601' }))
  })

  await t.test('no database: said so, nothing saved', async (t) => {
    await line.close()
    await t.rejects(assign('gone'), { code: 'DATABASE_DOWN', message: /没有保存/ })
    t.equal((await officers()).length, 6)
    const down = { code: 'DATABASE_DOWN', message: /数据库连接不上/ }
    for (const [name, ask] of Object.entries(questions(cabinet, caseId))) await t.rejects(ask(), down, name)
    await t.rejects(db.open({ url: line.url }), down, 'opening')
    await t.rejects(migrate(asRole(line.url, 'zhiqing')), down, 'migrations')
    await t.rejects(rolePowers(line.url), down, 'powers')
    t.equal(await direct.ready(), true)
  })
  await cabinet.close()
  await receive(direct)
  await direct.close()
}
