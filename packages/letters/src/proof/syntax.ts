import type { Template as LiquidNode } from 'liquidjs'
import { type Clauses, clauseTag } from '../template/clauses.js'
import { engineOf, inChinese } from '../template/engine.js'
import { type Fault, fault, matchesIn, type Piece, placeIn } from './finding.js'

/** What the words are built of, and every fault of the building; what could not be read is left out of the nodes. */
export type Understood = { readonly nodes: LiquidNode[]; readonly faults: readonly Fault[] }

const most = 30

/** Reads on after a fault: the piece at fault is covered with spaces, so that all others keep their places. */
export function readSyntax(piece: Piece, clauses: Clauses, file?: string): Understood {
  const { faults, text: closed } = coverUnclosed(piece)
  let text = closed
  while (faults.length < most) {
    try {
      return { nodes: engineOf(clauses).parse(text, file), faults }
    } catch (error) {
      const stretch = stretchOf(error, { text, clauses, file })
      faults.push(fault(placeIn(piece, stretch.begin), 'syntax', stretch.clause ?? inChinese(error)))
      if (stretch.end <= stretch.begin) break
      text = covered(text, wholeTag(text, stretch))
    }
  }
  return { nodes: [], faults }
}

const covered = (text: string, { begin, end }: { readonly begin: number; readonly end: number }): string =>
  text.slice(0, begin) + text.slice(begin, end).replace(/[^\n]/g, ' ') + text.slice(end)

const unclosed = /\{\{(?:(?!\}\}|\{\{|\{%)[^\n])*(?=\n|\{\{|\{%|$)|\{%(?:(?!%\}|\{\{|\{%)[^\n])*(?=\n|\{\{|\{%|$)/g

/** Braces are closed on their own line; Liquid would look for the end in the lines that follow, and blame those. */
function coverUnclosed(piece: Piece): { faults: Fault[]; text: string } {
  const open = matchesIn(piece, unclosed)
  const faults = open.map(({ found, place }) => {
    const end = found[0].startsWith('{{') ? '}}' : '%}'
    return fault(place, 'syntax', `“${found[0].trim().slice(0, 20)}”没有用 ${end} 收尾`)
  })
  const spans = open.map(({ found }) => ({ begin: found.index, end: found.index + found[0].length }))
  return { faults, text: spans.reduce(covered, piece.text) }
}

/** From the braces that open before a fault to those that close after it. */
function wholeTag(text: string, { begin, end }: Stretch): { begin: number; end: number } {
  const opens = Math.max(text.lastIndexOf('{{', begin), text.lastIndexOf('{%', begin))
  const closes = Math.max(end, begin + 1)
  const ends = ['}}', '%}'].map((mark) => text.indexOf(mark, closes - 2)).filter((at) => at >= 0)
  const from = opens >= 0 ? opens : begin
  const to = ends.length > 0 ? Math.min(...ends) + 2 : closes
  return { begin: from, end: Math.max(closes, to) }
}

type Stretch = { readonly begin: number; readonly end: number; readonly clause?: string | undefined }
type Reading = { readonly text: string; readonly clauses: Clauses; readonly file: string | undefined }

/** Where the fault lies; one inside a clause lies where the clause is used. */
function stretchOf(error: unknown, { text, clauses, file }: Reading): Stretch {
  const token = (error as { token?: { begin: number; end: number; file?: string } }).token
  if (!token) return { begin: 0, end: text.length }
  if (token.file === file) return { begin: token.begin, end: Math.min(token.end, text.length) }
  const used = [...text.matchAll(clauseTag)].find(([, name = '']) => clauses(name)?.path === token.file)
  const name = used?.[1] ?? ''
  return {
    begin: used?.index ?? 0,
    end: (used?.index ?? 0) + (used?.[0].length ?? 0),
    clause: `条款“${name}”本身有误：${inChinese(error)}`,
  }
}
