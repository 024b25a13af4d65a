import { mm } from '../layout/measures.js'

/** Where labels lie on an A4 sheet, and how big their words are. Points. */
export type LabelSheet = {
  readonly columns: number
  readonly rows: number
  /** The first label's upper left corner, each label's size, and the way from one to the next. */
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly across: number
  readonly down: number
  readonly padding: number
  /** Size of type and height of its row. */
  readonly name: readonly [size: number, row: number]
  readonly address: readonly [size: number, row: number]
  readonly sender: readonly [size: number, row: number]
  /** A box of the post code. */
  readonly box: readonly [width: number, height: number]
}

/** Sheets of self-adhesive labels as they are sold: 99.1 × 67.7 mm eight to a sheet, 99.1 × 38.1 mm fourteen. */
export const labelSheets = {
  '2x4': {
    columns: 2,
    rows: 4,
    left: 4.65 * mm,
    top: 13.1 * mm,
    width: 99.1 * mm,
    height: 67.7 * mm,
    across: 101.6 * mm,
    down: 67.7 * mm,
    padding: 5 * mm,
    name: [16, 20],
    address: [13, 17],
    sender: [9, 12],
    box: [6 * mm, 6.5 * mm],
  },
  '2x7': {
    columns: 2,
    rows: 7,
    left: 4.65 * mm,
    top: 15.15 * mm,
    width: 99.1 * mm,
    height: 38.1 * mm,
    across: 101.6 * mm,
    down: 38.1 * mm,
    padding: 3 * mm,
    name: [12, 15],
    address: [10.5, 13],
    sender: [8, 10],
    box: [4.5 * mm, 5 * mm],
  },
} as const satisfies { readonly [name: string]: LabelSheet }
export type LabelSheetName = keyof typeof labelSheets

/** How many labels a sheet has. */
export const labelsOn = (name: LabelSheetName): number => labelSheets[name].columns * labelSheets[name].rows
