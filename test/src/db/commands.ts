import type { Answer } from '@zhiqing/casework'
import pg from 'pg'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import {
  archived,
  command,
  done,
  findings,
  furnish,
  ORGAN,
  on,
  organRecord,
  receive,
  registered,
  request,
} from './office.js'

/** The statements of this process while `work` runs; a hint about an earlier command's jobs may fall among them. */
const statements = async (work: () => Promise<unknown>): Promise<string[]> => {
  const seen: string[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { text: string }]
    seen.push((typeof first === 'string' ? first : first.text).trim().split(/[\s;]+/)[0] ?? '')
    return Reflect.apply(query, this, args) as never
  } as typeof query
  try {
    await work()
  } finally {
    pg.Client.prototype.query = query
  }
  return seen.filter((word) => word !== 'notify')
}

const serials = (answers: readonly Answer[]): number[] =>
  answers.flatMap((one) => (one.ok && one.number ? [Number(one.number.slice(-5))] : [])).toSorted((a, b) => a - b)

export const commands = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)

  await t.test('a request: number, code, letters, jobs, due days, and the same case read back', async (t) => {
    const answer = await receive(cabinet)
    t.match(answer.number, /^QHZR2026\d{5}$/)
    t.match(answer.queryCode, /^[0-9A-HJKMNP-TV-Z]{13}$/, 'thirteen letters of Crockford')
    const kept = await cabinet.findCase(ORGAN, answer.id)
    t.equal(kept?.version, answer.version)
    t.strictSame(kept?.current.applicant, request.applicant, '䶮 and all')
    t.strictSame(kept?.current.information, request.information)
    const rows = await cabinet.ledger(ORGAN, answer.id)
    t.strictSame(
      rows.map(({ fact }) => fact.type),
      ['RequestReceived', 'LetterIssued'],
    )
    t.match(rows[0]?.fact, { applicant: request.applicant }, 'the words are put back into the fact')
    const due = await db.app('select what, due_on::text from due_days where case_id = $1 order by what', [answer.id])
    t.match(due, [{ what: 'correctionNotice' }, { what: 'extensionNotice' }, { what: 'reply', due_on: '2026-09-29' }])
    const jobs = await db.app('select kind, recipient from outbox where case_id = $1 order by kind', [answer.id])
    t.strictSame(jobs, [
      { kind: 'mail', recipient: 'chenyan@example.com' },
      { kind: 'print', recipient: null },
    ])
  })

  await t.test('a request to be confirmed has its number and its code from the confirmation', async (t) => {
    const arrived = await receive(cabinet, { input: { ...request, channel: 'fax' } })
    t.match(arrived, { state: 'pendingConfirmation', number: null, letters: [] })
    t.notOk('queryCode' in arrived)
    const { id, number, queryCode = '' } = await done(cabinet, 'confirmReceipt', { caseId: arrived.id })
    t.match(await cabinet.lookUp({ number: number ?? '', code: queryCode, address: 'here', now: new Date() }), { id })
  })

  await t.test('no personal word stands in the ledger, in the case row or in clear anywhere it need not', async (t) => {
    const answer = await receive(cabinet)
    const text = async (sql: string): Promise<string> => JSON.stringify(await db.owner(sql))
    for (const table of ['case_facts', 'cases', 'idempotency']) {
      const all = await text(`select * from ${table}`)
      t.notMatch(all, /陈䶮|13800000102|征地补偿/, table)
    }
    for (const table of ['case_facts', 'fact_words', 'cases', 'case_words', 'letters', 'idempotency', 'outbox'])
      t.notMatch(await text(`select * from ${table}`), answer.queryCode, `the query code is not in ${table}`)
    t.match((await cabinet.letter(ORGAN, answer.id, 1))?.fields, { 查询码: answer.queryCode }, 'but it can be printed')
  })

  await t.test('at most four statements and COMMIT, and three for what takes no number', async (t) => {
    const { id: caseId } = await registered(cabinet)
    const assign = await statements(() => done(cabinet, 'assignOfficer', { caseId, input: { officer: 'wang' } }))
    t.strictSame(assign, ['begin', 'with', 'with', 'commit'])
    const ask = await statements(() =>
      done(cabinet, 'requestCorrection', {
        caseId,
        input: { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] },
      }),
    )
    t.strictSame(ask, ['begin', 'with', 'insert', 'with', 'commit'])
    const received = await statements(() => receive(cabinet))
    t.strictSame(received, ['begin', 'with', 'insert', 'with', 'commit'])
    const refused = await statements(() => command(cabinet, 'archiveCase', { caseId }))
    t.strictSame(refused, ['begin', 'with', 'rollback'], 'a refusal leaves nothing')
  })

  await t.test('a repeat gets the first answer; another body is refused', async (t) => {
    const first = await receive(cabinet, { key: 'one', body: 'a' })
    t.strictSame(await receive(cabinet, { key: 'one', body: 'a' }), JSON.parse(JSON.stringify(first)))
    t.match(await command(cabinet, 'receiveRequest', { input: request, key: 'one', body: 'b' }), {
      ok: false,
      unfit: 'keyReused',
    })
    const other = await receive(cabinet, { key: 'one', body: 'a', person: 'somebody else' })
    t.not(other.id, first.id, 'a key is a person’s own')
    const twins = await Promise.all(Array.from({ length: 8 }, () => receive(cabinet, { key: 'twin', body: 'a' })))
    t.equal(new Set(twins.map(({ id, number, queryCode }) => `${id} ${number} ${queryCode}`)).size, 1, 'eight at once')
  })

  await t.test('numbers are gapless though some are refused and all come at once', async (t) => {
    const before = await db.app<{ last: number }>(
      `select last from number_series where series = 'case' and organ = $1`,
      [ORGAN],
    )
    const bad = { ...request, channel: 'registeredMail', signedForOn: '2026-12-31' }
    const answers = await Promise.all(
      Array.from({ length: 60 }, (_, i) => command(cabinet, 'receiveRequest', { input: i % 3 === 0 ? bad : request })),
    )
    const from = before[0]?.last ?? 0
    t.strictSame(
      serials(answers),
      Array.from({ length: 40 }, (_, i) => from + i + 1),
    )
  })

  await t.test('a split: every new case is there with its own number, code and letters, or none is', async (t) => {
    const { id: caseId } = await registered(cabinet)
    const items = ['征地批文', '补偿标准', '听证记录']
    const answer = await done(cabinet, 'splitRequest', { caseId, input: { items, consent: true } })
    const [first = '', second = ''] = answer.children ?? []
    t.equal(Number(second.slice(-5)), Number(first.slice(-5)) + 1, 'numbers follow on')
    const row = 'select id, query_code_mac is not null as coded from cases where number = $1'
    const [child] = await db.app<{ id: string; coded: boolean }>(row, [first])
    t.match(child, { coded: true })
    const kept = await cabinet.findCase(ORGAN, child?.id ?? '')
    t.match(kept?.current, { number: first, information: { description: '补偿标准' }, receivedOn: on })
    const letter = (await cabinet.letter(ORGAN, child?.id ?? '', 1))?.fields as Record<string, string>
    const found = await cabinet.lookUp({ number: first, code: letter.查询码 ?? '', address: 'x', now: new Date() })
    t.match(found, { id: child?.id }, 'its receipt bears a code that opens it')
    const wrong = await command(cabinet, 'splitRequest', { caseId, input: { items: ['一项'] } })
    t.match(wrong, { ok: false, refusal: { code: 'splitTooFew' } })
    t.strictSame(await findings(cabinet), [], 'every chain and every series is whole')
  })

  await t.test(
    '办法第四条 | the register counts an applicant’s requests of the calendar month, up to this one',
    async (t) => {
      const one = (idNumber: string, name: string) => ({
        ...request,
        channel: 'registeredMail',
        applicant: { kind: 'natural', name, idNumber, phone: '13800000999' },
      })
      const file = async (signedForOn: string, who: object) => {
        const input = { ...who, signedForOn }
        const { id } = await receive(cabinet, { input, day: '2026-09-01' })
        await done(cabinet, 'registerRequest', { caseId: id, day: '2026-09-01' })
        return id
      }
      const [he, she] = [one('110105194912310021', '陆一'), one('110105194912310048', '陆一')]
      await file('2026-07-31', he)
      for (let n = 1; n <= 9; n++) await file('2026-08-03', he)
      await file('2026-08-03', she)
      const [tenth, eleventh] = [await file('2026-08-03', he), await file('2026-08-31', he)]
      const next = await file('2026-09-01', he)
      const charge = (caseId: string, more: object = {}) =>
        command(cabinet, 'chargeFee', { caseId, input: { basis: 'perRequest', ...more }, day: '2026-09-01' })
      t.match(await charge(tenth), { ok: false, refusal: { code: 'feeZero' } }, 'the tenth of August is free')
      t.match(await charge(next), { ok: false, refusal: { code: 'feeZero' } }, 'the first of September too')
      t.match(await charge(eleventh), { ok: true, warnings: [] })
      t.match((await cabinet.findCase(ORGAN, eleventh))?.current.fee, { monthlyCount: 11, amount: 100 })
      t.match(await charge(next, { monthlyCount: 12 }), { ok: true, warnings: [{ code: 'monthlyCountDiffers' }] })
    },
  )

  await t.test('what is not there, what is another organ’s, what is stale', async (t) => {
    const { id, version } = await registered(cabinet)
    const unknown = { ok: false, unfit: 'unknownCase' }
    t.match(await command(cabinet, 'acceptForm', { caseId: '00000000-0000-4000-8000-000000000000' }), unknown)
    t.match(await command(cabinet, 'acceptForm', { caseId: `${id}'--` }), unknown)
    t.match(await command(cabinet, 'acceptForm', { caseId: id, organ: 'QHJY' }), unknown)
    t.match(await command(cabinet, 'receiveRequest', { input: request, organ: 'NONE' }), unknown)
    t.equal(await cabinet.findCase('QHJY', id), undefined)
    t.strictSame(await cabinet.ledger('QHJY', id), [])
    t.equal(await cabinet.letter('QHJY', id, 1), undefined)
    t.equal((await cabinet.findCase(ORGAN, id))?.version, version)
  })

  await t.test('a double is told when it is registered', async (t) => {
    const asks = (description: string, name = '马淑兰') => ({
      input: { ...request, applicant: { kind: 'natural', name }, information: { description } },
    })
    const first = await receive(cabinet, asks('城南片区，安置房合同。'))
    await receive(cabinet, asks('城南片区安置房合同', '周涛'))
    const again = await receive(cabinet, asks('城南片区 安置房合同'))
    const told = await done(cabinet, 'registerRequest', { caseId: again.id })
    t.match(told.warnings, [{ code: 'possibleDouble' }])
    t.match((await cabinet.ledger(ORGAN, again.id))[2]?.fact, { doubles: [first.number] })
  })

  await t.test('settings in force on the day of the act', async (t) => {
    const name = 'correctionPeriodWorkingDays'
    await cabinet.keepSetting({
      organ: 'QHJY',
      name,
      value: 20,
      from: '2026-09-05' as never,
      reason: '试行',
      by: null,
    })
    t.equal((await cabinet.organ('QHJY', on))?.settings.correctionPeriodWorkingDays, 10)
    t.equal((await cabinet.organ('QHJY', '2026-09-05' as never))?.settings.correctionPeriodWorkingDays, 20)
    const { id: caseId } = await receive(cabinet, { organ: 'QHJY' })
    await done(cabinet, 'registerRequest', { caseId, organ: 'QHJY' })
    const input = { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] }
    await done(cabinet, 'requestCorrection', { caseId, organ: 'QHJY', input, day: '2026-09-06' })
    const kept = await cabinet.findCase('QHJY', caseId)
    t.equal(kept?.current.corrections[0]?.periodWorkingDays, 20)
  })

  await t.test('lists by page, state and officer, the newest first', async (t) => {
    await cabinet.keepOrgan('PAGE', { ...organRecord, code: 'PAGE', prefix: '页' })
    const ids: string[] = []
    for (let i = 0; i < 5; i++) ids.unshift((await receive(cabinet, { organ: 'PAGE' })).id)
    await done(cabinet, 'registerRequest', { organ: 'PAGE', caseId: ids[0] ?? '', input: { officer: 'wang' } })
    const first = await cabinet.listCases({ organ: 'PAGE', limit: 3 })
    const second = await cabinet.listCases({ organ: 'PAGE', limit: 3, after: first.next ?? '' })
    t.strictSame(
      [...first.cases, ...second.cases].map(({ id }) => id),
      ids,
    )
    t.equal(second.next, null)
    t.equal((await cabinet.listCases({ organ: 'PAGE', limit: 9, state: 'received' })).cases.length, 4)
    t.equal((await cabinet.listCases({ organ: 'PAGE', limit: 9, officer: 'wang' })).cases.length, 1)
    t.equal((await cabinet.listCases({ organ: 'PAGE', limit: 9, after: '%%' })).cases.length, 5)
  })

  await t.test('a life to the archive, and every ledger is whole', async (t) => {
    t.equal((await archived(cabinet)).state, 'archived')
    t.strictSame(await findings(cabinet), [])
  })
  await cabinet.close()
}
