import type { Job, Printed as Kept, KeptLetter } from '@zhiqing/db'
import { bearsSeal } from '@zhiqing/law'
import type { Fields } from '@zhiqing/letters'
import type { Sent } from '../post/mail.js'
import { sealLetter } from '../seal/seal-letter.js'
import type { SealAnswer } from '../seal/seal-port.js'
import type { WorkerServices } from '../services.js'

type Printing = Pick<WorkerServices, 'cabinet' | 'press' | 'seal'>

/** A letter with its bytes at hand. */
export interface PrintedLetter {
  readonly letter: KeptLetter
  readonly pdf: Uint8Array
}

/** Minutes after which a seal is asked for again: the server may be back, or somebody may have granted what it refused. */
const holds = { away: 1, refused: 60 } as const

/** The bytes to keep: as printed, or with the organ's seal where the letter bears one and one can be had. */
const made = async (letter: KeptLetter, { press, seal }: Printing): Promise<SealAnswer<Kept>> => {
  const sealed = seal !== undefined && bearsSeal(letter.code)
  const printed = await press.print({ code: letter.code, fields: letter.fields as Fields, sealField: sealed })
  if (!sealed) return { ok: true, value: printed }
  const { organ, caseId, n, code, documentNumber } = letter
  return sealLetter(printed, { organ, caseId, n, code, documentNumber }, seal)
}

type NotSent = Exclude<Sent, { ok: true }>

export const noLetter: NotSent = { ok: false, permanent: true, reason: '本案没有这一份文书' }

/**
 * The letter of a job, printed and sealed now and kept unless it was before. Without its seal nothing is kept and the job
 * waits: the letter's words are frozen, so nothing of it is lost.
 */
export const printedLetter = async (job: Job, services: Printing): Promise<PrintedLetter | NotSent> => {
  const letter = await services.cabinet.letter(job.organ, job.caseId, job.n)
  if (!letter) return noLetter
  if (letter.pdf) return { letter, pdf: letter.pdf }
  const answer = await made(letter, services)
  if (!answer.ok) {
    const { refused, reason } = answer
    return { ok: false, permanent: false, reason, holdMinutes: refused ? holds.refused : holds.away }
  }
  await services.cabinet.keepPrint(job, answer.value)
  return { letter, pdf: answer.value.pdf }
}

export const printJob = async (job: Job, services: Printing): Promise<Sent> => {
  const printed = await printedLetter(job, services)
  return 'pdf' in printed ? { ok: true } : printed
}
