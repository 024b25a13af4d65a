/**
 * Bytes as deflate (RFC 1951) sees them: a literal is its byte; a match is `length << 16 | distance`, length 3 to 258,
 * distance 1 to 32768 bytes back. No match reaches out of the bytes it was found in, so tokens of several pieces may be
 * strung together.
 */
export type Tokens = Uint32Array

const hashBits = 13
const heads = new Int32Array(1 << hashBits)
const window = 32_768
const longest = 258
/** Earlier places looked at for each match, and a length that ends the search: pages and glyphs gain little beyond. */
const tries = 24
const enough = 96

/** Finds the repetitions of some bytes. The same bytes always give the same tokens. */
export function tokensOf(bytes: Uint8Array): Tokens {
  heads.fill(-1)
  const before = new Int32Array(bytes.length)
  const tokens = new Uint32Array(bytes.length)
  let count = 0
  for (let at = 0; at < bytes.length; ) {
    const match = longestMatch(bytes, at, before)
    const length = match === 0 ? 1 : match >>> 16
    tokens[count++] = match === 0 ? (bytes[at] as number) : match
    for (const end = at + length; at < end; at++) remember(bytes, at, before)
  }
  return tokens.slice(0, count)
}

const hashAt = (bytes: Uint8Array, at: number): number =>
  Math.imul(
    ((bytes[at] as number) << 16) | ((bytes[at + 1] as number) << 8) | (bytes[at + 2] as number),
    0x9e3779b1,
  ) >>>
  (32 - hashBits)

function remember(bytes: Uint8Array, at: number, before: Int32Array): void {
  if (at + 3 > bytes.length) return
  const hash = hashAt(bytes, at)
  before[at] = heads[hash] as number
  heads[hash] = at
}

/** The longest earlier match, of two the nearer; 0 when there is none. */
function longestMatch(bytes: Uint8Array, at: number, before: Int32Array): number {
  const most = Math.min(longest, bytes.length - at)
  if (most < 3) return 0
  let [length, distance] = [2, 0]
  let from = heads[hashAt(bytes, at)] as number
  for (let left = tries; from >= 0 && at - from <= window && left > 0; left--) {
    if (bytes[from + length] === bytes[at + length]) {
      const found = commonLength(bytes, from, at, most)
      if (found > length) [length, distance] = [found, at - from]
      if (length >= most || length >= enough) break
    }
    from = before[from] as number
  }
  return length < 3 ? 0 : (length << 16) | distance
}

function commonLength(bytes: Uint8Array, from: number, at: number, most: number): number {
  let length = 0
  while (length < most && bytes[from + length] === bytes[at + length]) length += 1
  return length
}
