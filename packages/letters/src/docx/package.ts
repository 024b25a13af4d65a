import { ZipFile } from 'yazl'

/** One file inside the package. */
export type PackagePart = { readonly path: string; readonly bytes: Buffer }

/** ZIP keeps local time without a zone: midnight by this machine's own reckoning is the same bytes everywhere. */
const midnight = (day: string): Date => {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  return new Date(Math.max(year, 1980), month - 1, date)
}

/** Parts as one ZIP file dated `day` ('YYYY-MM-DD'). Stored, not packed: then no version of zlib changes a byte. */
export async function packParts(parts: readonly PackagePart[], day: string): Promise<Buffer> {
  const zip = new ZipFile()
  const options = { mtime: midnight(day), mode: 0o100644, compress: false, forceDosTimestamp: true }
  for (const { path, bytes } of parts) zip.addBuffer(bytes, path, options)
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
