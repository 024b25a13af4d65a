import { letterhead, mm, page, sizes } from '../layout/measures.js'
import { footRule } from './letterhead.js'
import { margins, rowPitch, twips } from './measures.js'
import { paragraphOf, words } from './paragraph.js'
import { element, together, w, type Xml } from './xml.js'

/** Which pages a header or a footer stands on: the first, odd ones, even ones. */
export const turns = ['first', 'default', 'even'] as const
export type Turn = (typeof turns)[number]

const foot = letterhead.thin + letterhead.between + letterhead.thick
/** From the sheet's lower edge to the foot of what stands there: the rule of a letter's first page. */
const footer = page.height - letterhead.lowerRule - foot
/** What a line of fixed height has under the middle of 一字线, which stands at a third of the type's size. Sizes. */
const underDash = 0.2 + 0.36
/** 一字线 stands 7 mm under the 版心, which lifts the page number over where the rule is. */
const lift = page.height - footer - (page.bottom + 7 * mm + underDash * sizes.pageNumber)

const relation = (turn: Turn, part: 'header' | 'footer') => ({ type: turn, 'r:id': `${part}-${turn}` })

/**
 * The sheet: A4, 天头 37 mm, 订口 28 mm, 22 rows of 28 characters (GB/T 9704-2012 5.2). The first page of 文件格式 is as the
 * others are, with its number.
 */
export const sectionXml = (firstPageDiffers: boolean): Xml =>
  w(
    'sectPr',
    {},
    ...turns.map((turn) => w('headerReference', relation(turn, 'header'))),
    ...turns.map((turn) => w('footerReference', relation(turn, 'footer'))),
    w('pgSz', { w: twips(page.width), h: twips(page.height) }),
    w('pgMar', {
      top: twips(margins.top),
      right: twips(margins.right),
      bottom: twips(margins.bottom),
      left: twips(margins.left),
      header: twips(margins.header),
      footer: twips(footer),
      gutter: 0,
    }),
    ...(firstPageDiffers ? [w('titlePg')] : []),
    w('docGrid', { type: 'lines', linePitch: rowPitch }),
  )

/** Every page says that this is a copy to be edited; a letter's first page has its organ and the red rule under that. */
export const headerXml = (namespace: string, note: string, letterhead: readonly Xml[]): Xml =>
  element('w:hdr', { 'xmlns:w': namespace }, paragraphOf('Header', [words(note)]), ...letterhead)

const field = (kind: 'begin' | 'separate' | 'end'): Xml => w('r', {}, w('fldChar', { fldCharType: kind }))

const pageNumber = (): Xml[] => [
  words('— '),
  field('begin'),
  w('r', {}, w('instrText', { 'xml:space': 'preserve' }, ' PAGE ' as Xml)),
  field('separate'),
  words('2'),
  field('end'),
  words(' —'),
]

/** `— 2 —`, 空一字: odd pages on the right, even ones on the left; the first has none, a letter's has the red rule. */
export function footerXml(namespace: string, turn: Turn, red: boolean): Xml {
  const side = turn === 'even' ? 'left' : 'right'
  const own = [
    w('spacing', { after: twips(lift), line: twips(sizes.pageNumber), lineRule: 'exact' }),
    w('ind', { [side]: twips(sizes.pageNumber) }),
    w('jc', { val: side }),
  ]
  const first = red ? footRule() : [paragraphOf('Footer', [])]
  const pieces = turn === 'first' ? first : [paragraphOf('Footer', pageNumber(), own)]
  return element('w:ftr', { 'xmlns:w': namespace }, together(pieces))
}
