import { createHash } from 'node:crypto'
import type { Filed } from '@zhiqing/casework'
import type { KeptLetter } from '@zhiqing/db'
import { filledSheet } from '../approval-sheet.js'
import { awaitsSeal, printKept, printUnsealed } from '../print-kept.js'
import { hasSecrets, withoutSecrets } from '../routes/covered-letter.js'
import type { Services } from '../services.js'

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes of a letter for others to read, and what is wrong with those that are kept. */
export interface LetterBytes {
  readonly pdf: Uint8Array
  readonly finding: string | null
}

/**
 * The bytes as issued; a letter with a secret on it (the query code of L03) is printed anew with the secret covered, the sheet
 * L08 with who signed, and neither print is kept.
 */
export const letterBytes = async (
  letter: KeptLetter,
  ledger: readonly Filed[],
  services: Pick<Services, 'cabinet' | 'press' | 'sealing'>,
): Promise<LetterBytes> => {
  if (hasSecrets(letter)) {
    const { pdf } = await services.press.print({ code: letter.code, fields: withoutSecrets(letter) })
    return { pdf, finding: null }
  }
  const sheet = filledSheet(letter, ledger)
  if (sheet) return { pdf: await printUnsealed(sheet, services), finding: null }
  if (awaitsSeal(letter, services))
    return {
      pdf: await printUnsealed(letter, services),
      finding: `第${letter.n}号文书还没有加盖电子印章，案卷里的是没有印章的`,
    }
  const pdf = await printKept(letter, services)
  const changed = letter.sha256 !== null && sha256(pdf) !== letter.sha256
  return { pdf, finding: changed ? `第${letter.n}号文书存档的字节与记载的散列不符` : null }
}
