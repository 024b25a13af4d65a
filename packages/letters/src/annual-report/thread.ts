import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import type { YearReport } from '@zhiqing/law'
import { fileFromThread } from '../file-thread.js'
import type { FontSettings } from '../fonts/choose.js'
import { openFonts } from '../fonts/fonts.js'
import { type ReportForm, reportFile } from './index.js'

/** What is made in a thread of its own. */
export interface ReportJob {
  readonly report: YearReport
  readonly form: ReportForm
  readonly on: string
  readonly fonts: FontSettings
}

const isJob = (data: unknown): data is ReportJob =>
  typeof data === 'object' && data !== null && 'report' in data && 'form' in data

if (!isMainThread && isJob(workerData)) {
  const { report, form, on, fonts } = workerData
  const file = await reportFile(report, form, { fonts: () => openFonts(fonts), on })
  parentPort?.postMessage(new Uint8Array(file))
}

/** The report in one of its forms, made in a thread that ends with it. Rejects with whatever went wrong there. */
export const reportInThread = (job: ReportJob): Promise<Uint8Array> => fileFromThread(import.meta.url, job)
