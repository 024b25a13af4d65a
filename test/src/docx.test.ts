import { execFile, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  editLetter,
  type Fields,
  FieldsError,
  loadTemplate,
  MissingGlyphError,
  openFonts,
  openPress,
  printLetter,
  sampleFields,
  TemplateError,
  templateCodes,
} from '@zhiqing/letters'
import t, { type Test } from 'tap'
import { at, attribute, find, type Line, type Node, parseXml, readDocx } from './docx.js'
import { textOf } from './pdf.js'

/*
 * A letter as DOCX, opened by readers that are not ours: a ZIP reader of the tests and the strict XML parser saxes. What
 * Word wants of the order of elements stands here as the schema (ECMA-376, transitional) has it.
 */

const fonts = await openFonts()
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-docx-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const bare = (text: string): string => text.replace(/\s/gu, '')
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
const sorted = (text: string): string => [...text].sort().join('')

const template = (code: string, style: string, body: string) => `---
id: ${code}
kind: test-letter
名称: 测试文书
标题: 测试告知书|（第二行）
版本: 2026-01
版式: ${style}
变量:
  机关名称: { 类型: 文本, 说明: 机关 }
  文号: { 类型: 文本, 可空: true, 说明: 文号 }
  成文日期: { 类型: 日期, 说明: 成文之日 }
  申请内容: { 类型: 长文, 说明: 照录 }
  附件: { 类型: 列表, 可空: true, 说明: 附件 }
样例数据: { 机关名称: 青禾县自然资源局, 文号: null, 成文日期: '2025-03-28', 申请内容: 征地补偿标准 }
---
${body}`
const body = `@张三：

第一段。

> {{ 申请内容 }}

# 一、一级

## （一）二级

### 1.三级

| 项目 | 内容 |
|---|---|
| 内容 | {{ 申请内容 }} |

附件：

{% for 项 in 附件 %}
{{ forloop.index }}. {{ 项 }}

{% endfor %}

{% 落款 %}
`
writeFileSync(join(folder, 'T01.md'), template('T01', '信函', body))
writeFileSync(join(folder, 'T02.md'), template('T02', '表单', `甲\u{2ebef}{{ 申请内容 }}{{ 文号 }}{{ 附件 | 顿号 }}\n`))
writeFileSync(join(folder, 'T03.md'), template('T03', '表单', `甲\ufffe{{ 申请内容 }}{{ 文号 }}{{ 附件 | 顿号 }}\n`))
const fields: Fields = {
  机关名称: '青禾县自然资源局',
  文号: '青自然资〔2025〕9号',
  成文日期: '2025-03-28',
  申请内容: '征地补偿标准',
  附件: ['补偿安置方案', '补偿标准表'],
}
const edit = async (more: Fields = {}, code = 'T01'): Promise<Buffer> =>
  Buffer.from((await editLetter(code, { ...fields, ...more }, { fonts, folders: [folder] })).docx)
const read = async (more: Fields = {}, code = 'T01') => readDocx(await edit(more, code))
const part = (docx: ReturnType<typeof readDocx>, name: string): Node => {
  const found = docx.parts.get(name)
  if (!found) throw new Error(`no part ${name}`)
  return found
}
const values = (node: Node | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(node?.attributes ?? {}).map(([name, value]) => [name.replace(/^\w+:/, ''), value]))

const all = await Promise.all(
  templateCodes().map(async (code) => {
    const sample = sampleFields(loadTemplate(code))
    const { docx } = await editLetter(code, sample, { fonts })
    return { code, sample, docx: Buffer.from(docx), read: readDocx(Buffer.from(docx)) }
  }),
)

