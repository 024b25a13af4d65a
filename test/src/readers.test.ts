import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Block, composeLetter, loadTemplate, openFonts, printLetter, templateCodes } from '@zhiqing/letters'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import t from 'tap'
import { inkBetween, inkOf } from './ink.js'
import { markedWords, type Variant, variantsOf } from './variants.js'

/*
 * Every letter with its sample, and with the fields that take it through every branch of its words, before two readers
 * that are not ours: pdf.js of Mozilla, and poppler (Debian's poppler-utils), which also draws the pages.
 */

const run = (program: string, args: readonly string[]) => {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
  if (error ?? status !== 0) throw new Error(`${program}: ${error ?? stderr}`)
  return stdout
}
const lacking = ['pdftotext', 'pdftoppm', 'qpdf'].filter((program) => spawnSync(program, ['--version']).error)
if (lacking.length > 0) {
  const reason = `文书没有经第二个读者读过：缺少 ${lacking.join('、')}（Debian 的 poppler-utils、qpdf）`
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const folder = mkdtempSync(join(tmpdir(), 'zhiqing-readers-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const fonts = await openFonts()
const bare = (text: string): string => text.replace(/\s/gu, '')
const millimetre = 72 / 25.4

// ---- the letters

const marks = markedWords(join(folder, 'marked'))
const chosen = templateCodes().map((code) => variantsOf(code, join(folder, 'marked')))

interface Letter extends Variant {
  readonly name: string
  readonly pdf: Uint8Array
  readonly pages: number
  readonly blocks: readonly Block[]
}
const letters: Letter[] = []
for (const variant of chosen.flatMap(({ variants }) => variants)) {
  const { pdf, pages } = await printLetter(variant.code, variant.fields, { fonts })
  const name = variant.sample ? variant.code : `${variant.code}-${letters.length}`
  letters.push({ ...variant, name, pdf, pages, blocks: composeLetter(loadTemplate(variant.code), variant.fields) })
}

// ---- the readers

/** A piece of a page: points from its upper left corner; `baseline` by pdf.js alone. */
interface Piece {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}
interface Glyphs extends Piece {
  readonly size: number
  readonly baseline: number
}

/** `aloud` is what the structure tree reads, in its order. */
const readByPdfJs = async (pdf: Uint8Array): Promise<{ glyphs: Glyphs[][]; aloud: string }> => {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const glyphs: Glyphs[][] = []
  let aloud = ''
  for (let n = 1; n <= document.numPages; n++) {
    const page = await document.getPage(n)
    const height = page.view[3] ?? 0
    const { items } = await page.getTextContent({ includeMarkedContent: true })
    const marked = new Map<string, string>()
    const pieces: Glyphs[] = []
    let id = ''
    for (const item of items) {
      if ('type' in item) id = item.type === 'beginMarkedContentProps' ? item.id : id
      else if (item.str.trim() !== '') {
        const [size = 0, , , , left = 0, y = 0] = item.transform as number[]
        const [baseline, right] = [height - y, left + item.width]
        pieces.push({
          text: item.str,
          left,
          right,
          top: height - y - 0.88 * size,
          bottom: height - y + 0.12 * size,
          size,
          baseline,
        })
        marked.set(id, (marked.get(id) ?? '') + item.str)
      }
    }
    glyphs.push(pieces)
    aloud += contentOf((await page.getStructTree()) as Branch | null, marked)
  }
  await document.destroy()
  return { glyphs, aloud: bare(aloud) }
}

type Branch = { readonly children?: readonly Branch[]; readonly type?: string; readonly id?: string }
const contentOf = (branch: Branch | null, marked: ReadonlyMap<string, string>): string =>
  branch?.type === 'content'
    ? (marked.get(branch.id ?? '') ?? '')
    : (branch?.children ?? []).map((child) => contentOf(child, marked)).join('')

const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&amp;': '&',
  '&quot;': '"',
  '&apos;': "'",
}

/** Words with their boxes, page by page, of all files read in one go. */
const readByPoppler = (file: string): Piece[][] =>
  run('pdftotext', ['-bbox', file, '-'])
    .split('<page ')
    .slice(1)
    .map((page) =>
      [...page.matchAll(/<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g)].map(
        ([, left, top, right, bottom, text = '']) => ({
          text: text.replace(/&\w+;/g, (entity) => entities[entity] ?? entity),
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    )

/** A page as drawn, in grey. */
interface Picture {
  readonly width: number
  readonly dots: Buffer
  readonly dotsPerPoint: number
}

const drawn = (file: string, resolution: number): Picture[] => {
  const out = mkdtempSync(join(folder, 'drawn-'))
  run('pdftoppm', ['-gray', '-r', String(resolution), file, join(out, 'p')])
  return readdirSync(out)
    .toSorted()
    .map((name) => {
      const pgm = readFileSync(join(out, name))
      const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.toString('latin1', 0, 40))
      return { width: Number(head?.[1]), dots: pgm.subarray(head?.[0].length), dotsPerPoint: resolution / 72 }
    })
}

/** All files as one, in their order: poppler is started once instead of some hundred times. */
const united = (files: readonly string[], name: string): string => {
  const out = join(folder, name)
  run('qpdf', ['--empty', '--pages', ...files, '--', out])
  return out
}

mkdirSync(join(folder, 'pdf'))
const fileOf = ({ name, pdf }: Pick<Letter, 'name' | 'pdf'>): string => {
  const file = join(folder, 'pdf', `${name}.pdf`)
  writeFileSync(file, pdf)
  return file
}
const all = united(letters.map(fileOf), 'all.pdf')
const [words, pictures] = [readByPoppler(all), drawn(all, 36)]

interface Read extends Letter {
  readonly aloud: string
  readonly glyphs: readonly Glyphs[][]
  readonly words: readonly Piece[][]
  readonly pictures: readonly Picture[]
}
const read: Read[] = []
for (const letter of letters) {
  const from = read.reduce((sum, one) => sum + one.glyphs.length, 0)
  const { glyphs, aloud } = await readByPdfJs(letter.pdf)
  const of = <One>(pages: readonly One[]): One[] => pages.slice(from, from + glyphs.length)
  read.push({ ...letter, glyphs, aloud, words: of(words), pictures: of(pictures) })
}

const textOf = (pages: readonly (readonly Piece[])[]): string =>
  bare(pages.map((page) => page.map(({ text }) => text).join('')).join('')).replace(/—\d+—/gu, '')

// ---- what the letters say, worked out from the fields

const asPrinted = (value: string): string =>
  value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, (_, year, month, day) => `${year}年${Number(month)}月${Number(day)}日`)

/** Fields that choose words and are not words themselves. */
const choosing = ['L13 处理结果', 'L15 终结类别', 'P05 征求对象类别', 'S21 类别', 'L08 程序状态']

/** What a reply on one thing alone says: item by item none of it stands in the letter's own words (rulebook R51). */
const ofOneAlone = ({ code, fields }: Variant): string[] => {
  if (!fields.分项答复) return []
  const { words, variables } = loadTemplate(code)
  const rest = words
    .replace(/\{% unless 分项答复 %\}[\s\S]*?\{% endunless %\}/g, '')
    .replace(/\{% if 分项答复 %\}([\s\S]*?)\{% else %\}[\s\S]*?\{% 条款 "分项答复" %\}/g, '$1')
  const said = (name: string, text: string): boolean =>
    new RegExp(`\\b${name}|[ (]${name}[ |}]|in ${name}`, 'u').test(text)
  return Object.keys(variables).filter((name) => said(name, words) && !said(name, rest))
}

/** Fields that have no place in a letter of this kind, as its words have it. */
const outOfPlace = ({ code, fields }: Variant): string[] => {
  const withdrawn = ['撤回日期', '撤回事项']
  if (code === 'S03' && fields.分项答复)
    return ['公开清单', '不公开清单', '不公开依据', '提供形式', '提供方式', '获取日期']
  if (code === 'S07' && fields.未征求原因) return ['征求意见日期', '征求结果']
  if (code !== 'L15') return []
  const told = ['告知发出日期', '告知收到日期']
  if (fields.终结类别 === '撤回申请') return [...told, '补正期满日', '缴费期满日', '收费数额', '处理依据', '救济告知']
  return fields.终结类别 === '逾期不缴费' ? [...withdrawn, '补正期满日'] : [...withdrawn, '缴费期满日', '收费数额']
}

/** What must be on paper: each value by itself; citations one by one, of each its 条. */
const wanted = (variant: Variant): string[] => {
  const hidden = [...outOfPlace(variant), ...ofOneAlone(variant)]
  return Object.entries(variant.fields).flatMap(([name, value]) => {
    if (value === null || value === undefined || typeof value === 'boolean' || hidden.includes(name)) return []
    if (choosing.includes(`${variant.code} ${name}`)) return []
    const each = (Array.isArray(value) ? value : [String(value)]) as string[]
    return each.map((one) => asPrinted(name.endsWith('依据') ? one.replace(/^《[^》]+》(?=第)/, '') : one))
  })
}

/** The words of the parts, in order; a table's cells row by row. */
const spoken = (blocks: readonly Block[]): string =>
  bare(
    blocks
      .map((block) => {
        switch (block.kind) {
          case 'head':
            return block.organ + (block.format === 'document' ? '文件' : '') + (block.number ?? '')
          case 'title':
            return block.lines.join('')
          case 'attachments':
            return `附件：${block.names.map((name, i) => (block.names.length > 1 ? `${i + 1}.` : '') + name).join('')}`
          case 'imprint': {
            const { copies, printed } = block
            return `${copies ? `抄送：${copies.replace(/[，。；、\s]+$/u, '')}。` : ''}${printed ? `${printed.by}${printed.on}印发` : ''}`
          }
          case 'signOff':
            return block.organ + block.date
          case 'table':
            return [...(block.header ?? []), ...block.rows.flat()].join('')
          default:
            return block.text
        }
      })
      .join(''),
  )

/** Characters of one text beyond those of another. */
const beyond = (one: string, other: string): string => {
  const left = new Map<string, number>()
  for (const character of other) left.set(character, (left.get(character) ?? 0) + 1)
  return [...one]
    .filter((character) => {
      const count = left.get(character) ?? 0
      left.set(character, count - 1)
      return count <= 0
    })
    .join('')
}

t.test('分支 | the fields tried take the letters through every branch of their words, and past it', async (t) => {
  const met = new Map<number, Set<boolean>>()
  for (const { seen } of chosen)
    for (const [branch, ways] of seen) met.set(branch, new Set([...(met.get(branch) ?? []), ...ways]))
  t.ok(marks.length > 180 && letters.length > 130, `${marks.length} branches, ${letters.length} letters`)
  t.same(
    marks.filter((_, branch) => !met.get(branch)?.has(true)),
    [],
    'entered',
  )
  t.same(
    marks.filter((tag, branch) => !met.get(branch)?.has(false) && !/\{%-? *for/.test(tag)),
    [],
    'passed by; a list that may not be empty is always gone through',
  )
})

t.test('两个读者 | each reads every field of every letter, nothing lost, nothing more, in order', async (t) => {
  for (const { name, blocks, aloud, ...one } of read) {
    const [mozilla, poppler, words] = [textOf(one.glyphs), textOf(one.words), spoken(blocks)]
    const tables = blocks.filter((block) => block.kind === 'table')
    t.equal(aloud, words, `${name}: pdf.js, by the structure`)
    for (const value of wanted(one)) if (!words.includes(bare(value))) t.fail(`${name}: “${value}” is not said`)
    if (tables.length === 0) {
      t.equal(mozilla, words, `${name}: pdf.js, as it is drawn`)
      t.equal(poppler, words, `${name}: poppler`)
      continue
    }
    // Of a table both readers go through a row line by line, and read its header again on each page.
    const headers = tables.flatMap(({ header }) => header ?? []).join('')
    for (const [reader, text] of Object.entries({ 'pdf.js': mozilla, poppler })) {
      t.equal(beyond(words, text), '', `${name}, ${reader}: nothing lost`)
      const more = [...beyond(text, words)].filter((character) => !headers.includes(character))
      t.equal(more.join(''), '', `${name}, ${reader}: nothing more`)
    }
  }
})

t.test('页数 | both readers count the pages that the letter says it has', async (t) => {
  for (const { name, pages, glyphs, words } of read) {
    t.equal(glyphs.length, pages, `${name}: pdf.js`)
    t.equal(words.filter((page) => page.length > 0).length, pages, `${name}: poppler, none of them empty`)
  }
})

// ---- ink

/** Darkest dot under a piece, 0 black to 255 white. */
const darkestUnder = ({ left, right, top, bottom }: Piece, { width, dots, dotsPerPoint }: Picture): number => {
  let darkest = 255
  const [from, to] = [Math.floor(left * dotsPerPoint), Math.ceil(right * dotsPerPoint)]
  for (let y = Math.floor(top * dotsPerPoint); y < Math.ceil(bottom * dotsPerPoint); y++)
    for (let x = from; x < to; x++) darkest = Math.min(darkest, dots[y * width + x] ?? 255)
  return darkest
}

/** Words that are read where nothing is printed. */
const blank = (words: readonly Piece[][], pictures: readonly Picture[]): string[] =>
  words.flatMap((page, n) =>
    page.filter((word) => darkestUnder(word, pictures[n] as Picture) > 215).map(({ text }) => text),
  )

t.test(
  '印出来 | there is ink under every word that is read; a page that is read and prints blank is told',
  async (t) => {
    for (const { name, words, pictures } of read) t.same(blank(words, pictures), [], name)
    const letter = read.find(({ code }) => code === 'S12') as Read
    const open = join(folder, 'open.qdf')
    run('qpdf', ['--qdf', '--object-streams=disable', join(folder, 'pdf', 'S12.pdf'), open])
    // 3 Tr: text that is neither filled nor stroked (ISO 32000-1, 9.3.6)
    const invisible = readFileSync(open, 'latin1').replace(/^BT$/gm, 'BT 3 Tr')
    const planted = join(folder, 'planted.pdf')
    writeFileSync(`${planted}.qdf`, invisible, 'latin1')
    const fixed = spawnSync('fix-qdf', [`${planted}.qdf`], { maxBuffer: 64 * 1024 * 1024 })
    writeFileSync(planted, fixed.stdout)
    const stillRead = readByPoppler(planted)
    t.equal(textOf(stillRead), spoken(letter.blocks), 'the planted defect: every word is read')
    t.equal(textOf((await readByPdfJs(fixed.stdout)).glyphs), spoken(letter.blocks), 'by both')
    t.equal(blank(stillRead, drawn(planted, 36)).length, stillRead.flat().length, 'and none is printed')
    const before = readFileSync(new URL('../fixtures/ink.txt', import.meta.url), 'utf8').match(/^S12 (\d+)$/gm)
    for (const [n, page] of inkOf(fixed.stdout).entries())
      t.ok(inkBetween(page, before?.[n]?.slice(4) ?? '') > 12, `the picture of page ${n + 1} tells it too`)
  },
)

// ---- measures of every letter: GB/T 9704-2012 5.2 (天头 37 mm, 订口 28 mm, 版心 156 × 225 mm, 22 rows of 28), 7.3.5, 7.5; those of
// the ink are in measures.test.ts

const inMillimetres = (points: number): number => points / millimetre
const tolerance = 0.5
const row = 225 / 22
const character = 156 / 28
const isPageNumber = ({ top }: Piece): boolean => inMillimetres(top) > 37 + 225
/** The blank half of a mark may stand beyond the margin: 。 at the right, （ at the left. */
const hangs = (text: string, side: 'left' | 'right'): number =>
  (side === 'left' ? /^[（《〈〔【「『“‘]/u : /[、，。；：！？）》〉〕】」』”’]$/u).test(text) ? character / 2 : 0

t.test('版心 | every box of both readers is inside it, but page numbers, which are under it', async (t) => {
  for (const { name, glyphs, words } of read) {
    const out = [...glyphs, ...words].flatMap((page) =>
      page.filter(({ text, left, right, top, bottom, ...more }) => {
        const number = isPageNumber({ text, left, right, top, bottom, ...more })
        const [from, to] = [28 - hangs(text, 'left'), 28 + 156 + hangs(text, 'right')]
        if (inMillimetres(left) < from - tolerance || inMillimetres(right) > to + tolerance) return true
        // poppler's boxes are as high as the face says, up to half a size more than the character
        return inMillimetres(top) < 30 - 6 || inMillimetres(bottom) > (number ? 297 - 20 : 37 + 225 + 1)
      }),
    )
    t.same(
      out.map(({ text }) => text),
      [],
      name,
    )
  }
})

/** The row a character of 三号 stands in, from the top of the 版心: a whole number where it is on the grid. */
const rowOf = ({ top, size }: Glyphs): number => (inMillimetres(top + size / 2) - 37) / row - 0.5

/** Text of a page in 三号, without 文号, which belongs to the letterhead, and 落款, whose rows never come closer. */
const bodyOf = ({ fields }: Read, page: readonly Glyphs[]): Glyphs[] => {
  const own = [fields.文号, fields.机关名称, asPrinted(String(fields.成文日期))]
  return page.filter(({ text, size }) => size === 16 && !own.includes(text))
}

/** Pieces off a pitch of so many rows a page; where it is 22, off the rows of the 版心 itself. */
const offPitch = (body: readonly Glyphs[], rows: number): Glyphs[] => {
  const from = rows === 22 ? 0 : Math.min(...body.map(rowOf))
  return body.filter((one) => {
    const place = (rowOf(one) - from) * (rows / 22)
    return Math.abs(place - Math.round(place)) * (225 / rows) > tolerance || rowOf(one) < -0.2 || rowOf(one) > 21.2
  })
}

t.test(
  '版心 | 22 rows: every letter’s text stands on them, or closer by a row or two for its 落款’s sake',
  async (t) => {
    const found = { 22: 0, 23: 0, 24: 0 }
    let flush = 0
    for (const one of read.filter(({ blocks }) => !blocks.some(({ kind }) => kind === 'table'))) {
      const pages = one.glyphs.map((page) => bodyOf(one, page))
      const rows = ([22, 23, 24] as const).find((count) => pages.every((body) => offPitch(body, count).length === 0))
      if (rows) found[rows] += 1
      else t.fail(`${one.name}: ${pages.flatMap((body) => offPitch(body, 22).map(({ text }) => text)).join(' ')}`)
      for (const body of pages)
        for (const at of new Set(body.map(({ baseline }) => baseline))) {
          const line = body.filter(({ baseline }) => baseline === at)
          const left = inMillimetres(Math.min(...line.map((piece) => piece.left)))
          const right = inMillimetres(Math.max(...line.map((piece) => piece.right)))
          if (Math.abs(left - 28) <= tolerance && Math.abs(right - 184) <= tolerance) flush += 1
        }
    }
    t.ok(found[22] > 80 && found[23] + found[24] < 20, `letters by rows: ${JSON.stringify(found)}`)
    t.ok(flush > 300, `${flush} lines fill the 156 mm`)
    const bodies = read.flatMap((one) => one.glyphs.map((page) => bodyOf(one, page)))
    const moved = (bodies.find((body) => body.length > 10) ?? []).map((one, i) =>
      i === 5 ? { ...one, top: one.top + 0.6 * millimetre } : one,
    )
    t.ok(
      [22, 23, 24].every((rows) => offPitch(moved, rows).length > 0),
      'the planted defect: a line 0.6 mm off',
    )
  },
)

t.test('落款 | 成文日期 右空四字, 署名 centred over it; page numbers 空一字, odd right, even left', async (t) => {
  let signed = 0
  for (const { name, fields, blocks, glyphs } of read) {
    const sign = blocks.find((block) => block.kind === 'signOff')
    const last = (glyphs.at(-1) ?? []).filter((one) => !isPageNumber(one))
    const [organ, date] = [last.at(-2), last.at(-1)]
    if (sign && organ && date && organ.text === fields.机关名称) {
      signed += 1
      const off = inMillimetres(date.right) - (184 - 4 * character)
      const middle = inMillimetres(organ.left + organ.right - date.left - date.right) / 2
      if (Math.abs(off) > tolerance) t.fail(`${name}: the date ends ${off} mm off`)
      if (Math.abs(middle) > tolerance) t.fail(`${name}: the organ ${middle} mm off the date’s middle`)
    }
    for (const [n, page] of glyphs.entries()) {
      const numbers = page.filter(isPageNumber)
      const text = numbers.map((one) => bare(one.text)).join('')
      if (text !== (n === 0 ? '' : `—${n + 1}—`)) t.fail(`${name} page ${n + 1}: “${text}”`)
      if (n === 0) continue
      const [left, right] = [Math.min(...numbers.map((one) => one.left)), Math.max(...numbers.map((one) => one.right))]
      const blank = 14 / millimetre
      const off = (n + 1) % 2 === 1 ? inMillimetres(right) - (184 - blank) : inMillimetres(left) - (28 + blank)
      if (Math.abs(off) > tolerance) t.fail(`${name} page ${n + 1}: the number is ${off} mm off`)
    }
  }
  t.ok(signed > 80, `${signed} letters end with their sign-off`)
})
