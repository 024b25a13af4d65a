/** Bits on their way into bytes, lowest first. Fewer than 16 are ever waiting, so that 16 more keep within a number. */
export type Bits = { readonly out: Uint8Array; end: number; held: number; count: number }

export const openBits = (room: number): Bits => ({ out: new Uint8Array(room), end: 0, held: 0, count: 0 })

/** At most 16 bits at once. */
export function writeBits(bits: Bits, value: number, count: number): void {
  bits.held |= value << bits.count
  bits.count += count
  if (bits.count < 16) return
  bits.out[bits.end++] = bits.held
  bits.out[bits.end++] = bits.held >>> 8
  bits.held >>>= 16
  bits.count -= 16
}

/** Fills the last byte with zeros. */
export function endBits(bits: Bits): void {
  for (; bits.count > 0; bits.count -= 8) {
    bits.out[bits.end++] = bits.held
    bits.held >>>= 8
  }
  bits.count = 0
}