t.test('可编辑副本 | every letter’s sample holds word for word what its PDF prints, in the same order', async (t) => {
  t.ok(all.length >= 39, `${all.length} letters`)
  for (const { code, sample, read } of all) {
    const { pdf } = await printLetter(code, sample, { fonts })
    const paper = bare(await textOf(pdf)).replace(/—\d+—/gu, '')
    const copy = bare(read.text)
    const tables = find(part(read, 'word/document.xml'), 'w:tbl')
    if (tables.length === 0) t.equal(copy, paper, code)
    else {
      // paper repeats a header on each page, and reads a row's cells line by line
      const headers = tables.map((table) => bare(find(table, 'w:tr').slice(0, 1).map(textIn).join(''))).join('')
      const once = [...sorted(paper)].join('')
      t.equal(missingFrom(once, copy), '', `${code}: nothing that paper has not`)
      const more = missingFrom(copy, once)
      t.equal([...more].filter((one) => !headers.includes(one)).join(''), '', `${code}: all that paper has`)
    }
  }
})

const textIn = (node: Node): string =>
  find(node, 'w:t')
    .map(({ children }) => children.join(''))
    .join('')

/** Characters of `text` beyond those of `store`. */
const missingFrom = (store: string, text: string): string => {
  const left = new Map<string, number>()
  for (const one of store) left.set(one, (left.get(one) ?? 0) + 1)
  return [...text]
    .filter((one) => {
      const count = left.get(one) ?? 0
      left.set(one, count - 1)
      return count <= 0
    })
    .join('')
}

t.test('可编辑副本 | every part of a letter has its style, in the order of the words', async (t) => {
  const { lines } = await read()
  const wanted: Line[] = [
    { style: 'Organ', text: '青禾县自然资源局' },
    { style: 'DocumentNumber', text: '青自然资〔2025〕9号' },
    { style: 'Title', text: '测试告知书' },
    { style: 'Title', text: '（第二行）' },
    { style: 'Addressee', text: '张三：' },
    { style: 'Text', text: '第一段。' },
    { style: 'Quote', text: '征地补偿标准' },
    { style: 'Heading1', text: '一、一级' },
    { style: 'Heading2', text: '（一）二级' },
    { style: 'Heading3', text: '1.三级' },
    { style: 'TableHead', text: '项目' },
    { style: 'TableHead', text: '内容' },
    { style: 'TableText', text: '内容' },
    { style: 'TableText', text: '征地补偿标准' },
    { style: 'Attachments', text: '附件：1. 补偿安置方案' },
    { style: 'Attachments', text: '2. 补偿标准表' },
    { style: 'SignOff', text: '青禾县自然资源局' },
    { style: 'SignOff', text: '2025年3月28日' },
  ]
  t.strictSame(lines, wanted)
  const single = await read({ 附件: ['补偿安置方案'] })
  t.ok(
    single.lines.some(({ text }) => text === '附件：补偿安置方案'),
    'a single attachment has no number',
  )
})

/** 0.5 mm in twips of 1/1440 inch: what GB/T 9704 is measured to. */
const near = (t: Test, found: unknown, millimetres: number, what: string) => {
  const off = Math.abs(Number(found) - (millimetres / 25.4) * 1440)
  t.ok(off <= 28, `${what}: ${found} twips, ${off.toFixed(1)} off`)
}

