import { spawnSync } from 'node:child_process'
import t, { type Test } from 'tap'
import { type Instance, newInstance, program, withDefect } from './instance.js'
import { storm } from './storm.js'

t.setTimeout(900_000)

const seed = 20261121

/** Every third kill takes all processes of the database along. */
const thirty = Array.from(
  { length: 30 },
  (_, i) => (i % 3 === 2 ? 'everything' : 'service') as 'everything' | 'service',
)

/** An instance for one test; whatever happens, none of its processes and files outlives the test. */
const anInstance = (t: Test, script: string, args: readonly string[]): Instance => {
  const instance = newInstance(script, args)
  t.teardown(async () => {
    await instance.killEverything()
    instance.remove()
  })
  return instance
}

t.test(
  '断电 | thirty kill -9 of the service, ten of them with the whole database: nothing acknowledged is lost or doubled',
  { timeout: 420_000 },
  async (t) => {
    const instance = anInstance(t, program, ['start'])
    const { acknowledged, kills, lost, doubled, unanswered } = await storm({
      instance,
      kills: thirty,
      between: 35,
      seed,
    })
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
  },
)

t.test(
  '断电 | the harness can fail: a service that answers before COMMIT is found out',
  { timeout: 240_000 },
  async (t) => {
    const instance = anInstance(t, withDefect, [])
    const plan = { instance, kills: Array.from({ length: 12 }, () => 'service' as const), between: 10, seed }
    const { lost, kills } = await storm({ ...plan, untilLost: true })
    t.comment(`${lost.length} acknowledged commands lost within ${kills} kills`)
    t.ok(lost.length > 0, 'the client misses what it was told had been done')
  },
)
