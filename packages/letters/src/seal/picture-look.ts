import { mm } from '../layout/measures.js'
import { type SealLook, SealPictureError } from './look.js'
import { readPng } from './png.js'

/** The place kept is 42 mm wide; what is far from that is a mistake in somebody's settings. Millimetres. */
const size = { least: 10, most: 60 } as const

/** The organ's own picture of its seal, `width` millimetres wide on the page. Throws SealPictureError. */
export function pictureLook(png: Uint8Array, width: number): SealLook {
  const picture = readPng(png)
  const height = (width * picture.height) / picture.width
  if (!(Math.min(width, height) >= size.least && Math.max(width, height) <= size.most))
    throw new SealPictureError(`印章图样应为${size.least}至${size.most}毫米见方，现在是${width}×${height}毫米`)
  const [w, h] = [width * mm, height * mm]
  return { width: w, height: h, operators: `q ${w.toFixed(3)} 0 0 ${h.toFixed(3)} 0 0 cm /Picture Do Q`, picture }
}
