import { countedCase, remediesCounted } from '@zhiqing/casework'
import type { CabinetKeeper } from '@zhiqing/db'
import { type Day, tableFour, tableThree } from '@zhiqing/law'
import { openFonts, printLetter } from '@zhiqing/letters'
import t from 'tap'
import { type TestDatabase, testDatabase } from './database.js'
import { command, done, findings, furnish, ORGAN, on, request } from './db/office.js'
import { textOf } from './pdf.js'

/* 演练: a case like any other in the office, and none at all in every figure (rulebook R98). */

const period = { from: '2026-01-01' as Day, until: '2026-12-31' as Day }

/** Received, paid for, answered and taken to reconsideration; `drill` or not. */
const life = async (cabinet: CabinetKeeper, input: object): Promise<string> => {
  const { id: caseId } = await done(cabinet, 'receiveRequest', { input: { ...request, ...input } })
  await done(cabinet, 'registerRequest', { caseId })
  await done(cabinet, 'assignOfficer', { caseId, input: { officer: 'wang' } })
  const search = { systems: ['档案系统'], keywords: ['征地'], people: ['王'], found: true }
  await done(cabinet, 'recordSearch', { caseId, input: search })
  await done(cabinet, 'chargeFee', { caseId, input: { basis: 'perRequest', monthlyCount: 12 } })
  await done(cabinet, 'recordPayment', { caseId, input: { amount: 100 } })
  await done(cabinet, 'decide', { caseId, input: { outcome: 'G2', items: ['标准'], route: '电子邮件' } })
  await done(cabinet, 'submitDraft', { caseId, person: 'wang' })
  await done(cabinet, 'approveDraft', { caseId, input: { secrecyReviewedOn: on }, person: 'qian' })
  await done(cabinet, 'signReply', { caseId, person: 'sun' })
  await done(cabinet, 'dispatchReply', { caseId, input: { method: 'electronic' } })
  await done(cabinet, 'fileReconsideration', { caseId, input: { procedure: 'ordinary' }, day: '2026-09-20' })
  return caseId
}

/** Tables three and four by the pure folds of every case in the books, drills among them. */
const folded = async (cabinet: CabinetKeeper) => {
  const { cases } = await cabinet.listCases({ organ: ORGAN, limit: 100 })
  return {
    three: tableThree(
      cases.map(({ id, current }) => countedCase(id, current)),
      2026,
    ),
    four: tableFour(
      cases.flatMap(({ id, current }) => remediesCounted(id, current)),
      2026,
    ),
  }
}

/** Everything that is counted of the organ, in one heap. */
const figures = async ({ reports }: CabinetKeeper) => ({
  counts: await reports.yearCounts([ORGAN], 2026),
  remedies: (await reports.yearRemedies([ORGAN], 2026)).map(({ id, column }) => [id, column]),
  report: (await reports.yearReport({ organ: ORGAN, organs: [ORGAN], year: 2026 })).report,
  behind: (
    await reports.casesBehind({
      ...{ organs: [ORGAN], year: 2026, limit: 100 },
      cell: { line: '3.7', column: 'total' },
    })
  ).length,
  unfinished: (await reports.unfinished([ORGAN])).map(({ id }) => id),
  finished: await reports.finishedIn([ORGAN], period),
  received: await reports.receivedIn([ORGAN], period),
  hot: await reports.hotRequests([ORGAN], period.from, 1),
  open: (await reports.openData([ORGAN], 2026)).length,
})

let db: TestDatabase
let cabinet: CabinetKeeper
t.before(async () => {
  db = await testDatabase()
  cabinet = await db.open()
  await furnish(cabinet)
})
t.teardown(async () => {
  await cabinet.close()
  await db.close()
})

t.test('R98 演练 | a drill leaves every table, statistic, open datum and series of numbers as it was', async (t) => {
  await life(cabinet, {})
  const before = await figures(cabinet)
  t.equal(before.received, 1)
  t.equal(before.remedies.length, 1)
  t.strictSame(before.report.fees, { amount: 100, cases: 1 })
  const books = await folded(cabinet)
  const drill = await life(cabinet, { drill: true })
  const { id: open } = await done(cabinet, 'receiveRequest', { input: { ...request, drill: true } })
  t.strictSame(await figures(cabinet), before, 'nothing that is counted moved')
  t.strictSame(await folded(cabinet), books, 'nor by the folds of the cases themselves')
  t.strictSame(books.three, before.report.table3, 'which say what the database says')
  t.strictSame(books.four, before.report.table4)
  const kept = await cabinet.findCase(ORGAN, drill)
  t.match(kept?.current, { drill: true, number: '演练QHZR202600001' })
  const numbers = kept?.current.letters.flatMap(({ documentNumber }) => documentNumber ?? []) ?? []
  t.ok(numbers.length > 1 && numbers.every((one) => /^演练QHZR202600001-\d+号$/.test(one)), numbers.join('、'))
  t.equal((await cabinet.findCase(ORGAN, open))?.current.number, '演练QHZR202600002', 'drills have their own series')
  const real = await done(cabinet, 'receiveRequest', { input: request })
  t.equal(real.number, 'QHZR202600002', 'and no real number was taken')
  const L03 = (await cabinet.findCase(ORGAN, real.id))?.current.letters[0]
  t.match(
    L03?.documentNumber,
    /〕3号$/,
    'after the receipt and the fee notice of the first the third: a drill took none',
  )
  t.strictSame(await findings(cabinet), [], 'every series without a gap, every ledger sound')
})

