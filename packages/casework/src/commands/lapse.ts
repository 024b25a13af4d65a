import { addDays, type Calendar, type Day } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { command, done, unless, type Verdict } from '../command.js'
import { correctionDue, paymentDue } from '../due.js'
import { longText } from '../fields.js'
import { refuse } from '../refusal.js'
import { byPaper } from './by-paper.js'

/** The words of the command for both lapses. */
export const lapseWords = '确认逾期不补正或者不缴费'

/** The last day that the applicant let pass, with the outcome it leads to and the words that refuse it too early. */
const missed = (current: Case, calendar: Calendar) =>
  current.at.state === 'awaitingPayment'
    ? ({
        outcome: 'X2',
        limit: paymentDue(current, calendar)?.due,
        unserved: 'paymentLapseWithoutService',
        early: 'paymentLapseTooEarly',
      } as const)
    : ({
        outcome: 'X1',
        limit: correctionDue(current, calendar)?.due,
        unserved: 'lapseWithoutService',
        early: 'lapseTooEarly',
      } as const)

/**
 * A person confirms that there is no good cause: the request is abandoned the day after the last day to correct or to pay
 * (rulebook R25, R47, T10, T28).
 */
export const confirmLapse = command({
  zh: lapseWords,
  article: 'ogi:30',
  schema: z.strictObject({}),
  begins: ['RequestAbandoned'],
  decide: (_, current, office) => {
    const { on, calendar } = office
    const { outcome, limit, unserved, early } = missed(current, calendar)
    return unless(
      [!limit && refuse(unserved), limit && on <= limit && refuse(early, { limit })],
      () => (limit ? [{ type: 'RequestAbandoned', outcome, lastDay: limit, abandonedOn: addDays(limit, 1) }] : []),
      byPaper(current, office),
    )
  },
})

const withdrawSchema = z.strictObject({ items: z.array(longText(1000)).max(50).optional() })

const someOf = (items: readonly string[], { reply }: Case, on: Day): Verdict =>
  unless(
    [
      items.every((item) => !item.trim()) && refuse('withdrawnAll'),
      // The signed reply answers them all: it is taken back first.
      reply && refuse('withdrawnSomeSigned', { day: reply.signedOn }),
    ],
    () => [{ type: 'ItemsWithdrawn', items, withdrawnOn: on }],
  )

/** 撤回: any time until the reply is sent; with `items` only those, and the rest runs on (rulebook R104, T35). */
export const withdrawRequest = command<z.infer<typeof withdrawSchema>>({
  zh: '撤回申请',
  article: 'practice',
  schema: withdrawSchema,
  begins: ['RequestWithdrawn'],
  offered: ({ reply }) => !reply?.dispatchedOn,
  decide: ({ items }, current, { on }) =>
    items
      ? someOf(items, current, on)
      : done(
          [{ type: 'RequestWithdrawn', outcome: 'X3', kind: 'withdrawn', withdrawnOn: on }],
          current.coApplicants.length > 0
            ? [{ code: 'withdrawalNeedsAll', zh: '共同申请须由全体申请人撤回，请核对每一位申请人的书面意思' }]
            : [],
        ),
})

/** The scheduler looks at the case: what is due by itself has been done before any command (contract §2). */
export const calendarDay = command({
  zh: '日程检查',
  article: 'practice',
  schema: z.strictObject({}),
  begins: ['LetterServed'],
  decide: () => done([]),
})

/** 归档 (rulebook R63, T36). */
export const archiveCase = command({
  zh: '归档',
  article: 'ogi:45',
  schema: z.strictObject({}),
  begins: ['CaseArchived'],
  decide: (_, __, { settings }) => done([{ type: 'CaseArchived', retention: settings.retention }]),
})
