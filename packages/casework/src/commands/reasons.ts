import { reasonsReplyPeriod } from '@zhiqing/law'
import * as z from 'zod'
import { attachmentFields, attachmentsField } from '../attachment.js'
import type { Case } from '../case.js'
import { replyClock } from '../clocks.js'
import { command, done, unless, type Verdict } from '../command.js'
import { reachableBy, reasonsDue } from '../due.js'
import { dayField, longText } from '../fields.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { statusWords } from './extension.js'
import { incomplete } from './incomplete.js'
import { consultationOpen } from './open-consultation.js'

const askSchema = z.strictObject({
  months: z.int().min(1).max(120).optional(),
  requests: z.int().min(1).max(100_000).optional(),
  periodWorkingDays: z.int().optional(),
})

/** Reasons asked for without counts ask for the use of the information, which nobody has to tell (rulebook R17, R34). */
const countsMissing = (months: number | undefined, requests: number | undefined): Warning[] =>
  months === undefined || requests === undefined
    ? [
        {
          code: 'countsMissing',
          zh: '没有写明一定期间内申请的件数：要求说明理由以数量、频次明显超过合理范围为前提，请补充，不得变成询问用途',
        },
      ]
    : []

/** 要求说明理由: the clock keeps running (条例 35; rulebook R34, T14). */
export const askReasons = command<z.infer<typeof askSchema>>({
  zh: '要求说明理由',
  article: 'ogi:35',
  schema: askSchema,
  begins: ['ReasonsAsked'],
  acceptsForm: true,
  decide: ({ months, requests, periodWorkingDays }, _, { on, settings }) => {
    const period = periodWorkingDays ?? settings.reasonsPeriodWorkingDays
    const { least, most } = reasonsReplyPeriod
    return unless(
      [(period < least || period > most) && refuse('reasonsPeriodUnreasonable', { least, most })],
      () => [{ type: 'ReasonsAsked', months, requests, periodWorkingDays: period, askedOn: on }],
      countsMissing(months, requests),
    )
  },
})

const receiveSchema = z.strictObject({
  receivedOn: dayField.optional(),
  content: longText(10_000),
  attachments: attachmentsField.optional(),
})

/** 收到申请人说明的理由 (条例 35). They may be read though they come late: nothing in the law ends the asking. */
export const receiveReasons = command<z.infer<typeof receiveSchema>>({
  zh: '收到说明的理由',
  article: 'ogi:35',
  schema: receiveSchema,
  begins: ['ReasonsReceived'],
  decide: ({ receivedOn, content, attachments }, current, office) => {
    const day = receivedOn ?? office.on
    return unless(
      [
        !content.trim() && refuse('reasonsEmpty'),
        notAfterAct('收到日期', day, office),
        notBefore('收到日期', day, '要求说明理由之日', current.reasons?.askedOn ?? null),
      ],
      () => [{ type: 'ReasonsReceived', receivedOn: day, content, ...attachmentFields(attachments) }],
    )
  },
})

const judgeSchema = z.strictObject({ accepted: z.boolean(), reasons: longText(5000).optional() })

/** As long as the applicant may still give reasons nobody can find that there are none (条例 35; rulebook R34). */
const stillAwaited = (current: Case, { on, calendar }: Office): Refusal | undefined => {
  if (current.reasons?.receivedOn) return undefined
  const limit = reasonsDue(current, calendar)?.due
  if (!limit) return refuse('reasonsWithoutService')
  return on <= limit ? refuse('reasonsTooEarly', { limit }) : undefined
}

/** Not processed: on the organ's own reasons, once the applicant's were given or could have been. */
const refused = (reasons: string | undefined, current: Case, office: Office): Verdict => {
  const decision = { outcome: 'Z4', reasons } as const
  return unless([consultationOpen(current), stillAwaited(current, office), incomplete(decision)], () => [
    { type: 'ReasonsJudged', accepted: false, decision },
  ])
}

/** 判定理由: good reasons go on, the rest ends in Z4 (条例 35; rulebook T15, T16). */
export const judgeReasons = command<z.infer<typeof judgeSchema>>({
  zh: '判定申请理由是否合理',
  article: 'ogi:35',
  schema: judgeSchema,
  begins: ['ReasonsJudged'],
  decide: ({ accepted, reasons }, current, office) =>
    accepted ? done([{ type: 'ReasonsJudged', accepted }]) : refused(reasons, current, office),
})

const deferSchema = z.strictObject({
  until: dayField,
  reason: longText(1000).optional(),
  approvedBy: z.literal('officeHead').optional(),
})

/** Article 35 is for what the whole period of article 33 cannot hold; what an extension can reach wants an extension. */
const withinReach = (until: string, current: Case, office: Office): Warning[] => {
  const limit = reachableBy(current, office)?.due
  return limit && until <= limit
    ? [
        {
          code: 'deferralWithinExtension',
          zh: `延长答复期限就能到${limit}；延迟答复以延长后仍不能答复为前提，请改用延长答复期限`,
        },
      ]
    : []
}

const onlyWhileCounting = (current: Case, office: Office): Refusal | undefined => {
  const { status } = replyClock(current, office)
  return status === 'running' ? undefined : refuse('deferralNotRunning', { status: statusWords[status] })
}

/** 延迟答复: reasons are good, the whole period cannot be met; told by the due day in force (条例 35; rulebook R34, T17). */
export const deferReply = command<z.infer<typeof deferSchema>>({
  zh: '延迟答复',
  article: 'ogi:35',
  schema: deferSchema,
  begins: ['ReplyDeferred'],
  offered: ({ reasons, redo }) => reasons?.accepted === true && !redo?.deadlineOn,
  notNow: ({ reasons, redo }) => {
    if (redo?.deadlineOn) return refuse('redoDayFixed', { limit: redo.deadlineOn })
    return reasons?.accepted === true ? undefined : refuse('reasonsNotAccepted')
  },
  decide: ({ until, reason, approvedBy }, current, office) => {
    const { dueOn } = replyClock(current, office)
    return unless(
      [
        onlyWhileCounting(current, office),
        office.actor.role !== 'officeHead' && !approvedBy && refuse('extensionNotApproved'),
        dueOn && office.on > dueOn && refuse('deferralAfterDue', { limit: dueOn, day: office.on }),
        dueOn && until <= dueOn && refuse('deferralNotLater', { limit: dueOn, day: until }),
      ],
      () => [{ type: 'ReplyDeferred', until, reason, notifiedOn: office.on, formerDueOn: dueOn ?? until }],
      withinReach(until, current, office),
    )
  },
})
