import type { KeptLetter } from '@zhiqing/db'
import type { Fields } from '@zhiqing/letters'
import type { Services } from './services.js'

/** The letter's bytes: those kept, or printed now from its frozen fields and kept. The same fields give the same bytes. */
export const printKept = async (
  letter: KeptLetter,
  { cabinet, press }: Pick<Services, 'cabinet' | 'press'>,
): Promise<Uint8Array> => {
  if (letter.pdf) return letter.pdf
  const printed = await press.print({ code: letter.code, fields: letter.fields as Fields })
  await cabinet.keepPrint(letter, printed)
  return printed.pdf
}
