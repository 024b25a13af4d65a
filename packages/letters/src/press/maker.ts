import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Fonts } from '../fonts/fonts.js'

const room = fileURLToPath(new URL('../../', import.meta.url))
let program: string | undefined

/** The files of this room as they run, and the exact versions of what they run on. */
const programFiles = (): string[] =>
  readdirSync(join(room, 'dist'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js'))
    .sort()
    .map((name) => join('dist', name))

const programHash = (): string => {
  const hash = createHash('sha256')
  for (const name of ['package.json', ...programFiles()])
    hash.update(`${name}\n`).update(readFileSync(join(room, name)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * What printed a letter beside its template: program and fonts, as one short text. Under the same maker the same template
 * and fields give the same bytes; under another one they may not.
 */
export const makerOf = (fonts: Fonts): string => {
  program ??= programHash()
  const files = fonts.report.map(({ role, path }) => `${role}=${basename(path)}:${statSync(path).size}`)
  return `${program} ${files.join(' ')}`
}
