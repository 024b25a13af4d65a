import {
  checkReport,
  type Day,
  firstDay,
  forms,
  kindsTwo,
  type MovedPlace,
  missingOf,
  type ReportFinding,
  type YearReport,
} from '@zhiqing/law'
import { type Refusal, refuse } from '../refusal.js'

/** What there is to say of a report that is to be published. */
interface Ready {
  readonly report: YearReport
  /** Cases that moved into or out of 结转下年度 since last year's report was published. */
  readonly movedBefore: readonly MovedPlace[]
  /** Editions of this year so far. */
  readonly editions: number
  readonly reason?: string | undefined
  readonly on: Day
}

const movedWords = (moved: readonly MovedPlace[]): string =>
  moved.length === 0
    ? ''
    : `（公布以后有${moved.length}件案件的结转情况有变动：${moved
        .slice(0, 5)
        .map(({ id }) => id)
        .join('、')}${moved.length > 5 ? '等' : ''}）`

const unsound = ({ rule, zh }: ReportFinding, moved: readonly MovedPlace[]): Refusal =>
  rule === 'CROSS-YEAR-CARRY'
    ? refuse('reportCarryBroken', { what: zh, rule, moved: movedWords(moved) })
    : refuse('reportUnsound', { what: zh, rule })

/** Years before the first of the two forms had others, which this program does not fill in (rulebook §6.2). */
export const formRefusal = (year: number): Refusal | undefined =>
  year < forms[2019].firstYear ? refuse('reportFormOld', { year: String(year) }) : undefined

/**
 * Why a report cannot be published: parts nobody wrote, figures that cannot be so, a carry that is not last year's
 * (rulebook R90–R93), a second edition without its reason. Every one at once; warnings are no bar.
 */
export const againstPublishing = ({ report, movedBefore, editions, reason, on }: Ready): Refusal[] => {
  const from = firstDay(report.year + 1)
  return [
    ...(on < from ? [refuse('reportYearOpen', { year: String(report.year), from })] : []),
    ...missingOf({ table2: report.table2 ?? {}, parts: report.parts }, kindsTwo(report.format)).map((what) =>
      refuse('reportPartMissing', { what }),
    ),
    ...checkReport(report)
      .filter(({ level }) => level === 'error')
      .map((finding) => unsound(finding, movedBefore)),
    ...(editions > 0 && !reason?.trim() ? [refuse('reportReasonMissing')] : []),
  ]
}
