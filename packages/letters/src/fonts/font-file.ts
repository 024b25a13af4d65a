import { closeSync, openSync, readSync } from 'node:fs'

/**
 * Why a font file cannot be used, in Chinese; null when it can. Reads the table directory alone. Refused are the
 * containers that print blank or slow (WOFF, WOFF2), collections, variable fonts, and fonts whose OS/2 fsType (OpenType
 * spec, bits 1, 8, 9) forbids embedding or subsetting.
 */
export function refuseFontFile(path: string): string | null {
  let file: number
  try {
    file = openSync(path, 'r')
  } catch {
    return `字体文件打不开：${path}`
  }
  try {
    return refusal(file, path)
  } finally {
    closeSync(file)
  }
}

function refusal(file: number, path: string): string | null {
  const container = refuseContainer(read(file, 0, 4).toString('latin1'))
  if (container) return `${container}：${path}`
  const tables = readDirectory(file)
  if (tables.has('fvar')) return `不支持可变字体，请改用静态 TTF：${path}`
  const os2 = tables.get('OS/2')
  const rights = os2 === undefined ? 0 : read(file, os2 + 8, 2).readUInt16BE(0)
  if (rights & 0x0302) return `字体不允许嵌入或取子集（fsType ${rights}）：${path}`
  return null
}

function refuseContainer(signature: string): string | null {
  switch (signature) {
    case '\0\x01\0\0':
    case 'true':
    case 'OTTO':
      return null
    case 'wOFF':
    case 'wOF2':
      return '不支持网页字体（WOFF），请改用 TTF'
    case 'ttcf':
      return '不支持字体集合（TTC），请改用单一 TTF'
    default:
      return '不是 TrueType/OpenType 字体'
  }
}

function readDirectory(file: number): Map<string, number> {
  const count = read(file, 4, 2).readUInt16BE(0)
  const entries = read(file, 12, 16 * count)
  return new Map(
    Array.from({ length: count }, (_, index) => [
      entries.toString('latin1', 16 * index, 16 * index + 4),
      entries.readUInt32BE(16 * index + 8),
    ]),
  )
}

/** Short files read as zeros, and are refused by their signature. */
function read(file: number, position: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  readSync(file, bytes, 0, length, position)
  return bytes
}
