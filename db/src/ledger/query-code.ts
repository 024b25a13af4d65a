import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { Keys } from '../keys.js'

/** Crockford's base 32: no I, L, O, U, so that nothing read aloud or copied by hand is taken for something else. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 13

/** Thirteen characters, 65 random bits. */
export const newQueryCode = (): string => Array.from(randomBytes(LENGTH), (byte) => letters[byte & 31]).join('')

/** What people make of a code: small letters, blanks and dashes, O for 0, I and L for 1. */
export const normalCode = (code: string): string =>
  code
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')

/** A number as printed, whatever blanks and widths it was typed with. */
export const normalNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')

/** What is kept instead of the code: bound to the number, so one code opens one case. */
export const codeMac = (keys: Keys, number: string, code: string): Buffer =>
  keys.mac(`${normalNumber(number)}\n${normalCode(code)}`)

/** Compares in the same time wherever they differ; digests all have one length. */
export const sameMac = (a: Uint8Array, b: Uint8Array): boolean => a.length === b.length && timingSafeEqual(a, b)