t.test('GB/T 9704 | sheet, margins, rows, type and letterhead are the standard’s', async (t) => {
  const docx = await read()
  const section = at(part(docx, 'word/document.xml'), 'w:body', 'w:sectPr')
  t.strictSame(values(at(section, 'w:pgSz')), { w: '11906', h: '16838' }, 'A4')
  const margins = values(at(section, 'w:pgMar'))
  // 天头 37, 订口 28, 版心 156 × 225
  for (const [side, millimetres] of Object.entries({
    top: 37,
    left: 28,
    right: 210 - 28 - 156,
    bottom: 297 - 37 - 225,
  }))
    near(t, margins[side], millimetres, side)
  const pitch = Number(values(at(section, 'w:docGrid')).linePitch)
  const height = 16838 - Number(margins.top) - Number(margins.bottom)
  t.equal(Math.floor(height / pitch), 22, 'rows')
  near(t, pitch, 225 / 22, 'row')
  const styles = new Map(
    find(part(docx, 'word/styles.xml'), 'w:style').map((one) => [attribute(one, 'w:styleId'), one]),
  )
  const defaults = at(part(docx, 'word/styles.xml'), 'w:docDefaults', 'w:rPrDefault', 'w:rPr')
  const tracking = Number(values(at(defaults, 'w:spacing')).val)
  const width = 11906 - Number(margins.left) - Number(margins.right)
  t.equal(Math.floor(width / (16 * 20 + tracking)), 28, 'characters a row of 三号')
  const look = (id: string) => {
    const run = at(styles.get(id), 'w:rPr') ?? defaults
    const own = values(at(run, 'w:rFonts')).eastAsia ?? values(at(defaults, 'w:rFonts')).eastAsia
    const size = values(at(run, 'w:sz')).val ?? values(at(defaults, 'w:sz')).val
    return [own, Number(size) / 2]
  }
  const wanted = {
    Text: ['仿宋', 16],
    Addressee: ['仿宋', 16],
    Title: ['方正小标宋简体', 22],
    Heading1: ['黑体', 16],
    Heading2: ['楷体', 16],
    Heading3: ['仿宋', 16],
    Quote: ['楷体', 16],
    Footer: ['宋体', 14],
  }
  for (const [id, [face, size]] of Object.entries(wanted)) t.strictSame(look(id), [face, size], id)
  const faces = find(part(docx, 'word/fontTable.xml'), 'w:font').map((font) => ({
    name: attribute(font, 'w:name'),
    others: values(at(font, 'w:altName')).val?.split(',') ?? [],
  }))
  for (const name of ['仿宋', '楷体', '黑体', '方正小标宋简体', '宋体'])
    t.ok((faces.find((face) => face.name === name)?.others.length ?? 0) > 1, `${name} has others in its place`)
  t.match(values(at(styles.get('Text'), 'w:pPr', 'w:ind')), { firstLineChars: '200' }, '左空二字')
  const [organ] = find(part(docx, 'word/header-first.xml'), 'w:p').filter((one) => textIn(one) === fields.机关名称)
  t.equal(values(at(organ, 'w:r', 'w:rPr', 'w:color')).val, 'E60000', 'the organ in red')
  const indent = values(at(organ, 'w:pPr', 'w:ind'))
  near(t, width - Number(indent.left) - Number(indent.right), 170, 'the rule under it')
  near(t, Number(margins.left) + Number(indent.left), 20, 'in the middle of the sheet')
  const rules = (name: string) =>
    find(part(docx, name), 'w:bottom').map((rule) => [values(rule).color, Number(values(rule).sz)])
  t.strictSame(
    rules('word/header-first.xml'),
    [
      ['E60000', 19],
      ['E60000', 6],
    ],
    'thick over thin',
  )
  t.strictSame(
    rules('word/footer-first.xml'),
    [
      ['E60000', 6],
      ['E60000', 19],
    ],
    'thin over thick',
  )
  t.strictSame(rules('word/footer-default.xml'), [], 'on the first page alone')
})

t.test('GB/T 9704 | 落款: the date 右空四字, the organ centred over it, never alone on a page', async (t) => {
  const docx = await read()
  const signs = find(part(docx, 'word/document.xml'), 'w:p').filter(
    (one) => values(at(one, 'w:pPr', 'w:pStyle')).val === 'SignOff',
  )
  const [organ, date] = signs.map((one) => values(at(one, 'w:pPr', 'w:ind')))
  const character = 156 / 28
  near(t, date?.right, 4 * character, '右空四字')
  t.equal(values(at(signs[1], 'w:pPr', 'w:jc')).val, 'right')
  // 2025年3月28日 is three 汉字 and seven digits; the middle of the organ's line is the middle of it
  const [left, right] = [Number(organ?.left), 8845 - Number(organ?.right)]
  const digit = 0.5
  near(t, 8845 - (left + right) / 2, (4 + (3 + 7 * digit) / 2) * character, 'the middle, from the right')
  const bound = find(part(docx, 'word/styles.xml'), 'w:style').find((one) => attribute(one, 'w:styleId') === 'SignOff')
  t.ok(at(bound, 'w:pPr', 'w:keepNext'), 'kept with what follows')
  t.equal(values(at(signs[1], 'w:pPr', 'w:keepNext')).val, '0', 'but the date, which is last')
  const long = await read({ 机关名称: '青禾县人民政府政务服务数据管理和行政审批综合协调办公室' })
  t.equal(long.lines.filter(({ style }) => style === 'SignOff').length, 2, 'a long name wraps by itself')
})

