import { execFile } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  type Block,
  breakText,
  checkFields,
  composeLetter,
  type Fields,
  FieldsError,
  fieldsJsonSchema,
  foldersWith,
  fontReport,
  layOut,
  loadTemplate,
  MissingGlyphError,
  openFonts,
  openPress,
  type Page,
  printLetter,
  sampleFields,
  TemplateError,
  templateCodes,
  templateFaults,
} from '@zhiqing/letters'
import fc from 'fast-check'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t, { type Test } from 'tap'

const fonts = await openFonts()
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-letters-'))
t.teardown(() => rmSync(folder, { recursive: true }))

const unprintable = '\u{2ebef}'

// ---- words of our own, so that a change of a real letter breaks no test of the machine

const head = (code: string, more = '') => `---
id: ${code}
kind: test-letter
名称: 测试文书
标题: 测试告知书|（第二行）
版本: 2026-01
版式: 信函
变量:
  机关名称: { 类型: 文本, 说明: 机关 }
  文号: { 类型: 文本, 可空: true, 说明: 文号 }
  成文日期: { 类型: 日期, 说明: 成文之日 }
  申请人: { 类型: 文本, 说明: 申请人, 最长: 20 }
  申请内容: { 类型: 长文, 说明: 照录 }
${more}
样例数据: { 机关名称: 青禾县自然资源局, 文号: null, 成文日期: '2025-03-28', 申请人: 张三, 申请内容: 征地补偿标准 }
---
`
const plainBody = `@{{ 申请人 }}：

申请内容为：

> {{ 申请内容 }}

{{ 申请内容 }}

| 项目 | 内容 |
|---|---|
| 内容 | {{ 申请内容 }} |

{% 落款 %}
`
writeFileSync(join(folder, 'T01.md'), head('T01') + plainBody)
writeFileSync(
  join(folder, 'T02.md'),
  `${head('T02')}生僻字${unprintable}{{ 申请人 }}{{ 申请内容 }}{{ 文号 }}\n\n{% 落款 %}\n`,
)
writeFileSync(join(folder, 'T03.md'), `${head('T03')}{{ 没有声明 }}\n`)
writeFileSync(join(folder, 'T04.md'), `${head('T04')}{{ 申请内容 | raw }}\n`)
const mine = [folder]
const fields: Fields = {
  机关名称: '青禾县自然资源局',
  文号: '青自然资〔2025〕9号',
  成文日期: '2025-03-28',
  申请人: '张三',
  申请内容: '征地补偿标准',
}
const print = (more: Fields = {}, code = 'T01') => printLetter(code, { ...fields, ...more }, { fonts, folders: mine })

// ---- reading a file back, with a reader that is not ours

async function open(pdf: Uint8Array) {
  return getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, disableFontFace: true, verbosity: 0 }).promise
}

/** All text, page by page, without white space. */
async function textOf(pdf: Uint8Array): Promise<string> {
  const document = await open(pdf)
  const pages: string[] = []
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await document.destroy()
  return bare(pages.join(''))
}

const bare = (text: string): string => text.replace(/\s/gu, '')

/** Glyphs with an outline and without, in every TrueType subset of the file, read from the bytes themselves. */
function outlines(pdf: Uint8Array): { drawn: number; empty: number } {
  const file = Buffer.from(pdf)
  const source = file.toString('latin1')
  const count = { drawn: 0, empty: 0 }
  for (const [, id] of source.matchAll(/\/FontFile2 (\d+) 0 R/g)) {
    const object = source.indexOf(`\n${id} 0 obj\n`)
    const start = source.indexOf('stream\n', object) + 7
    const font = file.subarray(start, source.indexOf('endstream', start))
    for (const length of glyphLengths(font)) count[length > 0 ? 'drawn' : 'empty'] += 1
  }
  return count
}

function glyphLengths(font: Buffer): number[] {
  const tables = new Map<string, number>()
  for (let entry = 12; entry < 12 + 16 * font.readUInt16BE(4); entry += 16)
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8))
  const wide = font.readUInt16BE((tables.get('head') ?? 0) + 50) === 1
  const glyphs = font.readUInt16BE((tables.get('maxp') ?? 0) + 4)
  const loca = tables.get('loca') ?? 0
  const at = (glyph: number) => (wide ? font.readUInt32BE(loca + 4 * glyph) : 2 * font.readUInt16BE(loca + 2 * glyph))
  return Array.from({ length: glyphs - 1 }, (_, glyph) => at(glyph + 2) - at(glyph + 1))
}

