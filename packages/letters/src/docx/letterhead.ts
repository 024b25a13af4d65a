import type { Fonts } from '../fonts/fonts.js'
import { markStyle } from '../layout/document-head.js'
import { organStyle } from '../layout/letterhead.js'
import { documentHead as document, letterhead as measures, page, sizes } from '../layout/measures.js'
import { eighths, fixedLine, fixedLineEmpty, halfPoints, margins, noteSize, twips } from './measures.js'
import { paragraphOf, words } from './paragraph.js'
import { w, type Xml } from './xml.js'

const red = 'E60000'

/** The rules reach beyond the 版心 on either side: 170 mm in the middle of the sheet. */
const wide = w('ind', {
  left: twips((page.width - measures.ruleLength) / 2 - page.left),
  right: twips(page.right - (page.width + measures.ruleLength) / 2),
})

const under = (width: number, space: number): Xml =>
  w('pBdr', {}, w('bottom', { val: 'single', sz: eighths(width), space, color: red }))

/** An empty row of so many points. */
const row = (points: number): Xml => w('spacing', { line: twips(points), lineRule: 'exact' })

const redOf = (size: number, pitch: number): Xml[] => [
  w('color', { val: red }),
  w('spacing', { val: twips(pitch - size) }),
  w('sz', { val: halfPoints(size) }),
  w('szCs', { val: halfPoints(size) }),
]

/**
 * 信函格式 (GB/T 9704-2012 10.1) as the first page's header, under its note: the organ's name in red 30 mm from the
 * sheet's top, a thick rule 4 mm under it and a thin one under that, the text below.
 */
export function letterheadXml(organ: string, fonts: Fonts): Xml[] {
  const { size, pitch } = organStyle(organ, fonts)
  const before = measures.organTop - margins.header - noteSize - fixedLineEmpty.above * size
  const line = w('spacing', { before: twips(before), line: twips(fixedLine * size), lineRule: 'exact' })
  const gap = Math.round(measures.ruleGap - fixedLineEmpty.below * size)
  return [
    paragraphOf('Organ', [words(organ, redOf(size, pitch))], [under(measures.thick, gap), line, wide]),
    paragraphOf('Gap', [], [under(measures.thin, 0), row(measures.between), wide]),
  ]
}

const emptyRow = (): Xml => paragraphOf('Normal', [])

/** 文号 flush right 7/8 of a character under the rule, and two empty rows before the title. */
export const numberXml = (number: string | null): Xml[] => [
  ...(number
    ? [
        paragraphOf('Gap', [], [row(measures.numberGap - fixedLineEmpty.above * sizes.body)]),
        paragraphOf('DocumentNumber', [words(number)]),
      ]
    : []),
  emptyRow(),
  emptyRow(),
]

/**
 * 文件格式 (7.2) as paragraphs of the text: the mark in red 35 mm under the upper edge of the 版心, two empty rows, 文号 in
 * the middle over the red rule, two empty rows before the title.
 */
export function documentHeadXml(organ: string, number: string | null, fonts: Fonts): Xml[] {
  const mark = `${organ}文件`
  const { size, pitch } = markStyle(mark, fonts)
  const gap = Math.round(document.ruleGap - fixedLineEmpty.below * sizes.body)
  const middle = w('jc', { val: 'center' })
  return [
    paragraphOf('Gap', [], [row(document.markTop - fixedLineEmpty.above * size)]),
    paragraphOf('Organ', [words(mark, redOf(size, pitch))], [row(fixedLine * size)]),
    emptyRow(),
    emptyRow(),
    paragraphOf('DocumentNumber', number ? [words(number)] : [], [under(document.rule, gap), middle]),
    emptyRow(),
    emptyRow(),
  ]
}

/** The mirrored rule at the foot of a letter's first page: thin over thick. */
export const footRule = (): Xml[] => [
  paragraphOf('Gap', [], [under(measures.thin, 0), row(measures.between), wide]),
  paragraphOf('Gap', [], [under(measures.thick, 0), row(measures.between), wide]),
]
