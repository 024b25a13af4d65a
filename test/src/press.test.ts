import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { bundledFont, loadTemplate, openFonts, openPress, printLetter, renderer, sampleFields } from '@zhiqing/letters'
import t from 'tap'

/*
 * How the bytes of a letter come about: streams left unpacked, outlines taken over from the font as they lie, in a
 * thread beside the one that answers.
 */

// ---- outlines

type Font = { readonly glyphs: number; outline(glyph: number): Buffer; advance(glyph: number): number }

/** A TrueType font read by the specification alone. */
const readFont = (file: Buffer): Font => {
  const table = (tag: string): Buffer => {
    for (let entry = 12; entry < 12 + 16 * file.readUInt16BE(4); entry += 16) {
      if (file.toString('latin1', entry, entry + 4) !== tag) continue
      return file.subarray(file.readUInt32BE(entry + 8), file.readUInt32BE(entry + 8) + file.readUInt32BE(entry + 12))
    }
    throw new Error(`no table ${tag}`)
  }
  const [loca, glyf, hmtx] = [table('loca'), table('glyf'), table('hmtx')]
  const long = table('head').readUInt16BE(50) === 1
  const at = (glyph: number) => (long ? loca.readUInt32BE(4 * glyph) : 2 * loca.readUInt16BE(2 * glyph))
  const full = table('hhea').readUInt16BE(34)
  return {
    glyphs: table('maxp').readUInt16BE(4),
    outline: (glyph) => glyf.subarray(at(glyph), at(glyph + 1)),
    advance: (glyph) => hmtx.readUInt16BE(4 * Math.min(glyph, full - 1)),
  }
}

/** The fonts embedded in a file of ours. */
const fontsIn = (pdf: Uint8Array): Font[] => {
  const file = Buffer.from(pdf)
  const text = file.toString('latin1')
  return [...text.matchAll(/\/FontFile2 (\d+) 0 R/g)].map(([, id]) => {
    const begun = text.indexOf('stream\n', text.indexOf(`\n${id} 0 obj`)) + 'stream\n'.length
    return readFont(file.subarray(begun, text.indexOf('endstream', begun)))
  })
}

/** The glyphs a compound outline is put together from, of simple components alone (flags, glyph, two offsets). */
const componentsOf = (outline: Buffer): number[] => {
  const found: number[] = []
  for (let at = 10, more = outline.length > 0 && outline.readInt16BE(0) < 0; more; ) {
    const flags = outline.readUInt16BE(at)
    found.push(outline.readUInt16BE(at + 2))
    at += 4 + (flags & 1 ? 4 : 2) + (flags & 0x80 ? 8 : flags & 0x40 ? 4 : flags & 8 ? 2 : 0)
    more = (flags & 0x20) !== 0
  }
  return found
}

/** An outline with those of its components in its place: what is drawn, whatever the numbers. */
const drawn = (font: Font, glyph: number): string => {
  const outline = font.outline(glyph)
  const parts = componentsOf(outline)
  return parts.length === 0 ? outline.toString('hex') : parts.map((part) => drawn(font, part)).join('+')
}

t.test('字形 | every glyph in a letter is one of its font, unchanged; compound ones are whole', async (t) => {
  const fonts = await openFonts()
  const fields = { ...sampleFields(loadTemplate('S12')), 申请内容: 'Élève à Zürich，x−y，李䶮，Ångström Č' }
  const { pdf } = await printLetter('S12', fields, { fonts })
  const embedded = fontsIn(pdf)
  const sources = (['fangsong', 'kaiti', 'heiti', 'xiaobiaosong', 'songti'] as const).map((role) =>
    readFont(bundledFont(role)),
  )
  const known = new Set(
    sources.flatMap((font) =>
      Array.from({ length: font.glyphs }, (_, glyph) => `${font.advance(glyph)} ${drawn(font, glyph)}`),
    ),
  )
  let compound = 0
  for (const font of embedded) {
    for (let glyph = 0; glyph < font.glyphs; glyph++) {
      if (!known.has(`${font.advance(glyph)} ${drawn(font, glyph)}`)) t.fail(`glyph ${glyph} is none of its font`)
      if (componentsOf(font.outline(glyph)).length > 0) compound += 1
    }
  }
  t.ok(embedded.length >= 4, `${embedded.length} fonts`)
  t.ok(compound >= 1, `${compound} compound glyphs among them`)
})

