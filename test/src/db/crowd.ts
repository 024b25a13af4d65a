import type { Answer } from '@zhiqing/casework'
import type { CabinetKeeper } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { command, findings, furnish, ORGAN, registered } from './office.js'

const CLIENTS = 8
const COMMANDS = 800

/** Hands out turns to eight clients, each with a cabinet of its own. */
const crowd = async (
  cabinets: readonly CabinetKeeper[],
  turns: number,
  turn: (cabinet: CabinetKeeper, i: number) => Promise<void>,
): Promise<void> => {
  let next = 0
  const client = async (cabinet: CabinetKeeper): Promise<void> => {
    while (next < turns) await turn(cabinet, next++)
  }
  await Promise.all(cabinets.map(client))
}

export const crowded = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinets = await Promise.all(Array.from({ length: CLIENTS }, () => db.open({ poolSize: 2 })))
  const [cabinet] = cabinets as [CabinetKeeper]
  await furnish(cabinet)

  await t.test('eight clients, 800 commands at one case, a third repeated: none lost, none doubled', async (t) => {
    const { id: caseId, version } = await registered(cabinet)
    const answers = new Map<string, Answer[]>()
    const begun = performance.now()
    await crowd(cabinets, COMMANDS + Math.ceil(COMMANDS / 3), async (one, i) => {
      const n = i < COMMANDS ? i : (i - COMMANDS) * 3
      const officer = `officer-${n}`
      const answer = await command(one, 'assignOfficer', { caseId, input: { officer }, key: officer, body: officer })
      answers.set(officer, [...(answers.get(officer) ?? []), answer])
    })
    t.comment(`${Math.round(((COMMANDS * 4) / 3 / (performance.now() - begun)) * 1000)} commands/s at one case`)
    const rows = await cabinet.ledger(ORGAN, caseId)
    const officers = rows.flatMap(({ fact }) => (fact.type === 'OfficerAssigned' ? [fact.officer] : []))
    t.equal(officers.length, COMMANDS, 'none doubled')
    t.equal(new Set(officers).size, COMMANDS, 'none lost')
    t.strictSame(
      rows.map((row) => row.version),
      rows.map((_, i) => i + 1),
      'gapless',
    )
    const differing = [...answers.values()].filter((twins) => new Set(twins.map((one) => JSON.stringify(one))).size > 1)
    t.strictSame(differing, [], 'a repeat gets the first answer')
    const versions = [...answers.values()].map(([first]) => (first?.ok ? first.version : 0))
    t.equal(new Set(versions).size, COMMANDS)
    t.equal(Math.max(...versions), version + COMMANDS)
    t.strictSame(await findings(cabinet), [])
  })

  await t.test('eight clients fill the register: numbers without gap or double', async (t) => {
    const numbers = new Set<number>()
    await crowd(cabinets, 200, async (one) => {
      const { number } = await registered(one)
      numbers.add(Number(number?.slice(-5)))
    })
    t.strictSame(
      [...numbers].toSorted((a, b) => a - b),
      Array.from({ length: 200 }, (_, i) => i + 2),
    )
    t.strictSame(await findings(cabinet), [])
  })
  await Promise.all(cabinets.map((one) => one.close()))
}