t.test('GB/T 9704 | page numbers: none on the first page, odd ones on the right, even ones on the left', async (t) => {
  const docx = await read()
  t.ok(at(part(docx, 'word/document.xml'), 'w:body', 'w:sectPr', 'w:titlePg'))
  t.ok(at(part(docx, 'word/settings.xml'), 'w:evenAndOddHeaders'))
  const side = (turn: string) => {
    const footer = part(docx, `word/footer-${turn}.xml`)
    const fieldCodes = find(footer, 'w:instrText').map(({ children }) => children.join('').trim())
    return [
      fieldCodes,
      values(at(footer, 'w:p', 'w:pPr', 'w:jc')).val ?? null,
      values(at(footer, 'w:p', 'w:pPr', 'w:ind')),
    ]
  }
  t.strictSame(side('default'), [['PAGE'], 'right', { right: '280' }], '空一字 of 四号')
  t.strictSame(side('even'), [['PAGE'], 'left', { left: '280' }])
  t.strictSame(side('first')[0], [])
})

t.test(
  '文件格式 | mark, 文号 over the red rule of the 版心, a number on the first page too, 版记 at the foot',
  async (t) => {
    const docx = await read({ 版式: '文件' })
    const text = docx.lines.map(({ style, text }) => `${style} ${text}`)
    t.strictSame(text.slice(0, 3), [
      'Organ 青禾县自然资源局文件',
      'DocumentNumber 青自然资〔2025〕9号',
      'Title 测试告知书',
    ])
    t.strictSame(text.slice(-1), ['Imprint 青禾县自然资源局 2025年3月28日印发'])
    const document = part(docx, 'word/document.xml')
    t.equal(at(document, 'w:body', 'w:sectPr', 'w:titlePg'), undefined, 'the first page is as the others')
    const [number] = find(document, 'w:p').filter((one) => textIn(one) === fields.文号)
    const rule = values(at(number, 'w:pPr', 'w:pBdr', 'w:bottom'))
    t.match(rule, { color: 'E60000', sz: '12' }, 'the rule, 1.5 pt')
    t.equal(at(number, 'w:pPr', 'w:ind'), undefined, 'as wide as the 版心')
    t.strictSame(
      ['header-first', 'footer-first'].map((name) => find(part(docx, `word/${name}.xml`), 'w:pBdr').length),
      [0, 0],
      'no rules of 信函格式',
    )
    const [, imprint] = find(document, 'w:tbl')
    t.match(values(at(imprint, 'w:tblPr', 'w:tblpPr')), { vertAnchor: 'margin', tblpYSpec: 'bottom' })
    const borders = at(imprint, 'w:tblPr', 'w:tblBorders')
    const thick = ['w:top', 'w:insideH', 'w:bottom'].map(
      (side) => Number(values(at(borders, side)).sz) / 8 / (72 / 25.4),
    )
    for (const [i, wanted] of [0.35, 0.25, 0.35].entries())
      t.ok(Math.abs((thick[i] ?? 0) - wanted) < 0.05, `${thick[i]?.toFixed(2)} mm thick`)
  },
)

