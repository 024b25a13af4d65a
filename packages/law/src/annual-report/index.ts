import { tableFindings } from './identities.js'
import { narrativeFindings } from './narrative.js'
import type { PublishedReport, ReportFinding } from './report.js'

/** Everything found in a published report: what cannot be so, then what the text says otherwise (rulebook R90–R93). */
export const checkReport = (report: PublishedReport): ReportFinding[] => [
  ...tableFindings(report),
  ...narrativeFindings(report),
]

export {
  type Changed,
  type ChangedFigure,
  type ChangedPart,
  changedSince,
  type MovedRemedy,
  type Opened,
  openedWith,
  type RemedyRow,
  type RemedyStand,
} from './changed.js'
export { type Bar, type Chart, chartsOf, resultGroupOf } from './charts.js'
export type { CountedCase, CountedRemedy, Place, Standing } from './counted.js'
export { firstDay, lastDay, placeIn, standingIn } from './counted.js'
export type { Column, Form, Format, FormRow, Line, RemedyGroup } from './form.js'
export {
  columnNames,
  columns,
  formats,
  formOf,
  forms,
  remedyColumnNames,
  remedyColumns,
  remedyGroupNames,
  remedyGroups,
} from './form.js'
export {
  type HandInDays,
  type HandInSettings,
  type HandInStage,
  handInDays,
  handInStage,
  handInStages,
  isGovernment,
  type YearDay,
} from './hand-in.js'
export { type Identity, identitiesOf } from './identities-shown.js'
export { type MovedPlace, movedPlaces, type PlaceRow } from './moved.js'
export type { Cell, FindingRule, PublishedReport, ReportFinding } from './report.js'
export { findingRules } from './report.js'
export { scopeOf } from './scope.js'
export {
  decisionKinds,
  feeKind,
  type Sheet,
  type SheetCell,
  sheetFour,
  sheetThree,
  sheetTwo,
  stockKinds,
} from './sheet.js'
export { overTwo, sumTwo } from './sum-two.js'
export type { CellFour, PlacedRemedy, TableFour } from './table-four.js'
export { behindFour, oncePerSuit, placedIn, tableFour, tableFourOf } from './table-four.js'
export type { CellThree, CountedAlike, TableThree } from './table-three.js'
export { behindThree, isBehind, lineIn, tableThree, tableThreeOf } from './table-three.js'
export { type BlockTwo, blocksTwo, type FigureTwo, type KindTwo, kindsTwo, kindsTwoOf } from './table-two.js'
export {
  draftReport,
  type FeesPaid,
  feeSentence,
  missingOf,
  noEntries,
  partsOf,
  partTitles,
  type ReportEntries,
  type YearReport,
} from './year-report.js'
