import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  type ArchiveForm,
  fontReport,
  loadTemplate,
  openFonts,
  printLetter,
  sampleFields,
  templateCodes,
} from '@zhiqing/letters'
import t from 'tap'
import { inkBetween, inkOf } from './ink.js'

/*
 * Our files before other people's programs: Apache PDFBox Preflight judges PDF/A-1b (no validator of 2a is packaged; the
 * renderer is the same), qpdf the syntax, poppler the structure that is read aloud.
 */

const jars = ['preflight', 'pdfbox2', 'fontbox2', 'xmpbox', 'commons-logging', 'javax.activation', 'jaxb-api'].map(
  (name) => `/usr/share/java/${name}.jar`,
)
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 })
const isHere = (program: string, args: readonly string[]): boolean => run(program, args).error === undefined

const missing = [
  ...(isHere('java', ['-version']) && jars.every((jar) => existsSync(jar)) ? [] : ['libpdfbox2-java']),
  ...(isHere('qpdf', ['--version']) ? [] : ['qpdf']),
  ...(isHere('pdfinfo', ['-v']) ? [] : ['poppler-utils']),
]

if (missing.length > 0) {
  const reason = `PDF 的独立核验没有进行：缺少 Debian 软件包 ${missing.join('、')}`
  if (process.env.CI) t.fail(reason)
  else t.pass(reason, { skip: reason })
  process.exit()
}

const folder = mkdtempSync(join(tmpdir(), 'zhiqing-archive-'))
t.teardown(() => rmSync(folder, { recursive: true }))
const fonts = await openFonts({})
const print = async (code: string, form: ArchiveForm): Promise<string> => {
  const { pdf } = await printLetter(code, sampleFields(loadTemplate(code)), { fonts, form })
  const file = join(folder, `${code}-${form.slice(-2)}.pdf`)
  writeFileSync(file, pdf)
  return file
}

const codes = templateCodes()
const [elder, ours] = [
  await Promise.all(codes.map((code) => print(code, 'PDF/A-1b'))),
  await Promise.all(codes.map((code) => print(code, 'PDF/A-2a'))),
]

/** What Preflight says of each file. */
const judged = (files: readonly string[]): Map<string, boolean> => {
  const list = join(folder, 'list.txt')
  writeFileSync(list, files.join('\n'))
  run('java', ['-cp', jars.join(':'), 'org.apache.pdfbox.preflight.Validator_A1b', 'xml', 'group', list])
  const xml = readFileSync(`${list}.preflight.xml`, 'utf8')
  return new Map(
    [...xml.matchAll(/<preflight name="([^"]+)">[\s\S]*?<isValid[^>]*>(true|false)</g)].map(([, name = '', valid]) => [
      name,
      valid === 'true',
    ]),
  )
}

t.test(
  'PDF/A | every letter is valid PDF/A-1b to Apache PDFBox Preflight; a file that is none is refused',
  async (t) => {
    const said = judged(elder)
    t.equal(said.size, codes.length)
    for (const [name, valid] of said) t.ok(valid, name)
    const bare = readFileSync(elder[0] as string)
    const planted = join(folder, 'planted.pdf')
    writeFileSync(
      planted,
      Buffer.from(bare.toString('latin1').replaceAll('/OutputIntents', '/Outputintents'), 'latin1'),
    )
    t.strictSame([...judged([planted]).values()], [false], 'the planted defect: no output intent')
  },
)

t.test('PDF | qpdf finds no fault in any letter, and finds a planted one', async (t) => {
  for (const file of ours) t.match(run('qpdf', ['--check', file]), { status: 0, stderr: '' }, file.slice(-10))
  const cut = join(folder, 'cut.pdf')
  writeFileSync(cut, readFileSync(ours[0] as string).subarray(0, 20_000))
  t.not(run('qpdf', ['--check', cut]).status, 0, 'a file cut off')
})

const bare = (text: string): string => text.replace(/\s/gu, '')
const structureOf = (file: string): string =>
  bare([...run('pdfinfo', ['-struct-text', file]).stdout.matchAll(/^\s*"(.*)"$/gmu)].map(([, text]) => text).join(''))
/** How often each character stands in a text. */
const tally = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

