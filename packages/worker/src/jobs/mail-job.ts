import type { Job } from '@zhiqing/db'
import type { Sent } from '../post/mail.js'
import type { WorkerServices } from '../services.js'
import { enclosuresOf } from './enclosures.js'
import { mailWords } from './mail-words.js'
import { printedLetter } from './print-job.js'

/** Prints the letter if need be, then posts it to the one address of the job, with the papers that were sent with it. */
export const mailJob = async (job: Job, services: WorkerServices): Promise<Sent> => {
  if (job.to === null) return { ok: false, permanent: true, reason: '没有收件地址' }
  const printed = await printedLetter(job, services)
  if (!('pdf' in printed)) return printed
  const taken = await enclosuresOf(job, services)
  if (!('files' in taken)) return taken
  const { fileName, ...words } = mailWords(printed.letter, services.press.words, taken)
  return services.post.send({
    ...words,
    to: job.to,
    pdf: { name: fileName, bytes: printed.pdf },
    enclosures: taken.files,
    messageId: job.messageId,
    date: services.now(),
  })
}
