import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type Block,
  composeLetter,
  type Fields,
  FieldsError,
  layOut,
  loadTemplate,
  openFonts,
  type Page,
  type Part,
  printLetter,
  sampleFields,
} from '@zhiqing/letters'
import t from 'tap'
import { textOf } from './pdf.js'

/** Where pages end (GB/T 9704-2012 5.2.3, 7.3.5.4, 7.4): never a line alone, a heading alone, a signature alone. */

const fonts = await openFonts()
const lay = (blocks: readonly Block[]): Page[] => layOut(blocks, { fonts })

const title: Block = { kind: 'title', lines: ['单'] }
const signOff: Block = { kind: 'signOff', organ: '青禾县自然资源局', date: '2025年3月28日' }
/** A paragraph of so many lines: 28 characters each, two less in the first. */
const paragraph = (lines: number): Block => ({ kind: 'paragraph', text: '征'.repeat(28 * lines - 2) })

/** The baselines of a page's words, from the top; page numbers and repeated headers are no part of them. */
const baselines = ({ runs }: Page): number[] =>
  [...new Set(runs.filter(({ part }) => part).map(({ y }) => Math.round(y * 10) / 10))].toSorted((a, b) => a - b)

/** Of each part that is of this role its lines on each page. */
const linesOf = (pages: readonly Page[], role: Part['role']): number[][] => {
  const parts = [...new Set(pages.flatMap(({ runs }) => runs.flatMap(({ part }) => part ?? [])))]
  const own = parts.filter((part) => part.role === role)
  return own.map((part) =>
    pages.map((page) => baselines({ ...page, runs: page.runs.filter((run) => run.part === part) }).length),
  )
}

t.test('段落 | at least two lines of a paragraph stand on either side of a page’s end', async (t) => {
  let parted = 0
  for (let before = 1; before <= 44; before++)
    for (const length of [2, 3, 4, 5, 9]) {
      const pages = lay([title, paragraph(before), paragraph(length)])
      for (const counts of linesOf(pages, 'P')) {
        const there = counts.filter((count) => count > 0)
        if (there.length > 1) parted += 1
        const total = there.reduce((sum, count) => sum + count, 0)
        if (total > 1 && there.includes(1)) t.fail(`${before} and ${length} lines: ${counts}`)
      }
    }
  t.ok(parted > 50, `${parted} paragraphs went over a page’s end`)
})

t.test('标题 | a heading keeps two lines of what follows it; with a heading under it, those of that one', async (t) => {
  const heading = (level: 1 | 2): Block => ({ kind: 'heading', level, text: '一、事实和理由' })
  let ended = 0
  for (let before = 1; before <= 44; before++)
    for (const following of [[heading(1)], [heading(1), heading(2)]] as const) {
      const pages = lay([title, paragraph(before), ...following, paragraph(6)])
      for (const [index, page] of pages.slice(0, -1).entries()) {
        const heads = page.runs.filter(({ part }) => part?.role === 'H2' || part?.role === 'H3')
        const lowest = Math.max(...heads.map(({ y }) => y))
        if (heads.length === 0) continue
        ended += 1
        const kept = baselines(page).filter((y) => y > lowest + 1).length
        if (kept < 2) t.fail(`${before} lines, page ${index + 1}: ${kept} lines after the heading`)
      }
    }
  t.ok(ended > 10, `${ended} pages that end after a heading`)
})

t.test('表格 | the header is set again on every page, never alone; a short row is never parted', async (t) => {
  const cell = '补偿'.repeat(12)
  for (let before = 1; before <= 24; before++) {
    const pages = lay([
      title,
      paragraph(before),
      {
        kind: 'table',
        header: ['序号', '项目'],
        rows: Array.from({ length: 40 }, (_, i) => [`${i + 1}`, cell.repeat(6)]),
      },
    ])
    const tables = pages.filter(({ runs }) => runs.some(({ size, text }) => size === 14 && text === '项目'))
    const withRows = pages.filter(({ runs }) => runs.some(({ part }) => part?.role === 'TD'))
    t.equal(tables.length, withRows.length, `after ${before} lines: a header where there are rows, and nowhere else`)
    t.equal(tables.filter(({ runs }) => runs.some(({ part }) => part?.role === 'TH')).length, 1, 'read aloud once')
    for (const counts of linesOf(pages, 'TD'))
      if (counts.filter((count) => count > 0).length > 1) t.fail(`after ${before} lines a row is parted: ${counts}`)
  }
})

