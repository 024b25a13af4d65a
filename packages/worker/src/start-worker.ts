import type { Day } from '@zhiqing/law'
import { openBell } from './bell.js'
import { runJob } from './jobs/run-job.js'
import { tellStaff } from './notices/tell-staff.js'
import type { WorkerServices } from './services.js'
import { sweep } from './sweep/sweep.js'
import { sweepTimes } from './sweep/when.js'

const jobsAtOnce = 4
const pollMs = 1000
/** After a round that failed as a whole, most likely because the database is away. */
const restMs = 5000

/** A running worker. */
export interface Worker {
  /** Resolves when the job or the case in hand is done; nothing new is begun. */
  stop(): Promise<void>
}

/**
 * The calendar's hand and the post: one loop that sweeps the cases due and does the jobs of the outbox. Woken by the
 * cabinet's hint, else once a second. A failing job or case never ends it.
 */
export const startWorker = (services: WorkerServices): Worker => {
  const { cabinet, log, name, now } = services
  const bell = openBell()
  const unlisten = cabinet.onJob(bell.ring)
  const timeToSweep = sweepTimes(services)
  let stopping = false
  let tidied: Day | undefined

  const round = async (): Promise<number> => {
    const day = timeToSweep()
    if (day && day !== tidied) await cabinet.tidy(now())
    if (day) await sweep(day, services, () => stopping)
    if (day && !stopping) await tellStaff(services, () => stopping)
    tidied = day ?? tidied
    const jobs = stopping ? [] : await cabinet.claimJobs(name, jobsAtOnce, now())
    await Promise.all(jobs.map((job) => runJob(job, services)))
    return jobs.length
  }
  const loop = async (): Promise<void> => {
    while (!stopping) {
      const done = await round().catch((error: unknown) => {
        log.error('workerRound', { error: String(error) })
        return 'failed' as const
      })
      if (!stopping && (done === 'failed' || done === 0)) await bell.sleep(done === 'failed' ? restMs : pollMs)
    }
  }
  const ended = loop()
  return {
    stop: async () => {
      stopping = true
      unlisten()
      bell.ring()
      await ended
    },
  }
}
