/** Numbers that look random and are the same for a seed (mulberry32). */
export interface Chance {
  next(): number
  whole(below: number): number
  pick<T>(from: readonly T[]): T
  /** By weight. */
  weighed<T>(from: readonly (readonly [weight: number, value: T])[]): T
}

export const chanceOf = (seed: number): Chance => {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const whole = (below: number): number => Math.floor(next() * below)
  return {
    next,
    whole,
    pick: (from) => from[whole(from.length)] as (typeof from)[number],
    weighed: (from) => {
      let left = next() * from.reduce((sum, [weight]) => sum + weight, 0)
      for (const [weight, value] of from) {
        left -= weight
        if (left <= 0) return value
      }
      return (from.at(-1) as (typeof from)[number])[1]
    },
  }
}
