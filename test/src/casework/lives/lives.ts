import { parseArgs } from 'node:util'
import { search, show, tell } from './search.js'

/*
 * As many random lives as wanted: node test/dist/casework/lives/lives.js --lives 1000000 --seed 7
 * Ends with 1 at the first life that breaks something, and prints it as a scenario.
 */

const CHUNK = 500

const { values } = parseArgs({
  options: { lives: { type: 'string', default: '20000' }, seed: { type: 'string', default: '7' } },
})
const wanted = Number(values.lives)
const seed = Number(values.seed)
if (!Number.isInteger(wanted) || wanted < 1 || !Number.isInteger(seed)) {
  console.error('--lives and --seed are whole numbers')
  process.exit(2)
}

const began = performance.now()
const tally = new Map<string, number>()
let lives = 0
let steps = 0

const progress = (end = ''): void => {
  const seconds = (performance.now() - began) / 1000
  process.stderr.write(`\r${lives} of ${wanted} lives, ${steps} acts, ${Math.round(lives / seconds)} lives/s ${end}`)
}

for (let chunk = 0; lives < wanted; chunk++) {
  const found = await search(Math.min(CHUNK, wanted - lives), seed + chunk)
  lives += found.lives
  steps += found.steps
  for (const [what, n] of found.tally) tally.set(what, (tally.get(what) ?? 0) + n)
  if (process.stderr.isTTY) progress()
  if (found.failing) {
    console.log(tell(seed + chunk, found))
    console.log(`FAIL after ${lives} lives`)
    process.exit(1)
  }
}
const seconds = (performance.now() - began) / 1000
if (process.stderr.isTTY) progress('\n')
console.log(show(tally))
console.log(
  JSON.stringify({ lives, acts: steps, seed, seconds: Math.round(seconds), perSecond: Math.round(lives / seconds) }),
)
console.log('PASS')
