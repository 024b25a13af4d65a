import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from './atoms.js'
import { mm, page, sizes } from './measures.js'
import type { Run } from './page.js'
import { setLine, widthOf } from './set-line.js'

/**
 * `— 2 —` in 四号 半角 宋体, its dashes 7 mm under the type area, one character in: odd pages on the right, even on the
 * left (GB/T 9704-2012 7.5).
 */
export function pageNumberRuns(number: number, fonts: Fonts): Run[] {
  const style: Style = { role: 'songti', size: sizes.pageNumber, pitch: sizes.pageNumber }
  const atoms = atomsOf(`— ${number} —`, style, fonts)
  const width = widthOf(atoms)
  const x = number % 2 === 1 ? page.right - sizes.pageNumber - width : page.left + sizes.pageNumber
  const y = page.bottom + 7 * mm + fonts.rise('songti', '—') * sizes.pageNumber
  return setLine(atoms, { x, y, style, room: width, justify: false, colour: 'black' })
}