const baselines = (page: Page): number[] => [...new Set(page.runs.map((run) => Math.round(run.y * 10) / 10))]

// ---- lines

const han = fc.stringMatching(/^[政府信息公开申请答复书机关补正征收土地]{1,12}$/)
const mark = fc.constantFrom('，', '。', '、', '；', '：', '！', '？', '——', '……', '·', '')
const token = fc.oneof(
  fc.stringMatching(/^[0-9]{1,12}$/),
  fc.stringMatching(/^[a-z]{1,30}$/),
  fc.constantFrom(
    '2025年3月',
    '138,000.50元',
    '95%',
    '￥500元',
    '25℃',
    'https://www.example.gov.cn/zwgk/ysqgk/index.html?id=2025',
    ' ',
  ),
)
const wrapped = fc
  .tuple(fc.constantFrom('（）', '《》', '“”', '〔〕', '「」', '【】', '『』', '〈〉', '‘’', '〖〗', '()', '[]'), han)
  .map(([pair, words]) => (pair[0] ?? '') + words + (pair[1] ?? ''))
const sentence = fc
  .array(fc.tuple(fc.oneof(han, token, wrapped), mark), { minLength: 1, maxLength: 24 })
  .map((parts) => parts.flat().join('').trim())

/** Room of a character in columns of the grid of 28: 汉字 fill one, others as the face has them at 16 pt. */
const roomOf = (character: string): number => {
  const { em } = fonts.find('fangsong', character)
  return em > 0.95 ? em : (em * 16) / (((156 / 28) * 72) / 25.4)
}

t.test(
  '避头尾 | no line begins or ends with a forbidden mark, none is too wide, and the lines are the text',
  async () => {
    const noStart = /^[，。、；：！？）》〉”’〕】〗」』—…·％%℃,.;:!?)\]]/u
    const noEnd = /[（《〈“‘〔【〖「『￥([]$/u
    fc.assert(
      fc.property(sentence, fc.integer({ min: 8, max: 40 }), (text, width) => {
        const lines = breakText(text, width, fonts)
        if (bare(lines.join('')) !== bare(text)) throw new Error(`lost text: ${lines.join('|')}`)
        lines.forEach((line, index) => {
          if (index > 0 && noStart.test(line)) throw new Error(`begins badly: ${lines.join('|')}`)
          if (index < lines.length - 1 && noEnd.test(line)) throw new Error(`ends badly: ${lines.join('|')}`)
          const squeezable = line.match(/[，。、；：！？（）《》〈〉“”‘’〔〕【】〖〗「」『』]/gu)?.length ?? 0
          const wide = [...line].reduce((sum, character) => sum + roomOf(character), 0)
          if (wide - squeezable / 2 > width + 0.001) throw new Error(`too wide: ${line}`)
        })
      }),
      { seed: 20260101, numRuns: 10_000 },
    )
  },
)

t.test('避头尾 | dashes, ellipses and short numbers stay whole; a long address is cut at its joints', async (t) => {
  for (let width = 8; width <= 40; width++) {
    const lines = breakText('经审查——所申请的信息……受理编号QHZRZY-25已登记，补偿款138000元。', width, fonts)
    t.equal(lines.filter((line) => line.includes('——')).length, 1, `破折号 at ${width}`)
    t.equal(lines.filter((line) => line.includes('……')).length, 1, `省略号 at ${width}`)
    t.equal(lines.filter((line) => line.includes('QHZRZY-25')).length, 1, `编号 at ${width}`)
    t.equal(lines.filter((line) => line.includes('138000')).length, 1, `金额 at ${width}`)
  }
  const address = breakText('见https://www.example.gov.cn/zwgk/ysqgk/index.html?id=2025即可', 12, fonts)
  t.ok(
    address.slice(0, -1).every((line) => /[/.?=]$/.test(line)),
    address.join(' | '),
  )
})

// ---- pages