t.test('表格 | over the whole width, the header on every page, no row parted', async (t) => {
  const docx = await read()
  const [table] = find(part(docx, 'word/document.xml'), 'w:tbl')
  if (!table) return t.fail('no table')
  const widths = find(table, 'w:gridCol').map((one) => Number(attribute(one, 'w:w')))
  near(
    t,
    widths.reduce((sum, one) => sum + one, 0),
    156,
    'width',
  )
  const rows = find(table, 'w:tr')
  t.strictSame(
    rows.map((row) => find(row, 'w:tblHeader').length),
    [1, 0],
  )
  t.strictSame(
    rows.map((row) => find(row, 'w:cantSplit').length),
    [1, 1],
  )
  for (const { code, read } of all)
    for (const one of find(part(read, 'word/document.xml'), 'w:tbl'))
      for (const row of find(one, 'w:tr'))
        t.equal(find(row, 'w:tc').length, find(one, 'w:gridCol').length, `${code}: cells of a row`)
})

t.test(
  '可编辑副本 | says on every page that it is one, and in its properties which words it was made of',
  async (t) => {
    const docx = await read()
    t.strictSame(docx.notes, ['可编辑副本，供修改和引用；文书以存档的 PDF 为准'])
    for (const turn of ['first', 'default', 'even'])
      t.match(textIn(part(docx, `word/header-${turn}.xml`)), /^可编辑副本/, turn)
    const core = part(docx, 'docProps/core.xml')
    const said = (name: string) => at(core, name)?.children.join('')
    t.equal(said('dc:title'), '测试告知书（第二行）')
    t.equal(said('dc:creator'), '青禾县自然资源局')
    t.match(said('cp:keywords'), /^模板 T01 2026-01 sha256:[0-9a-f]{64}$/)
    t.equal(said('cp:category'), '可编辑副本')
    t.equal(said('dcterms:created'), '2025-03-27T16:00:00Z', 'midnight of 28 March in Beijing')
    t.strictSame([...new Set(docx.days)], ['2025-03-28'], 'and every file in it is of that day')
  },
)

/** Children in the order of the schema's sequences (wml.xsd: CT_PPr, CT_RPr, CT_SectPr, CT_TblPr, CT_TcPr, CT_Style …). */
const sequences: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook',
  'w:tcPr': 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:p': 'pPr r',
  'w:r': 'rPr t tab fldChar instrText',
  'w:style':
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked pPr rPr tblPr',
  'w:styles': 'docDefaults latentStyles style',
  'w:docDefaults': 'rPrDefault pPrDefault',
  'w:tblBorders': 'top left bottom right insideH insideV',
  'w:tblCellMar': 'top left bottom right',
  'w:font': 'altName panose1 charset family notTrueType pitch sig',
  'w:settings':
    'zoom mirrorMargins evenAndOddHeaders characterSpacingControl printTwoOnOne strictFirstAndLastChars noLineBreaksAfter noLineBreaksBefore compat rsids mathPr attachedSchema themeFontLang',
  'w:compat':
    'useSingleBorderforContiguousCells spaceForUL balanceSingleByteDoubleByteWidth doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn adjustLineHeightInTable useFELayout compatSetting',
}

/** Elements that stand where the schema has no place for them. */
const disorder = (node: Node): string[] => {
  const names = node.children.flatMap((child) => (typeof child === 'string' ? [] : [child.name.replace(/^w:/, '')]))
  const order = sequences[node.name]?.split(' ')
  const places = names.map((name) => order?.indexOf(name) ?? 0)
  const wrong = places.some((place, i) => place < 0 || (i > 0 && place < (places[i - 1] as number)))
  const own = order && wrong ? [`${node.name}: ${names.join(' ')}`] : []
  return [...own, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : disorder(child)))]
}

t.test(
  'Word 能打开 | elements in the schema’s order, every style, part and relation there, none that leads out',
  async (t) => {
    for (const { code, read } of all) {
      const faults = [...read.parts].flatMap(([name, root]) => disorder(root).map((fault) => `${name} ${fault}`))
      t.strictSame(faults, [], code)
      const styles = find(part(read, 'word/styles.xml'), 'w:style').map((one) => attribute(one, 'w:styleId'))
      const used = [...read.parts.values()]
        .flatMap((root) => find(root, 'w:pStyle'))
        .map((one) => attribute(one, 'w:val'))
      t.strictSame(
        [...new Set(used)].filter((one) => !styles.includes(one)),
        [],
        `${code}: styles`,
      )
      t.strictSame(outside(read), [], `${code}: parts`)
      t.strictSame([...read.parts.values()].flatMap((root) => find(root, 'w:instrText')).map(textOfField), [
        'PAGE',
        'PAGE',
      ])
    }
    const planted = parseXml('<w:p xmlns:w="a"><w:pPr><w:jc w:val="left"/><w:spacing w:before="1"/></w:pPr></w:p>')
    t.strictSame(disorder(planted), ['w:pPr: jc spacing'], 'the planted defect')
  },
)

