/** What a sealed letter is made of. */
export type SealedParts = {
  /** The letter as it was printed, before anything was added. */
  readonly printed: Uint8Array
  /** The bytes that the signature is about, in order. */
  readonly signed: readonly [Uint8Array, Uint8Array]
  readonly signature: Uint8Array
  readonly subFilter: string
}

/** Where the printed letter ends: after the end mark that follows the table the last trailer points back to. */
function printedEnd(text: string): number | undefined {
  const previous = /\/Prev (\d+)[\s\S]{0,200}?startxref\n\d+\n%%EOF\n$/.exec(text.slice(-1000))?.[1]
  if (previous === undefined) return undefined
  const mark = `startxref\n${previous}\n%%EOF\n`
  const at = text.indexOf(mark, Number(previous))
  return at < 0 ? undefined : at + mark.length
}

/** Leading bytes that a DER value says it has; the rest of the room is empty. */
function withoutRoom(value: Buffer): Buffer {
  const first = value[1] ?? 0
  const count = first & 0x7f
  const length = first < 0x80 ? 2 + first : 2 + count + (count > 4 || count === 0 ? 0 : value.readUIntBE(2, count))
  return value.subarray(0, Math.min(length, value.length))
}

/** Takes a file sealed here apart; null for one that bears no seal of ours, or was added to afterwards. */
export function readSeal(pdf: Uint8Array): SealedParts | null {
  const file = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const text = file.toString('latin1')
  const end = printedEnd(text)
  if (end === undefined) return null
  const found =
    /\/SubFilter \/([A-Za-z0-9.]+)[\s\S]{0,60}?\/ByteRange \[0 (\d+) (\d+) (\d+)\] *\/Contents <([0-9a-f]+)>/.exec(
      text.slice(end),
    )
  if (!found) return null
  const [gap = 0, after = 0, rest = 0] = found.slice(2, 5).map(Number)
  const contents = found[5] ?? ''
  if (after - gap !== contents.length + 2 || after + rest !== file.length || gap < end) return null
  if (text.slice(gap + 1, after - 1) !== contents) return null
  return {
    printed: file.subarray(0, end),
    signed: [file.subarray(0, gap), file.subarray(after)],
    signature: withoutRoom(Buffer.from(contents, 'hex')),
    subFilter: found[1] ?? '',
  }
}