t.test('版面 | rows stand on the grid of 22, inside the type area, on every page after the first', async (t) => {
  const pages = layOut(
    composeLetter(loadTemplate('T01', mine), { ...fields, 申请内容: '征收土地补偿。'.repeat(310) }),
    { fonts },
  )
  t.ok(pages.length > 2, 'a long letter')
  const mm = 72 / 25.4
  for (const page of pages.slice(1)) {
    const body = page.runs.filter((run) => run.size === 16)
    for (const run of body) {
      const end = run.x + run.advances.reduce((sum, advance) => sum + advance, 0)
      if (run.x < 28 * mm - 8 || end > 184 * mm + 8.5) t.fail(`outside 版心: ${run.text}`)
      if (run.y < 37 * mm || run.y > 262 * mm) t.fail(`above or below 版心: ${run.text}`)
    }
  }
  const second = baselines({ ...(pages[1] as Page), runs: (pages[1]?.runs ?? []).filter((run) => run.size === 16) })
  const pitches = second.slice(1).map((y, index) => y - (second[index] ?? 0))
  t.ok(
    pitches.every((pitch) => Math.abs(pitch - 28.99) < 0.15),
    `pitch ${pitches[0]}`,
  )
  t.equal(second.length, 22, 'a full page has 22 rows')
})

t.test('版面 | the words that announce a quotation never end a page', async (t) => {
  for (let sentences = 1; sentences <= 60; sentences++) {
    const pages = layOut(
      [
        { kind: 'title', lines: ['单'] },
        { kind: 'paragraph', text: '本机关将依法办理并在法定期限内答复。'.repeat(sentences) },
        { kind: 'paragraph', text: '申请内容（照录原文）：' },
        { kind: 'quotation', text: '征收土地补偿安置方案及补偿标准。'.repeat(4) },
      ],
      { fonts },
    )
    for (const page of pages) {
      const body = page.runs.filter((run) => run.part)
      const lowest = Math.max(...body.map((run) => run.y))
      const last = body
        .filter((run) => run.y === lowest)
        .map((run) => run.text)
        .join('')
      if (last.startsWith('申请内容')) t.fail(`alone at the foot after ${sentences} sentences`)
    }
  }
  t.pass('60 lengths')
})

t.test('版面 | a line left short by a long number is set as it is, not pulled apart', async (t) => {
  const [page] = layOut(
    [
      { kind: 'title', lines: ['单'] },
      {
        kind: 'paragraph',
        text: '青禾县自然资源局（以下称本机关）于2025年4月7日收到申请人张三提出的政府信息公开申请（受理编号：QHZR202500001）。',
      },
    ],
    { fonts },
  )
  const short = page?.runs.filter((run) => run.text.includes('受理编号')) ?? []
  t.equal(short.length, 1)
  const gaps = (short[0]?.advances ?? []).map((advance) => Math.round(advance * 100) / 100)
  t.ok(
    Math.max(...gaps) < 16.01,
    `no character of that line stands further off than its own width: ${Math.max(...gaps)}`,
  )
})

t.test('公文 | a sentence has one 。, a law its name once, a query code its groups', async (t) => {
  writeFileSync(
    join(folder, 'T06.md'),
    `${head('T06', '  依据: { 类型: 引用, 说明: 依据 }')}{{ 申请内容 | 句 }}\n\n依据{{ 依据 | 引注 }}作出。\n\n{{ 申请人 | 分组 }}{{ 文号 | 句 }}\n\n{% 落款 %}\n`,
  )
  const texts = (more: Fields) =>
    composeLetter(loadTemplate('T06', mine), { ...fields, 依据: ['《甲法》第一条'], ...more }).flatMap((block) =>
      block.kind === 'paragraph' ? [block.text] : [],
    )
  for (const [typed, expected] of [
    ['征地补偿标准', '征地补偿标准。'],
    ['征地补偿标准。', '征地补偿标准。'],
    ['征地补偿标准；', '征地补偿标准。'],
    ['能否公开？', '能否公开？'],
    ['写明“没有。”', '写明“没有。”'],
    ['见附表（3页）', '见附表（3页）。'],
    ['一\n二', '一\n二。'],
  ] as const)
    t.equal(texts({ 申请内容: typed })[0], expected, JSON.stringify(typed))
  t.equal(
    texts({ 依据: ['《甲法》第一条', '《甲法》第二条', '《乙法》第三条', '《甲法》第四条'] })[1],
    '依据《甲法》第一条、第二条、《乙法》第三条、《甲法》第四条作出。',
  )
  t.equal(texts({ 申请人: '7K3M9QXW2T4HB' })[2], '7K3M-9QXW-2T4HB青自然资〔2025〕9号。')
})

