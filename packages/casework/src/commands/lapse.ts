import { addDays } from '@zhiqing/law'
import * as z from 'zod'
import { command, done, unless } from '../command.js'
import { correctionDue } from '../due.js'
import { refuse } from '../refusal.js'

/** A person confirms that there is no good cause: the request is abandoned the day after the last day (rulebook R25, T10). */
export const confirmLapse = command({
  zh: '确认逾期不补正',
  article: 'ogi:30',
  schema: z.strictObject({}),
  roles: ['registrar'],
  begins: ['RequestAbandoned'],
  decide: (_, current, { on, calendar }) => {
    const limit = correctionDue(current, calendar)?.due
    return unless(
      [!limit && refuse('lapseWithoutService'), limit && on <= limit && refuse('lapseTooEarly', { limit })],
      () =>
        limit ? [{ type: 'RequestAbandoned', outcome: 'X1', lastDay: limit, abandonedOn: addDays(limit, 1) }] : [],
    )
  },
})

/** 撤回: any time until the reply is signed (rulebook R104, T35). */
export const withdrawRequest = command({
  zh: '撤回申请',
  article: 'practice',
  schema: z.strictObject({}),
  roles: ['registrar', 'applicant'],
  begins: ['RequestWithdrawn'],
  decide: (_, __, { on }) => done([{ type: 'RequestWithdrawn', outcome: 'X3', kind: 'withdrawn', withdrawnOn: on }]),
})

/** The scheduler looks at the case: what is due by itself has been done before any command (contract §2). */
export const calendarDay = command({
  zh: '日程检查',
  article: 'practice',
  schema: z.strictObject({}),
  roles: ['calendar'],
  begins: ['LetterServed'],
  decide: () => done([]),
})

/** 归档 (rulebook R63, T36). */
export const archiveCase = command({
  zh: '归档',
  article: 'ogi:45',
  schema: z.strictObject({}),
  roles: ['registrar'],
  begins: ['CaseArchived'],
  decide: () => done([{ type: 'CaseArchived' }]),
})