/** The first page has 20 rows under its title, the others 22; the signature takes 4 of the usual height. */
t.test('落款 | the lines come closer before a page is opened for the signature alone', async (t) => {
  // pitch 28.99 of 22 rows, 27.73 of 23, 26.57 of 24; worked out by hand: 17 × 26.57 + 4 × 28.99 = 567.7 ≤ 579.8
  const table: readonly (readonly [lines: number, pages: number, pitch: number])[] = [
    [16, 1, 28.99],
    [17, 1, 26.57],
    [18, 2, 28.99],
    [38, 2, 28.99],
    [39, 2, 26.57],
    [60, 3, 28.99],
    // 20 rows, 23 and 18 with the signature
    [61, 3, 27.73],
    [62, 3, 26.57],
    // 21 rows, 24 and 19: 19 × 26.57 + 4 × 28.99 = 620.8 ≤ 637.8
    [64, 3, 26.57],
    [65, 4, 28.99],
  ]
  for (const [lines, count, pitch] of table) {
    const pages = lay([title, paragraph(lines), signOff])
    t.equal(pages.length, count, `${lines} lines: pages`)
    const [, first = 0, second = 0] = baselines(pages[0] as Page)
    t.ok(Math.abs(second - first - pitch) < 0.11, `${lines} lines: pitch ${second - first}`)
    const seal = pages.at(-1)?.seal
    t.ok(seal && seal.y + seal.height < (262 * 72) / 25.4 + 60, 'the seal has its place')
    const last = baselines(pages.at(-1) as Page)
    t.ok(last.length >= 4, 'two lines of text, the name and the day')
    const [name = 0, day = 0] = last.slice(-2)
    t.ok(Math.abs(day - name - 28.99) < 0.11, 'name and day keep their distance, as the seal does')
  }
})

t.test('落款 | keeps two lines of the text, also where they are two paragraphs of one line each', async (t) => {
  for (let lines = 1; lines <= 70; lines++) {
    const pages = lay([title, ...Array.from({ length: lines }, () => paragraph(1)), signOff])
    const kept = baselines(pages.at(-1) as Page).length - 2
    if (lines > 1 && kept < 2) t.fail(`${lines} paragraphs: ${kept} lines with the signature`)
  }
  t.pass('70 lengths')
})

t.test(
  '版记 | at the foot of the last page; on a page of its own only where there is no room at any pitch',
  async (t) => {
    const head: Block = { kind: 'head', organ: '青禾县自然资源局', number: '青自然资〔2025〕9号', format: 'document' }
    const imprint: Block = {
      kind: 'imprint',
      copies: null,
      printed: { by: '青禾县自然资源局办公室', on: '2025年3月28日' },
    }
    const foot = (262 * 72) / 25.4
    let alone = 0
    for (let lines = 1; lines <= 60; lines++) {
      const pages = lay([head, title, paragraph(lines), signOff, imprint])
      const at = pages.flatMap(({ runs }, index) => (runs.some(({ text }) => text.includes('印发')) ? [index] : []))
      t.strictSame(at, [pages.length - 1], `${lines} lines: on the last page alone`)
      const last = pages.at(-1) as Page
      const own = last.runs.filter(({ size, part }) => size === 14 && part)
      const others = last.runs.filter(({ size, part }) => size !== 14 && part)
      const top = Math.min(...own.map(({ y }) => y)) - 0.88 * 14
      if (others.length === 0) alone += 1
      else t.ok(Math.max(...others.map(({ y }) => y)) + 0.12 * 16 < top - 5, `${lines} lines: clear of the text`)
      t.ok(Math.max(...own.map(({ y }) => y)) < foot, 'inside the type area')
    }
    t.ok(alone <= 4, `${alone} of 60 lengths have it alone`)
  },
)

// ---- which format, and who says so

