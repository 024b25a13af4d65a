import type { Calendar } from '../calendar/index.js'
import type { ArticleRef } from '../citation.js'
import { type Day, inChinese } from '../day.js'
import { periodOf } from './period.js'
import type { ClockVerb, ClockVerbName } from './verbs.js'

/** One line of the answer to "why this day?". */
export interface TraceRow {
  readonly on: Day
  readonly verb: ClockVerbName
  readonly article: ArticleRef
  readonly zh: string
}

/** A fee stops and restarts the clock as a correction does; its article tells them apart (办法第六条). */
const isFee = ({ article }: ClockVerb): boolean => article.startsWith('fee:')

/** What gave the period anew: a correction, a payment, and otherwise an order to reply anew or the organ's own correction. */
const restarted = (verb: ClockVerb): string => {
  if (isFee(verb)) return '缴清信息处理费'
  if (verb.article === 'ogi:30') return '收到补正'
  return verb.article === 'practice' ? '开始重新答复' : '收到责令重新答复的文书'
}

const words = (verb: ClockVerb, paused: Day | undefined, calendar: Calendar): string => {
  switch (verb.verb) {
    case 'start':
      return `收到申请，自次日起计算答复期限${periodOf(verb)}个工作日`
    case 'hold':
      return isFee(verb) ? '发出收费通知，停止计算' : '告知补正，停止计算'
    case 'restart':
      return `${restarted(verb)}，自次日起重新计算答复期限${periodOf(verb)}个工作日`
    case 'pause':
      return '发出征求意见书，自次日起不计入答复期限'
    case 'resume':
      return `征求意见结束，自次日起继续计算${paused ? `（该次征求意见期间有${calendar.countWorkingDays(paused, verb.on)}个工作日）` : ''}`
    case 'extend':
      return `告知延长答复期限${verb.workingDays}个工作日`
    case 'defer':
      return `${verb.article === 'ogi:35' ? '告知延迟答复' : '责令重新答复'}，期限为${inChinese(verb.until)}`
    case 'end':
      return '答复发出或者申请办结，停止计算'
  }
}

const byDay = (a: TraceRow, b: TraceRow): number => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)

/** Every act that moved the clock, in order of days, with its article. */
export const traceOf = (verbs: readonly ClockVerb[], calendar: Calendar): TraceRow[] => {
  const pauses = new Map(verbs.flatMap((verb) => (verb.verb === 'pause' ? [[verb.key, verb.on] as const] : [])))
  return verbs
    .map((verb) => ({
      on: verb.on,
      verb: verb.verb,
      article: verb.article,
      zh: words(verb, verb.verb === 'resume' ? pauses.get(verb.key) : undefined, calendar),
    }))
    .toSorted(byDay)
}
