import {
  appealOnly,
  type Day,
  type Instance,
  inChinese,
  instanceNames,
  type LitigationResult,
  litigationResults,
  type RemedyColumn,
  suitPathNames,
} from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import type { Reconsideration, Suit } from '../case-remedies.js'
import { command, unless, type Verdict } from '../command.js'
import { suitAfterDue, suitAnswerDue } from '../due-remedies.js'
import { dayField, idField, text } from '../fields.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { remedyBlockOf } from '../remedy-block.js'
import { notAfterAct, notBefore } from './days.js'
import * as known from './remedies-known.js'
import { ordersAnew, resultRefusal } from './remedies-result.js'

const fileSchema = z.strictObject({
  id: idField.optional(),
  path: z.enum(['direct', 'afterReconsideration']),
  /** `second`: an appeal in the suit that `id` names. */
  instance: z.enum(['first', 'second']).optional(),
  filedOn: dayField.optional(),
  copyReceivedOn: dayField.optional(),
  caseNumber: text(60).optional(),
  court: text(200).optional(),
  coDefendant: z.boolean().optional(),
})
type FileInput = z.infer<typeof fileSchema>

const fileWords = '记录行政诉讼'

const lastReview = (current: Case): Reconsideration | undefined =>
  known.standing(current, 'reconsideration', ['reviewed']).at(-1)

const reviewFirstSays = (zh: string): Warning[] => [{ code: 'reconsiderationFirst', zh }]

/**
 * Refusals under 14–16 are for review first, silence where the organ reads the law so (A9); whether the suit is heard all the
 * same is the court's matter (复议法 23).
 */
const reviewFirst = ({ path }: FileInput, current: Case, office: Office): Warning[] => {
  if (path !== 'direct') return []
  if (current.reply && remedyBlockOf(current, office) === 'RB1')
    return reviewFirstSays('该答复依法应当先申请行政复议，申请人直接起诉；是否受理由法院决定，请在答辩中说明')
  return !known.isAnswered(current) && office.settings.noReplyRemedy === 'reconsiderationFirst'
    ? reviewFirstSays(
        '按本机关的设置，逾期不予答复应当先申请行政复议，申请人直接起诉；是否受理由法院决定，请在答辩中说明',
      )
    : []
}

const afterReviewLate = (filedOn: string, review: Reconsideration | undefined, { calendar }: Office): Warning[] => {
  const limit = review && (suitAfterDue(review, calendar)?.due as Day | undefined)
  return limit && filedOn > limit
    ? [
        {
          code: 'litigationLate',
          zh: `起诉日期超过了本机关收到行政复议决定书之日起15日（推算至${inChinese(limit)}）；申请人的15日自其收到之日起算，请核对其收到日期，是否受理由法院决定，请在答辩中说明`,
        },
      ]
    : []
}

/** Where review upheld the organ, both stand before the court (行诉法 26.2; rulebook R75). */
const upheld = (review: Reconsideration | undefined): boolean => review?.decisions.at(-1)?.column === 'upheld'

/** 确认违法 for a fault of procedure alone counts as upheld; the result does not tell for which fault (行诉解释 22.3; R75). */
const perhapsUpheld = (review: Reconsideration | undefined, { coDefendant }: FileInput): Warning[] =>
  coDefendant === undefined && review?.decisions.at(-1)?.result === 'illegal'
    ? [
        {
          code: 'coDefendantUnsure',
          zh: '复议决定是确认违法：只以违反法定程序为由的，视为维持，复议机关是共同被告；请核对复议决定的理由，填写复议机关是不是共同被告',
        },
      ]
    : []

const sued = (input: FileInput, current: Case, office: Office): Verdict => {
  const { path, caseNumber, court } = input
  const after = path === 'afterReconsideration'
  const review = after ? lastReview(current) : undefined
  const days = known.filingDays(input, office)
  const coDefendant = input.coDefendant ?? upheld(review)
  return unless(
    [
      known.idTaken(current, input.id),
      after && !review && refuse('reviewNotDecided'),
      ...known.filingRefusals(input, current, office),
      notBefore('起诉日期', days.filedOn, '复议决定日期', review?.decisions.at(-1)?.decidedOn ?? null),
    ],
    () => [
      {
        type: 'LitigationFiled',
        id: known.nameOf(current, 'litigation', input.id),
        path,
        review: review?.id,
        ...days,
        caseNumber,
        court,
        coDefendant,
      },
    ],
    [
      ...(after
        ? afterReviewLate(days.filedOn, review, office)
        : known.timeWarnings('litigation', days.filedOn, current, office)),
      ...known.alsoPending('reconsideration', current),
      ...reviewFirst(input, current, office),
      ...perhapsUpheld(review, input),
    ],
  )
}

const appealed = (input: FileInput, current: Case, office: Office): Verdict => {
  const { path, caseNumber, court } = input
  const wanted = { kind: 'litigation', states: ['judged'], command: fileWords, id: input.id } as const
  const { one, refusal } = known.chosen(current, wanted)
  const days = known.filingDays(input, office)
  return unless(
    [
      refusal,
      one && one.path !== path && refuse('suitPathDiffers', { id: one.id, path: suitPathNames[one.path] }),
      ...known.filingRefusals(input, current, office),
      notBefore('上诉日期', days.filedOn, '一审裁判日期', one?.decisions.at(-1)?.decidedOn ?? null),
    ],
    () => (one ? [{ type: 'LitigationAppealed', id: one.id, ...days, caseNumber, court }] : []),
  )
}

