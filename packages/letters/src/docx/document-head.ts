import type { Fonts } from '../fonts/fonts.js'
import { markStyle } from '../layout/document-head.js'
import { documentHead as measures, page, sizes } from '../layout/measures.js'
import { red, under } from './letterhead.js'
import { fixedLine, fixedLineEmpty, halfPoints, margins, noteSize, twips } from './measures.js'
import { paragraphOf, words } from './paragraph.js'
import { w, type Xml } from './xml.js'

/** 文件格式 (GB/T 9704-2012 7.2) as the first page's header, under its note: the mark 35 mm under the type area's top. */
export function markXml(organ: string, fonts: Fonts): Xml[] {
  const mark = `${organ}文件`
  const { size, pitch } = markStyle(mark, fonts)
  const run = [
    w('color', { val: red }),
    w('spacing', { val: twips(pitch - size) }),
    w('sz', { val: halfPoints(size) }),
    w('szCs', { val: halfPoints(size) }),
  ]
  const before = page.top + measures.markTop - margins.header - noteSize - fixedLineEmpty.above * size
  const line = w('spacing', { before: twips(before), line: twips(fixedLine * size), lineRule: 'exact' })
  return [paragraphOf('Organ', [words(mark, run)], [line])]
}

/** Two empty rows, 文号 in the middle, the red rule 4 mm under it, and two empty rows before the title. */
export function numberUnderMarkXml(number: string | null): Xml[] {
  const empty = Array.from({ length: measures.emptyRows }, () => paragraphOf('Normal', []))
  const gap = Math.round(measures.ruleGap - fixedLineEmpty.below * sizes.body)
  const own = [under(measures.rule, gap), w('jc', { val: 'center' })]
  return [...empty, paragraphOf('DocumentNumber', number ? [words(number)] : [], own), ...empty]
}
