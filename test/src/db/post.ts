import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { CabinetKeeper, Job } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { findings, furnish, ORGAN, receive } from './office.js'
import { behind } from './tamper.js'

const start = Date.parse('2026-09-01T01:00:00Z')
const after = (minutes: number): Date => new Date(start + minutes * 60_000)

const printed = (text: string) => ({
  pdf: Buffer.from(text),
  sha256: createHash('sha256').update(text).digest('hex'),
  template: { id: 'L03', version: '1', sha256: '00' },
})

const keep = (cabinet: CabinetKeeper, job: Job, text = `%PDF ${job.n}`) => cabinet.keepPrint(job, printed(text))

export const post = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)

  await t.test('workers claim no job twice; mail waits for its print', async (t) => {
    for (let i = 0; i < 40; i++) await receive(cabinet)
    const claimed: Job[] = []
    const worker = async (name: string): Promise<void> => {
      for (;;) {
        const jobs = await cabinet.claimJobs(name, 3, after(0))
        if (jobs.length === 0) return
        t.ok(jobs.length <= 3)
        claimed.push(...jobs)
      }
    }
    await Promise.all(['a', 'b', 'c', 'd', 'e', 'f'].map(worker))
    t.equal(claimed.length, 40)
    t.equal(new Set(claimed.map(({ id }) => id)).size, 40)
    t.ok(claimed.every(({ kind }) => kind === 'print'))
    for (const job of claimed.slice(0, 2)) {
      await keep(cabinet, job)
      await cabinet.finishJob(job, after(1))
    }
    const mail = await cabinet.claimJobs('a', 50, after(1))
    t.match(mail, [{ kind: 'mail', to: 'chenyan@example.com', messageId: /^<.+@.+>$/ }, { kind: 'mail' }])
    t.equal((await cabinet.claimJobs('b', 50, after(4.9))).length, 0, 'leased')
    const taken = await cabinet.claimJobs('b', 50, after(6.1))
    t.equal(taken.length, 40, 'a lease of five minutes, then somebody else')
    t.ok(
      taken
        .filter(({ kind }) => kind === 'mail')
        .every(({ messageId }) => mail.some((one) => one.messageId === messageId)),
    )
    await cabinet.failJob(mail[0] as Job, 'late', true, after(6.2))
    t.equal((await cabinet.jobCounts()).dead, 0, 'who lost the lease cannot fail the job')
    for (const job of taken) await cabinet.finishJob(job, after(7))
    t.strictSame(await cabinet.jobCounts(), { waiting: 38, dead: 0 }, 'mail of what is not printed waits')
  })

  await t.test('failures come back after 1, 2, 4 … minutes and die after ten', async (t) => {
    await receive(cabinet)
    let now = 10_000
    for (let attempt = 1; attempt <= 10; attempt++) {
      const [job] = await cabinet.claimJobs('a', 5, after(now))
      t.equal(job?.attempts, attempt)
      await cabinet.failJob(job as Job, '451 稍后再试', false, after(now))
      const wait = 2 ** (attempt - 1)
      t.equal((await cabinet.claimJobs('a', 5, after(now + wait - 0.1))).length, 0)
      now += wait
    }
    t.equal((await cabinet.claimJobs('a', 5, after(now + 10_000))).length, 0)
    t.equal((await cabinet.jobCounts()).dead, 1)
    await receive(cabinet)
    const [job] = await cabinet.claimJobs('a', 1, after(30_000))
    await cabinet.failJob(job as Job, '550 没有这个人', true, after(30_000))
    t.equal((await cabinet.jobCounts()).dead, 2, 'what cannot help dies at once')
    await receive(cabinet)
    for (let i = 0; i < 10; i++) t.equal((await cabinet.claimJobs('crash', 1, after(40_000 + i * 6))).length, 1)
    t.equal(
      (await cabinet.claimJobs('crash', 1, after(40_100))).length,
      0,
      'a job that takes its worker down ten times',
    )
    t.equal((await cabinet.jobCounts()).dead, 3)
  })

  await t.test('printed once: sealed where it holds the code, refused when it differs', async (t) => {
    const { id: caseId, queryCode = '' } = await receive(cabinet)
    const job = { organ: ORGAN, caseId, n: 1 }
    await cabinet.keepPrint(job, printed(`%PDF ${queryCode}`))
    await cabinet.keepPrint(job, printed(`%PDF ${queryCode}`))
    await t.rejects(cabinet.keepPrint(job, printed('%PDF other')), { code: 'PRINT_DIFFERS' })
    await t.rejects(cabinet.keepPrint(job, { ...printed('x'), sha256: 'f'.repeat(64) }), { code: 'PRINT_DIFFERS' })
    const kept = await cabinet.letter(ORGAN, caseId, 1)
    t.equal(Buffer.from(kept?.pdf ?? []).toString(), `%PDF ${queryCode}`)
    t.notOk('查询码' in (kept?.fields ?? {}), 'once printed the code stands on paper alone')
    t.notMatch(
      JSON.stringify(await db.owner(`select encode(pdf, 'escape') p from letters where pdf is not null`)),
      queryCode,
    )
    t.strictSame(await findings(cabinet), [])
    await behind(db, `update letters set pdf = set_byte(pdf, 20, get_byte(pdf, 20) # 1) where case_id = '${caseId}'`)
    t.match(await findings(cabinet), [{ code: 'letterDiffers', caseId }])
    await behind(db, `update letters set pdf = set_byte(pdf, 20, get_byte(pdf, 20) # 1) where case_id = '${caseId}'`)
  })

  await t.test('a hint comes when jobs were added, in this process and in another', async (t) => {
    const other = await db.open()
    const heard = { here: 0, there: 0 }
    const quiet = cabinet.onJob(() => heard.here++)
    other.onJob(() => heard.there++)
    for (let i = 0; i < 60 && heard.there === 0; i++) {
      await receive(cabinet)
      await sleep(100)
    }
    t.ok(heard.here > 0 && heard.there > 0)
    quiet()
    await other.close()
  })
  await cabinet.close()
}