/** 收到起诉状副本, or with `instance: second` an appeal in a judged suit (行诉法 45, 46, 67, 85; rulebook R72–R75, T37). */
export const fileLitigation = command<FileInput>({
  zh: fileWords,
  article: 'litigation:46.1',
  schema: fileSchema,
  begins: ['LitigationFiled'],
  offered: known.isRegistered,
  decide: (input, current, office) => (input.instance === 'second' ? appealed : sued)(input, current, office),
})

const answerSchema = z.strictObject({ id: idField.optional(), answeredOn: dayField.optional() })

const answerWords = '记录行政诉讼答辩'

/** 答辩状和证据, within 15 days of the copy; a late one is recorded too (行诉法 34.2, 67; rulebook R74). */
export const answerLitigation = command<z.infer<typeof answerSchema>>({
  zh: answerWords,
  article: 'litigation:67',
  schema: answerSchema,
  begins: ['LitigationAnswered'],
  offered: (current) => known.standing(current, 'litigation', ['suing']).length > 0,
  notNow: known.noneOpen('litigation', answerWords),
  decide: ({ id, answeredOn: told }, current, office) => {
    const answeredOn = told ?? office.on
    const wanted = { kind: 'litigation', states: ['suing'], command: answerWords, id } as const
    const { one, refusal } = known.chosen(current, wanted)
    return unless(
      [
        refusal,
        notAfterAct('答辩日期', answeredOn, office),
        notBefore('答辩日期', answeredOn, '收到副本日期', one?.copyReceivedOn ?? null),
      ],
      () => (one ? [{ type: 'LitigationAnswered', id: one.id, answeredOn }] : []),
      one && !one.answeredOn
        ? known.lateAnswer(
            answeredOn,
            suitAnswerDue(one, office.calendar),
            '依《中华人民共和国行政诉讼法》第三十四条可能视为没有相应证据',
          )
        : [],
    )
  },
})

const decideSchema = z.strictObject({
  id: idField.optional(),
  result: text(40),
  instance: z.enum(['first', 'second', 'retrial']),
  kind: z.enum(['judgment', 'ruling']).optional(),
  decidedOn: dayField.optional(),
  receivedOn: dayField.optional(),
})
type DecideInput = z.infer<typeof decideSchema>

const decideWords = '记录裁判结果'

/** Where a suit must stand for a court to have spoken. */
const openTo = {
  first: ['suing', 'suitAnswered'],
  second: ['judged', 'appealing'],
  retrial: ['judged', 'concluded'],
} as const satisfies Record<Instance, readonly string[]>

const isResult = (result: string): result is LitigationResult => Object.hasOwn(litigationResults, result)

/** A court that leaves the earlier judgment standing leaves its column too (rulebook R97). */
const columnOf = (result: LitigationResult, { decisions }: Suit): RemedyColumn => {
  const { column } = litigationResults[result]
  return column === 'asBefore' ? (decisions.at(-1)?.column ?? 'other') : column
}

const unfit = (result: string, instance: Instance): Refusal | false =>
  isResult(result) &&
  appealOnly.includes(result) &&
  instance !== 'second' &&
  refuse('resultUnfit', { result: litigationResults[result].zh, instance: instanceNames[instance] })

const rulings: readonly LitigationResult[] = [
  'suitDismissed',
  'notAccepted',
  'withdrawn',
  'terminated',
  'appealWithdrawn',
  'remanded',
]

/** The suit that is meant; one that stands elsewhere is refused in the words of its instance. */
const suitOf = ({ id, instance }: DecideInput, current: Case) => {
  const wanted = { kind: 'litigation', states: openTo[instance], command: decideWords, id } as const
  const { one, refusal } = known.chosen(current, wanted)
  const elsewhere = refusal && ['remedyMissing', 'remedyNotOpen'].includes(refusal.code)
  const last = current.remedies.findLast(({ kind }) => kind === 'litigation')
  return elsewhere
    ? { one, refusal: refuse('instanceOutOfOrder', { id: id ?? last?.id ?? '', instance: instanceNames[instance] }) }
    : { one, refusal }
}

/** 收到裁判文书, instance by instance; the last one counts (行诉法 69–91; rulebook R74, R97). */
export const decideLitigation = command<DecideInput>({
  zh: decideWords,
  article: 'litigation:81',
  schema: decideSchema,
  begins: ['LitigationDecided'],
  offered: (current) => known.standing(current, 'litigation', Object.values(openTo).flat()).length > 0,
  notNow: known.noneOpen('litigation', decideWords),
  decide: (input, current, office) => {
    const { result, instance } = input
    const { one, refusal } = suitOf(input, current)
    const days = known.decidedDays(input, office)
    return unless(
      [
        refusal,
        resultRefusal(result, litigationResults),
        unfit(result, instance),
        ...known.decidedRefusals(input, one?.decisions.at(-1)?.decidedOn ?? one?.filedOn ?? null, office),
      ],
      () => {
        if (!one || !isResult(result)) return []
        const kind = input.kind ?? (rulings.includes(result) ? 'ruling' : 'judgment')
        const told = { result, instance, kind, column: columnOf(result, one), remanded: result === 'remanded' }
        return [{ type: 'LitigationDecided', id: one.id, ...told, ...days }]
      },
      ordersAnew(result),
    )
  },
})
