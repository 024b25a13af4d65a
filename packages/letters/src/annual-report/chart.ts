import type { YearReport } from '@zhiqing/law'

const groups: readonly (readonly [zh: string, prefix: string])[] = [
  ['予以公开', '3.1'],
  ['部分公开', '3.2'],
  ['不予公开', '3.3'],
  ['无法提供', '3.4'],
  ['不予处理', '3.5'],
  ['其他处理', '3.6'],
]

/** Results by their six groups, from the total column. */
export const resultGroups = ({ table3 }: YearReport): { zh: string; count: number }[] =>
  groups.map(([zh, prefix]) => ({
    zh,
    count: Object.entries(table3)
      .filter(([line]) => line === prefix || line.startsWith(`${prefix}.`))
      .reduce((sum, [, cells]) => sum + (cells[6] ?? 0), 0),
  }))

const line = 34
const left = 110
const longest = 420

/** Bars of the six groups with their figures beside them: no colour tells anything that the words do not. */
export const columnChart = (report: YearReport): string => {
  const bars = resultGroups(report)
  const most = Math.max(1, ...bars.map(({ count }) => count))
  const height = bars.length * line + 10
  const rows = bars.map(({ zh, count }, i) => {
    const y = i * line + 8
    const width = Math.round((count / most) * longest)
    return `<text x="${left - 10}" y="${y + 17}" text-anchor="end">${zh}</text><rect x="${left}" y="${y}" width="${width}" height="22" fill="#1f4e79"/><text x="${left + width + 8}" y="${y + 17}">${count}</text>`
  })
  const told = bars.map(({ zh, count }) => `${zh}${count}件`).join('，')
  return `<svg viewBox="0 0 640 ${height}" width="640" height="${height}" role="img" aria-label="本年度办理结果：${told}" font-size="16">${rows.join('')}</svg>`
}
