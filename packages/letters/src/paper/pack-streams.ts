import { pack } from '../pack/pack.js'

/** What PDFKit 0.20 keeps of an object with a stream until it is written (js/pdfkit.js, PDFReference). */
type Stream = { buffer: Uint8Array[]; compress: boolean; finalize(): void }

/** Has the streams of a document packed by us; PDFKit itself would ask Node's zlib. */
export function packStreams(paper: PDFKit.PDFDocument): void {
  const open = paper.ref.bind(paper)
  paper.ref = (data) => {
    const reference = open(data)
    const stream = reference as unknown as Stream
    const finalize = stream.finalize.bind(stream)
    stream.finalize = () => {
      if (stream.compress && stream.buffer.length > 0) stream.buffer = [pack(whole(stream.buffer))]
      stream.compress = false
      finalize()
    }
    return reference
  }
}

const whole = (chunks: readonly Uint8Array[]): Uint8Array =>
  chunks.length === 1 ? (chunks[0] as Uint8Array) : Buffer.concat(chunks)
