import { articleFaults, formFaults, isCitation } from './citations.js'
import { citesOfOutcome, outcomeNames } from './expected.js'
import { type Fault, fault, type Piece } from './finding.js'
import { oldWordingFaults } from './old-wording.js'
import type { Sheet } from './sheet.js'

/** 法律依据 of the head: in form, and for a reply exactly what the table of outcomes says. */
export function citesFaults({ head, front, expected }: Sheet): Fault[] {
  const listed = front.法律依据
  const malformed = listed.flatMap((text, i) =>
    isCitation(text)
      ? []
      : [fault(head.place(['法律依据', i]), 'citation', `“${text}”不是完整的引注，应写成《…》第几条第几款第（几）项`)],
  )
  if (expected.cites === null) return malformed
  const wanted = expected.cites
  const missing = wanted.filter((cite) => !listed.includes(cite))
  return [
    ...malformed,
    ...missing.map((cite) =>
      fault(head.place(['法律依据']), 'article', `法律依据缺少${cite}${toldBy(expected.outcomes)}`),
    ),
  ]
}

const toldBy = (told: Sheet['expected']['outcomes']): string =>
  told.length > 0 ? `（本文书的结论：${outcomeNames(told)}）` : ''

/** Citations and old words wherever a letter has words: title, body, the head's list and the sample. */
export function lawFaults(sheet: Sheet): Fault[] {
  const { title, body, front, head, expected } = sheet
  const lists = ['法律依据', '样例数据'].flatMap((key) => piecesUnder(sheet, key))
  const of = toldBy(expected.outcomes)
  const listed = { cites: expected.cites, of }
  const cited = {
    cites: expected.cites ?? (front.法律依据.length > 0 ? front.法律依据 : null),
    of: of || '（不在抬头的法律依据之内）',
  }
  const samples = citedSamples(sheet).flatMap((path) => head.piece(path) ?? [])
  return [
    ...[title, body, ...lists].flatMap((piece) => [...formFaults(piece), ...oldWordingFaults(piece)]),
    ...piecesUnder(sheet, '法律依据').flatMap((piece) => articleFaults(piece, listed)),
    ...[title, body, ...samples].flatMap((piece) => articleFaults(piece, cited)),
    ...(front.法律依据.length === 0 && samples.length > 0 && expected.cites === null
      ? [fault(head.place([]), 'article', '抬头缺少“法律依据”：写明本文书引用的条文')]
      : []),
  ]
}

/** All texts of the sample, or of the list of laws. */
function piecesUnder({ front, head }: Sheet, key: string): Piece[] {
  if (key === '法律依据') return front.法律依据.flatMap((_, i) => head.piece([key, i]) ?? [])
  return Object.entries(front.样例数据).flatMap(([name, value]) =>
    Array.isArray(value) ? value.flatMap((_, i) => head.piece([key, name, i]) ?? []) : (head.piece([key, name]) ?? []),
  )
}

/** The sample's values that are citations. */
const citedSamples = ({ front, template }: Sheet): (string | number)[][] =>
  Object.entries(front.样例数据).flatMap(([name, value]) =>
    template.variables[name]?.类型 === '引用' && Array.isArray(value) ? value.map((_, i) => ['样例数据', name, i]) : [],
  )

/** What an outcome may stand on, for a clause that names its outcomes. */
export const clauseCites = (told: readonly string[]): string[] | null =>
  told.length === 0 ? null : [...new Set(told.flatMap((outcome) => citesOfOutcome(outcome as never)))]
