/** A prefix code: for each symbol its length in bits (0: not used), and its bits in the order deflate writes them. */
export type Code = { readonly lengths: Uint8Array; readonly bits: Uint16Array }

/** The best prefix code for symbols that occur so often; where it has codes over `longest` bits, that of flatter counts. */
export function codeFor(counts: Uint32Array, longest: number): Code {
  let lengths = lengthsFor(counts)
  for (let flat = counts; lengths.some((length) => length > longest); lengths = lengthsFor(flat)) {
    flat = flat.map((count) => (count === 0 ? 0 : (count >>> 2) + 1))
  }
  return { lengths, bits: bitsOf(lengths) }
}

/** Huffman's way: the two rarest are joined again and again, leaves before what is joined of them; depth is length. */
function lengthsFor(counts: Uint32Array): Uint8Array {
  const symbols = leavesOf(counts)
  const nodes = 2 * symbols.length - 1
  const weights = new Float64Array(nodes)
  const parents = new Uint16Array(nodes)
  symbols.forEach((symbol, leaf) => {
    weights[leaf] = counts[symbol] as number
  })
  let [leaf, joined] = [0, symbols.length]
  for (let node = symbols.length; node < nodes; node++) {
    for (let child = 0; child < 2; child++) {
      const leafIsRarer =
        joined === node || (leaf < symbols.length && (weights[leaf] as number) <= (weights[joined] as number))
      const rarest = leafIsRarer ? leaf++ : joined++
      weights[node] = (weights[node] as number) + (weights[rarest] as number)
      parents[rarest] = node
    }
  }
  const depths = new Uint8Array(nodes)
  for (let node = nodes - 2; node >= 0; node--) depths[node] = (depths[parents[node] as number] as number) + 1
  const lengths = new Uint8Array(counts.length)
  symbols.forEach((symbol, leaf) => {
    lengths[symbol] = depths[leaf] as number
  })
  return lengths
}

/** The symbols that occur, rarest first; with one or none of them others join, as some readers want a whole code. */
function leavesOf(counts: Uint32Array): number[] {
  const keys: number[] = []
  for (let symbol = 0; symbol < counts.length; symbol++) {
    const count = counts[symbol] as number
    if (count > 0) keys.push(count * 512 + symbol)
  }
  for (let symbol = 0; keys.length < 2; symbol++) if (counts[symbol] === 0) keys.push(symbol)
  return keys.sort((a, b) => a - b).map((key) => key % 512)
}

/** Canonical codes: shorter first, of one length by symbol; deflate writes their bits from the top. */
function bitsOf(lengths: Uint8Array): Uint16Array {
  const next = new Uint16Array(17)
  for (const length of lengths) next[length + 1] = (next[length + 1] as number) + 1
  next[1] = 0
  for (let length = 1; length < 17; length++) {
    next[length] = ((next[length - 1] as number) + (next[length] as number)) << 1
  }
  const bits = new Uint16Array(lengths.length)
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number
    if (length === 0) continue
    const code = next[length] as number
    next[length] = code + 1
    bits[symbol] = reversed(code, length)
  }
  return bits
}

/** The lowest bits of a number, turned round. */
function reversed(code: number, length: number): number {
  let turned = 0
  for (let bit = 0; bit < length; bit++) turned = (turned << 1) | ((code >> bit) & 1)
  return turned
}
