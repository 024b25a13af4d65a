/** The checksum that ends a zlib stream (RFC 1950 §8.2); sums stay exact for 3,800 bytes between the remainders. */
export function adler32(bytes: Uint8Array): number {
  let [a, b] = [1, 0]
  for (let from = 0; from < bytes.length; from += 3800) {
    const to = Math.min(from + 3800, bytes.length)
    for (let at = from; at < to; at++) {
      a += bytes[at] as number
      b += a
    }
    a %= 65_521
    b %= 65_521
  }
  return b * 65_536 + a
}