t.test(
  '落款 | never alone on a page: at least two lines of the text come with it, and a seal has its place',
  async (t) => {
    for (let sentences = 1; sentences <= 60; sentences++) {
      const blocks = composeLetter(loadTemplate('T01', mine), fields).filter((block) => block.kind !== 'table')
      const text = '本机关将依法办理并在法定期限内答复。'.repeat(sentences)
      const long = blocks.map((block) => (block.kind === 'paragraph' ? { ...block, text } : block))
      const last = layOut(long, { fonts }).at(-1) as Page
      if (!last.seal) t.fail('no place for the seal')
      const above = baselines({ ...last, runs: last.runs.filter((run) => run.y < (last.seal?.y ?? 0) && run.part) })
      if (above.length < 2) t.fail(`${above.length} lines with the signature after ${sentences} sentences`)
    }
    t.pass('60 lengths')
  },
)

t.test('表单 | a table over two pages repeats its header, and has no red', async (t) => {
  writeFileSync(
    join(folder, 'T05.md'),
    `${head('T05').replace('信函', '表单')}| 项目 | 内容 |\n|---|---|\n${'| 申请人 | {{ 申请人 }} |\n'.repeat(40)}| 文号 | {{ 文号 }}{{ 申请内容 }}{{ 机关名称 }}{{ 成文日期 | 日期 }} |\n`,
  )
  const pages = layOut(composeLetter(loadTemplate('T05', mine), fields), { fonts })
  t.ok(pages.length >= 2)
  for (const page of pages) {
    t.ok(
      page.runs.some((run) => run.text === '项目' && (run.part?.role === 'TH') === (page.number === 1)),
      `header on page ${page.number}, read aloud on the first alone`,
    )
    t.ok([...page.runs, ...page.rules].every((piece) => piece.colour === 'black'))
  }
})

t.test('版面 | the file puts the characters where the layout said: full lines fill the 156 mm', async (t) => {
  const { pdf } = await print({ 申请内容: '征收土地补偿安置方案'.repeat(120) })
  const document = await open(pdf)
  const { items } = await (await document.getPage(2)).getTextContent()
  const rights = new Map<number, number>()
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [, , , , x, y] = item.transform as number[]
    rights.set(Math.round(y ?? 0), Math.max(rights.get(Math.round(y ?? 0)) ?? 0, (x ?? 0) + item.width))
  }
  await document.destroy()
  const full = [...rights.values()].filter((right) => Math.abs(right - (184 * 72) / 25.4) < 1)
  t.ok(full.length >= 18, `${full.length} of ${rights.size} lines end at the margin`)
})

// ---- fields

t.test('字段 | every fault is told at once, in Chinese, by the field name', async (t) => {
  const faults = checkFields(
    loadTemplate('T01', mine),
    { 机关名称: '某\n局', 成文日期: '2025-02-30', 申请人: `王${unprintable}`, 申请内容: '甲\u202e乙', 多余: 1 },
    fonts,
  )
  const of = (name: string) =>
    faults.filter((fault) => fault.message.includes(`“${name}”`)).map((fault) => fault.message)
  t.match(of('机关名称'), [/不能换行/])
  t.match(of('成文日期'), [/不是真实存在的日期.*2025-02-30/])
  t.match(of('申请人'), [new RegExp(`${unprintable}.*U\\+2EBEF`, 'u')])
  t.match(of('申请内容'), [/U\+202E/])
  t.match(of('多余'), [/不是本文书的变量/])
  t.equal(faults.length, 5)
  t.match(
    checkFields(loadTemplate('T01', mine), {}).map((fault) => fault.field),
    ['机关名称', '成文日期', '申请人', '申请内容'],
  )
  t.match(checkFields(loadTemplate('T01', mine), { ...fields, 申请人: '长'.repeat(21) }), [
    { message: /最长 20 字，现有 21 字/ },
  ])
})

