import { chartsOf, type Line } from '@zhiqing/law'
import t from 'tap'

/* What a yearly report draws: bars from the total column, on an axis of even steps. Steps worked out by hand. */

const row = (total: number): number[] => [0, 0, 0, 0, 0, 0, total]
const table = (totals: Partial<Record<Line, number>>) =>
  Object.fromEntries(Object.entries(totals).map(([line, total]) => [line, row(total)]))

t.test(
  '图 | the axis ends on a step no shorter than the longest bar, five steps at most, never half a case',
  async (t) => {
    for (const [longest, step, most] of [
      [1, 1, 1],
      [5, 1, 5],
      [6, 2, 6],
      [7, 2, 8],
      [9, 2, 10],
      [10, 2, 10],
      [11, 5, 15],
      [25, 5, 25],
      [26, 10, 30],
      [50, 10, 50],
      [51, 20, 60],
      [101, 50, 150],
      [251, 100, 300],
      [5548, 2000, 6000],
    ] as const) {
      const [chart] = chartsOf({ year: 2025, table3: table({ '3.1': longest }) })
      t.strictSame([chart?.step, chart?.most], [step, most], `${longest}件`)
    }
  },
)

t.test(
  '图 | results by their six groups, 不予公开 by its grounds; nothing is drawn of what did not happen',
  async (t) => {
    const table3 = table({ '3.1': 4, '3.2': 3, '3.3.1': 1, '3.3.8': 2, '3.4.3': 5, '3.5.5': 6, '3.6.1': 7, '3.6.3': 1 })
    const [results, refusals, ...none] = chartsOf({ year: 2025, table3 })
    const bars = (chart: typeof results) => chart?.bars.map(({ zh, count }) => `${zh} ${count}`)
    t.strictSame(bars(results), ['予以公开 4', '部分公开 3', '不予公开 3', '无法提供 5', '不予处理 6', '其他处理 8'])
    t.strictSame(bars(refusals), [
      ...['属于国家秘密 1', '其他法律行政法规禁止公开 0', '危及“三安全一稳定” 0', '保护第三方合法权益 0'],
      ...['属于三类内部事务信息 0', '属于四类过程性信息 0', '属于行政执法案卷 0', '属于行政查询事项 2'],
    ])
    t.strictSame(none, [])
    t.match(results?.told, /^本年度办理结果：予以公开4件，.*其他处理8件。$/)
    t.strictSame(
      chartsOf({ year: 2025, table3: table({ '3.4.1': 1 }) }).map(({ title }) => title),
      ['本年度办理结果'],
    )
    t.strictSame(chartsOf({ year: 2025, table3: table({ '1': 3, '4': 3 }) }), [])
  },
)

t.test('60号 图 | the one row of 其他处理 of the form of 2019 is its group', async (t) => {
  const [results] = chartsOf({ year: 2019, table3: table({ '3.1': 1, '3.6': 9 }) })
  t.strictSame(results?.bars.at(-1), { zh: '其他处理', count: 9 })
})