t.test('R98 演练 | a case split from a drill is one; an applicant cannot mark a request as one', async (t) => {
  const { id: caseId } = await done(cabinet, 'receiveRequest', { input: { ...request, drill: true } })
  await done(cabinet, 'registerRequest', { caseId })
  const split = { items: ['甲', '乙'], consent: true }
  const { children = [] } = await done(cabinet, 'splitRequest', { caseId, input: split })
  t.strictSame(children, ['演练QHZR202600004'])
  const online = { ...request, channel: 'online', drill: true }
  const answer = await command(cabinet, 'receiveRequest', { input: online, role: 'applicant' })
  t.match(answer, { ok: false, refusal: { code: 'drillByApplicant', article: 'ogi:29' } })
  t.strictSame(await findings(cabinet), [])
})

t.test('R98 演练 | the database itself counts nothing of a drill, whoever writes the query', async (t) => {
  const rows = await db.owner<{ n: number; counted: number }>(
    `select count(*)::int as n, count(counted_received_on)::int + count(counted_closed_on)::int
      + count(counted_remedies)::int + count(counted_fee_paid_on)::int + count(*) filter (where counted_carried)::int
      as counted from cases where is_drill`,
  )
  t.ok((rows[0]?.n ?? 0) >= 4)
  t.equal(rows[0]?.counted, 0)
})

t.test('R98 演练 | every page of every paper of a drill says so, and no other paper does', async (t) => {
  const { id } = await done(cabinet, 'receiveRequest', { input: { ...request, drill: true } })
  const kept = await cabinet.findCase(ORGAN, id)
  t.equal(kept?.current.letters.length, 1)
  const letter = await cabinet.letter(ORGAN, id, 1)
  t.equal(letter?.fields.演练, true, 'it goes with the letter for good')
  const fonts = await openFonts({})
  const long = { ...letter?.fields, 申请内容: '青禾镇2023年征地补偿标准。'.repeat(120), 查询码: 'ABCD2345' }
  const printed = await printLetter('L03', long as never, { fonts })
  const pages = (await textOf(Buffer.from(printed.pdf))).split('\n')
  t.ok(printed.pages > 1)
  for (const page of pages) t.match(page, '演练文书，不产生法律效力')
  const { 演练: _, ...plain } = long as Record<string, unknown>
  t.notMatch(await textOf(Buffer.from((await printLetter('L03', plain as never, { fonts })).pdf)), /演练文书/)
})

t.test(
  'R98 演练 | in an officer’s hands drills are counted apart; no drill stands beside a real request',
  async (t) => {
    await cabinet.keepPerson({
      ...{ name: 'wang', displayName: 'wang', organ: ORGAN },
      roles: ['officer'],
      passwordHash: 'scrypt$x',
    })
    const handsOf = async () => {
      const one = (await cabinet.colleagues(ORGAN)).find(({ name }) => name === 'wang')
      return [one?.openCases, one?.openDrills]
    }
    const [real = 0, drills = 0] = await handsOf()
    const ask = async (input: object) => {
      const { id: caseId } = await done(cabinet, 'receiveRequest', { input: { ...request, ...input } })
      await done(cabinet, 'registerRequest', { caseId })
      await done(cabinet, 'assignOfficer', { caseId, input: { officer: 'wang' } })
      return caseId
    }
    const drill = await ask({ drill: true })
    t.strictSame(await handsOf(), [real, drills + 1])
    const asked = await ask({})
    t.strictSame(await handsOf(), [real + 1, drills + 1])
    const beside = async (id: string) => (await cabinet.related(ORGAN, id)).map(({ kept }) => kept)
    t.ok((await beside(asked)).length > 0, 'the same applicant asked before')
    t.ok((await beside(asked)).every(({ current }) => !current.drill))
    t.ok((await beside(drill)).length > 0)
    t.ok((await beside(drill)).every(({ current }) => current.drill))
  },
)
