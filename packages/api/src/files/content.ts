import type { MediaType } from '@zhiqing/casework'

const starts = (bytes: Uint8Array, ...marks: readonly number[]): boolean => marks.every((mark, i) => bytes[i] === mark)

const last = 1024

/** `%PDF-` within the first kilobyte, as readers take it; behind a mark of bytes, or a mail's line end. */
const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(last, bytes.length)).includes('%PDF-')

/** What a file is, by its content; its name and what the browser says of it count for nothing. */
export const mediaTypeOf = (bytes: Uint8Array): MediaType | undefined => {
  if (starts(bytes, 0xff, 0xd8, 0xff)) return 'image/jpeg'
  if (starts(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'image/png'
  return isPdf(bytes) ? 'application/pdf' : undefined
}
