import type { Job, KeptLetter } from '@zhiqing/db'
import type { Fields } from '@zhiqing/letters'
import type { Sent } from '../post/mail.js'
import type { WorkerServices } from '../services.js'

type Printing = Pick<WorkerServices, 'cabinet' | 'press'>

/** A letter with its bytes at hand. */
export interface PrintedLetter {
  readonly letter: KeptLetter
  readonly pdf: Uint8Array
}

/** The letter of a job, printed now and kept unless it was before; undefined when there is no such letter. */
export const printedLetter = async (job: Job, { cabinet, press }: Printing): Promise<PrintedLetter | undefined> => {
  const letter = await cabinet.letter(job.organ, job.caseId, job.n)
  if (!letter) return undefined
  if (letter.pdf) return { letter, pdf: letter.pdf }
  const printed = await press.print({ code: letter.code, fields: letter.fields as Fields })
  await cabinet.keepPrint(job, printed)
  return { letter, pdf: printed.pdf }
}

export const noLetter: Sent = { ok: false, permanent: true, reason: '本案没有这一份文书' }

export const printJob = async (job: Job, services: Printing): Promise<Sent> =>
  (await printedLetter(job, services)) ? { ok: true } : noLetter
