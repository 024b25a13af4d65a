import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Calendar } from '@zhiqing/law'
import t from 'tap'
import { at, plus, working } from '../../law/civil-days.js'
import { calendar } from '../court.js'
import { simulate } from '../simulate.js'
import { invariants } from './invariants.js'
import type { Play, Seen } from './live.js'
import { scenarioOf, search } from './search.js'

/*
 * The search proved: whatever is planted is found, in so many lives at most, and shortened to a life that can be read.
 */

t.setTimeout(600_000)

const SEED = 20251121

/** Every working-day period one day longer, as if the first day of a table were missing. */
const shifted: Calendar = {
  ...calendar,
  addWorkingDays: (from, n) => calendar.addWorkingDays(from, n + 1),
}
/** One make-up Saturday in every row forgotten. */
const noMakeUp = (day: string): boolean => working(day) && (at(day) + 1) % 7 < 5

/** What is planted, how, and in how many lives it must be found. */
const plants: readonly (readonly [title: string, play: Play, within: number])[] = [
  ['the calendar off by one day', { calendar: shifted }, 5],
  ['make-up days forgotten', { wrong: { working: noMakeUp } }, 50],
  ['nineteen working days', { wrong: { nineteen: true } }, 5],
  ['overlapping consultations added up instead of united', { wrong: { summed: true } }, 200],
  ['the day of the letter left out too', { wrong: { fromTheDay: true } }, 100],
  ['a correction that only pauses', { wrong: { pausedByCorrection: true } }, 100],
  ['a payment that only pauses', { wrong: { pausedByPayment: true } }, 300],
  ['a deferral moved by a later consultation', { wrong: { deferralMoves: true } }, 1500],
  ['an order to reply anew that lets the old clock run on', { wrong: { redoContinues: true } }, 100],
]

for (const [title, play, within] of plants)
  t.test(`planted defect | ${title}`, async (t) => {
    const found = await search(within, SEED, play, true)
    t.match(found.failing?.lived.breach, { invariant: /as walked day by day/ }, `found within ${within} lives`)
    t.comment(`found in life ${found.lives}`)
  })

t.test('planted defect | the shortened life is a scenario that `zhiqing simulate` plays', async (t) => {
  const found = await search(200, SEED, { wrong: { pausedByCorrection: true } })
  const lived = found.failing?.lived
  if (!lived) return t.fail('nothing found')
  const folder = mkdtempSync(join(tmpdir(), 'lives-'))
  const file = join(folder, 'found.yaml')
  writeFileSync(file, scenarioOf(lived))
  const { status, steps, stderr } = simulate([file])
  rmSync(folder, { recursive: true })
  t.equal(status, 0, stderr)
  t.ok(lived.acts.length <= 10, `shortened to ${lived.acts.length} acts`)
  t.equal(steps.length, lived.acts.length, 'every act was played')
  t.equal(steps.at(-1)?.do, lived.acts.at(-1)?.do)
  t.match(steps.at(-1)?.clock, { status: 'running' }, 'the day that was disputed is there to read')
})

t.test('planted defect | each invariant notices what it is there for', async (t) => {
  for (const [name, { planted, rule }] of Object.entries(invariants)) {
    let planting = 0
    const spoil = (seen: Seen): Seen => {
      const spoiled = planted(seen)
      if (spoiled) planting += 1
      return spoiled ?? seen
    }
    const found = await search(200, SEED, { spoil, only: name }, true)
    t.equal(found.failing?.lived.breach?.invariant, name, `${rule} | ${name} (planted ${planting} times)`)
  }
  t.ok(Object.keys(invariants).length >= 20, `${Object.keys(invariants).length} invariants`)
  t.equal(plus('2024-02-28', 1), '2024-02-29')
})
