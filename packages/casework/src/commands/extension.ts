import { extensionLimit } from '@zhiqing/law'
import * as z from 'zod'
import { replyClock } from '../clocks.js'
import { command, unless } from '../command.js'
import { dayField, longText } from '../fields.js'
import { refuse } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'

const schema = z.strictObject({
  workingDays: z.int(),
  reason: longText(1000),
  notifiedOn: dayField.optional(),
  approvedBy: z.literal('officeHead').optional(),
})

const statusWords = {
  none: '尚未起算',
  running: '正在计算',
  stopped: '因补正停止',
  suspended: '征求意见停算',
  ended: '已经结束',
} as const

/** 延长答复期限: at most 20 working days, approved by the office head, told by the due day in force (条例 33.2; R35, T25). */
export const extendReply = command<z.infer<typeof schema>>({
  zh: '延长答复期限',
  article: 'ogi:33.2',
  schema,
  roles: ['officeHead', 'officer', 'registrar'],
  begins: ['ReplyExtended'],
  decide: (input, current, office) => {
    const { workingDays, reason, approvedBy } = input
    const clock = replyClock(current, office)
    const notifiedOn = input.notifiedOn ?? office.on
    const most = extensionLimit.at(clock.anchor ?? office.on)
    const counts = clock.status === 'running' || clock.status === 'suspended'
    const late = clock.dueOn !== null && notifiedOn > clock.dueOn
    return unless(
      [
        !reason.trim() && refuse('extensionReasonMissing'),
        !counts && refuse('clockNotRunning', { status: statusWords[clock.status] }),
        (workingDays < 1 || workingDays > most) && refuse('extensionTooLong', { least: 1, most }),
        current.extension &&
          refuse('alreadyExtended', {
            days: current.extension.workingDays,
            limit: clock.dueOn ?? '征求意见结束后的期限',
          }),
        office.actor.role !== 'officeHead' && !approvedBy && refuse('extensionNotApproved'),
        notAfterAct('告知日期', notifiedOn, office),
        notBefore('告知日期', notifiedOn, '本次期限起算之日', clock.anchor),
        counts && late && refuse('extensionAfterDue', { limit: clock.dueOn ?? '', day: notifiedOn }),
      ],
      () => [{ type: 'ReplyExtended', workingDays, reason, notifiedOn, formerDueOn: clock.dueOn }],
      notifiedOn < office.on ? [{ code: 'recordedLate', zh: '延期告知晚于实际告知之日录入，以实际告知之日为准' }] : [],
    )
  },
})
