import { createHash } from 'node:crypto'
import type { Printed as Kept, OrganSeal } from '@zhiqing/db'
import { type Printed, placeSeal, SealRoomError } from '@zhiqing/letters'
import { noSeal, type Seal, type SealAnswer, type SealedLetter, type SealPort } from './seal-port.js'

const hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const recordOf = (printed: Printed, seal: Seal, { test }: SealPort): OrganSeal => ({
  printedSha256: printed.sha256,
  printedBytes: printed.pdf.length,
  maker: printed.maker ?? '',
  certificate: seal.certificate,
  sealedAt: seal.sealedAt,
  test,
})

const closed = (close: (signature: Uint8Array) => Buffer, signature: Uint8Array): Buffer | string => {
  try {
    return close(signature)
  } catch (error) {
    if (error instanceof SealRoomError) return error.message
    throw error
  }
}

/**
 * A printed letter with its seal: the picture is put in its place, the whole file but the gap is digested, and the
 * signature over that goes into the gap. What is kept of it is told by rulebook R116: certificate, time, hash.
 */
export const sealLetter = async (
  printed: Printed,
  letter: Omit<SealedLetter, 'sha256'>,
  port: SealPort,
): Promise<SealAnswer<Kept>> => {
  const { sealField: field, sha256 } = printed
  if (!field) throw new Error(`letter ${letter.code} was printed without a place for the seal`)
  const face = await port.face(letter.organ)
  if (!face.ok) return face
  const { digest: algorithm, ...dress } = face.value
  const { signed, close } = placeSeal(printed.pdf, dress)
  const hash = createHash(algorithm)
  for (const part of signed) hash.update(part)
  const answer = await port.seal({ digest: hash.digest(), algorithm, field, letter: { ...letter, sha256 } })
  if (!answer.ok) return answer
  const pdf = closed(close, answer.value.signature)
  if (typeof pdf === 'string') return noSeal(pdf)
  const organSeal = recordOf(printed, answer.value, port)
  return { ok: true, value: { pdf, sha256: hex(pdf), template: printed.template, organSeal } }
}
