import { type ArticleRef, type Instrument, instruments } from './citation.js'
import type { Dated } from './dated.js'
import type { Day } from './day.js'
import { paymentPeriod } from './fee/index.js'
import { coProducerPeriod, correctionNoticePeriod, extensionLimit, replyPeriod, thirdPartyPeriod } from './ogi/index.js'
import {
  appealPeriod,
  litigationAfterReview,
  litigationAnswerPeriod,
  litigationPeriod,
  reconsiderationAnswerPeriod,
  reconsiderationPeriod,
} from './remedies/index.js'

interface Period {
  readonly zh: string
  readonly unit: '工作日' | '日' | '个月'
  readonly dated: Dated<number>
}

/** Every period of the law that has a history, in the order in which a case meets them. */
export const datedPeriods: readonly Period[] = [
  { zh: '告知补正', unit: '工作日', dated: correctionNoticePeriod },
  { zh: '答复', unit: '工作日', dated: replyPeriod },
  { zh: '延长答复，最多', unit: '工作日', dated: extensionLimit },
  { zh: '第三方提出意见', unit: '工作日', dated: thirdPartyPeriod },
  { zh: '共同制作机关提出意见', unit: '工作日', dated: coProducerPeriod },
  { zh: '缴纳信息处理费', unit: '工作日', dated: paymentPeriod },
  { zh: '申请行政复议', unit: '日', dated: reconsiderationPeriod },
  { zh: '直接提起行政诉讼', unit: '个月', dated: litigationPeriod },
  { zh: '复议后提起行政诉讼', unit: '日', dated: litigationAfterReview },
  { zh: '复议书面答复（普通程序）', unit: '工作日', dated: reconsiderationAnswerPeriod.ordinary },
  { zh: '复议书面答复（简易程序）', unit: '工作日', dated: reconsiderationAnswerPeriod.simplified },
  { zh: '诉讼答辩举证', unit: '日', dated: litigationAnswerPeriod },
  { zh: '不服判决上诉', unit: '日', dated: appealPeriod.judgment },
  { zh: '不服裁定上诉', unit: '日', dated: appealPeriod.ruling },
]

/** A period as it stood on a day; `value` null where this product holds no rule for that day. */
export interface PeriodOn {
  readonly zh: string
  readonly unit: Period['unit']
  readonly article: ArticleRef
  readonly value: number | null
  readonly from: string | null
  readonly cite: string | null
}

/** An instrument in the version that is held here; `inForce` false before its first day: another version stood then. */
export interface InstrumentOn {
  readonly instrument: Instrument
  readonly title: string
  readonly number: string
  readonly publishedOn: string
  readonly effectiveFrom: string
  readonly inForce: boolean
}

/** What the law said on a day, as far as it is held here: nothing is answered by the nearest guess. */
export const lawOn = (day: Day): { readonly instruments: InstrumentOn[]; readonly periods: PeriodOn[] } => ({
  instruments: Object.entries(instruments).map(([key, { title, number, publishedOn, effectiveFrom }]) => ({
    instrument: key as Instrument,
    title,
    number,
    publishedOn,
    effectiveFrom,
    inForce: effectiveFrom <= day,
  })),
  periods: datedPeriods.map(({ zh, unit, dated }) => {
    const row = dated.rows.findLast(({ from }) => from <= day)
    const told = row ? { value: row.value, from: row.from, cite: row.cite } : { value: null, from: null, cite: null }
    return { zh, unit, article: dated.article, ...told }
  }),
})
