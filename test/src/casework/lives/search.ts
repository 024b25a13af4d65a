import fc from 'fast-check'
import { stringify } from 'yaml'
import { type Lived, live, type Play, type Seeds } from './live.js'

/** The longest life, in things tried. */
const STEPS = 36

/** Every number is as likely as every other: a small one is no smaller life. Shrinking leaves steps out. */
const lives: fc.Arbitrary<Seeds> = fc.record({
  head: fc.noBias(fc.nat()),
  steps: fc.noBias(fc.array(fc.nat(), { maxLength: STEPS, size: 'max' })),
})

export interface Found {
  readonly lives: number
  readonly steps: number
  readonly tally: ReadonlyMap<string, number>
  /** The shortest life that still shows what was found. */
  readonly failing: { readonly path: string; readonly lived: Lived; readonly shrinks: number } | null
}

/** So many random lives from a seed; the first that breaks something is made as short as can be, unless it is wanted as it is. */
export const search = async (count: number, seed: number, play: Play = {}, asItIs = false): Promise<Found> => {
  const tally = new Map<string, number>()
  let steps = 0
  let found = false
  const property = fc.asyncProperty(lives, async (seeds) => {
    const lived = await live(seeds, play)
    if (!found) {
      steps += lived.acts.length
      for (const one of lived.tally) tally.set(one, (tally.get(one) ?? 0) + 1)
    }
    found ||= lived.breach !== null
    return lived.breach === null
  })
  const result = await fc.check(property, { numRuns: count, seed, endOnFailure: asItIs })
  const [shortest] = result.counterexample ?? []
  if (!result.failed || !shortest) return { lives: result.numRuns, steps, tally, failing: null }
  const path = result.counterexamplePath ?? ''
  const lived = await live(shortest, play)
  return { lives: result.numRuns, steps, tally, failing: { path, lived, shrinks: result.numShrinks } }
}

/** A life as a scenario file that `zhiqing simulate` plays. */
export const scenarioOf = ({ settings, acts, breach, followedFrom }: Lived): string => {
  const title = breach ? `${breach.invariant}: ${breach.says}` : 'a random life'
  const note =
    followedFrom === null ? '' : `# from event ${followedFrom + 1} on the acts are those of the case split off\n`
  return note + stringify({ title, settings, events: acts }, { lineWidth: 0 })
}

/** What to say of it, with the seed that plays it again. */
export const tell = (seed: number, { lives: n, failing }: Found): string =>
  failing
    ? `seed ${seed}, life ${n}, path ${failing.path}, ${failing.shrinks} times shortened: ${failing.lived.breach?.invariant}\n${scenarioOf(failing.lived)}`
    : ''

export const show = (tally: ReadonlyMap<string, number>): string =>
  [...tally]
    .sort(([one], [two]) => (one < two ? -1 : 1))
    .map(([what, n]) => `${what} ${n}`)
    .join(', ')
