import { crc32, deflateSync } from 'node:zlib'

/** A grey picture: a byte a dot, rows from the top. */
export interface Grey {
  readonly width: number
  readonly height: number
  readonly dots: Uint8Array
}

/** Reads a binary PGM (P5) of 256 greys, as pdftoppm writes it. Throws on anything else. */
export const readPgm = (file: Buffer): Grey => {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64))
  if (!head) throw new Error('not a grey PGM')
  const [width, height] = [Number(head[1]), Number(head[2])]
  return { width, height, dots: file.subarray(head[0].length, head[0].length + width * height) }
}

const chunk = (type: string, data: Uint8Array): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const frame = Buffer.alloc(8)
  frame.writeUInt32BE(data.length, 0)
  frame.writeUInt32BE(crc32(body), 4)
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)])
}

/** Two dots a byte: sixteen greys are enough for print, and half the file. */
const packed = ({ width, height, dots }: Grey): Buffer => {
  const stride = Math.ceil(width / 2) + 1
  const rows = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const at = y * stride + 1 + (x >> 1)
      const level = Math.round((dots[y * width + x] ?? 255) / 17)
      rows[at] = (rows[at] ?? 0) | (x % 2 === 0 ? level << 4 : level)
    }
  return rows
}

/** A PNG of sixteen greys (PNG specification, colour type 0, bit depth 4, no filter). */
export const greyPng = (picture: Grey): Buffer => {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(picture.width, 0)
  head.writeUInt32BE(picture.height, 4)
  head[8] = 4
  const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')
  const data = deflateSync(packed(picture), { level: 9 })
  return Buffer.concat([signature, chunk('IHDR', head), chunk('IDAT', data), chunk('IEND', Buffer.alloc(0))])
}
