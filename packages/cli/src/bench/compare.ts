import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, median } from './figure.js'
import { letterPages } from './letter-text.js'
import { writeFonts } from './peers/fonts-folder.js'
import { type Measured, names, type PrinterName, startPrinter } from './peers/printers.js'
import { readPdf } from './peers/text.js'

const rounds = 5
/** Letters before the first round, and in each: about as long for each printer, and enough to be warm. */
const work: Readonly<Record<PrinterName, { readonly warm: number; readonly round: number }>> = {
  ours: { warm: 80, round: 60 },
  pdfmake: { warm: 5, round: 4 },
  chromium: { warm: 5, round: 4 },
}
const called: Readonly<Record<PrinterName, string>> = { ours: '本程序', pdfmake: 'pdfmake', chromium: 'Chromium' }

const missing: Readonly<Record<PrinterName, string>> = {
  ours: '',
  pdfmake: '没有量 pdfmake：它只装在测试用的依赖里（在检出的代码里先 npx -y pnpm@10.34.9 install）。',
  chromium:
    '没有量 Chromium：要有 Linux、/usr/bin/chromium（apt-get install chromium，或者用 CHROMIUM 指明）和测试用的依赖。',
}

/** All printed the same words on as many pages; a defect of the measurement where not. */
const requireSameWords = async (printers: readonly Measured[]): Promise<void> => {
  const read = await Promise.all(
    printers.map(async ({ name, run }) => ({ name, found: await readPdf((await run({ from: 0, count: 1 })).pdf) })),
  )
  for (const { name, found } of read) {
    if (!found) return console.error('没有核对各家印的是不是同样的字：缺少测试用的依赖 pdfjs-dist。')
    if (found.words !== read[0]?.found?.words) throw new Error(`${name} printed other words: ${found.words}`)
    if (found.pages !== letterPages) throw new Error(`${name} printed ${found.pages} pages, not ${letterPages}`)
  }
}

/** Milliseconds of CPU a letter, the median of rounds in which each printer has its turn. */
const measure = async (printers: readonly Measured[]): Promise<Map<PrinterName, number>> => {
  const samples = new Map<PrinterName, number[]>(printers.map(({ name }) => [name, []]))
  for (const { name, run } of printers) await run({ from: 1, count: work[name].warm })
  for (let round = 1; round <= rounds; round++) {
    for (const { name, run } of printers) {
      const { round: count } = work[name]
      samples.get(name)?.push((await run({ from: round * 1000, count })).cpu)
    }
  }
  return new Map([...samples].map(([name, values]) => [name, median(values)]))
}

const figuresOf = (cpu: ReadonlyMap<PrinterName, number>): Figure[] => {
  const ours = cpu.get('ours') as number
  return [...cpu].flatMap(([name, value]): Figure[] => {
    const own = {
      name: `letters.cpu.${name}`,
      zh: `三页的答复书，每份用处理器：${called[name]}`,
      value,
      unit: 'ms',
    } as const
    if (name === 'ours') {
      const zh = '同上，一个核每秒份数'
      return [own, { name: 'letters.rate', zh, value: 1000 / value, unit: '/s', bar: { least: 60 } }]
    }
    const zh = `${called[name]}是本程序的几倍`
    return [own, { name: `letters.ratio.${name}`, zh, value: value / ours, unit: '×', bar: { least: 10 } }]
  })
}

/** The same letter through ours, pdfmake and Chromium, in one run: same fonts, same words, each kept warm. */
export const comparePrinters = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-bench-'))
  const printers: Measured[] = []
  try {
    writeFonts(folder)
    for (const name of names) {
      const printer = await startPrinter(name, folder)
      if (printer) printers.push(printer)
      else console.error(missing[name])
    }
    await requireSameWords(printers)
    return figuresOf(await measure(printers))
  } finally {
    for (const printer of printers) await printer.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
