import { createHash } from 'node:crypto'
import type { Cabinet, Finding, SealedLetter } from '@zhiqing/db'
import {
  coversItsFile,
  type Fields,
  FieldsError,
  MissingGlyphError,
  type Press,
  type Printed,
  readSeal,
  TemplateError,
} from '@zhiqing/letters'

/** How much of the sealed letters was gone through: all, and those that could be printed again. */
export interface Remade {
  readonly sealed: number
  readonly remade: number
}

const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** What is wrong with the file as it lies there. */
const fileFault = ({ pdf, organSeal }: SealedLetter): string | undefined => {
  const parts = readSeal(pdf)
  if (!parts) return '读不出印章，或者盖章之后又添了内容'
  const asPrinted = parts.printed.length === organSeal.printedBytes && hex(parts.printed) === organSeal.printedSha256
  if (!asPrinted) return '盖章之前的内容与记载的散列不符'
  return coversItsFile(parts) ? undefined : '签章数据不是关于这份文书的'
}

const printAgain = async ({ code, fields }: SealedLetter, press: Pick<Press, 'print'>): Promise<Printed | null> => {
  try {
    return await press.print({ code, fields: fields as Fields, sealField: true })
  } catch (error) {
    if ([FieldsError, MissingGlyphError, TemplateError].some((known) => error instanceof known)) return null
    throw error
  }
}

/** The same words printed once more: 'same', 'differs', or 'moved' where template, program or fonts are others by now. */
const compared = async (letter: SealedLetter, press: Pick<Press, 'print'>): Promise<'same' | 'differs' | 'moved'> => {
  const again = await printAgain(letter, press)
  if (again?.sha256 === letter.organSeal.printedSha256) return 'same'
  const asThen = again?.template.sha256 === letter.templateSha256 && again.maker === letter.organSeal.maker
  return asThen ? 'differs' : 'moved'
}

const findingOf = ({ organ, caseId, number, n }: SealedLetter, why: string): Finding => ({
  organ,
  caseId,
  version: null,
  code: 'letterDiffers',
  zh: `${organ} 案件 ${number ?? caseId}：第${n}号文书${why}`,
})

/**
 * Every sealed letter against itself and against its words printed once more: what lies under the seal must be what its
 * fields, template and program make, byte for byte. Ends by returning how many that could be asked of.
 */
export async function* sealFindings(
  cabinet: Pick<Cabinet, 'sealedLetters'>,
  press: Pick<Press, 'print'>,
): AsyncGenerator<Finding, Remade> {
  let [sealed, remade] = [0, 0]
  for await (const letter of cabinet.sealedLetters()) {
    sealed += 1
    const fault = fileFault(letter)
    if (fault) yield findingOf(letter, fault)
    const again = await compared(letter, press)
    if (again !== 'moved') remade += 1
    if (again === 'differs') yield findingOf(letter, '用同样的模板、程序和字体重印，与盖章的内容不一致')
  }
  return { sealed, remade }
}
