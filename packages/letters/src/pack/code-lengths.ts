import { type Bits, writeBits } from './bits.js'
import { codeFor } from './huffman.js'

/** The order in which the lengths of the code for code lengths are written (RFC 1951 §3.2.7). */
const order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

/** A code length, or a run of zeros: symbols 17 and 18, with the length of the run in the bits behind them. */
type Run = { readonly symbol: number; readonly rest: number; readonly bits: number }

/** What a block says of its two codes before it uses them. */
export function writeCodeLengths(bits: Bits, letters: Uint8Array, distances: Uint8Array): void {
  const runs = [...runsOf(letters), ...runsOf(distances)]
  const counts = new Uint32Array(19)
  for (const { symbol } of runs) counts[symbol] = (counts[symbol] as number) + 1
  const code = codeFor(counts, 7)
  writeBits(bits, letters.length - 257, 5)
  writeBits(bits, distances.length - 1, 5)
  writeBits(bits, order.length - 4, 4)
  for (const symbol of order) writeBits(bits, code.lengths[symbol] as number, 3)
  for (const run of runs) {
    writeBits(bits, code.bits[run.symbol] as number, code.lengths[run.symbol] as number)
    writeBits(bits, run.rest, run.bits)
  }
}

function runsOf(lengths: Uint8Array): Run[] {
  const runs: Run[] = []
  for (let at = 0; at < lengths.length; ) {
    let zeros = 0
    while (zeros < 138 && lengths[at + zeros] === 0) zeros += 1
    if (zeros >= 11) runs.push({ symbol: 18, rest: zeros - 11, bits: 7 })
    else if (zeros >= 3) runs.push({ symbol: 17, rest: zeros - 3, bits: 3 })
    else runs.push({ symbol: lengths[at] as number, rest: 0, bits: 0 })
    at += zeros >= 3 ? zeros : 1
  }
  return runs
}
