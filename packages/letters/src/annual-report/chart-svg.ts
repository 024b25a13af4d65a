import type { Chart } from '@zhiqing/law'
import { type DrawnWords, drawn } from './drawing.js'
import { escaped } from './escaped.js'

const place = (points: number): number => Math.round(points * 10) / 10

const wordsSvg = ({ text, x, y, size, from, heading }: DrawnWords): string =>
  `<text x="${place(x)}" y="${place(y)}" font-size="${size}" text-anchor="${from}"${heading ? ' font-weight="bold"' : ''}>${escaped(text)}</text>`

/** A chart for a page, told in words to who does not see it. */
export const chartSvg = (chart: Chart): string => {
  const { width, height, bars, lines, words } = drawn(chart)
  const strokes = lines.map(
    ({ x, from, to, width: thick }) =>
      `<line x1="${place(x)}" y1="${from}" x2="${place(x)}" y2="${to}" stroke="#111" stroke-width="${thick}"/>`,
  )
  const blocks = bars.map(
    (one) =>
      `<rect x="${place(one.x)}" y="${place(one.y)}" width="${place(one.width)}" height="${one.height}" fill="#333"/>`,
  )
  const inside = [...strokes, ...blocks, ...words.map(wordsSvg)].join('')
  return `<svg viewBox="0 0 ${width} ${height}" width="${place(width * 1.6)}" height="${place(height * 1.6)}" role="img" aria-label="${escaped(chart.told)}">${inside}</svg>`
}
