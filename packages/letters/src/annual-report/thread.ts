import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads'
import type { YearReport } from '@zhiqing/law'
import type { FontSettings } from '../fonts/choose.js'
import { openFonts } from '../fonts/fonts.js'
import { type ReportForm, reportFile } from './index.js'

/** What is made in a thread of its own: some seconds of typesetting must not stand in the way of a request. */
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
export const reportInThread = (job: ReportJob): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL(import.meta.url), { workerData: job })
    worker.once('message', resolve)
    worker.once('error', reject)
    worker.once('exit', () => reject(new Error('the thread ended without a file')))
  })
