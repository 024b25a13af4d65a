/** RFC 1951 §3.2.5: how many bits stand behind the symbol of a length, and of a distance. */
const lengthBits = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const distanceBits = [0, 0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 8, 9, 9, 10, 10, 11, 11, 12, 12, 13, 13]

/** How the values of one kind are written: a symbol, and the way from its smallest value in so many bits. */
type Kind = { readonly bits: Uint8Array; readonly bases: Uint16Array }

function kindOf(first: number, bits: readonly number[]): Kind {
  let next = first
  const bases = bits.map((more) => {
    const base = next
    next += 1 << more
    return base
  })
  return { bits: Uint8Array.from(bits), bases: Uint16Array.from(bases) }
}

const lengths = kindOf(3, lengthBits)
export const distances = kindOf(1, distanceBits)
/** The longest match has a symbol of its own, though the one before could say it too. */
lengths.bases[28] = 258

const symbolIn = ({ bases }: Kind, value: number): number =>
  Math.max(
    0,
    bases.findLastIndex((base) => base <= value),
  )
const table = (length: number, value: (index: number) => number): Uint16Array =>
  Uint16Array.from({ length }, (_, index) => value(index))

/** By a match's length, 3 to 258: its symbol, and what stands behind it. */
export const lengthSymbols = table(259, (length) => 257 + symbolIn(lengths, length))
export const lengthRests = table(259, (length) =>
  Math.max(0, length - (lengths.bases[symbolIn(lengths, length)] as number)),
)
export const lengthRestBits = table(259, (length) => lengths.bits[symbolIn(lengths, length)] as number)

/** Distances up to 256 one by one, beyond that in steps of 128, as no symbol ends within one. */
const near = table(257, (distance) => symbolIn(distances, distance))
const far = table(256, (step) => symbolIn(distances, step * 128 + 1))

/** Of a distance from 1 to 32768. */
export const distanceSymbol = (distance: number): number =>
  (distance <= 256 ? near[distance] : far[(distance - 1) >>> 7]) as number

/** Ends every block. */
export const endOfBlock = 256
