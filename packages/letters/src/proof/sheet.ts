import type { Template as LiquidNode } from 'liquidjs'
import { allVariables } from '../template/engine.js'
import type { FrontMatter } from '../template/front-matter.js'
import { impliedVariables } from '../template/liquid.js'
import type { Template } from '../template/template.js'
import type { Expected } from './expected.js'
import type { Piece, Place } from './finding.js'
import type { Head } from './head.js'

/** A letter on the proof-reader's desk. */
export type Sheet = {
  readonly path: string
  readonly head: Head
  readonly front: FrontMatter
  readonly template: Template
  readonly title: Piece
  readonly body: Piece
  /** Where each variable is used; a clause's at the clause's tag. */
  readonly used: ReadonlyMap<string, readonly Place[]>
  readonly expected: Expected
  /** The day of the check, 'YYYY-MM-DD'. */
  readonly today: string
}

/** Places of variables in nodes of one piece; those of a clause are told apart by `file`. */
export function placesOf(nodes: LiquidNode[], piece: Piece): Map<string, (Place & { file?: string | undefined })[]> {
  return new Map(
    [...allVariables(nodes)].map(([name, places]) => [
      name,
      places.map(({ row, col, file }) => ({
        line: piece.line + row - 1,
        column: row === 1 ? piece.column + col - 1 : col,
        file,
      })),
    ]),
  )
}

/** Everything that is printed, named in the words or not. */
export const printed = ({ used, template }: Pick<Sheet, 'used' | 'template'>): Set<string> =>
  new Set([...used.keys(), ...impliedVariables(template)])
