import { statSync } from 'node:fs'
import { basename } from 'node:path'
import type { Fonts } from '../fonts/fonts.js'
import { renderer } from '../paper/renderer.js'

/**
 * What printed a letter beside its template: renderer and fonts, as one short text. Under the same maker the same template
 * and fields give the same bytes; under another one they may not.
 */
export const makerOf = (fonts: Fonts): string => {
  const files = fonts.report.map(({ role, path }) => `${role}=${basename(path)}:${statSync(path).size}`)
  return `renderer=${renderer} ${files.join(' ')}`
}
