import { appealDue, type Day, inChinese, type OrderKind, orderArticle } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import type { Remedy } from '../case-remedies.js'
import { command, unless } from '../command.js'
import { dayField, idField, longText } from '../fields.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { standing } from './remedies-known.js'

const orderSchema = z.strictObject({
  deadlineOn: dayField.optional(),
  receivedOn: dayField.optional(),
  remedy: idField.optional(),
  kind: z.enum(['redo', 'perform', 'disclose']).optional(),
})

const decided = ['reviewed', 'judged', 'concluded', 'complaintClosed']

const corrects = (one: Remedy): boolean =>
  decided.includes(one.at.state) &&
  (one.kind === 'complaint' ? one.ordered : one.decisions.at(-1)?.column === 'corrected')

/** Already carried out by the round that is now being made, or by an earlier one. */
const isCarriedOut = (one: Remedy, { rounds, redo }: Case): boolean =>
  redo?.remedy === one.id || rounds.some((round) => round.redo?.remedy === one.id)

type Basis = { readonly one: Remedy | undefined; readonly refusal?: Refusal }

/** The decision that orders it: the one named, or the only one on file that corrects and was not carried out yet. */
const basisOf = (current: Case, named: string | undefined): Basis => {
  if (named !== undefined) {
    const one = current.remedies.find(({ id }) => id === named)
    const known = current.remedies.map(({ id }) => id).join('、') || '无'
    if (!one) return { one, refusal: refuse('unknownId', { id: named, known }) }
    return corrects(one) ? { one } : { one: undefined, refusal: refuse('redoWithoutDecision', { id: named }) }
  }
  const fitting = current.remedies.filter((one) => corrects(one) && !isCarriedOut(one, current))
  const known = fitting.map(({ id }) => id).join('、')
  return fitting.length > 1
    ? { one: undefined, refusal: refuse('remedyAmbiguous', { what: '纠正结果', known }) }
    : { one: fitting[0] }
}

const wants: Readonly<Record<string, OrderKind>> = { performOrdered: 'perform', disclosureOrdered: 'disclose' }

const paperOf = (one: Remedy | undefined): { decidedOn: Day | null; receivedOn: Day | null; result: string } => {
  if (!one || one.kind === 'complaint') return { decidedOn: one?.closedOn ?? null, receivedOn: null, result: '' }
  const last = one.decisions.at(-1)
  return { decidedOn: last?.decidedOn ?? null, receivedOn: last?.receivedOn ?? null, result: last?.result ?? '' }
}

/** A judgment that may still be appealed binds nobody yet (行诉法 85). */
const notFinal = (one: Remedy | undefined, { on, calendar }: Office): Warning[] => {
  const last = one?.kind === 'litigation' && one.at.state === 'judged' ? one.decisions.at(-1) : undefined
  const limit = last?.kind ? (appealDue(last.kind, last.receivedOn, calendar).due as Day) : undefined
  return limit && on <= limit
    ? [
        {
          code: 'judgmentNotFinal',
          zh: `一审裁判的上诉期限到${inChinese(limit)}，届满以前没有生效；不上诉的可以先行办理`,
        },
      ]
    : []
}

/** While the reply is still owed, only an order on file gives another period: nobody lengthens his own (条例 33.2). */
const isUnanswered = ({ reply, lapse, withdrawnOn, at }: Case): boolean =>
  !reply && !lapse && !withdrawnOn && at.state !== 'archived'

const orderWarnings = (one: Remedy | undefined, deadlineOn: Day | undefined, office: Office): Warning[] => [
  ...(one ? [] : [{ code: 'remedyNotRecorded', zh: '台账中没有作出该要求的复议、诉讼或者投诉记录，请补记' }]),
  ...(deadlineOn
    ? []
    : [
        {
          code: 'redoDayUnnamed',
          zh: `文书没有指定期限，按收到文书之日起${office.settings.redoWorkingDays}个工作日办理；应当尽快答复`,
        },
      ]),
  ...(deadlineOn && deadlineOn < office.on ? [{ code: 'overdue', zh: '文书指定的期限已经过去，仍应尽快答复' }] : []),
  ...notFinal(one, office),
]

/**
 * 责令重新答复: a new round of reply on the same case, with the day that the instrument names, else the organ's own period from
 * its receipt, 20 working days unless it set fewer (rulebook R76 [I], T38). The old letters stay; nothing is counted twice
 * (R98).
 */
export const orderRedo = command<z.infer<typeof orderSchema>>({
  zh: '记录责令重新答复',
  article: 'practice',
  schema: orderSchema,
  begins: ['RedoOrdered'],
  decide: ({ deadlineOn, receivedOn: told, remedy, kind: asked }, current, office) => {
    const { one, refusal } = basisOf(current, remedy)
    const paper = paperOf(one)
    const receivedOn = told ?? paper.receivedOn ?? office.on
    const kind = asked ?? wants[paper.result] ?? 'redo'
    const article = one ? orderArticle(one.kind, kind) : 'practice'
    return unless(
      [
        refusal ?? (!one && isUnanswered(current) && refuse('redoNotRecorded')),
        notAfterAct('收到文书日期', receivedOn, office),
        notBefore('收到文书日期', receivedOn, '收到申请之日', current.receivedOn),
        notBefore('收到文书日期', receivedOn, '决定或者裁判日期', paper.decidedOn),
        notBefore('重新答复期限', deadlineOn, '收到文书日期', receivedOn),
      ],
      () => [
        {
          type: 'RedoOrdered',
          receivedOn,
          until: deadlineOn ?? null,
          ...(deadlineOn ? {} : { periodWorkingDays: office.settings.redoWorkingDays }),
          kind,
          remedy: one?.id,
          orderArticle: article,
        },
      ],
      orderWarnings(one, deadlineOn, office),
    )
  },
})

const pending = (current: Case): boolean =>
  standing(current, 'reconsideration', ['reviewing', 'reviewAnswered']).length +
    standing(current, 'litigation', ['suing', 'suitAnswered', 'judged', 'appealing']).length >
  0

/** 自行纠错: the organ withdraws its own reply and gives another (rulebook R118); whoever reviews it must be told. */
export const reviseReply = command({
  zh: '自行纠错',
  article: 'practice',
  schema: z.strictObject({ reason: longText(2000) }),
  begins: ['ReplyRevised'],
  offered: ({ reply }) => reply !== null,
  decide: ({ reason }, current, { on }) =>
    unless(
      [!reason.trim() && refuse('reviseReasonMissing')],
      () => [{ type: 'ReplyRevised', reason, revisedOn: on }],
      pending(current)
        ? [{ code: 'tellReviewBody', zh: '复议或者诉讼还在进行，请将撤回和重新答复书面告知复议机关或者法院' }]
        : [],
    ),
})
