import {
  checkReport,
  decisionKinds,
  feeKind,
  type MovedPlace,
  missingOf,
  stockKinds,
  type YearReport,
} from '@zhiqing/law'

/** What there is to say of a report that is to be published. */
interface Ready {
  readonly report: YearReport
  readonly movedBefore: readonly MovedPlace[]
  /** Editions of this year so far. */
  readonly editions: number
  readonly reason: string | undefined
}

const carryWords = (moved: readonly MovedPlace[]): string =>
  moved.length === 0
    ? ''
    : `；上年报告公布之后有${moved.length}件案件的结转情况有变动（${moved
        .slice(0, 5)
        .map(({ id }) => id)
        .join('、')}${moved.length > 5 ? '等' : ''}），请先更正上年报告，另出一版`

/**
 * Why a report cannot be published: parts nobody wrote, figures that cannot be so, a carry that is not last year's
 * (rulebook R90–R93), a second edition without its reason. Every one at once; warnings are no bar.
 */
export const againstPublishing = ({ report, movedBefore, editions, reason }: Ready): string[] => [
  ...missingOf({ table2: report.table2 ?? {}, parts: report.parts }, [...stockKinds, ...decisionKinds, feeKind]).map(
    (what) => `${what}还没有填写`,
  ),
  ...checkReport(report)
    .filter(({ level }) => level === 'error')
    .map(({ rule, zh }) => `${zh}（${rule}）${rule === 'CROSS-YEAR-CARRY' ? carryWords(movedBefore) : ''}`),
  ...(editions > 0 && !reason?.trim() ? ['更正已公布的报告，请写明原因'] : []),
]
