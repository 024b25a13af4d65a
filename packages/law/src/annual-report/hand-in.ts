import type { Calendar } from '../calendar/index.js'
import { addDays, type Day, earlierOf } from '../day.js'
import type { OrganType } from '../organ.js'

/** A day of every year, as `01-26`. */
export type YearDay = string

/** By when a report is to be published: the office's own day, the law's, and the last working day up to the own one. */
export interface HandInDays {
  readonly internal: Day
  /** 31 January, of a government 31 March: dates, not periods, which do not roll (条例 49; rulebook §6). */
  readonly lawful: Day
  readonly workTarget: Day
}

/** The two settings that give an office days of its own. */
export interface HandInSettings {
  readonly reportHandInDay: YearDay
  readonly reportGovernmentDay: YearDay
}

const lawfulDays = { organ: '01-31', government: '03-31' } as const

const governments: readonly OrganType[] = ['countyGovernment', 'cityGovernment', 'provincialGovernment']

/** Whose report it is: a department's own, or that of a government, put together of theirs (条例 49.2). */
const sideOf = (type: OrganType): keyof typeof lawfulDays => (governments.includes(type) ? 'government' : 'organ')

/** A government's report is the one put together of its departments' (条例 49.2). */
export const isGovernment = (type: OrganType): boolean => sideOf(type) === 'government'

const ownDay = (settings: HandInSettings, side: keyof typeof lawfulDays): YearDay =>
  side === 'government' ? settings.reportGovernmentDay : settings.reportHandInDay

/** A day off cannot be worked on: the last working day up to it. */
const workedBy = (day: Day, calendar: Pick<Calendar, 'isWorking'>): Day => {
  let at = day
  while (!calendar.isWorking(at)) at = addDays(at, -1)
  return at
}

/**
 * By when the report of a year is to be published. `above`: the settings of the organ that supervises this one, whose day holds
 * for those under it as well; the earlier of the two counts, and none is later than the law's.
 */
export const handInDays = (
  of: { readonly year: number; readonly type: OrganType; readonly settings: HandInSettings },
  above: HandInSettings | undefined,
  calendar: Pick<Calendar, 'isWorking'>,
): HandInDays => {
  const side = sideOf(of.type)
  const inYear = (day: YearDay): Day => `${of.year + 1}-${day}` as Day
  const lawful = inYear(lawfulDays[side])
  const own = [of.settings, ...(above && side === 'organ' ? [above] : [])].map((one) => inYear(ownDay(one, side)))
  const internal = own.reduce(earlierOf, lawful)
  return { internal, lawful, workTarget: workedBy(internal, calendar) }
}

/** How a report that is not published yet stands to its days. */
export const handInStages = {
  coming: '内部期限将至',
  near: '内部期限只剩三个工作日',
  late: '已过内部期限',
  unlawful: '已过法定期限',
} as const
export type HandInStage = keyof typeof handInStages

const comingWorkingDays = 10
const nearWorkingDays = 3
const lastReminded = '-06-30'

/**
 * What those who have not published are reminded of on a day: ten and three working days before the office's own day, the day
 * after it, and the day after the law's; null before, and from July on: by then it is a matter of supervision, not of reminders.
 * Reckoned from the day alone: nothing is kept of what was said.
 */
export const handInStage = (
  { internal, lawful, workTarget }: HandInDays,
  today: Day,
  calendar: Pick<Calendar, 'countWorkingDays'>,
): HandInStage | null => {
  if (today.slice(4) > lastReminded) return null
  if (today > lawful) return 'unlawful'
  if (today > internal) return 'late'
  const left = calendar.countWorkingDays(today, workTarget)
  if (left <= nearWorkingDays) return 'near'
  return left <= comingWorkingDays ? 'coming' : null
}
