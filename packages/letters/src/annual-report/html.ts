import { chartsOf, identitiesOf, type Sheet, type YearReport } from '@zhiqing/law'
import { chartSvg } from './chart-svg.js'
import { escaped } from './escaped.js'
import { placed } from './placed.js'
import { drawingsTitle, type ReportPart, reportWords, wordsBefore } from './words.js'

const tableHtml = (sheet: Sheet): string => {
  const cells = placed(sheet)
  const rows = sheet.rows.map((_, row) => {
    const own = cells.filter((one) => one.row === row)
    const html = own.map(({ cell, across, down }) => {
      const tag = cell.head ? 'th' : 'td'
      const spans = `${across > 1 ? ` colspan="${across}"` : ''}${down > 1 ? ` rowspan="${down}"` : ''}`
      const scope = cell.head ? ` scope="${row < sheet.heads ? 'col' : 'row'}"` : ''
      const name = cell.figure ? ` data-figure="${escaped(cell.figure)}"` : ''
      return `<${tag}${spans}${scope}${name}${cell.align ? ' class="left"' : ''}>${escaped(cell.text)}</${tag}>`
    })
    return `<tr>${html.join('')}</tr>`
  })
  return `<div class="wide"><table><caption>${escaped(sheet.title)}</caption><tbody>${rows.join('\n')}</tbody></table></div>`
}

const partHtml = ({ title, paragraphs, table }: ReportPart): string =>
  [
    `<h2>${escaped(title)}</h2>`,
    ...paragraphs.map((text) => `<p>${escaped(text)}</p>`),
    ...(table ? [tableHtml(table)] : []),
  ].join('\n')

const identities = (report: YearReport): string => {
  const rows = identitiesOf(report).map(
    ({ rule, zh, holds }) => `<li>${holds ? '✓' : '✗ 不符'} ${escaped(zh)}（${rule}）</li>`,
  )
  return `<details><summary>勾稽关系（${rows.length}项）</summary><ul>${rows.join('')}</ul></details>`
}

const drawings = (report: YearReport): string => {
  const charts = chartsOf(report)
  return charts.length === 0 ? '' : [`<h2>${drawingsTitle}</h2>`, ...charts.map(chartSvg)].join('\n')
}

const style = `body{max-width:60rem;margin:2rem auto;padding:0 1rem;font:18px/1.8 FangSong,仿宋,serif;color:#111;background:#fff}
h1{font-size:1.6rem;text-align:center}h2{font-size:1.2rem}p{text-indent:2em;margin:.4em 0}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%;font-size:15px;line-height:1.4}
caption{font-weight:bold;margin:.6em}th,td{border:1px solid #111;padding:.25em .4em;text-align:center}.left{text-align:left}
.edition{text-align:center;text-indent:0}svg{display:block;margin:1em auto;max-width:100%;height:auto}`

/** The report as one page that needs nothing else: the six parts, drawings for who looks rather than reads, the sums. */
export const reportHtml = (report: YearReport): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(report.title)}</title><style>${style}</style></head><body>
<h1>${escaped(report.title)}</h1>
${wordsBefore(report)
  .map((text, i) => `<p${i === 0 ? ' class="edition"' : ''}>${escaped(text)}</p>`)
  .join('\n')}
${reportWords(report).map(partHtml).join('\n')}
${drawings(report)}
${identities(report)}
</body></html>
`
