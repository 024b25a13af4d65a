import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'

/* Small here, and no times: what is read is counted in many-cases.test.ts. That the measurement measures, and says so. */

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))

t.test('bench desk | everything that somebody at a desk waits for is measured against its bar', async (t) => {
  t.setTimeout(900_000)
  const { DATABASE_URL: _, ...env } = process.env
  const args = [program, 'bench', 'desk', '--cases', '400', '--json']
  const ran = spawnSync(process.execPath, args, { env, encoding: 'utf8', timeout: 880_000 })
  t.ok(ran.status === 0 || ran.status === 1, ran.stderr)
  const figures = ran.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { name: string; value: number; bar?: { most: number } })
  const bars = new Map(figures.map(({ name, bar }) => [name, bar?.most]))
  for (const one of ['casePage', 'case', 'trace', 'facts']) t.equal(bars.get(`desk.${one}`), 200, one)
  for (const one of [
    'mine',
    'due',
    'all',
    'all.filtered',
    'statistics',
    'supervised',
    'earlier',
    'receive',
    'register',
  ])
    t.equal(bars.get(`desk.${one}`), 300, one)
  for (const one of ['name', 'words', 'common', 'nothing', 'number', 'year', 'mine', 'filtered'])
    t.equal(bars.get(`desk.search.${one}`), 300, one)
  for (const { name, value } of figures) t.ok(Number.isFinite(value) && value > 0, `${name}: ${value}`)
  const missed = figures.filter(({ value, bar }) => bar !== undefined && value > bar.most)
  t.equal(ran.status, missed.length > 0 ? 1 : 0, 'exit 1 when a bar is missed')
})