t.test('字段 | only real days are days', async (t) => {
  const faulty = (day: string) => checkFields(loadTemplate('T01', mine), { ...fields, 成文日期: day }).length > 0
  for (const day of ['2025-02-29', '2025-04-31', '2025-13-01', '2025-00-10', '1900-02-29', '2025-3-3', '20250303', ''])
    t.ok(faulty(day), day)
  for (const day of ['2024-02-29', '2000-02-29', '2025-12-31']) t.notOk(faulty(day), day)
})

t.test('缺字 | a missing glyph is an error that names it, never a box on paper', async (t) => {
  t.same(fonts.missing(`李䶮王㛃${unprintable}`), [unprintable])
  await t.rejects(print({ 申请人: unprintable }), { name: 'FieldsError', message: /U\+2EBEF/ })
  const error = await print({}, 'T02').catch((reason: unknown) => reason)
  t.ok(error instanceof MissingGlyphError)
  t.match(error, { character: unprintable, codePoint: 0x2ebef, message: /U\+2EBEF/ })
})

const all8105 = readFileSync(new URL('../fixtures/tgh-8105.txt', import.meta.url), 'utf8').replace(/\s/gu, '')

t.test('通用规范汉字表 | all 8,105 characters print as names, each drawn and each read back', async (t) => {
  t.equal(new Set(all8105).size, 8105)
  const { pdf } = await print({ 申请内容: all8105 })
  const read = (await textOf(pdf)).replace(/—\d+—/gu, '')
  t.ok(read.includes(all8105), 'read back in full, in order, page numbers apart')
  const { drawn, empty } = outlines(pdf)
  t.ok(drawn >= 8105 && empty <= 4, `${drawn} outlines; ${empty} blanks, one a font at most`)
  // a page of its own for each of the four fonts' hardest: names of three characters, in the head and in the sign-off
  for (const name of ['王㛃', '李䶮', '陈\u{2CB4E}', '赵\u{2B4E9}']) {
    const letter = await print({ 申请人: name }).catch((error: unknown) => error)
    if (letter instanceof MissingGlyphError) t.match(letter.message, /U\+[0-9A-F]{4,5}/, `${name}: refused by name`)
    else t.ok((await textOf((letter as { pdf: Uint8Array }).pdf)).includes(name), name)
  }
})

t.test('通用规范汉字表 | every one of them as a name, on one line of a table; nothing of it is lost', async (t) => {
  const names = Array.from({ length: Math.ceil(8105 / 3) }, (_, i) => [...all8105].slice(3 * i, 3 * i + 3).join(''))
  t.equal(fonts.missing(all8105).length, 0)
  for (let from = 0; from < names.length; from += 300) {
    const some = names.slice(from, from + 300)
    const blocks: Block[] = [{ kind: 'table', header: ['姓名'], rows: some.map((name) => [name]) }]
    const runs = layOut(blocks, { fonts }).flatMap((page) => page.runs.filter(({ part }) => part?.role === 'TD'))
    t.equal(runs.map(({ text }) => text).join(''), some.join(''), `names ${from + 1} to ${from + some.length}`)
  }
})

t.test('字库 | an organ’s 仿宋 that lacks characters: each of them from the next face, never a box', async (t) => {
  // a face of Latin letters alone, which no 汉字 are in
  const latin = fileURLToPath(import.meta.resolve('pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf'))
  const own = await openFonts({ fangsong: latin })
  const { pdf } = await printLetter(
    'T01',
    { ...fields, 申请人: '王㛃ab', 申请内容: 'abc征地补偿123䶮' },
    { fonts: own, folders: mine },
  )
  const text = await textOf(pdf)
  t.ok(text.includes('王㛃ab') && text.includes('abc征地补偿123䶮'), 'read back in order')
  const { drawn, empty } = outlines(pdf)
  t.ok(drawn > 60 && empty <= 4, `${drawn} outlines, ${empty} blanks`)
  t.same(own.missing(`王㛃ab${unprintable}`), [unprintable])
  await t.rejects(printLetter('T01', { ...fields, 申请人: unprintable }, { fonts: own, folders: mine }), {
    name: 'FieldsError',
    message: /U\+2EBEF/,
  })
})

