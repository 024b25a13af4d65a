import { adler32 } from './adler32.js'
import { type Bits, endBits, openBits, writeBits } from './bits.js'
import { writeCodeLengths } from './code-lengths.js'
import { type Code, codeFor } from './huffman.js'
import { distanceSymbol, distances, endOfBlock, lengthRestBits, lengthRests, lengthSymbols } from './symbols.js'
import type { Tokens } from './tokens.js'

/**
 * Packs bytes, given as tokens of one piece after the other, as a zlib stream (RFC 1950) of one block. Ours and not
 * Node's, because a letter must come out the same byte for byte in years, and zlib promises that of no other release and
 * no other processor. And what does not change, the tokens of a glyph, is found once and not for every letter.
 */
export function deflate(bytes: Uint8Array, pieces: readonly Tokens[]): Uint8Array {
  const used = count(pieces)
  const codes = { letters: codeFor(used.letters, 15), distances: codeFor(used.distances, 15) }
  const bits = openBits(2 * bytes.length + 1024)
  writeBits(bits, 0x9c78, 16)
  writeBits(bits, 0b101, 3)
  writeCodeLengths(bits, codes.letters.lengths, codes.distances.lengths)
  for (const piece of pieces) writeTokens(bits, piece, codes)
  writeSymbol(bits, codes.letters, endOfBlock)
  endBits(bits)
  const sum = adler32(bytes)
  for (const shift of [24, 16, 8, 0]) bits.out[bits.end++] = sum >>> shift
  return bits.out.slice(0, bits.end)
}

type Codes = { readonly letters: Code; readonly distances: Code }
type Counts = { readonly letters: Uint32Array; readonly distances: Uint32Array }

function count(pieces: readonly Tokens[]): Counts {
  const counts = { letters: new Uint32Array(286), distances: new Uint32Array(30) }
  for (const piece of pieces) countTokens(piece, counts)
  counts.letters[endOfBlock] = 1
  return counts
}

function countTokens(tokens: Tokens, { letters, distances }: Counts): void {
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as number
    const letter = token < 256 ? token : (lengthSymbols[token >>> 16] as number)
    letters[letter] = (letters[letter] as number) + 1
    if (token < 256) continue
    const distance = distanceSymbol(token & 0xffff)
    distances[distance] = (distances[distance] as number) + 1
  }
}

function writeSymbol(bits: Bits, code: Code, symbol: number): void {
  writeBits(bits, code.bits[symbol] as number, code.lengths[symbol] as number)
}

/** Nine tokens of ten are literals: they are written here, as writeBits would, without a step outside. */
function writeTokens(bits: Bits, tokens: Tokens, codes: Codes): void {
  const { out } = bits
  const { bits: words, lengths } = codes.letters
  let { end, held, count } = bits
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as number
    if (token >= 256) {
      bits.end = end
      bits.held = held
      bits.count = count
      writeMatch(bits, token, codes)
      ;({ end, held, count } = bits)
      continue
    }
    held |= (words[token] as number) << count
    count += lengths[token] as number
    if (count < 16) continue
    out[end++] = held
    out[end++] = held >>> 8
    held >>>= 16
    count -= 16
  }
  bits.end = end
  bits.held = held
  bits.count = count
}

function writeMatch(bits: Bits, match: number, codes: Codes): void {
  const [length, distance] = [match >>> 16, match & 0xffff]
  writeSymbol(bits, codes.letters, lengthSymbols[length] as number)
  writeBits(bits, lengthRests[length] as number, lengthRestBits[length] as number)
  const symbol = distanceSymbol(distance)
  writeSymbol(bits, codes.distances, symbol)
  writeBits(bits, distance - (distances.bases[symbol] as number), distances.bits[symbol] as number)
}
