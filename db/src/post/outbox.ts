import { sql } from 'kysely'
import type { Job } from '../cabinet.js'
import type { Db } from '../connect/connect.js'

/** A worker that dies gives its jobs back after this. */
const LEASE = '5 minutes'
const MOST_ATTEMPTS = 10

interface Row {
  organ: string
  id: number
  case_id: string | null
  kind: 'print' | 'mail' | 'note' | 'notice'
  n: number | null
  words: Record<string, unknown> | null
  recipient: string | null
  attempts: number
  message_id: string
}

const jobOf = (row: Row): Job => ({
  id: String(row.id),
  organ: row.organ,
  caseId: row.case_id ?? '',
  kind: row.kind,
  n: row.n ?? 0,
  to: row.recipient,
  attempts: row.attempts,
  messageId: row.message_id,
  ...(row.words ? { words: row.words } : {}),
})

/** Jobs that took a worker down with them ten times over are dead; mail waits until its letter is printed. */
export const claimJobs = async (db: Db, worker: string, limit: number, now: Date): Promise<Job[]> => {
  const { rows } = await sql<Row>`
    with free as materialized (
      select organ, id, attempts from outbox j
      where done_at is null and failed_at is null and run_at <= ${now}
        and (locked_until is null or locked_until <= ${now})
        and (kind <> 'mail' or exists (select from letters l
          where l.organ = j.organ and l.case_id = j.case_id and l.n = j.n and l.pdf is not null))
      order by run_at, id limit ${limit} for update skip locked
    ), dead as (
      update outbox o set failed_at = ${now}, last_error = coalesce(last_error, '办理者十次中断')
      from free where o.organ = free.organ and o.id = free.id and free.attempts >= ${MOST_ATTEMPTS}
    )
    update outbox o set locked_until = ${now}::timestamptz + ${LEASE}::interval, locked_by = ${worker},
      attempts = o.attempts + 1
    from free where o.organ = free.organ and o.id = free.id and free.attempts < ${MOST_ATTEMPTS}
    returning o.organ, o.id, o.case_id, o.kind, o.n, o.recipient, o.attempts, o.message_id, o.words`.execute(db)
  return rows.map(jobOf).toSorted((a, b) => Number(a.id) - Number(b.id))
}

/** Done is done, whoever holds the lease by now. */
export const finishJob = async (db: Db, job: Job, now: Date): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ done_at: now, locked_until: null, last_error: null })
    .where('organ', '=', job.organ)
    .where('id', '=', Number(job.id))
    .where('done_at', 'is', null)
    .execute()
}

/** Tried again after 1, 2, 4 … minutes; dead when it cannot help or after ten attempts. Only by who holds the lease. */
export const failJob = async (
  db: Db,
  job: Job,
  { error, permanent, now }: { error: string; permanent: boolean; now: Date },
): Promise<void> => {
  const dead = permanent || job.attempts >= MOST_ATTEMPTS
  const later = new Date(now.getTime() + 60_000 * 2 ** (job.attempts - 1))
  await db
    .updateTable('outbox')
    .set({ last_error: error.slice(0, 2000), locked_until: null, failed_at: dead ? now : null, run_at: later })
    .where('organ', '=', job.organ)
    .where('id', '=', Number(job.id))
    .where('attempts', '=', job.attempts)
    .where('done_at', 'is', null)
    .execute()
}

/** Waits for something that is not its fault: not counted as an attempt. Only by who holds the lease. */
export const holdJob = async (db: Db, job: Job, { why, until }: { why: string; until: Date }): Promise<void> => {
  await db
    .updateTable('outbox')
    .set({ last_error: why.slice(0, 2000), locked_until: null, run_at: until, attempts: job.attempts - 1 })
    .where('organ', '=', job.organ)
    .where('id', '=', Number(job.id))
    .where('attempts', '=', job.attempts)
    .where('done_at', 'is', null)
    .execute()
}

/** How many jobs wait, and how many are dead letters; for metrics. */
export const jobCounts = async (db: Db): Promise<{ waiting: number; dead: number }> => {
  const { rows } = await sql<{ waiting: number; dead: number }>`
    select count(*) filter (where failed_at is null) as waiting, count(*) filter (where failed_at is not null) as dead
    from outbox where done_at is null`.execute(db)
  return rows[0] ?? { waiting: 0, dead: 0 }
}