t.test('通用规范汉字表 | radicals and compatibility forms are the characters they look like', async (t) => {
  // Kangxi radical, compatibility ideograph, two radicals of the supplement, one that stands for itself alone
  const { pdf } = await print({ 申请内容: '⼀⼆⼈ 豈更 ⺅⻋' })
  const text = await textOf(pdf)
  t.ok(text.includes('一二人豈更亻车'), text.slice(0, 400))
  t.notMatch(text, /[\u2e80-\u2fdf\uf900-\ufaff]/u, 'what can be searched is what is read')
})

t.test('模板 | unknown code, unknown variable and raw output are template errors', async (t) => {
  t.throws(() => loadTemplate('Z99', mine), TemplateError)
  t.throws(() => loadTemplate('../secret', mine), TemplateError)
  t.throws(() => composeLetter(loadTemplate('T03', mine), fields), /没有声明/)
  t.throws(() => composeLetter(loadTemplate('T04', mine), fields), /raw/)
  t.match(
    templateFaults(loadTemplate('T03', mine), { folders: mine, today: '2026-11-21' }).find(
      ({ rule }) => rule === 'variable-undeclared',
    ),
    { line: 17, column: 4, message: /没有声明.*用到了/ },
  )
})

// ---- no way in for an applicant

t.test('注入 | what an applicant writes never becomes structure, and comes out word for word', async (t) => {
  const hostile = [
    '征地\n# 一、假标题\n## 二\n> 引文\n@李四：\n附件：\n1. 假附件\n| 甲 | 乙 |\n|---|---|',
    '# 标题',
    '| a | b |',
    '> 引',
    '@某人：',
    '附件：\n1. 某',
    '---\nid: S99\n---',
    '{{ 机关名称 }}{% 落款 %}{% if true %}',
    '1. 某事项',
    'a|b\\|c',
  ]
  const kinds = (text: string) => composeLetter(loadTemplate('T01', mine), { ...fields, 申请内容: text })
  const harmless = kinds('甲').map((block) => block.kind)
  for (const text of hostile) {
    const blocks = kinds(text)
    t.same(
      blocks.map((block) => block.kind),
      harmless,
      JSON.stringify(text),
    )
    t.match(
      blocks.find((block) => block.kind === 'quotation'),
      { text },
    )
    const table = blocks.find((block) => block.kind === 'table')
    t.same(table, { kind: 'table', header: ['项目', '内容'], rows: [['内容', text]] })
    const read = await textOf((await print({ 申请内容: text })).pdf)
    t.ok(read.includes(bare(text)), 'printed word for word')
  }
  t.same(composeLetter(loadTemplate('T01', mine), { ...fields, 申请人: '甲|乙' })[1], {
    kind: 'title',
    lines: ['测试告知书', '（第二行）'],
  })
  t.throws(() => kinds('甲\ue003乙'), FieldsError, 'private characters are refused')
})

// ---- paper

t.test('同样的输入同样的字节 | two prints are equal, also after another document', async (t) => {
  const first = await print()
  const between = await print({ 申请内容: '⼀⼆⼈，x−y' })
  const again = await print()
  t.equal(again.sha256, first.sha256)
  t.ok(Buffer.from(again.pdf).equals(Buffer.from(first.pdf)))
  t.not(between.sha256, first.sha256)
  const other = await printLetter('T01', fields, { fonts: await openFonts(), folders: mine })
  t.equal(other.sha256, first.sha256, 'and with fonts opened anew')
  const text = await textOf((await print({ 申请内容: '一二人，x-y' })).pdf)
  t.ok(text.includes('一二人，x-y'), 'the text layer is not spoiled by the document before')
})

