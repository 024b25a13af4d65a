import type { KeptLetter } from '@zhiqing/db'
import { bearsSeal } from '@zhiqing/law'
import type { Fields } from '@zhiqing/letters'
import type { Services } from './services.js'

type Printing = Pick<Services, 'cabinet' | 'press' | 'sealing'>

/** Is this letter still to get its seal? Then it is the worker's alone to print and keep. */
export const awaitsSeal = ({ pdf, code }: KeptLetter, { sealing = false }: Printing): boolean =>
  sealing && pdf === null && bearsSeal(code)

/** Its words on paper without a seal, printed now and not kept: to be sealed by hand, or looked at. */
export const printUnsealed = async ({ code, fields }: KeptLetter, { press }: Printing): Promise<Uint8Array> =>
  (await press.print({ code, fields: fields as Fields })).pdf

/**
 * The letter's bytes: those kept, or printed now from its frozen fields and kept. The same fields give the same bytes.
 * Throws SEAL_AWAITED for a letter that has no seal yet.
 */
export const printKept = async (letter: KeptLetter, services: Printing): Promise<Uint8Array> => {
  if (letter.pdf) return letter.pdf
  if (awaitsSeal(letter, services))
    throw Object.assign(new Error('the letter awaits its seal'), { code: 'SEAL_AWAITED' })
  const printed = await services.press.print({ code: letter.code, fields: letter.fields as Fields })
  await services.cabinet.keepPrint(letter, printed)
  return printed.pdf
}
