import { type Day, type FeeBasis, feeBasisNames, inChinese, pageFee, perRequestTariff, requestFee } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { replyClock } from '../clocks.js'
import { command, unless } from '../command.js'
import { paymentDue } from '../due.js'
import type { RequestForm } from '../facts.js'
import { dayField } from '../fields.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { consultationOpen } from './open-consultation.js'

/** Far beyond any request, and still exact when multiplied by any rate. */
const count = z.int().max(1_000_000)

const chargeSchema = z.strictObject({
  basis: z.enum(['perRequest', 'perPage']),
  pages: count.optional(),
  monthlyCount: count.optional(),
})

type ChargeInput = z.infer<typeof chargeSchema>

const countWords = { perRequest: '本月第几件', perPage: '页数' } as const satisfies Record<FeeBasis, string>

const countOf = ({ basis, pages, monthlyCount }: ChargeInput): number | undefined =>
  basis === 'perPage' ? pages : monthlyCount

/** 元 by the tariff in force when the request was received: requests are counted by their month of receipt (rulebook §7). */
const amountOf = (input: ChargeInput, receivedOn: Day): number => {
  const counted = countOf(input)
  if (counted === undefined || counted < 1) return 0
  return input.basis === 'perPage' ? pageFee(counted, receivedOn) : requestFee(counted, receivedOn)
}

/** Who only looks wants no copy, on paper or as data: there are no pages to count (办法第五条; rulebook R49). */
const onlyLooks: readonly RequestForm['method'][] = ['inspection', 'online']

/** One basis a request, with its own count and no other (办法第三条; rulebook R49). */
const countRefusals = (input: ChargeInput, { form }: Case): (Refusal | false)[] => {
  const { basis, pages, monthlyCount } = input
  const words = { basis: feeBasisNames[basis], count: countWords[basis] }
  return [
    pages !== undefined && monthlyCount !== undefined && refuse('feeBothBases'),
    countOf(input) === undefined && refuse('feeCountMissing', words),
    basis === 'perPage' && onlyLooks.includes(form.method) && refuse('feePerPageUnfit'),
  ]
}

/** An amount there is only where the tariff was in force; nothing to pay, no notice (rulebook R44, T26). */
const amountRefusal = (input: ChargeInput, receivedOn: Day): Refusal | false => {
  const from = perRequestTariff.rows[0]?.from ?? receivedOn
  if (receivedOn < from) return refuse('feeBeforeTariff', { from, day: receivedOn })
  return countOf(input) !== undefined && amountOf(input, receivedOn) === 0 && refuse('feeZero')
}

/** A fee is charged once a request, and while a 会商 sits nothing is charged: its outcome may be that nothing is owed. */
const chargeNotNow = ({ fee, at, redo }: Case): Refusal | undefined => {
  if (fee) return refuse('feeOnce', { day: fee.chargedOn, amount: fee.amount })
  if (redo?.deadlineOn) return refuse('feeInRedo', { limit: redo.deadlineOn })
  return at.state === 'discussing' ? refuse('discussionOpen') : undefined
}

/** By the piece the register counts; what somebody typed stands, with a warning where the register says otherwise. */
const counted = (input: ChargeInput, { requestsThisMonth }: Office): ChargeInput =>
  input.basis === 'perRequest' && input.monthlyCount === undefined && requestsThisMonth !== undefined
    ? { ...input, monthlyCount: requestsThisMonth }
    : input

const countDiffers = ({ basis, monthlyCount }: ChargeInput, { requestsThisMonth }: Office): Warning[] =>
  basis === 'perRequest' && requestsThisMonth !== undefined && monthlyCount !== requestsThisMonth
    ? [
        {
          code: 'monthlyCountDiffers',
          zh: `登记的申请中，本件是申请人当月向本机关提出的第${requestsThisMonth}件，填写的是第${monthlyCount}件，请核对`,
        },
      ]
    : []

/** 发出收费通知: within the reply period; it stops the clock (条例 42, 办法 6; rulebook R44, R45, T26). */
export const chargeFee = command<ChargeInput>({
  zh: '收取信息处理费',
  article: 'fee:6',
  schema: chargeSchema,
  begins: ['FeeCharged'],
  acceptsForm: true,
  offered: ({ fee, redo }) => fee === null && !redo?.deadlineOn,
  notNow: chargeNotNow,
  decide: (told, current, office) => {
    const input = counted(told, office)
    const receivedOn = current.receivedOn ?? current.arrivedOn
    const { dueOn } = replyClock(current, office)
    return unless(
      [
        ...countRefusals(input, current),
        amountRefusal(input, receivedOn),
        consultationOpen(current),
        dueOn !== null && office.on > dueOn && refuse('feeAfterDue', { day: office.on, limit: dueOn }),
      ],
      () => [{ type: 'FeeCharged', ...input, amount: amountOf(input, receivedOn), chargedOn: office.on }],
      countDiffers(input, office),
    )
  },
})

const paymentSchema = z.strictObject({ paidOn: dayField.optional(), amount: z.int() })

const paymentWarnings = (paidOn: Day, amount: number, current: Case, { on, calendar }: Office): Warning[] => {
  const limit = paymentDue(current, calendar)?.due
  const over = amount - (current.fee?.amount ?? amount)
  return [
    ...(limit && paidOn > limit && !current.lapse
      ? [
          {
            code: 'paymentLate',
            zh: `缴费在期限（${inChinese(limit)}）届满后完成；尚未认定逾期，按已经缴费办理`,
          },
        ]
      : []),
    ...(over > 0 ? [{ code: 'overpaid', zh: `多缴了${over}元，请按非税收入退付的规定退还申请人` }] : []),
    ...(paidOn < on ? [{ code: 'recordedLate', zh: '缴费晚于缴清之日录入，期限自实际缴清之日起算' }] : []),
  ]
}

/**
 * 记录缴费: only what is paid in full restarts the clock, so a part is not recorded and the words tell what lacks (rulebook
 * R46). Paid by the last day it is in time, though recorded after the lapse, and undoes it (R47).
 */
export const recordPayment = command<z.infer<typeof paymentSchema>>({
  zh: '记录缴费',
  article: 'fee:6',
  schema: paymentSchema,
  begins: ['PaymentReceived'],
  // A request that lapsed for want of a correction owes no fee.
  offered: ({ fee, decision }) => fee !== null && fee.paidOn === null && decision?.outcome !== 'X1',
  decide: ({ paidOn: told, amount }, current, office) => {
    const paidOn = told ?? office.on
    const owed = current.fee?.amount ?? 0
    const limit = paymentDue(current, office.calendar)?.due
    return unless(
      [
        amount < owed && refuse('paymentIncomplete', { owed, amount, lacking: owed - Math.max(0, amount) }),
        notAfterAct('缴费日期', paidOn, office),
        notBefore('缴费日期', paidOn, '发出收费通知之日', current.fee?.chargedOn ?? null),
        current.lapse && limit && paidOn > limit && refuse('paymentLate', { day: paidOn, limit }),
      ],
      () => [{ type: 'PaymentReceived', paidOn, amount }],
      paymentWarnings(paidOn, amount, current, office),
    )
  },
})
