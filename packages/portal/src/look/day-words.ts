import { type Day, inChinese, parts, weekday } from '@zhiqing/law'

const names = ['一', '二', '三', '四', '五', '六', '日']

/** 周一 … 周日. */
export const weekdayWords = (on: Day): string => `周${names[weekday(on) - 1]}`

/** 2026年12月21日（周一） */
export const dayWords = (on: Day): string => `${inChinese(on)}（${weekdayWords(on)}）`

/** 12月21日 */
export const shortDay = (on: Day): string => {
  const { month, date } = parts(on)
  return `${month}月${date}日`
}

/** Said of every day that rests on a year without a notice. */
export const provisionalWords = '暂定，以国务院办公厅公布的放假安排为准'

/** China has kept one time since 1991 and no summer time: the day of an instant in Asia/Shanghai is that of UTC+8. */
export const dayOfInstant = (instant: Date): Day =>
  new Date(instant.getTime() + 8 * 60 * 60 * 1000).toISOString().slice(0, 10) as Day
