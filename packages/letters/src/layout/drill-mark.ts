import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from './atoms.js'
import { mm, page } from './measures.js'
import type { Run } from './page.js'
import { setLine, widthOf } from './set-line.js'

/** What stands over every page of a drill's papers. */
export const drillWords = '演练文书，不产生法律效力'

/** In the middle of the head of the sheet, over the organ's name; read aloud before all else. */
export const drillRuns = (fonts: Fonts): Run[] => {
  const style: Style = { role: 'heiti', size: 16, pitch: 16 }
  const atoms = atomsOf(`【${drillWords}】`, style, fonts)
  const width = widthOf(atoms)
  const at = { x: (page.width - width) / 2, y: 17 * mm, room: width }
  return setLine(atoms, { ...at, style, justify: false, colour: 'red', part: { role: 'P' } })
}
