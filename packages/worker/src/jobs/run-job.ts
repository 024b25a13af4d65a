import type { Job } from '@zhiqing/db'
import { noticeJob } from '../notices/notice-job.js'
import type { Sent } from '../post/mail.js'
import type { WorkerServices } from '../services.js'
import { mailJob } from './mail-job.js'
import { noteJob } from './note-job.js'
import { printJob } from './print-job.js'

const mostWords = 500

/** Faults of the letter itself: the same fields fail the same way tomorrow, so a person must look (letters/faults.ts). */
const hopeless = ['FieldsError', 'TemplateError', 'MissingGlyphError']

const failed = (error: unknown): Sent => {
  const { name, message } = error instanceof Error ? error : new Error(String(error))
  return { ok: false, permanent: hopeless.includes(name), reason: `${name}: ${message}` }
}

const work = (job: Job, services: WorkerServices): Promise<Sent> => {
  switch (job.kind) {
    case 'mail':
      return mailJob(job, services)
    case 'note':
      return noteJob(job, services)
    case 'notice':
      return noticeJob(job, services)
    case 'print':
      return printJob(job, services)
  }
}

type NotSent = Exclude<Sent, { ok: true }>

const putBack = (job: Job, result: NotSent, { cabinet, now }: WorkerServices): Promise<void> => {
  const { reason, permanent, holdMinutes } = result
  const why = reason.slice(0, mostWords)
  if (!holdMinutes) return cabinet.failJob(job, why, permanent, now())
  return cabinet.holdJob(job, why, new Date(now().getTime() + holdMinutes * 60_000))
}

/** Does one job and writes down how it went. Never throws: what cannot be written down is logged, and the lease runs out. */
export const runJob = async (job: Job, services: WorkerServices): Promise<void> => {
  const { cabinet, log, now } = services
  const { id, kind, caseId, n, attempts } = job
  try {
    const result = await work(job, services).catch(failed)
    if (result.ok) await cabinet.finishJob(job, now())
    else await putBack(job, result, services)
    if (result.ok) log.info('job', { id, kind, caseId, n })
    else if (result.holdMinutes) log.error('jobHeld', { id, kind, caseId, n, why: result.reason.slice(0, mostWords) })
    else log.error('jobFailed', { id, kind, caseId, n, attempts, permanent: result.permanent })
  } catch (error) {
    log.error('jobNotRecorded', { id, kind, caseId, n, error: String(error) })
  }
}
