import * as z from 'zod'
import type { Case } from '../case.js'
import { command, type NewFact, unless } from '../command.js'
import { longText } from '../fields.js'
import { caseNumber, caseSeries } from '../numbering.js'
import type { Office } from '../office.js'
import { refuse, type Warning } from '../refusal.js'
import { consultationOpen } from './open-consultation.js'

const schema = z.strictObject({
  items: z.array(longText(10_000)).max(50),
  consent: z.boolean().optional(),
  reason: longText(1000).optional(),
})

type SplitOff = Extract<NewFact, { type: 'RequestSplitOff' }>

/** What was asked before goes along under a key of its own, lest an asking of the new case with the same id take its place. */
const askedBefore = (
  { verbs, consultations, askings = [] }: Case,
  number: string,
): Pick<SplitOff, 'verbs' | 'askings'> => {
  const keyed = (id: string): string => `${number} ${id}`
  const all = [...consultations, ...askings].map(({ id, servedOn }) => ({ id: keyed(id), servedOn }))
  return {
    verbs: verbs.map((one) => ('key' in one ? { ...one, key: keyed(one.key) } : one)),
    ...(all.length > 0 ? { askings: all } : {}),
  }
}

/** A case of its own for one item: the receipt day, the corrections and the clock of the case it came from (rulebook T39). */
const childOf = (description: string, i: number, current: Case, office: Office): SplitOff => {
  const { channel, arrivedOn, receivedOn, applicant, coApplicants, form, corrections, extension } = current
  if (!receivedOn || !current.number) throw new Error('a case is split before its receipt')
  const series = caseSeries(current)
  const given = { ...office.numbers, [series]: (office.numbers[series] ?? 0) + i }
  return {
    type: 'RequestSplitOff',
    ...{ channel, arrivedOn, receivedOn, applicant, coApplicants, form, corrections, extension },
    ...askedBefore(current, current.number),
    information: { description },
    ...(current.drill ? { drill: true as const } : {}),
    number: caseNumber({ ...office, numbers: given }, current),
    receiptArticle: current.verbs.find(({ verb }) => verb === 'start')?.article ?? 'ogi:31',
    parent: current.number,
  }
}

/** 一事一申请 is no rule of law: a split wants the applicant's consent or a reason on file (rulebook R96, R107). */
const consentMissing = ({ consent, reason }: z.infer<typeof schema>): Warning[] =>
  consent || reason?.trim()
    ? []
    : [
        {
          code: 'splitConsentMissing',
          zh: '没有写明申请人同意拆分或者拆分的理由；条例没有一事一申请的要求，请征得同意或者补记理由，也可以不拆分、逐项答复',
        },
      ]

/**
 * 拆分申请: this case goes on with the first item; every other becomes a case of its own, with its own number and receipt
 * (rulebook R96, T39). They count separately in the yearly report.
 */
export const splitRequest = command<z.infer<typeof schema>>({
  zh: '拆分申请',
  article: 'practice',
  schema,
  begins: ['RequestSplit'],
  acceptsForm: true,
  decide: (input, current, office) => {
    const { items, consent, reason } = input
    const [, ...others] = items
    const blank = items.some((item) => !item.trim())
    const checked = unless(
      [
        (items.length < 2 || blank) && refuse('splitTooFew'),
        consultationOpen(current),
        current.redo && refuse('splitInRedo'),
        current.deferral && refuse('splitAfterDeferral', { limit: current.deferral.until }),
      ],
      () => [],
      consentMissing(input),
    )
    if (checked.refusals.length > 0) return checked
    const children = others.map((item, i) => childOf(item, i, current, office))
    const numbers = children.map(({ number }) => number)
    return { ...checked, facts: [{ type: 'RequestSplit', items, children: numbers, consent, reason }], children }
  },
})
