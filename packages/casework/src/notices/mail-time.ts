import { addDays, type Calendar, type Day, daysBetween } from '@zhiqing/law'

/** A moment on the wall of the organ: the day, and the minutes since midnight (0 to 1439). */
export interface WallTime {
  readonly day: Day
  readonly minute: number
}

/** When somebody may be written to. */
export interface QuietRule {
  /** Minutes since midnight; from `quietFrom` on, until before `quietTo`; over midnight where it is the later one; alike: never. */
  readonly quietFrom: number
  readonly quietTo: number
  readonly workingDaysOnly: boolean
}

const fullDay = 24 * 60

const isQuiet = (minute: number, { quietFrom, quietTo }: QuietRule): boolean =>
  quietFrom <= quietTo ? minute >= quietFrom && minute < quietTo : minute >= quietFrom || minute < quietTo

const dayAfter = (day: Day): WallTime => ({ day: addDays(day, 1), minute: 0 })

/** The end of the quiet hours one is in: today, or tomorrow where they reach over midnight and it is still evening. */
const endOfQuiet = ({ day, minute }: WallTime, { quietTo }: QuietRule): WallTime =>
  minute < quietTo ? { day, minute: quietTo } : { day: addDays(day, 1), minute: quietTo }

/**
 * The first moment, from this one on, at which somebody may be written to. A pure reckoning: the moment is given, and the
 * calendar says which days are worked. The longest holiday is no more than weeks, so it ends.
 */
export const mailTime = (from: WallTime, rule: QuietRule, calendar: Pick<Calendar, 'isWorking'>): WallTime => {
  let at = from
  for (;;) {
    if (rule.workingDaysOnly && !calendar.isWorking(at.day)) at = dayAfter(at.day)
    else if (isQuiet(at.minute, rule)) at = endOfQuiet(at, rule)
    else return at
  }
}

/** May somebody be written to right now? */
export const mayMail = (now: WallTime, rule: QuietRule, calendar: Pick<Calendar, 'isWorking'>): boolean => {
  const { day, minute } = mailTime(now, rule, calendar)
  return day === now.day && minute === now.minute
}

/** `08:30`, as minutes since midnight; undefined where it is no time of day. */
export const minuteOf = (text: string): number | undefined => {
  const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(text) ?? []
  return hours === '' ? undefined : Number(hours) * 60 + Number(minutes)
}

/** Minutes since midnight as `08:30`. */
export const clockText = (minute: number): string =>
  [Math.floor((minute % fullDay) / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':')

/** How many minutes lie between two moments. */
export const minutesUntil = (from: WallTime, to: WallTime): number =>
  daysBetween(from.day, to.day) * fullDay + to.minute - from.minute