// ---- the same bytes

const folder = mkdtempSync(join(tmpdir(), 'zhiqing-press-'))
t.teardown(() => rmSync(folder, { recursive: true }))
writeFileSync(
  join(folder, 'T01.md'),
  `---
id: T01
kind: test-letter
名称: 测试文书
标题: 测试文书
版本: 2026-01
版式: 信函
变量:
  机关名称: { 类型: 文本, 说明: 机关 }
  文号: { 类型: 文本, 说明: 文号 }
  成文日期: { 类型: 日期, 说明: 日期 }
  内容: { 类型: 长文, 说明: 内容 }
样例数据: { 机关名称: 青禾县自然资源局, 文号: 青自然资〔2025〕9号, 成文日期: '2025-03-28', 内容: 征地补偿标准 }
---

# 一、标题

> {{ 内容 }}

{{ 内容 }}

| 项目 | 内容 |
|---|---|
| 内容 | {{ 内容 }} |

附件：

1. {{ 内容 }}

{% 落款 %}
`,
)
const content = '青禾镇2023年第5批征地补偿标准，李䶮，x−y，Zürich，138,000.50元。'.repeat(6)
const fields = { 机关名称: '青禾县自然资源局', 文号: '青自然资〔2025〕9号', 成文日期: '2025-03-28', 内容: content }

/**
 * The letter above by each renderer that letters were issued with: `number sha256`. Other bytes are another renderer:
 * raise `renderer`, then `GOLDEN=1 node test/run.mjs dist/press.test.js` adds its line (and replaces that of a number
 * nothing was issued with yet).
 */
const issued = new URL('../fixtures/renderers.txt', import.meta.url)
const linesOf = (text: string): string[] => text.split('\n').filter(Boolean)

t.test(
  '同样的字节 | a renderer prints the same bytes on every machine; other bytes are another renderer',
  async (t) => {
    const heiti = join(folder, 'heiti.ttf')
    writeFileSync(heiti, bundledFont('heiti'))
    const fonts = await openFonts({ fangsong: heiti, kaiti: heiti, heiti, xiaobiaosong: heiti })
    const { sha256, pdf } = await printLetter('T01', fields, { fonts, folders: [folder] })
    const line = `${renderer} ${sha256}`
    const others = linesOf(readFileSync(issued, 'utf8')).filter((one) => !one.startsWith(`${renderer} `))
    if (process.env.GOLDEN) writeFileSync(issued, `${[...others, line].join('\n')}\n`)
    t.equal(linesOf(readFileSync(issued, 'utf8')).at(-1), line, 'packages/letters/src/paper/renderer.ts')
    const keywords = Buffer.from(`印制 ${renderer}`, 'utf16le').swap16()
    t.ok(Buffer.from(pdf).includes(keywords), 'the file says which renderer')
  },
)

// ---- beside the thread that answers

t.test('印制线程 | a batch at the press leaves the answering thread at rest', async (t) => {
  const press = openPress()
  t.teardown(() => press.close())
  const sample = sampleFields(loadTemplate('S12'))
  const order = (number: number) => ({ code: 'S12', fields: { ...sample, 受理编号: `QHZR2025${10_000 + number}` } })
  await press.print(order(0))
  const before = performance.eventLoopUtilization()
  const printed = await Promise.all(Array.from({ length: 100 }, (_, number) => press.print(order(number))))
  const { utilization } = performance.eventLoopUtilization(before)
  t.equal(new Set(printed.map(({ sha256 }) => sha256)).size, 100, 'a hundred letters')
  t.ok(utilization < 0.4, `busy for ${Math.round(utilization * 100)} % of the time`)
  const fonts = await openFonts()
  const inPlace = performance.eventLoopUtilization()
  for (let number = 0; number < 10; number++) await printLetter('S12', order(number).fields, { fonts })
  const own = performance.eventLoopUtilization(inPlace).utilization
  t.ok(own > 0.8, `the planted defect: printed in place it is busy for ${Math.round(own * 100)} %`)
})
