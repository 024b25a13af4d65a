import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'

/** Earlier attempts that still count, the oldest first, and the instant of the new one: is it too many? */
export type Rule = (earlier: readonly number[], now: number) => boolean

/** One thing that is counted. Its key is a name, a number or an address; only its keyed digest is kept. */
export interface Gate {
  readonly kind:
    | 'signInPair'
    | 'signInName'
    | 'signInAddress'
    | 'signInCode'
    | 'signInTold'
    | 'account'
    | 'lookUpNumber'
    | 'lookUpAddress'
    | 'uploadBytes'
    | 'filing'
  readonly key: string
  readonly rule: Rule
  /** How much it is at once; one where it is left out. */
  readonly weight?: number
}

/** What is counted begins anew each time somebody was let go on. */
export const since = (key: string, unlocks: number): string => (unlocks === 0 ? key : `${key}\n${unlocks}`)

const minute = 60_000
export const hour = 60 * minute
/** Nothing older counts for any rule. */
const memory = 24 * hour

/** At most `most` within any hour, `weight` of them at once. */
export const perHour =
  (most: number, weight = 1): Rule =>
  (earlier, now) =>
    earlier.filter((at) => at > now - hour).length + weight > most

/** At most `most` within any day: all that is remembered. */
export const perDay =
  (most: number, weight: number): Rule =>
  (earlier) =>
    earlier.length + weight > most

/** After five failures wait 1, 2, 4, 8, then 15 minutes: guessing is slow, and nobody is locked out for good. */
export const backOff: Rule = (earlier, now) => {
  const last = earlier.at(-1)
  if (last === undefined || earlier.length < 5) return false
  return now < last + Math.min(15, 2 ** (earlier.length - 5)) * minute
}

interface Counted extends Gate {
  readonly digest: string
}

const counted = (keys: Keys, gates: readonly Gate[]): Counted[] =>
  gates
    .map((gate) => ({ ...gate, digest: keys.mac(`${gate.kind}\n${gate.key}`).toString('hex') }))
    .toSorted((a, b) => (a.kind + a.digest < b.kind + b.digest ? -1 : 1))

/** Locks the row, makes it where it is missing, and reads what counts. */
const earlierOf = async (tx: Db, { kind, digest }: Counted, now: Date): Promise<Date[]> => {
  const row = await tx
    .insertInto('attempts')
    .values({ kind, key: digest, at: [] })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key']).doUpdateSet((kept) => ({ at: kept.ref('attempts.at') })),
    )
    .returning('at')
    .executeTakeFirstOrThrow()
  return row.at.filter((at) => at.getTime() > now.getTime() - memory)
}

const put = (tx: Db, { kind, digest }: Counted, at: Date[]) =>
  tx.updateTable('attempts').set({ at }).where('kind', '=', kind).where('key', '=', digest).execute()

/**
 * Counts an attempt before it is made, so that many at once are counted like many in a row. False when one of the
 * gates has had too many; then none of them counts it.
 */
export const admit = (db: Db, keys: Keys, gates: readonly Gate[], now: Date): Promise<boolean> =>
  db.transaction().execute(async (tx) => {
    const found: { gate: Counted; earlier: Date[] }[] = []
    for (const gate of counted(keys, gates)) found.push({ gate, earlier: await earlierOf(tx, gate, now) })
    const refused = found.some(({ gate, earlier }) => gate.rule(earlier.map(Number), now.getTime()))
    if (refused) return false
    for (const { gate, earlier } of found) await put(tx, gate, [...earlier, ...Array<Date>(gate.weight ?? 1).fill(now)])
    return true
  })

/** The attempt was no guess: gives it back, or forgets all of the gate's. */
export const forgive = (
  db: Db,
  keys: Keys,
  gates: readonly { readonly gate: Gate; readonly all: boolean }[],
  now: Date,
): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const forgotten = new Set(gates.filter(({ all }) => all).map(({ gate }) => gate.kind))
    const own = counted(
      keys,
      gates.map(({ gate }) => gate),
    )
    for (const gate of own) {
      const earlier = await earlierOf(tx, gate, now)
      const same = earlier.findIndex((at) => at.getTime() === now.getTime())
      await put(tx, gate, forgotten.has(gate.kind) ? [] : earlier.filter((_, i) => i !== same))
    }
  })
