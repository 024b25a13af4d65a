import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import t from 'tap'

/*
 * `zhiqing bench letters`: ours, pdfmake and Chromium in one run. That all print the same words on as many pages is
 * checked by the measurement itself. Bars are the machine's to keep, and a test's machine is shared: here only the order
 * of size is held, by the CPU that the three take side by side.
 */

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const chromium = process.env.CHROMIUM ?? '/usr/bin/chromium'
const linux = process.platform === 'linux'

interface Row {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly bar?: { readonly most?: number; readonly least?: number }
}

const bench = async (env: Record<string, string>) => {
  const child = spawn(process.execPath, [program, 'bench', 'letters', '--json'], { env: { ...process.env, ...env } })
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once('exit', resolve)),
  ])
  const rows = out
    .trimEnd()
    .split('\n')
    .map((line): Row => JSON.parse(line))
  return { rows, err, code }
}

t.test(
  '测速 | the same letter through three printers: ours takes a fraction; exit 1 when a bar is missed',
  async (t) => {
    const { rows, err, code } = await bench({})
    const value = (name: string): number => rows.find((row) => row.name === name)?.value ?? Number.NaN
    t.ok(value('letters.cpu.ours') < 60, `${value('letters.cpu.ours')} ms of CPU a letter`)
    t.ok(value('letters.ratio.pdfmake') > 4, `pdfmake takes ${value('letters.ratio.pdfmake')} times as much`)
    if (linux && existsSync(chromium)) {
      t.ok(value('letters.ratio.chromium') > 4, `Chromium takes ${value('letters.ratio.chromium')} times as much`)
      t.equal(err, '')
    } else t.match(err, /没有量 Chromium/)
    if (linux) t.ok(value('letters.batchMemory') < 400, `${value('letters.batchMemory')} MB for 500 letters`)
    const missed = rows.filter(({ bar, value }) => value > (bar?.most ?? Infinity) || value < (bar?.least ?? -Infinity))
    t.equal(code, missed.length > 0 ? 1 : 0)
    t.strictSame(rows.find(({ name }) => name === 'letters.rate')?.bar, { least: 60 })
    t.strictSame(rows.find(({ name }) => name === 'letters.first')?.bar, { most: 1000 })
  },
)

t.test('测速 | without Chromium the rest is measured, and it says so', async (t) => {
  const { rows, err } = await bench({ CHROMIUM: '/nowhere/chromium' })
  t.match(err, /^没有量 Chromium：.*apt-get install chromium/u)
  const names = rows.map(({ name }) => name)
  t.ok(names.includes('letters.ratio.pdfmake'))
  t.notOk(names.includes('letters.cpu.chromium'))
})