const folder = mkdtempSync(join(tmpdir(), 'zhiqing-pagination-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const own = (style: string, more = '') => `---
id: T01
kind: test-letter
名称: 测试文书
标题: 测试告知书
版本: 2026-11
版式: ${style}
变量:
  机关名称: { 类型: 文本, 说明: 机关 }
  文号: { 类型: 文本, 说明: 文号 }
  成文日期: { 类型: 日期, 说明: 成文之日 }
  联系部门: { 类型: 文本, 说明: 部门 }
  抄送: { 类型: 文本, 可空: true, 说明: 抄送谁 }
---

{{ 联系部门 }}${more}

{% 落款 %}

抄送：{{ 抄送 }}
`
const fields: Fields = {
  机关名称: '青禾县自然资源局',
  文号: '青自然资〔2025〕9号',
  成文日期: '2025-03-28',
  联系部门: '办公室',
  抄送: '青禾县司法局，青禾县档案馆',
}
const compose = (style: string, more: Fields = {}) => {
  const place = mkdtempSync(join(folder, 'a-'))
  writeFileSync(join(place, 'T01.md'), own(style))
  return composeLetter(loadTemplate('T01', [place]), { ...fields, ...more })
}
const headOf = (blocks: readonly Block[]) => blocks.find((block) => block.kind === 'head')?.format
const imprintOf = (blocks: readonly Block[]) => blocks.filter((block) => block.kind === 'imprint')
const printed = { by: '青禾县自然资源局办公室', on: '2025年3月28日' }

t.test('版式 | the template says which format, and the organ’s choice in the fields goes before it', async (t) => {
  const copies = '青禾县司法局，青禾县档案馆'
  t.equal(headOf(compose('信函')), 'letter')
  t.equal(headOf(compose('文件')), 'document')
  t.equal(headOf(compose('信函', { 版式: '文件' })), 'document')
  t.equal(headOf(compose('文件', { 版式: '信函' })), 'letter')
  t.equal(headOf(compose('文件', { 版式: null })), 'document')
  t.throws(() => compose('信函', { 版式: '竖排' }), FieldsError)
  t.throws(() => compose('表单', { 版式: '文件' }), /不是本文书的变量/)
  t.strictSame(imprintOf(compose('文件')), [{ kind: 'imprint', copies, printed }], 'printed by the office, on the day')
  t.strictSame(imprintOf(compose('信函')), [{ kind: 'imprint', copies, printed: null }], '10.1: 抄送 alone')
  t.strictSame(imprintOf(compose('信函', { 抄送: null })), [], 'nobody gets a copy: no imprint')
  t.strictSame(imprintOf(compose('文件', { 抄送: null })), [{ kind: 'imprint', copies: null, printed }])
  t.match(imprintOf(compose('文件', { 联系部门: '青禾县自然资源局办公室' })), [{ printed }], 'the organ is named once')
  t.strictSame(
    imprintOf(compose('信函', { 联系部门: '抄送：某人', 抄送: null })),
    [],
    'an applicant’s words are never an imprint',
  )
})

t.test('版式 | rules of 版记 with 抄送: thick, thin, thick; a long list hangs under its first name', async (t) => {
  const many = Array.from({ length: 12 }, (_, i) => `青禾县第${i + 1}办事处`).join('，')
  const last = lay(compose('文件', { 抄送: many })).at(-1) as Page
  const rules = last.rules.filter(({ colour, y1 }) => colour === 'black' && y1 > 500)
  t.strictSame(
    rules.map(({ width }) => Math.round(((width * 25.4) / 72) * 100) / 100),
    [0.35, 0.25, 0.35],
  )
  const small = last.runs.filter(({ size, part, y }) => size === 14 && part && y > 500)
  const [label, first, ...more] = small
  t.equal(label?.text, '抄送：')
  t.ok(Math.abs((label?.x ?? 0) - (28 * 72) / 25.4 - 14) < 0.01, 'one character in')
  const hanging = more.filter(({ y, x }) => y !== label?.y && x < (first?.x ?? 0) + 1)
  t.ok(hanging.length >= 2 && hanging.slice(0, -1).every(({ x }) => Math.abs(x - (first?.x ?? 0)) < 1), 'hangs')
  const text = small.map(({ text }) => text).join('')
  t.ok(text.includes('青禾县第12办事处。'), 'the last name ends with 。')
  const letter = lay(compose('信函')).at(-1) as Page
  t.strictSame(
    letter.rules.filter(({ colour }) => colour === 'black'),
    [],
    '信函格式 has no rules there',
  )
})

t.test('版式 | every letter prints in 文件格式, all its words with it, and the same bytes again', async (t) => {
  for (const code of ['S02', 'S12', 'P01', 'L03']) {
    const sample = { ...sampleFields(loadTemplate(code)), 版式: '文件' }
    const [one, two] = [await printLetter(code, sample, { fonts }), await printLetter(code, sample, { fonts })]
    t.equal(one.sha256, two.sha256)
    const text = (await textOf(one.pdf)).replace(/\s/gu, '')
    t.ok(text.includes('青禾县自然资源局文件'), code)
    t.match(text, /办公室\d{4}年\d{1,2}月\d{1,2}日印发/, code)
    for (let n = 1; n <= one.pages; n++) t.ok(text.includes(`—${n}—`), `${code} page ${n}`)
  }
})
