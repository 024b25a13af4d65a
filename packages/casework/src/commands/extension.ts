import { extensionLimit, inChinese } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { extendedSoFar, replyClock } from '../clocks.js'
import { command, unless } from '../command.js'
import { dayField, longText } from '../fields.js'
import type { Office } from '../office.js'
import { type Refusal, refuse } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { ownCase } from './own-case.js'

const schema = z.strictObject({
  workingDays: z.int(),
  reason: longText(1000),
  notifiedOn: dayField.optional(),
  approvedBy: z.literal('officeHead').optional(),
})

/** The clock's status as people read it. */
export const statusWords = {
  none: '尚未起算',
  running: '正在计算',
  stopped: '因补正或者缴费停止',
  suspended: '征求意见停算',
  ended: '已经结束',
} as const

/** The law caps the days of a period, not how often they are taken: the number is the organ's setting (rulebook R35). */
const usedUp = (current: Case, office: Pick<Office, 'settings'>): boolean =>
  extendedSoFar(current, office).times >= office.settings.extensionRounds

/** Never once the reply is signed: what is signed needs no more time (条例 33.2). */
const notNow = (current: Case, office: Pick<Office, 'calendar' | 'settings'>): Refusal | undefined => {
  const { reply, deferral, redo } = current
  if (redo?.deadlineOn) return refuse('redoDayFixed', { limit: redo.deadlineOn })
  if (reply) return refuse('replySigned', { day: reply.signedOn })
  if (deferral) return refuse('alreadyDeferred', { limit: deferral.until })
  if (!usedUp(current, office)) return undefined
  const { dueOn, extension } = replyClock(current, office)
  const limit = dueOn ? `${inChinese(dueOn)}（含当日）以前` : '征求意见结束后的期限内'
  const { workingDays: days } = extendedSoFar(current, office)
  return days > extension
    ? refuse('extendedBefore', { days, limit })
    : refuse('alreadyExtended', { days: extension, limit })
}

/** 延长答复期限: at most 20 working days, approved by the office head, told by the due day in force (条例 33.2; R35, T25). */
export const extendReply = command<z.infer<typeof schema>>({
  zh: '延长答复期限',
  article: 'ogi:33.2',
  schema,
  begins: ['ReplyExtended'],
  offered: (current, office) => !usedUp(current, office) && current.deferral === null && !current.redo?.deadlineOn,
  notNow,
  decide: (input, current, office) => {
    const { workingDays, reason, approvedBy } = input
    const clock = replyClock(current, office)
    const notifiedOn = input.notifiedOn ?? office.on
    const whole = extensionLimit.at(clock.anchor ?? office.on)
    const most = whole - extendedSoFar(current, office).workingDays
    const counts = clock.status === 'running' || clock.status === 'suspended'
    const late = clock.dueOn !== null && notifiedOn > clock.dueOn
    return unless(
      [
        !reason.trim() && refuse('extensionReasonMissing'),
        !counts && refuse('clockNotRunning', { status: statusWords[clock.status] }),
        most < 1 && refuse('extensionUsedUp', { whole }),
        most >= 1 && (workingDays < 1 || workingDays > most) && refuse('extensionTooLong', { least: 1, most, whole }),
        office.actor.role === 'officeHead' && ownCase(current, office),
        office.actor.role !== 'officeHead' && !approvedBy && refuse('extensionNotApproved'),
        notAfterAct('告知日期', notifiedOn, office),
        notBefore('告知日期', notifiedOn, '本次期限起算之日', clock.anchor),
        counts && late && refuse('extensionAfterDue', { limit: clock.dueOn ?? '', day: notifiedOn }),
      ],
      () => [
        { type: 'ReplyExtended', workingDays, reason, notifiedOn, formerDueOn: clock.dueOn, approvedBy: 'officeHead' },
      ],
      notifiedOn < office.on ? [{ code: 'recordedLate', zh: '延期告知晚于实际告知之日录入，以实际告知之日为准' }] : [],
    )
  },
})
