export {
  type DaysQuestion,
  daysFor,
  type FactNoticeKind,
  hasNews,
  type NewsQuestion,
  type NoticeKind,
  newsFor,
  noticeKindNames,
  noticeKindOf,
  noticeKinds,
  soonWorkingDays,
} from './kinds.js'
export { clockText, mailTime, mayMail, minuteOf, minutesUntil, type QuietRule, type WallTime } from './mail-time.js'
