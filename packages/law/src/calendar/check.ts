import { isDay, weekday } from '../day.js'
import type { NamedDay, Notice } from './notice.js'

const holidays = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']

/** What is wrong with a notice, every fault at once, in Chinese; an empty list when it may be imported. */
export const checkNotice = (notice: Notice): string[] => {
  const named: [string, readonly NamedDay[]][] = [
    ['off', notice.off],
    ['work', notice.work],
  ]
  const badDays = named.flatMap(([list, days]) =>
    days
      .filter(({ date }) => !isDay(date) || !nearYear(notice.year, date))
      .map(({ date }) => `${list}：${date} 不是该年安排内的日期`),
  )
  if (badDays.length > 0) return badDays
  const off = new Set(notice.off.map(({ date }) => date))
  return [
    ...notice.work
      .filter(({ date }) => isDay(date) && weekday(date) <= 5)
      .map(({ date }) => `work：${date} 不是周六、周日，不能是调休上班日`),
    ...notice.work.filter(({ date }) => off.has(date)).map(({ date }) => `${date} 既放假又上班`),
    ...holidays.filter((name) => !notice.off.some((day) => day.name.includes(name))).map((name) => `off：缺少${name}`),
    ...(isDay(notice.notice.issued) ? [] : [`notice.issued：${notice.notice.issued} 不是日期`]),
  ]
}

/** A notice speaks of its own year and of the last days of the year before. */
const nearYear = (year: number, date: string): boolean =>
  date.startsWith(`${year}-`) || (date >= `${year - 1}-12-26` && date < `${year}-01-01`)
