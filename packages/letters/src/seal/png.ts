import { deflateSync, inflateSync } from 'node:zlib'
import { type Picture, SealPictureError } from './look.js'

/** 600 dots an inch of the largest seal, with room. */
const mostDots = 2400

type Chunk = { readonly type: string; readonly data: Buffer }

function chunksOf(png: Buffer): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 8; at + 12 <= png.length; ) {
    const length = png.readUInt32BE(at)
    chunks.push({ type: png.toString('latin1', at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

type Head = { readonly width: number; readonly height: number; readonly channels: 3 | 4 }

function headOf(data: Buffer | undefined): Head {
  if (data?.length !== 13) throw new SealPictureError('印章图样不是 PNG 文件')
  const [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)]
  const [depth, colour, , , interlaced] = data.subarray(8)
  if (depth !== 8 || (colour !== 2 && colour !== 6) || interlaced !== 0)
    throw new SealPictureError('印章图样应为每色8位、RGB 或者 RGBA、不隔行的 PNG')
  if (Math.max(width, height) > mostDots || Math.min(width, height) < 1)
    throw new SealPictureError(`印章图样的宽和高应在${mostDots}点以内，现在是${width}×${height}`)
  return { width, height, channels: colour === 6 ? 4 : 3 }
}

/** The neighbour's share in a byte (PNG 9.2–9.4): left, above, and above to the left. */
const predicted = (filter: number, left: number, above: number, corner: number): number => {
  const near = (value: number): number => Math.abs(left + above - corner - value)
  switch (filter) {
    case 0:
      return 0
    case 1:
      return left
    case 2:
      return above
    case 3:
      return (left + above) >> 1
    case 4:
      if (near(left) <= near(above) && near(left) <= near(corner)) return left
      return near(above) <= near(corner) ? above : corner
    default:
      throw new SealPictureError('印章图样的 PNG 数据有误')
  }
}

/** Rows as they were before they were packed. */
function unfilter(raw: Buffer, { width, height, channels }: Head): Buffer {
  const line = width * channels
  const dots = Buffer.alloc(line * height)
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (line + 1)] ?? 0
    for (let x = 0; x < line; x++) {
      const at = y * line + x
      const left = x < channels ? 0 : (dots[at - channels] ?? 0)
      const above = y === 0 ? 0 : (dots[at - line] ?? 0)
      const corner = x < channels || y === 0 ? 0 : (dots[at - line - channels] ?? 0)
      dots[at] = (raw[y * (line + 1) + 1 + x] ?? 0) + predicted(filter, left, above, corner)
    }
  }
  return dots
}

function unpacked(data: Buffer, { width, height, channels }: Head): Buffer {
  const size = (width * channels + 1) * height
  try {
    const raw = inflateSync(data, { maxOutputLength: size })
    if (raw.length === size) return raw
  } catch {
    // told below, like rows that are missing
  }
  throw new SealPictureError('印章图样的 PNG 数据有误')
}

/** Colours and see-through apart, as PDF keeps them. */
function parted(dots: Buffer, { width, height, channels }: Head): Picture {
  if (channels === 3) return { width, height, rgb: deflateSync(dots) }
  const rgb = Buffer.alloc(width * height * 3)
  const alpha = Buffer.alloc(width * height)
  for (let i = 0; i < width * height; i++) {
    dots.copy(rgb, i * 3, i * 4, i * 4 + 3)
    alpha[i] = dots[i * 4 + 3] ?? 255
  }
  return { width, height, rgb: deflateSync(rgb), alpha: deflateSync(alpha) }
}

/** The picture of a seal, dot for dot as it came. Throws SealPictureError. */
export function readPng(bytes: Uint8Array): Picture {
  const png = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (png.toString('latin1', 0, 8) !== '\x89PNG\r\n\x1a\n') throw new SealPictureError('印章图样不是 PNG 文件')
  const chunks = chunksOf(png)
  const head = headOf(chunks.find(({ type }) => type === 'IHDR')?.data)
  const data = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map((chunk) => chunk.data))
  return parted(unfilter(unpacked(data, head), head), head)
}
