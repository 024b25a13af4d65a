import { createHash } from 'node:crypto'
import type { SealedParts } from './read-seal.js'

/** The digests a seal may be about: SHA-256, and SM3 of GB/T 32905. */
const algorithms = ['sha256', 'sm3'] as const

/** Whatever the kind (CMS, 电子签章数据 of GB/T 38540), the digest stands in it as an octet or a bit string. */
export const isAbout = (signature: Uint8Array, digest: Uint8Array): boolean => {
  const value = Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength)
  const length = digest.length
  return (
    value.includes(Buffer.from([0x04, length, ...digest])) ||
    value.includes(Buffer.from([0x03, length + 1, 0, ...digest]))
  )
}

/**
 * Does the seal speak of the very bytes it stands in? Who made it, and whether that certificate is good, is for a reader
 * that knows its issuer.
 */
export const coversItsFile = ({ signed, signature }: SealedParts): boolean =>
  algorithms.some((algorithm) => {
    const hash = createHash(algorithm)
    for (const part of signed) hash.update(part)
    return isAbout(signature, hash.digest())
  })
