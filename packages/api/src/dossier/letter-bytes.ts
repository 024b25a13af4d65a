import { createHash } from 'node:crypto'
import { secretFields } from '@zhiqing/casework'
import type { KeptLetter } from '@zhiqing/db'
import type { Fields } from '@zhiqing/letters'
import { awaitsSeal, printKept, printUnsealed } from '../print-kept.js'
import type { Services } from '../services.js'

/** What stands where the query code stood: as long as one. */
const hidden = '*'.repeat(13)

const secretsOf = ({ code }: KeptLetter): string[] =>
  Object.keys(secretFields({ letter: code as Parameters<typeof secretFields>[0]['letter'] }, hidden) ?? {})

export const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Bytes of a letter for others to read, and what is wrong with those that are kept. */
export interface LetterBytes {
  readonly pdf: Uint8Array
  readonly finding: string | null
}

/**
 * The bytes as issued; a letter with a secret on it (the query code of L03) is printed anew with the secret covered, and
 * that print is not kept.
 */
export const letterBytes = async (
  letter: KeptLetter,
  services: Pick<Services, 'cabinet' | 'press' | 'sealing'>,
): Promise<LetterBytes> => {
  const secrets = secretsOf(letter)
  if (secrets.length > 0) {
    const fields = { ...letter.fields, ...Object.fromEntries(secrets.map((name) => [name, hidden])) } as Fields
    return { pdf: (await services.press.print({ code: letter.code, fields })).pdf, finding: null }
  }
  if (awaitsSeal(letter, services))
    return {
      pdf: await printUnsealed(letter, services),
      finding: `第${letter.n}号文书还没有加盖电子印章，案卷里的是没有印章的`,
    }
  const pdf = await printKept(letter, services)
  const changed = letter.sha256 !== null && sha256(pdf) !== letter.sha256
  return { pdf, finding: changed ? `第${letter.n}号文书存档的字节与记载的散列不符` : null }
}
