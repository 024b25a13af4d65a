import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from './atoms.js'
import { ascent, grid, letterhead as measures, page, sizes } from './measures.js'
import type { Rule, Run } from './page.js'
import { setLine, widthOf } from './set-line.js'

export type Letterhead = { readonly runs: readonly Run[]; readonly rules: readonly Rule[]; readonly bottom: number }

/**
 * 信函格式 (GB/T 9704-2012 10.1): the organ's name in red 小标宋 30 mm from the page's top, a red double rule 4 mm under
 * it, its mirror at the foot, 文号 at the right under the first. `bottom` is where the title's two empty rows begin.
 */
export function letterhead(organ: string, number: string | null, fonts: Fonts): Letterhead {
  const style = organStyle(organ, fonts)
  const atoms = atomsOf(organ, style, fonts)
  // the last character's tracking is not part of its ink
  const x = (page.width - widthOf(atoms) + style.pitch - style.size) / 2
  const y = measures.organTop + ascent * style.size
  const name = setLine(atoms, { x, y, style, room: widthOf(atoms), justify: false, colour: 'red', part: { role: 'P' } })
  const ruleTop = measures.organTop + style.size + measures.ruleGap
  const ruleBottom = ruleTop + measures.thick + measures.between + measures.thin
  const numberTop = ruleBottom + measures.numberGap
  return {
    runs: [...name, ...(number ? numberRuns(number, numberTop, fonts) : [])],
    rules: [...doubleRule(ruleTop, 'thickOver'), ...doubleRule(measures.lowerRule, 'thinOver')],
    bottom: number ? numberTop + sizes.body : ruleBottom,
  }
}

/** A long name is set smaller until it keeps within the type area. */
export function organStyle(organ: string, fonts: Fonts): Style {
  const style: Style = { role: 'xiaobiaosong', size: measures.organSize, pitch: measures.organSize * 1.1 }
  const shrink = Math.min(1, (page.right - page.left) / widthOf(atomsOf(organ, style, fonts)))
  return { ...style, size: style.size * shrink, pitch: style.pitch * shrink }
}

function numberRuns(number: string, top: number, fonts: Fonts): Run[] {
  const style: Style = { role: 'fangsong', size: sizes.body, pitch: grid.character }
  const atoms = atomsOf(number, style, fonts)
  const width = widthOf(atoms)
  const y = top + ascent * sizes.body
  return setLine(atoms, {
    x: page.right - width,
    y,
    style,
    room: width,
    justify: false,
    colour: 'black',
    part: { role: 'P' },
  })
}

function doubleRule(top: number, order: 'thickOver' | 'thinOver'): Rule[] {
  const { thick, thin, between, ruleLength } = measures
  const [upper, lower] = order === 'thickOver' ? [thick, thin] : [thin, thick]
  const x1 = (page.width - ruleLength) / 2
  const rule = (y: number, width: number): Rule => ({ x1, x2: x1 + ruleLength, y1: y, y2: y, width, colour: 'red' })
  return [rule(top + upper / 2, upper), rule(top + upper + between + lower / 2, lower)]
}
