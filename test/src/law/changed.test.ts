import { changedSince, type Opened, type PlacedRemedy, type PublishedReport, type RemedyGroup } from '@zhiqing/law'
import t from 'tap'

/* What a draft marks beside its cases, worked out by hand: table four by remedies, table two by cells, words by parts. */

const remedy = (caseId: string, column: PlacedRemedy['column'], suit: string | null = null): PlacedRemedy => ({
  ...{ caseId, id: '诉1', suit, column },
  group: 'litigationDirect',
})

const none = [0, 0, 0, 0, 0]
const parts = { overview: '平稳。', problems: '不够。', other: '没有收费。' }

interface Look {
  readonly remedies?: readonly PlacedRemedy[]
  /** 行政诉讼（未经复议直接起诉）: counted by hand, one suit once. */
  readonly suits?: readonly number[]
  readonly table2?: Opened['table2']
  readonly parts?: Opened['parts']
  readonly sources?: Opened['sources']
  readonly previous?: PublishedReport | undefined
}

const now = ({ remedies = [], suits = none, table2 = {}, parts: told = parts, sources = {}, previous }: Look) => {
  const table4: Record<RemedyGroup, readonly number[]> = {
    ...{ reconsideration: none, litigationAfter: none },
    litigationDirect: suits,
  }
  return { remedies, report: { year: 2024, table2, table4, parts: told, sources, previous } }
}

const opened = ({ remedies = [], table2 = {}, parts: told = parts, sources = {}, previous }: Look): Opened => ({
  remedies: remedies.map(({ caseId, id, group, column, suit }) => [caseId, id, group, column, suit]),
  table2,
  parts: told,
  sources,
  previous: previous ?? null,
})

const change = (before: Look, after: Look) => changedSince(opened(before), now(after))
const nothing = { four: [], remedies: [], two: [], parts: [], sources: [], previous: null }
const figure = (name: string, before: number | null, after: number | null) => ({ figure: name, before, now: after })
const pending = { group: 'litigationDirect', column: 'pending', suit: null }

t.test('R94 R97 草稿 | table four: one suit counts once then as now, and each remedy that moved is told', async (t) => {
  const [a, b] = [remedy('甲', 'pending', '9号'), remedy('乙', 'pending', '9号')]
  t.strictSame(
    change({ remedies: [a, b] }, { remedies: [a, b], suits: [0, 0, 0, 1, 1] }),
    nothing,
    'one suit, as before',
  )
  const bare = remedy('乙', 'pending')
  t.strictSame(
    change({ remedies: [a, bare] }, { remedies: [a, b], suits: [0, 0, 0, 1, 1] }),
    {
      ...nothing,
      four: [figure('litigationDirect pending', 2, 1), figure('litigationDirect total', 2, 1)],
      remedies: [{ caseId: '乙', id: '诉1', before: pending, after: { ...pending, suit: '9号' } }],
    },
    'a number given later makes one suit of two',
  )
  t.strictSame(
    change({ remedies: [bare] }, {}),
    {
      ...nothing,
      four: [figure('litigationDirect pending', 1, 0), figure('litigationDirect total', 1, 0)],
      remedies: [{ caseId: '乙', id: '诉1', before: pending, after: null }],
    },
    'the year tells of it no longer',
  )
  const swapped = change(
    { remedies: [remedy('甲', 'upheld'), remedy('乙', 'pending')] },
    { remedies: [remedy('甲', 'pending'), remedy('乙', 'upheld')], suits: [1, 0, 0, 1, 2] },
  )
  t.strictSame(swapped.four, [], 'no figure is another')
  t.strictSame(
    swapped.remedies.map(({ caseId, after }) => [caseId, after?.column]),
    [
      ['甲', 'pending'],
      ['乙', 'upheld'],
    ],
    'and yet two cases moved',
  )
})

t.test(
  '条例50 草稿 | table two and words: nought is not blank, and words of one length are not the same words',
  async (t) => {
    for (const [before, after, expected] of [
      [[0, 1, 2], [0, 1, 2], []],
      [undefined, undefined, []],
      [undefined, [0, null, 2], [figure('table2 规章 0', null, 0), figure('table2 规章 2', null, 2)]],
      [[0, 1, 2], [0, 1, 3], [figure('table2 规章 2', 2, 3)]],
      [[0, 1, 2], undefined, [0, 1, 2].map((one, i) => figure(`table2 规章 ${i}`, one, null))],
    ] as const)
      t.strictSame(
        change({ table2: before ? { 规章: before } : {} }, { table2: after ? { 规章: after } : {} }).two,
        expected,
        `${before} → ${after}`,
      )
    t.strictSame(change({ table2: { 行政许可: [12] } }, { table2: { 行政许可: [13] } }).two, [
      figure('table2 行政许可', 12, 13),
    ])
    t.strictSame(change({}, { parts: { ...parts, problems: '充分。' } }).parts, [
      { part: 'problems', before: '不够。', now: '充分。' },
    ])
  },
)

const before = (cells: readonly number[], more: Partial<PublishedReport> = {}): PublishedReport => ({
  ...{ organ: '某县', year: 2023, format: '2021', table4: {} },
  table3: { 1: [5], 4: cells },
  ...more,
})

t.test(
  'R93 草稿 | sources told otherwise and another report of last year are marked; in another order it is the same',
  async (t) => {
    const sources = { 行政许可: '审批股', previous: '纸质报告' }
    t.strictSame(change({ sources }, { sources: { previous: '纸质报告', 行政许可: '审批股' } }), nothing)
    t.strictSame(change({ sources }, { sources: { 行政许可: '审批股更正', 规章: '法制股' } }).sources, [
      { name: '行政许可', before: '审批股', now: '审批股更正' },
      { name: 'previous', before: '纸质报告', now: '' },
      { name: '规章', before: '', now: '法制股' },
    ])
    const carried = [1, 0, 0, 0, 0, 0, 1]
    t.strictSame(change({}, { previous: before(carried) }).previous, { before: null, now: 1 })
    t.strictSame(change({ previous: before(carried) }, {}).previous, { before: 1, now: null })
    t.strictSame(change({ previous: before(carried) }, { previous: before([2, 0, 0, 0, 0, 0, 2]) }).previous, {
      before: 1,
      now: 2,
    })
    const turned = before(carried, { table3: { 4: carried, 1: [5] } })
    t.equal(
      change({ previous: before(carried) }, { previous: turned }).previous,
      null,
      'a database keeps its own order',
    )
    const others = before(carried, { table2: { 规章: [0, 0, 3] } })
    t.strictSame(
      change({ previous: before(carried) }, { previous: others }).previous,
      { before: 1, now: 1 },
      'table two too',
    )
    const { sources: _, previous: __, ...old } = opened({})
    t.strictSame(
      changedSince(old, now({ sources, previous: before(carried) })),
      nothing,
      'a draft that put none of it by',
    )
  },
)
