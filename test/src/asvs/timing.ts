import crypto, { type BinaryLike, type ScryptOptions } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { hashPassword } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestServer } from '../database.js'
import { done, ORGAN, receive } from '../db/office.js'
import { type House, openHouse, PASSWORD } from './house.js'

const PAIRS = 1000
/** Two-sided, at p = 0.001. */
const Z = 3.29

/**
 * How far the signs of the differences are from half and half, in standard deviations: no single slow answer moves it,
 * and of a thousand pairs a shift of a tenth of the spread shows.
 */
const signTest = (differences: readonly number[]): number => {
  const told = differences.filter((one) => one !== 0)
  const above = told.filter((one) => one > 0).length
  return (2 * above - told.length) / Math.sqrt(told.length)
}

const median = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[of.length >> 1] ?? Number.NaN

type Ask = (address: string) => Promise<{ readonly statusCode: number; readonly body: string }>

/**
 * In ms; a row that is found is read, one that is not found is not. Beside half a second of hashing, which spreads by tens
 * of milliseconds, a stranger would have to knock a hundred thousand times to see it, and is let knock sixty times an hour.
 */
const UNSEEN = 0.2

/** How surely one is slower than the other by more than so many ms; far below zero where it is not. */
const apart = (differences: readonly number[], margin: number): number =>
  Math.max(signTest(differences.map((one) => one - margin)), signTest(differences.map((one) => -one - margin)))

interface Compared {
  readonly z: number
  /** Of the known one over the unknown one. */
  readonly ratio: number
  readonly answers: ReadonlySet<string>
}

/**
 * Pair by pair, each time the other one first; every pair from an address of its own, and nothing counted against it:
 * what was counted is cleared after an odd number of pairs, so that the slow answer after it falls now on one, now on the
 * other.
 * `margin`: a difference in ms that is let pass.
 */
const compare = async (house: House, known: Ask, unknown: Ask, pairs = PAIRS, margin = 0): Promise<Compared> => {
  const [differences, times] = [[] as number[], { known: [] as number[], unknown: [] as number[] }]
  const answers = new Set<string>()
  const one = async (ask: Ask, address: string): Promise<number> => {
    const from = performance.now()
    const { statusCode, body } = await ask(address)
    const took = performance.now() - from
    answers.add(`${statusCode} ${body}`)
    return took
  }
  for (let i = 0; i < pairs; i++) {
    if (i % 21 === 0) await house.db.owner('delete from attempts')
    const address = `198.${18 + (i >> 16)}.${(i >> 8) & 255}.${i & 255}`
    const first = i % 2 ? unknown : known
    const a = await one(first, address)
    const b = await one(first === known ? unknown : known, address)
    const [k, u] = first === known ? [a, b] : [b, a]
    times.known.push(k)
    times.unknown.push(u)
    differences.push(k - u)
  }
  return { z: apart(differences, margin), ratio: median(times.known) / median(times.unknown), answers }
}

type Derive = (
  password: BinaryLike,
  salt: BinaryLike,
  length: number,
  options: ScryptOptions,
  then: (error: Error | null, key: Buffer) => void,
) => void

/**
 * Half a second of hashing twice a thousand times would be a quarter of an hour: while this is in place a hash costs as
 * much less for the one as for the other, and what each was asked to do is written down.
 */
const withCheapHashes = async (work: (asked: string[]) => Promise<void>): Promise<void> => {
  const real = crypto.scrypt as Derive
  const asked: string[] = []
  const cheap: Derive = (password, salt, length, options, then) => {
    asked.push(`${(salt as Buffer).length} ${length} ${options.N} ${options.r} ${options.p}`)
    real(password, salt, length, { ...options, N: 1024 }, then)
  }
  crypto.scrypt = cheap as typeof crypto.scrypt
  syncBuiltinESMExports()
  try {
    await work(asked)
  } finally {
    crypto.scrypt = real as typeof crypto.scrypt
    syncBuiltinESMExports()
  }
}

export const timings = async (t: Test, server: TestServer): Promise<void> => {
  await t.test('ASVS 34 | a name that is known and one that is not: one answer, one work, one time', async (t) => {
    const house = await openHouse(server)
    const passwordHash = await hashPassword(PASSWORD)
    const person = { organ: ORGAN, displayName: '高', roles: ['officer'] as const, passwordHash }
    await house.cabinet.keepPerson({ ...person, name: 'gao-is-here' })
    const { id: left } = await house.cabinet.keepPerson({ ...person, name: 'gao-is-left', displayName: '高（离）' })
    await house.db.owner('update staff set disabled_at = now() where id = $1', [left])
    const named =
      (name: string): Ask =>
      (address) =>
        house.knock({ name, password: 'wrong' }, {}, address)
    await withCheapHashes(async (asked) => {
      for (const [name, pairs] of [
        ['gao-is-here', PAIRS],
        ['gao-is-left', PAIRS / 4],
      ] as const) {
        const { z, ratio, answers } = await compare(house, named(name), named('gao-is-none'), pairs, UNSEEN)
        t.equal(answers.size, 1, 'to the last byte')
        t.ok(z < Z, `${name}: ${pairs} pairs, z = ${z.toFixed(2)}`)
        t.ok(ratio > 0.8 && ratio < 1.25, `${name}: known to unknown ${ratio.toFixed(3)}`)
      }
      t.equal(asked.length, 2.5 * PAIRS, 'each of them is hashed once')
      t.strictSame([...new Set(asked)], ['16 32 131072 8 1'], 'and as dearly')
      const early: Ask = async (address) => {
        const [row] = await house.db.owner('select 1 from staff where name = $1', ['gao-is-none'])
        return row ? named('gao-is-none')(address) : { statusCode: 401, body: '' }
      }
      const planted = await compare(house, named('gao-is-here'), early, 60, UNSEEN)
      t.ok(planted.z > Z, `planted: who answers without hashing is found, z = ${planted.z.toFixed(1)}`)
    })
    await house.close()
  })

  await t.test('ASVS 34 | a number that is known and one that is not: one answer, one time', async (t) => {
    const house = await openHouse(server)
    const { id } = await receive(house.cabinet)
    const { number } = await done(house.cabinet, 'registerRequest', { caseId: id })
    const other = (number ?? '').replace(/\d$/, '9')
    t.not(other, number)
    const asking =
      (asked: string): Ask =>
      async (remoteAddress) => {
        const payload = new URLSearchParams({ number: asked, code: '0123456789ABC' }).toString()
        const headers = { 'content-type': 'application/x-www-form-urlencoded' }
        const { statusCode, body } = await house.app.inject({
          method: 'POST',
          url: '/lookup',
          headers,
          payload,
          remoteAddress,
        })
        return { statusCode, body: body.replaceAll(asked, '（编号）') }
      }
    const { z, ratio, answers } = await compare(house, asking(number ?? ''), asking(other))
    t.equal(answers.size, 1, 'to the last byte, but for the number that was typed')
    t.ok(z < Z, `${PAIRS} pairs, z = ${z.toFixed(2)}`)
    t.ok(ratio > 0.8 && ratio < 1.25, `known to unknown ${ratio.toFixed(3)}`)
    const slow = asking(number ?? '')
    const more: Ask = async (address) => {
      const answer = await slow(address)
      for (let n = 0; n < 30; n++) await house.db.owner('select 1 from cases where number = $1', [number])
      return answer
    }
    const planted = await compare(house, more, asking(other), 100)
    t.ok(planted.z > Z, `planted: thirty more questions to the database are found, z = ${planted.z.toFixed(1)}`)
    await house.close()
  })
}
