import type { Box, Rule, Run } from './page.js'

/**
 * One row of the flow, before it has a page. Everything in it is placed from its own top: `y` 0 is the row's upper edge.
 * Points.
 */
export type Row = {
  readonly height: number
  readonly runs: readonly Run[]
  readonly rules?: readonly Rule[]
  readonly seal?: Box
  /** May not be the first of a page: it stays with the row before it. */
  readonly bound?: boolean
  /** Keeps its height when the pitch is tightened: the seal's place goes with it. */
  readonly fixed?: boolean
  /** An empty row that is dropped at a page's head. */
  readonly space?: boolean
  /** Set again above this row when it opens a page: a table's header. */
  readonly header?: readonly Row[]
  /** Drawn under this row when it closes a page: a table's foot. */
  readonly foot?: Rule
}

export const space = (height: number, bound = false): Row => ({ height, runs: [], space: true, bound })

/** The same row, kept with the one before it. */
export const bind = (row: Row): Row => ({ ...row, bound: true })
