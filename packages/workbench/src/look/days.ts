/** 2025-03-31 → 2025年3月31日. */
export const inWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** 3月31日, where the year is this one's. */
export const shortDay = (day: string, today: string): string =>
  day.slice(0, 4) === today.slice(0, 4) ? inWords(day).slice(5) : inWords(day)

/** The same to the second, as a log wants it. */
export const secondInWords = (instant: string): string =>
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: 'medium', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  )

/** The moment of a record, as the clock on the wall says it in China. */
export const momentInWords = (instant: string): string =>
  new Intl.DateTimeFormat('zh-CN', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Asia/Shanghai' }).format(
    new Date(instant),
  )
