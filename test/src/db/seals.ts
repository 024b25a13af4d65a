import { createHash } from 'node:crypto'
import type { CabinetKeeper, Job, OrganSeal, SealedLetter } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, command, done, findings, furnish, ORGAN, on, receive, registered } from './office.js'

const start = Date.parse('2026-09-01T01:00:00Z')
const after = (minutes: number): Date => new Date(start + minutes * 60_000)
const hex = (text: string): string => createHash('sha256').update(text).digest('hex')

const organSeal: OrganSeal = {
  printedSha256: hex('%PDF printed'),
  printedBytes: 12,
  maker: 'a program and its fonts',
  certificate: { subject: 'CN=测试', issuer: 'CN=测试', serial: '01', sha256: hex('certificate') },
  sealedAt: '2026-09-01T01:00:00.000Z',
  test: true,
}

const printed = (text: string, seal?: OrganSeal) => ({
  pdf: Buffer.from(text),
  sha256: hex(text),
  template: { id: 'S02', version: '1', sha256: '00' },
  organSeal: seal,
})

/** A case whose reply is signed, and the number of its letter. */
const signed = async (cabinet: CabinetKeeper): Promise<{ caseId: string; n: number }> => {
  const { id: caseId } = await registered(cabinet)
  await done(cabinet, 'assignOfficer', { caseId, input: { officer: 'wang' } })
  const search = { systems: ['档案系统'], keywords: ['征地'], people: ['王'], found: true }
  await done(cabinet, 'recordSearch', { caseId, input: search })
  await done(cabinet, 'decide', { caseId, input: { outcome: 'G2', items: ['标准'], route: '电子邮件' } })
  await done(cabinet, 'submitDraft', { caseId, person: 'wang' })
  await done(cabinet, 'approveDraft', { caseId, input: { secrecyReviewedOn: on }, person: 'qian' })
  const { issued } = await done(cabinet, 'signReply', { caseId, person: 'sun' })
  return { caseId, n: issued.find(({ letter }) => letter === 'S02')?.n ?? 0 }
}

const electronic = { method: 'electronic' }

const sending = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await t.test(
    'R52, R116 | a reply that awaits its seal is not sent electronically, and may go on paper',
    async (t) => {
      const { caseId, n } = await signed(cabinet)
      const answer = await command(cabinet, 'dispatchReply', { caseId, sealing: true, input: electronic })
      t.match(answer, { ok: false, refusal: { code: 'sealAwaited', kind: 'state', also: [] } })
      t.equal((await cabinet.findCase(ORGAN, caseId))?.current.reply?.dispatchedOn, null, 'nothing changed')
      await cabinet.keepPrint({ organ: ORGAN, caseId, n }, printed('%PDF sealed', organSeal))
      t.match(await command(cabinet, 'dispatchReply', { caseId, sealing: true, input: electronic }), {
        ok: true,
        warnings: [],
      })
      const other = await signed(cabinet)
      const paper = { method: 'mail', mailNumber: 'EMS1' }
      t.match(await command(cabinet, 'dispatchReply', { caseId: other.caseId, sealing: true, input: paper }), {
        ok: true,
        warnings: [],
      })
    },
  )
  await t.test('R116 | a reply printed before there was a seal is sent with a warning', async (t) => {
    const { caseId, n } = await signed(cabinet)
    await cabinet.keepPrint({ organ: ORGAN, caseId, n }, printed('%PDF bare'))
    const answer = await command(cabinet, 'dispatchReply', { caseId, sealing: true, input: electronic })
    t.match(answer, { ok: true, warnings: [{ code: 'sealMissing' }] })
  })
  await cabinet.close()
}

const keeping = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await t.test('an organ that seals on paper sends as ever', async (t) => {
    const { caseId } = await signed(cabinet)
    t.match(await command(cabinet, 'dispatchReply', { caseId, input: electronic }), { ok: true, warnings: [] })
  })
  await t.test('a seal is kept with its letter and read back, secret fields for printing again among it', async (t) => {
    const { id: caseId } = await receive(cabinet)
    await cabinet.keepPrint({ organ: ORGAN, caseId, n: 1 }, printed('%PDF L03', organSeal))
    t.strictSame((await cabinet.letter(ORGAN, caseId, 1))?.organSeal, organSeal)
    const all: SealedLetter[] = []
    for await (const one of cabinet.sealedLetters()) all.push(one)
    const [mine] = all.filter((one) => one.caseId === caseId)
    t.match(mine, { organ: ORGAN, n: 1, code: 'L03', templateSha256: '00', organSeal })
    t.equal(Buffer.from(mine?.pdf ?? []).toString(), '%PDF L03', 'opened, though kept encrypted')
    t.match(mine?.fields.查询码, /^[0-9A-Z]{13}$/)
    t.equal(all.length, 2, 'and no letter without a seal')
    t.strictSame(await findings(cabinet), [])
  })
  await t.test('nobody changes a letter once it is kept; erasing takes it away', async (t) => {
    const { id: caseId } = await archived(cabinet)
    await cabinet.keepPrint({ organ: ORGAN, caseId, n: 1 }, printed('%PDF one', organSeal))
    const here = `where organ = '${ORGAN}' and case_id = '${caseId}' and n = 1`
    const changes = [
      `update letters set pdf = 'x' ${here}`,
      `update letters set sha256 = '${hex('x')}' ${here}`,
      `update letters set sha256 = null, pdf = null, organ_seal = null ${here}`,
      `update letters set pdf = null ${here}`,
      `update letters set organ_seal = jsonb_set(organ_seal, '{test}', 'false') ${here}`,
      `update letters set template_sha256 = '11' ${here}`,
    ]
    for (const sql of changes) {
      await t.rejects(db.app(sql), { code: '42501' }, sql)
      await t.rejects(db.owner(sql), { code: '42501' }, 'nor does the owner')
    }
    await t.rejects(cabinet.keepPrint({ organ: ORGAN, caseId, n: 1 }, printed('%PDF two')), { code: 'PRINT_DIFFERS' })
    await cabinet.eraseWords(ORGAN, caseId, after(0))
    await t.rejects(cabinet.letter(ORGAN, caseId, 1), { code: 'ERASED' })
    t.strictSame(await findings(cabinet), [])
  })
  await t.test('a job that is held waits as long as it takes, and is no dead letter', async (t) => {
    await receive(cabinet)
    await db.owner('update outbox set done_at = now() where id < (select max(id) from outbox)')
    await db.owner("update outbox set done_at = null where id = (select min(id) from outbox where kind = 'print')")
    const waiting = await cabinet.claimJobs('a', 50, after(0))
    for (const job of waiting) await cabinet.holdJob(job, '印章服务器连接不上', after(1))
    t.ok(waiting.length > 0)
    for (let round = 1; round <= 30; round++) {
      t.equal((await cabinet.claimJobs('a', 50, after(round - 0.1))).length, 0, 'not before its time')
      const again: readonly Job[] = await cabinet.claimJobs('a', 50, after(round))
      t.strictSame(new Set(again.map(({ attempts }) => attempts)), new Set([1]), 'no attempt is counted')
      for (const job of again) await cabinet.holdJob(job, '印章服务器连接不上', after(round + 1))
    }
    t.equal((await cabinet.jobCounts()).dead, 0)
    const [last] = await db.owner<{ last_error: string }>('select last_error from outbox where done_at is null limit 1')
    t.equal(last?.last_error, '印章服务器连接不上')
  })
  await cabinet.close()
}

export const seals = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  await cabinet.close()
  await sending(t, db)
  await keeping(t, db)
}
