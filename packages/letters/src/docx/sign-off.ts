import { grid } from '../layout/measures.js'
import { longestLine } from '../layout/sign-off.js'
import { column, twips } from './measures.js'
import { paragraphOf, words } from './paragraph.js'
import { spaceAbove } from './styles.js'
import { w, type Xml } from './xml.js'

/** So much further at either end, so that a 仿宋 of the editor's own does not break the line. Points. */
const ease = 4

/** Room of a text in 仿宋, whose Latin characters and digits are half as wide as 汉字. Points. */
const widthOf = (text: string): number =>
  grid.character * [...text].reduce((sum, character) => sum + (character < '\u2000' ? 0.5 : 1), 0)

/**
 * 落款 (GB/T 9704-2012 7.3.5.1): the date 右空四字, the organ's name centred over it, room for the seal above. Kept
 * together, and with what stands before.
 */
export function signOffXml({ organ, date }: { readonly organ: string; readonly date: string }): Xml[] {
  const widest = Math.min(widthOf(organ), longestLine * grid.character)
  const fromRight = Math.max(4 * grid.character + widthOf(date) / 2, widest / 2)
  const half = fromRight + ease
  const around = w('ind', { left: twips(column - fromRight - half), right: twips(-ease) })
  const before = w('ind', { right: twips(fromRight - widthOf(date) / 2) })
  return [
    paragraphOf('SignOff', [words(organ)], [spaceAbove(2), around]),
    paragraphOf('SignOff', [words(date)], [w('keepNext', { val: 0 }), before, w('jc', { val: 'right' })]),
  ]
}