const textOfField = ({ children }: Node): string => children.join('').trim()

/** Relations whose target is not in the package, parts without a type, references without a relation. */
const outside = (docx: ReturnType<typeof readDocx>): string[] => {
  const types = find(part(docx, '[Content_Types].xml'), 'Override').map((one) => attribute(one, 'PartName'))
  const targets = (name: string, base: string) =>
    find(part(docx, name), 'Relationship').map((one) => ({
      ...one.attributes,
      path: base + (one.attributes.Target ?? ''),
    }))
  const inner = targets('word/_rels/document.xml.rels', 'word/')
  const all = [...targets('_rels/.rels', ''), ...inner] as { Id: string; TargetMode?: string; path: string }[]
  const document = part(docx, 'word/document.xml')
  const asked = ['w:headerReference', 'w:footerReference'].flatMap((name) => find(document, name))
  const parts = [...docx.parts.keys()]
  return [
    ...all.filter(({ path, TargetMode }) => TargetMode || !parts.includes(path)).map(({ path }) => `target ${path}`),
    ...parts.filter((name) => !name.endsWith('.rels') && name !== '[Content_Types].xml' && !types.includes(`/${name}`)),
    ...asked.flatMap((one) => {
      const id = attribute(one, 'r:id')
      return (inner as unknown as { Id: string }[]).some(({ Id }) => Id === id) ? [] : [`reference ${id}`]
    }),
  ]
}

t.test('注入 | what an applicant writes is text in the copy too, or is refused by name', async (t) => {
  const harmless = (await read()).lines.map(({ style }) => style)
  for (const text of [
    '</w:t></w:r></w:p><w:p><w:r><w:t>假段落',
    '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>&e;',
    '<![CDATA[甲]]> &amp; &#x202e; &lt;',
    '"onload="alert(1)',
    "=cmd|' /C calc'!A0",
    '+1+1，-2，@SUM(1)',
    '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    '{ INCLUDETEXT "\\\\\\\\evil\\\\share" }',
    '{{ 机关名称 }}{% 落款 %}# 标题',
    'PAGE \\* MERGEFORMAT',
    ' 前后有空格 ',
  ]) {
    const docx = await read({ 申请内容: text })
    t.strictSame(
      docx.lines.map(({ style }) => style),
      harmless,
      text,
    )
    t.equal(docx.lines.find(({ style }) => style === 'Quote')?.text, text.trim(), 'word for word')
    t.strictSame(outside(docx), [])
    t.equal(
      [...docx.parts.values()].flatMap((root) => find(root, 'w:instrText')).length,
      2,
      'no field but the page number',
    )
  }
  const lines = (await read({ 申请内容: '甲\n# 乙\n| 丙 |' })).lines.filter(({ style }) => style === 'Quote')
  t.strictSame(
    lines.map(({ text }) => text),
    ['甲', '# 乙', '| 丙 |'],
    'each of its lines a paragraph',
  )
  const hostile = await read({ 机关名称: '甲<&">局', 文号: ']]>' })
  t.match(hostile.lines, [{ text: '甲<&">局' }, { text: ']]>' }])
  for (const [text, name] of [
    ['零\u0000字节', 'U+0000'],
    ['转\u000b行', 'U+000B'],
    ['方向\u202e标记', 'U+202E'],
    ['非\ufffe字', 'U+FFFE'],
    ['私用\ue003', 'U+E003'],
    ['半个\ud83d', 'U+D83D'],
    ['生僻\u{2ebef}', 'U+2EBEF'],
  ] as const)
    await t.rejects(
      edit({ 申请内容: text }),
      { name: 'FieldsError', message: new RegExp(name.replace('+', '\\+')) },
      name,
    )
  await t.rejects(edit({ 申请内容: '字'.repeat(100_001) }), FieldsError)
  await t.rejects(edit({}, 'T02'), MissingGlyphError, 'a template’s own word that no letter could print')
  await t.rejects(edit({}, 'T03'), MissingGlyphError, 'or that no XML can hold')
  await t.rejects(edit({}, 'T99'), TemplateError)
  const { user } = process.cpuUsage()
  const long = await edit({ 申请内容: '征地补偿标准'.repeat(16_666) })
  const spent = (process.cpuUsage().user - user) / 1000
  t.ok(long.length > 300_000 && spent < 3000, `100,000 characters: ${Math.round(spent)} ms`)
})