t.test('同样的输入同样的字节 | every letter, in another process, order, zone and language', async (t) => {
  const codes = templateCodes()
  const hashes: Record<string, string> = {}
  for (const code of codes) hashes[code] = (await printLetter(code, sampleFields(loadTemplate(code)), { fonts })).sha256
  const script = `import { loadTemplate, openFonts, printLetter, sampleFields } from ${JSON.stringify(import.meta.resolve('@zhiqing/letters'))}
    const fonts = await openFonts()
    const hashes = {}
    for (const code of ${JSON.stringify(codes.toReversed())})
      hashes[code] = (await printLetter(code, sampleFields(loadTemplate(code)), { fonts })).sha256
    console.log(JSON.stringify(hashes))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: 'America/New_York', LANG: 'tr_TR.UTF-8' },
  })
  t.same(JSON.parse(stdout), hashes)
  t.equal(new Set(Object.values(hashes)).size, codes.length, 'and no two letters are alike')
})

t.test('属性 | title, template and date stand in the file; it is tagged and says PDF/A-2a', async (t) => {
  const printed = await print()
  const document = await open(printed.pdf)
  const { info } = (await document.getMetadata()) as unknown as { info: { [key: string]: unknown } }
  t.match(info, {
    Title: '测试告知书（第二行）',
    Creator: 'zhiqing',
    Producer: 'zhiqing',
    Keywords: /T01 2026-01 sha256:/,
  })
  t.equal(info.CreationDate, 'D:20250327160000Z', 'midnight of 28 March in Beijing')
  t.match((await document.getMarkInfo()) ?? {}, { Marked: true })
  t.match(Buffer.from(printed.pdf).toString('latin1'), /<pdfaid:part>2<\/pdfaid:part>[\s\S]*<pdfaid:conformance>A</)
  await document.destroy()
})

t.test('全部文书 | every template is sound, and prints its own sample with every word on the page', async (t) => {
  const codes = templateCodes()
  t.ok(codes.length >= 30, `${codes.length} templates`)
  for (const code of codes) {
    await t.test(code, async (t) => {
      const template = loadTemplate(code)
      t.same(templateFaults(template, { folders: foldersWith(undefined), today: '2026-11-21' }), [])
      const sample = sampleFields(template)
      const { pdf, pages } = await printLetter(code, sample, { fonts })
      const text = await textOf(pdf)
      for (const expected of printedValues(sample)) t.ok(text.includes(bare(expected)), `“${expected}”`)
      await inkOnEveryPage(t, pdf, pages)
    })
  }
})

/** What a sample's texts and days must look like on paper. Words that only steer the template do not count. */
function printedValues(sample: Fields): string[] {
  const steering = ['征求对象类别', '终结类别', '程序状态']
  return Object.entries(sample).flatMap(([name, value]) => {
    if (steering.includes(name) || value === null || value === undefined || typeof value === 'boolean') return []
    if (name.endsWith('依据') && Array.isArray(value)) return namedOnce(value)
    return (Array.isArray(value) ? value : [String(value)]).map(asPrinted)
  })
}

/** A law named once: the second of two articles of one law is printed as 、第…条. */
const namedOnce = (refs: readonly string[]): string[] =>
  refs.map((ref, i) => {
    const law = ref.slice(0, ref.indexOf('》') + 1)
    return law !== '' && refs[i - 1]?.startsWith(law) ? `、${ref.slice(law.length)}` : ref
  })

const asPrinted = (value: string): string =>
  value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)

/** Text is shown on each page, and the glyphs shown have outlines: a text layer over white paper does not pass. */
async function inkOnEveryPage(t: Test, pdf: Uint8Array, pages: number) {
  const document = await open(pdf)
  t.equal(document.numPages, pages)
  for (let number = 1; number <= pages; number++) {
    const { fnArray } = await (await document.getPage(number)).getOperatorList()
    t.ok(fnArray.filter((operator) => operator === OPS.showText).length > 2, `text shown on page ${number}`)
  }
  await document.destroy()
  const { drawn, empty } = outlines(pdf)
  t.ok(drawn > 100, `${drawn} outlines`)
  t.ok(empty <= 4, `${empty} empty glyphs: at most the spaces of each face`)
}

t.test('字段格式 | every template gives its JSON Schema', async (t) => {
  const schema = fieldsJsonSchema(loadTemplate('T01', mine)) as {
    required: string[]
    properties: { [name: string]: object }
  }
  t.same([...schema.required].sort(), ['机关名称', '成文日期', '申请人', '申请内容'].sort())
  t.match(schema.properties.申请人, { type: 'string', maxLength: 20, description: '申请人' })
  for (const code of templateCodes()) t.match(fieldsJsonSchema(loadTemplate(code)), { type: 'object' }, code)
})

// ---- fonts

t.test('字体 | web fonts, collections, variable fonts and other files are refused by name', async (t) => {
  mkdirSync(join(folder, 'fonts'))
  const file = (name: string, bytes: Buffer) => {
    writeFileSync(join(folder, 'fonts', name), bytes)
    return join(folder, 'fonts', name)
  }
  const variable = Buffer.alloc(64)
  variable.writeUInt32BE(0x00010000, 0)
  variable.writeUInt16BE(1, 4)
  variable.write('fvar', 12, 'latin1')
  const refused: [string, RegExp][] = [
    [file('a.ttf', Buffer.from('wOFF-and-more')), /WOFF/],
    [file('b.ttf', Buffer.from('wOF2-and-more')), /WOFF/],
    [file('c.ttf', Buffer.from('ttcf-and-more')), /TTC/],
    [file('d.ttf', variable), /可变字体/],
    [file('e.ttf', Buffer.from('hello')), /不是 TrueType/],
    [join(folder, 'none.ttf'), /打不开/],
  ]
  for (const [path, reason] of refused) t.throws(() => fontReport({ fangsong: path }), reason)
  await t.rejects(openFonts({ kaiti: refused[0]?.[0] }), { name: 'FontError' })
  const report = fontReport()
  t.same(
    report.map(({ role }) => role),
    ['fangsong', 'kaiti', 'heiti', 'xiaobiaosong', 'songti'],
  )
  const own = report.find(({ role }) => role === 'heiti')?.path ?? ''
  t.match(fontReport({ fangsong: own })[0], { from: 'configured', path: own })
})

// ---- the press

t.test('印制线程 | prints as the direct way does, reports typed errors, and works on after them', async (t) => {
  const press = openPress({ folders: mine })
  t.teardown(() => press.close())
  const [first, second] = await Promise.all([
    press.print({ code: 'T01', fields }),
    press.print({ code: 'T01', fields: { ...fields, 申请人: '李䶮' } }),
  ])
  t.equal(first.sha256, (await print()).sha256)
  t.match(await textOf(second.pdf), /李䶮/)
  t.match(first, { pages: 1, template: { id: 'T01', version: '2026-01', sha256: /^[0-9a-f]{64}$/ } })
  const wrong = await press
    .print({ code: 'T01', fields: { ...fields, 成文日期: '2025-02-30' } })
    .catch((error) => error)
  t.ok(wrong instanceof FieldsError)
  t.match(wrong.faults, [{ field: '成文日期' }])
  t.ok((await press.print({ code: 'T02', fields }).catch((error) => error)) instanceof MissingGlyphError)
  t.ok((await press.print({ code: 'X99', fields }).catch((error) => error)) instanceof TemplateError)
  t.same(await press.missingCharacters(`王㛃${unprintable}`), [unprintable])
  const cut = press.print({ code: 'T01', fields })
  await Promise.all([t.rejects(cut, /印制线程已停止/), press.close()])
  t.equal((await press.print({ code: 'T01', fields })).sha256, first.sha256, 'a closed press starts anew')
})

t.test('印制线程 | a press without orders lets its thread go, and loses none that come meanwhile', async (t) => {
  const press = openPress({ folders: mine, restAfter: 0 })
  t.teardown(() => press.close())
  const order = () => press.print({ code: 'T01', fields })
  const { sha256 } = await order()
  for (let i = 0; i < 3; i++) t.equal((await order()).sha256, sha256, 'at once after the last')
  await new Promise((resolve) => setTimeout(resolve, 1))
  t.equal((await order()).sha256, sha256, 'after the rest')
})

t.test('印制线程 | an idle press keeps no process alive, a working one does', async (t) => {
  const door = fileURLToPath(import.meta.resolve('@zhiqing/letters'))
  const script = `import { openPress } from ${JSON.stringify(door)}
    openPress({ folders: ${JSON.stringify(mine)} }).print({ code: 'T01', fields: ${JSON.stringify(fields)} }).then((p) => console.log(p.sha256))`
  const run = promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], { timeout: 20_000 })
  t.equal((await run).stdout.trim(), (await print()).sha256)
})
