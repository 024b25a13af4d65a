import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import t from 'tap'

/* Small here; the million is measured by `zhiqing bench report`, which compares every cell with its generator's own count. */

const program = fileURLToPath(new URL('../../packages/cli/bin/zhiqing.mjs', import.meta.url))

t.test(
  'bench report | the tables of generated years are what their generator counted, and every figure is told',
  async (t) => {
    t.setTimeout(300_000)
    const { DATABASE_URL: _, ...env } = process.env
    const ran = spawnSync(
      process.execPath,
      [program, 'bench', 'report', '--cases', '20000', '--organs', '40', '--json'],
      {
        env,
        encoding: 'utf8',
        timeout: 280_000,
      },
    )
    t.ok(ran.status === 0 || ran.status === 1, ran.stderr)
    t.notMatch(ran.stderr, /differ/)
    const figures = ran.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    t.strictSame(
      figures.map(({ name }) => name),
      [
        'report.generated',
        'report.organ',
        'report.region',
        'report.region.plain',
        'report.region.ratio',
        'report.organ.plain',
        'report.dashboard',
        'report.dashboard.region',
        'report.hot',
        'report.hot.region',
      ],
    )
    const limits = figures.filter(({ name }) =>
      ['report.organ', 'report.region', 'report.dashboard', 'report.dashboard.region', 'report.hot'].includes(name),
    )
    for (const { name, value, bar } of limits) t.ok(value <= bar.most, `${name}: ${value}`)
    t.equal(spawnSync(process.execPath, [program, 'bench', 'report', '--cases', '0'], { encoding: 'utf8' }).status, 2)
  },
)