t.test('通用规范汉字表 | all 8,105 characters come out of the copy', async (t) => {
  const characters = readFileSync(new URL('../fixtures/tgh-8105.txt', import.meta.url), 'utf8').replace(/\s/gu, '')
  t.ok((await read({ 申请内容: characters })).text.includes(characters))
})

t.test('同样的输入同样的字节 | after other letters, in another process, zone and language', async (t) => {
  const again = await Promise.all(
    all.toReversed().map(async ({ code, sample }) => sha((await editLetter(code, sample, { fonts })).docx)),
  )
  t.strictSame(
    again.toReversed(),
    all.map(({ docx }) => sha(docx)),
  )
  const script = `import { createHash } from 'node:crypto'
    import { editLetter, loadTemplate, openFonts, sampleFields } from ${JSON.stringify(import.meta.resolve('@zhiqing/letters'))}
    const fonts = await openFonts()
    for (const code of ${JSON.stringify(all.map(({ code }) => code))}.slice(0, 8))
      console.log(createHash('sha256').update((await editLetter(code, sampleFields(loadTemplate(code)), { fonts })).docx).digest('hex'))`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
    env: { ...process.env, TZ: 'America/New_York', LANG: 'tr_TR.UTF-8' },
  })
  t.strictSame(
    stdout.trim().split('\n'),
    all.slice(0, 8).map(({ docx }) => sha(docx)),
  )
})

t.test('印制线程 | gives copies as the direct way does, with the same errors', async (t) => {
  const press = openPress({ folders: [folder] })
  t.teardown(() => press.close())
  const [copy, printed] = await Promise.all([press.edit({ code: 'T01', fields }), press.print({ code: 'T01', fields })])
  t.equal(sha(copy.docx), sha(await edit()))
  t.strictSame(copy.template, printed.template)
  const noted = await press.edit({ code: 'T01', fields, note: '拟稿' })
  t.strictSame(readDocx(Buffer.from(noted.docx)).notes, ['拟稿'])
  await t.rejects(press.edit({ code: 'T01', fields: { ...fields, 成文日期: '2025-02-30' } }), FieldsError)
})

t.test('命令 | letter --out writes by the name of the file', async (t) => {
  const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
  const zhiqing = (...args: string[]) => spawnSync(process.execPath, [program, 'letter', ...args], { encoding: 'utf8' })
  const out = join(folder, '答复书.DOCX')
  const { status, stdout } = zhiqing('S12', '--sample', '--out', out)
  const docx = readFileSync(out)
  t.equal(status, 0)
  t.match(stdout, new RegExp(`可编辑副本，${docx.length}字节，sha256 ${sha(docx)}`))
  t.equal(sha(docx), sha(all.find(({ code }) => code === 'S12')?.docx ?? Buffer.alloc(0)))
  t.match(zhiqing('S12', '--sample', '--out', join(folder, '没有', 'a.docx')), {
    status: 1,
    stderr: /写不了.*请先建立文件夹/,
  })
  t.match(zhiqing('S12', '--sample'), { status: 2, stderr: /文件\.docx/ })
})
