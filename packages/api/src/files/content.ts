import type { MediaType } from '@zhiqing/casework'

const starts = (bytes: Uint8Array, ...marks: readonly number[]): boolean => marks.every((mark, i) => bytes[i] === mark)

/**
 * `%PDF-` at the very beginning, behind nothing but a mark of bytes or blanks: readers take it anywhere in the first
 * kilobyte, and so would a program that calls itself one.
 */
const isPdf = (bytes: Uint8Array): boolean =>
  /^(?:\u00ef\u00bb\u00bf)?\s{0,8}%PDF-/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))

/** What a file is, by its content; its name and what the browser says of it count for nothing. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined => {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return isPdf(bytes) ? 'application/pdf' : undefined
}
