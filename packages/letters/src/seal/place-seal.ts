import { createHash } from 'node:crypto'
import type { SealLook } from './look.js'
import { readParts } from './pdf-parts.js'
import { type Added, lookObjects, sealedField } from './seal-objects.js'

/** What goes with a seal into the file. */
export type SealDress = {
  readonly look: SealLook
  /** How the signature is written, as PDF names it: `ETSI.CAdES.detached` for CMS. */
  readonly subFilter: string
  /** Bytes kept for the signature; a longer one does not fit. */
  readonly room: number
  /** Told as the time of the signature by who seals; left out where the signature itself says when. */
  readonly at?: Date | undefined
}

/** A letter ready for its seal: the bytes to be signed, in order, and the file once their signature is there. */
export type PlacedSeal = {
  readonly signed: readonly [Uint8Array, Uint8Array]
  /** The whole file. Throws SealRoomError where the signature is longer than the room kept. */
  close(signature: Uint8Array): Buffer
}

/** The signature does not fit its place. */
export class SealRoomError extends Error {
  override readonly name = 'SealRoomError'
}

const subFilterShape = /^[A-Za-z0-9.]{1,60}$/

/** `D:20261121203000Z`. */
const pdfTime = (at: Date): string => `D:${at.toISOString().replace(/[-:T]|\.\d+/g, '')}`

/** As wide as any file may need; the blanks behind a shorter number belong to the signed bytes. */
const range = (numbers: readonly number[]): string => `[${numbers.join(' ')}]`.padEnd(40)

const dictionaryOf = (id: number, { subFilter, room, at }: SealDress): string =>
  [
    `${id} 0 obj\n<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /${subFilter}`,
    ...(at ? [`/M (${pdfTime(at)})`] : []),
    `/ByteRange ${range([])}`,
    `/Contents <${'0'.repeat(room * 2)}> >>\nendobj\n`,
  ].join(' ')

const row = (offset: number): string => `${String(offset).padStart(10, '0')} 00000 n \n`

/** The table and trailer of what was added: the field under its old number, the rest after the last one. */
function trailerOf(pdf: Buffer, parts: ReturnType<typeof readParts>, offsets: ReadonlyMap<number, number>, at: number) {
  const added = [...offsets.keys()].filter((id) => id !== parts.field.id).sort((a, b) => a - b)
  const rows = (ids: readonly number[]): string =>
    `${ids[0]} ${ids.length}\n${ids.map((id) => row(offsets.get(id) ?? 0)).join('')}`
  const before = /\/ID \[<([0-9a-f]+)>/.exec(pdf.toString('latin1', parts.startxref))?.[1] ?? ''
  const now = createHash('sha256').update(pdf).digest('hex').slice(0, 32)
  const trailer = `<< /Size ${parts.size + added.length} /Root ${parts.root} /Info ${parts.info} /Prev ${parts.startxref} /ID [<${before}> <${now}>] >>`
  return `xref\n${rows([parts.field.id])}${rows(added)}trailer\n${trailer}\nstartxref\n${at}\n%%EOF\n`
}

/** The objects one after the other, from where the file ended. */
function laid(start: number, objects: readonly Added[]) {
  const offsets = new Map<number, number>()
  let at = start
  for (const { id, bytes } of objects) {
    offsets.set(id, at)
    at += bytes.length
  }
  return { offsets, end: at, bytes: Buffer.concat(objects.map(({ bytes }) => bytes)) }
}

/**
 * Puts a seal to a letter that was printed with a field for it: what was printed stays as it is, byte for byte, and the
 * seal follows in bytes of its own (an incremental update). The same letter, dress and signature give the same file.
 */
export function placeSeal(pdf: Uint8Array, dress: SealDress): PlacedSeal {
  if (!subFilterShape.test(dress.subFilter)) throw new Error(`not a SubFilter: ${dress.subFilter}`)
  const printed = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const parts = readParts(printed)
  const [signature, form] = [parts.size, parts.size + 1]
  const objects = [
    sealedField(parts.field, { look: dress.look, signature, form }),
    ...lookObjects(form, dress.look),
    { id: signature, bytes: Buffer.from(dictionaryOf(signature, dress), 'latin1') },
  ]
  const { offsets, end, bytes } = laid(printed.length, objects)
  const file = Buffer.concat([printed, bytes, Buffer.from(trailerOf(printed, parts, offsets, end), 'latin1')])
  const own = offsets.get(signature) ?? 0
  const gap = file.indexOf('/Contents <', own) + '/Contents '.length
  const after = gap + dress.room * 2 + 2
  file.write(
    range([0, gap, after, file.length - after]),
    file.indexOf('/ByteRange ', own) + '/ByteRange '.length,
    'latin1',
  )
  return {
    signed: [file.subarray(0, gap), file.subarray(after)],
    close: (value) => {
      if (value.length > dress.room)
        throw new SealRoomError(`签章数据有${value.length}字节，预留的位置只有${dress.room}字节`)
      const sealed = Buffer.from(file)
      sealed.write(Buffer.from(value).toString('hex'), gap + 1, 'latin1')
      return sealed
    },
  }
}
