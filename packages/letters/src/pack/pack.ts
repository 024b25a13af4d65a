import { deflate } from './deflate.js'
import { type Tokens, tokensOf } from './tokens.js'

const known = new WeakMap<Uint8Array, readonly Tokens[]>()

/** Bytes whose tokens are already there: they need not be looked for when the bytes are packed. */
export function withTokens(bytes: Uint8Array, pieces: readonly Tokens[]): Uint8Array {
  known.set(bytes, pieces)
  return bytes
}

/** A zlib stream of the bytes: the same for the same bytes, on every machine and every Node. */
export const pack = (bytes: Uint8Array): Uint8Array => deflate(bytes, known.get(bytes) ?? [tokensOf(bytes)])