/** Characters of one text beyond those of another, and those that the other has alone. */
const between = (one: string, other: string): { over: string; lacking: string } => {
  const [ours, theirs] = [tally(one), tally(other)]
  const more = (a: Map<string, number>, b: Map<string, number>) =>
    [...a].flatMap(([character, n]) => character.repeat(Math.max(0, n - (b.get(character) ?? 0)))).join('')
  return { over: more(ours, theirs), lacking: more(theirs, ours) }
}

/** The headers of a template's tables: the row above the line of dashes. */
const headersOf = (body: string): string =>
  [...body.matchAll(/^\|(.+)\|\n\|(?:-+\|)+$/gmu)].map(([, cells = '']) => bare(cells.replaceAll('|', ''))).join('')

/** Poppler reads a cell of several lines across its neighbours, so forms are compared by their characters. */
const readsForm = (page: string, read: string, body: string): string => {
  const { over, lacking } = between(page, read)
  const strange = [...over].filter((character) => !headersOf(body).includes(character)).join('')
  return `${lacking ? `read, and not on the page: ${lacking}` : ''}${strange ? `on the page, and not read: ${strange}` : ''}`
}

t.test(
  '朗读 | the structure reads every word once, in the order of the page, and nothing that is decoration',
  async (t) => {
    for (const [i, file] of ours.entries()) {
      const page = bare(run('pdftotext', ['-raw', file, '-']).stdout.replace(/—\s*\d+\s*—/gu, ''))
      const read = structureOf(file)
      const { style, body } = loadTemplate(codes[i] as string)
      if (style === 'form') t.equal(readsForm(page, read, body), '', `${codes[i]}`)
      else t.equal(read, page, `${codes[i]}`)
    }
    const l16 = structureOf(ours[codes.indexOf('L16')] as string)
    t.equal(l16.match(/项目/gu)?.length, 1, 'a header over two pages is read once')
    t.not(readsForm('甲项目乙', '甲', '|项目|\n|-|\n'), '', 'the planted defect: a word that is not read')
    t.not(readsForm('甲', '甲甲', ''), '', 'the planted defect: a word read twice')
    t.ok(l16.indexOf('受理编号') < l16.indexOf('类别') && l16.indexOf('类别') < l16.indexOf('结果维持'), 'row by row')
  },
)

/** Pictures of all samples as coarse grids of ink; made anew by `GOLDEN=1 node test/run.mjs dist/archive.test.js`. */
const golden = new URL('../fixtures/ink.txt', import.meta.url)
type Pictures = Record<string, string[]>

/** One line a page: the letter's code and its ink. */
const linesOf = (pictures: Pictures): string =>
  Object.entries(pictures)
    .flatMap(([code, pages]) => pages.map((page) => `${code} ${page}\n`))
    .join('')

const picturesIn = (text: string): Pictures => {
  const pictures: Pictures = {}
  for (const line of text.trimEnd().split('\n')) {
    const [code = '', page = ''] = line.split(' ')
    pictures[code] = [...(pictures[code] ?? []), page]
  }
  return pictures
}

/** Less than a line of text, more than two rasterisers differ by. */
const most = 12

const own = fontReport().some(({ from }) => from === 'system')
const skip = own && !process.env.CI ? '本机装有自己的仿宋，图样是用自带字体画的' : false

t.test(
  '印出来 | every page looks as it did: a page that can be read and prints blank, or a lost line, is seen',
  { skip },
  async (t) => {
    const now = Object.fromEntries(codes.map((code, i) => [code, inkOf(readFileSync(ours[i] as string))]))
    if (process.env.GOLDEN) writeFileSync(golden, linesOf(now))
    const before = picturesIn(readFileSync(golden, 'utf8'))
    t.strictSame(Object.keys(now), Object.keys(before), 'a picture of every letter')
    for (const [code, pages] of Object.entries(now)) {
      t.equal(pages.length, before[code]?.length, `${code}: pages`)
      for (const [n, page] of pages.entries()) {
        const off = inkBetween(page, before[code]?.[n] ?? '')
        t.ok(off <= most, `${code} page ${n + 1}: ${off} off`)
      }
    }
    const [first = ''] = now.S12 ?? []
    t.ok(inkBetween(first, '0'.repeat(first.length)) > most, 'the planted defect: a blank page')
    const shorter = await printLetter('S12', { ...sampleFields(loadTemplate('S12')), 申请内容: '验收报告' }, { fonts })
    t.ok(inkBetween(first, inkOf(shorter.pdf)[0] ?? '') > most, 'the planted defect: a line less')
  },
)
