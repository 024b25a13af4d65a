/** The little that is read of a file of ours: a table of offsets, and objects that lie open. */
export type PdfParts = {
  readonly startxref: number
  /** Objects there are, the free one with number 0 among them. */
  readonly size: number
  readonly root: string
  readonly info: string
  /** Number and text of the one signature field. */
  readonly field: { readonly id: number; readonly text: string }
}

const bufferOf = (pdf: Uint8Array): Buffer => Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)

const matched = (text: string, pattern: RegExp): string => {
  const [, found] = pattern.exec(text) ?? []
  if (found === undefined) throw new Error(`not a letter printed here to be sealed: no ${pattern}`)
  return found
}

/** Offsets of every object, by its number. */
function offsetsOf(pdf: Buffer, startxref: number, size: number): number[] {
  const table = pdf.toString('latin1', startxref, startxref + 40 + size * 20)
  const entries = [...table.matchAll(/(\d{10}) (\d{5}) ([nf])/g)]
  if (entries.length !== size) throw new Error('not a letter printed here: its table is not whole')
  return entries.map(([, offset]) => Number(offset))
}

/** Reads a letter that was printed with a field for the seal and not sealed yet. Throws for any other file. */
export function readParts(bytes: Uint8Array): PdfParts {
  const pdf = bufferOf(bytes)
  const tail = pdf.toString('latin1', Math.max(0, pdf.length - 2000))
  const startxref = Number(matched(tail, /startxref\s+(\d+)\s+%%EOF\s*$/))
  const size = Number(matched(tail, /\/Size (\d+)/))
  const offsets = offsetsOf(pdf, startxref, size)
  const objects = offsets.map((from) => pdf.toString('latin1', from, pdf.indexOf('endobj', from)))
  const id = objects.findIndex((text, number) => number > 0 && /^\d+ 0 obj\n<<\n[\s\S]*\/FT \/Sig\b/.test(text))
  const text = matched(objects[id] ?? '', /^\d+ 0 obj\n([\s\S]*>>)\s*$/)
  return {
    startxref,
    size,
    root: matched(tail, /\/Root (\d+ 0 R)/),
    info: matched(tail, /\/Info (\d+ 0 R)/),
    field: { id, text },
  }
}
