import type { Job } from '@zhiqing/db'
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
    case 'print':
      return printJob(job, services)
  }
}

/** Does one job and writes down how it went. Never throws: what cannot be written down is logged, and the lease runs out. */
export const runJob = async (job: Job, services: WorkerServices): Promise<void> => {
  const { cabinet, log, now } = services
  const { id, kind, caseId, n, attempts } = job
  try {
    const result = await work(job, services).catch(failed)
    if (result.ok) await cabinet.finishJob(job, now())
    else await cabinet.failJob(job, result.reason.slice(0, mostWords), result.permanent, now())
    if (result.ok) log.info('job', { id, kind, caseId, n })
    else log.error('jobFailed', { id, kind, caseId, n, attempts, permanent: result.permanent })
  } catch (error) {
    log.error('jobNotRecorded', { id, kind, caseId, n, error: String(error) })
  }
}
