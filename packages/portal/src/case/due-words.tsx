import type { CaseView } from '@zhiqing/casework'
import { type Day, inChinese } from '@zhiqing/law'
import type { ReactNode } from 'react'
import { provisionalWords } from '../look/day-words.js'
import { WholeDay } from '../look/whole-day.js'
import type { OpenedCase } from './open-case.js'
import { letPass, paymentWords } from './payment-words.js'

/** The answer to "when?": a headline, and what is to be said to it. */
export interface DueWords {
  readonly headline: ReactNode
  readonly more: readonly string[]
}

const at = (before: string, on: Day, after: string): ReactNode => (
  <>
    {before}
    <WholeDay on={on} />
    {after}
  </>
)

const ended = ({ current }: OpenedCase): DueWords => {
  const { reply, withdrawnOn, lapse } = current
  if (reply?.dispatchedOn) return { headline: at('答复已经在', reply.dispatchedOn, '发出'), more: [] }
  if (withdrawnOn) return { headline: at('已经在', withdrawnOn, '撤回'), more: [] }
  if (lapse)
    return { headline: '这份申请不再办理', more: [`${letPass(current)}期限到${inChinese(lapse.lastDay)}为止。`] }
  return { headline: '已经办结', more: [] }
}

const left = (days: number): string => (days === 0 ? '就是今天。' : `还有${days}个工作日。`)

const running = ({ clock }: CaseView): DueWords => {
  if (!clock.dueOn) return { headline: '还没有开始计算答复期限', more: [] }
  if (clock.overdue)
    return {
      headline: '已经超过答复期限',
      more: [
        `应当在${inChinese(clock.dueOn)}以前答复您，我们没有做到。我们仍然应当答复您。`,
        '您可以打电话催问，也可以依法申请行政复议。',
      ],
    }
  return {
    headline: at('最迟在', clock.dueOn, '答复您'),
    more: [
      ...(clock.remainingWorkingDays === null ? [] : [left(clock.remainingWorkingDays)]),
      ...(clock.provisional ? [`${provisionalWords}。`] : []),
    ],
  }
}

/** The organ waits for the applicant: for a correction, or for a fee. */
const stopped = ({ current, office }: OpenedCase, view: CaseView): DueWords => {
  const toPay = paymentWords(current, view, office.on)
  return toPay
    ? { headline: '正在等您缴费', more: toPay }
    : { headline: '正在等您补正', more: ['补正以前，答复期限停止计算。'] }
}

/** When the reply is due, as the clock reads today. */
export const dueWords = (opened: OpenedCase, view: CaseView): DueWords => {
  const { status, remainingWorkingDays } = view.clock
  switch (status) {
    case 'running':
      return running(view)
    case 'suspended':
      return {
        headline: '正在征求意见',
        more: [
          '征求意见用的时间不算在答复期限以内，所以现在还不能确定是哪一天。',
          `意见回来以后，还有${remainingWorkingDays ?? 0}个工作日。`,
        ],
      }
    case 'stopped':
      return stopped(opened, view)
    case 'none':
      return { headline: '还没有开始计算答复期限', more: ['和您确认收到申请以后开始计算。'] }
    case 'ended':
      return ended(opened)
  }
}
