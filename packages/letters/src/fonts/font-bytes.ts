import { readFileSync } from 'node:fs'
import { bundledPath, type FontRole } from './choose.js'
import { unpackWoff } from './woff.js'

/** A font file as plain TrueType or OpenType. */
export function fontBytes(path: string): Buffer {
  const file = readFileSync(path)
  return path.endsWith('.woff') ? unpackWoff(file) : file
}

/** The font that comes with the product for a role, as a file that any program can use. */
export const bundledFont = (role: FontRole): Buffer => fontBytes(bundledPath(role))
