/** '2025-03-03' → '2025年3月3日': Arabic digits, no leading zeros (GB/T 9704-2012 7.3.5.4). */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
