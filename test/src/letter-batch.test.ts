import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { loadTemplate, sampleFields } from '@zhiqing/letters'
import t from 'tap'

/* `zhiqing letter CODE --data many.jsonl --out FOLDER`: a signatory's batch. */

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'zhiqing-batch-'))
t.teardown(() => rmSync(folder, { recursive: true, force: true }))

const sample = sampleFields(loadTemplate('S12'))
const lineOf = (number: number): string => JSON.stringify({ ...sample, 受理编号: `QHZR2025${10_000 + number}` })
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `${lineOf(index + 1)}\n`).join('')
const fileOf = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}
const zhiqing = (args: readonly string[], more: { env?: Record<string, string>; input?: string } = {}) =>
  spawnSync(process.execPath, [program, 'letter', 'S12', ...args], {
    encoding: 'utf8',
    input: more.input,
    env: { ...process.env, ...more.env },
  })
const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
/** Every whole letter in a folder, by its hash. */
const lettersIn = (out: string): Record<string, string> =>
  Object.fromEntries(
    (existsSync(out) ? readdirSync(out) : [])
      .filter((name) => name.endsWith('.pdf'))
      .map((name) => [name, hashOf(readFileSync(join(out, name)))]),
  )

t.test('一批 | each line is a letter; a bad line is named by its number and the others are made', async (t) => {
  const bad = [
    `${lineOf(1)}\n`,
    '{"受文者": \n',
    '\n',
    `${JSON.stringify({ ...sample, 成文日期: '2025-02-30' })}\n`,
    lineOf(5),
  ]
  const data = fileOf('bad.jsonl', bad.join(''))
  const out = join(folder, 'bad')
  const { status, stdout, stderr } = zhiqing(['--data', data, '--out', out])
  t.equal(status, 1)
  t.match(stdout, /^2份已印到 .*，2行有误。\n$/u)
  const told = stderr.trimEnd().split('\n')
  t.equal(told.length, 2, 'and nothing else is said')
  t.match(told[0], /^第2行：.*JSON/u)
  t.match(told[1], /^第4行：“成文日期”不是真实存在的日期（YYYY-MM-DD）：2025-02-30$/u)
  t.strictSame(Object.keys(lettersIn(out)), ['S12-00001.pdf', 'S12-00005.pdf'])
  const alone = join(folder, 'alone.pdf')
  zhiqing(['--data', fileOf('one.json', lineOf(5)), '--out', alone])
  t.equal(lettersIn(out)['S12-00005.pdf'], hashOf(readFileSync(alone)), 'the letter is that of one printed alone')

  const rows = zhiqing(['--batch', '--data', '-', '--out', join(folder, 'rows'), '--json'], { input: bad.join('') })
    .stdout.trimEnd()
    .split('\n')
    .map((row) => JSON.parse(row))
  t.match(rows, [
    { line: 1, file: 'S12-00001.pdf', pages: 2, sha256: /^[0-9a-f]{64}$/ },
    { line: 2, error: /JSON/ },
    { line: 4, error: /2025-02-30/ },
    { line: 5, file: 'S12-00005.pdf', sha256: lettersIn(out)['S12-00005.pdf'] },
  ])
  t.match(zhiqing(['--data', data, '--check']), { status: 1, stdout: '2份可以打印，2行有误。\n' })
  t.match(zhiqing(['--data', join(folder, 'no.jsonl'), '--out', out]), {
    status: 2,
    stderr: /^读不了 .*no\.jsonl：没有这个文件或者文件夹\n/u,
  })
  t.match(zhiqing(['--data', data]), { status: 2, stderr: /^请给出 --out 文件夹\n/u })
})

/** Ends the program in the middle of its work: when it has made some letters. */
const interrupted = (args: readonly string[], out: string): Promise<void> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [program, 'letter', 'S12', ...args], { stdio: 'ignore' })
    const look = setInterval(() => {
      if (Object.keys(lettersIn(out)).length >= 5) child.kill('SIGKILL')
    }, 5)
    child.once('exit', () => {
      clearInterval(look)
      resolve()
    })
  })

t.test('一批 | interrupted, it leaves no half letter; run again it makes the same files', async (t) => {
  const data = fileOf('many.jsonl', lines(150))
  const [whole, cut] = [join(folder, 'whole'), join(folder, 'cut')]
  t.equal(zhiqing(['--data', data, '--out', whole]).status, 0)
  const wanted = lettersIn(whole)
  t.equal(Object.keys(wanted).length, 150)
  await interrupted(['--data', data, '--out', cut], cut)
  const left = lettersIn(cut)
  t.ok(Object.keys(left).length >= 5 && Object.keys(left).length < 150, `${Object.keys(left).length} were made`)
  t.match(wanted, left, 'each of them whole')
  t.equal(zhiqing(['--data', data, '--out', cut]).status, 0)
  t.strictSame(lettersIn(cut), wanted)
  t.strictSame(readdirSync(cut).toSorted(), Object.keys(wanted).toSorted(), 'and nothing is left over')
})

t.test('一批 | progress is shown on a terminal, and only there', async (t) => {
  const data = fileOf('few.jsonl', lines(3))
  const asTerminal = { NODE_OPTIONS: '--import "data:text/javascript,process.stderr.isTTY=true"' }
  const shown = zhiqing(['--data', data, '--out', join(folder, 'few')], { env: asTerminal })
  t.equal(shown.status, 0)
  t.ok(shown.stderr.includes('\r\u001b[K已印1份……'), shown.stderr)
  t.ok(shown.stderr.endsWith('\r\u001b[K'), 'and wiped away at the end')
  t.equal(zhiqing(['--data', data, '--out', join(folder, 'few')]).stderr, '')
})

/** The most memory a process ever had, in MB, as Linux tells. */
const peakOf = (pid: number): number | undefined => {
  try {
    return Number(/^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  } catch {
    return undefined
  }
}

t.test(
  '一批 | 500 letters hold memory under 400 MB',
  { skip: process.platform !== 'linux' && '只在 Linux 上量内存' },
  (t) => {
    const out = join(folder, 'five-hundred')
    const args = [program, 'letter', 'S12', '--data', fileOf('five-hundred.jsonl', lines(500)), '--out', out]
    const child = spawn(process.execPath, args, { stdio: 'ignore' })
    let most = 0
    const look = setInterval(() => {
      most = Math.max(most, peakOf(child.pid ?? 0) || 0)
    }, 20)
    child.once('exit', (code) => {
      clearInterval(look)
      t.equal(code, 0)
      t.equal(Object.keys(lettersIn(out)).length, 500)
      t.ok(most > 80 && most < 400, `${Math.round(most)} MB`)
      t.end()
    })
  },
)
