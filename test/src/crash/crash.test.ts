import { spawnSync } from 'node:child_process'
import t from 'tap'
import { program, withDefect } from './instance.js'
import { storm } from './storm.js'

t.setTimeout(900_000)

const seed = 20261121

/** Every third kill takes all processes of the database along. */
const thirty = Array.from(
  { length: 30 },
  (_, i) => (i % 3 === 2 ? 'everything' : 'service') as 'everything' | 'service',
)

t.test(
  '断电 | thirty kill -9 of the service, ten of them with the whole database: nothing acknowledged is lost or doubled',
  { timeout: 420_000 },
  async (t) => {
    const { instance, acknowledged, kills, lost, doubled, unanswered } = await storm({
      script: program,
      args: ['start'],
      kills: thirty,
      between: 35,
      seed,
    })
    try {
      t.comment(
        `seed ${seed}: ${kills} kills, ${acknowledged} acknowledged, ${lost.length} lost, ${doubled.length} doubled`,
      )
      t.equal(kills, 30)
      t.ok(acknowledged >= 1000, `${acknowledged} commands were acknowledged`)
      t.strictSame(lost, [], 'none of them is lost')
      t.strictSame(doubled, [], 'none of them happened twice')
      t.strictSame(unanswered, [], 'whatever was cut off is answered when it is sent again with its key')
      const beside = spawnSync(process.execPath, [program, 'verify'], { env: instance.env, encoding: 'utf8' })
      t.equal(beside.status, 0, `verify beside the running service is clean: ${beside.stdout}${beside.stderr}`)
      t.equal(await instance.stop(), 0, 'asked to end, it ends by itself')
      const after = spawnSync(process.execPath, [program, 'verify'], { env: instance.env, encoding: 'utf8' })
      t.equal(after.status, 0, 'verify without the service is clean too')
    } finally {
      await instance.killEverything()
      instance.remove()
    }
  },
)

t.test(
  '断电 | the harness can fail: a service that answers before COMMIT is found out',
  { timeout: 240_000 },
  async (t) => {
    const kills = Array.from({ length: 12 }, () => 'service' as const)
    const {
      instance,
      lost,
      kills: done,
    } = await storm({ script: withDefect, args: [], kills, between: 10, seed, untilLost: true })
    t.comment(`${lost.length} acknowledged commands lost within ${done} kills`)
    t.ok(lost.length > 0, 'the client misses what it was told had been done')
    await instance.killEverything()
    instance.remove()
  },
)
