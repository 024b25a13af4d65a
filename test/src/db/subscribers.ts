import type { Cabinet } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { furnish } from './office.js'

const start = Date.parse('2026-09-01T01:00:00Z')
/** Every row of a table has hours of its own: what an earlier one counted does not count any more. */
const atRow = (n: number): Date => new Date(start + n * 2 * 3_600_000)

/** Written otherwise, or within the half of the address that is the subscriber's own to choose (/64). */
const same = [
  ['2001:db8:0:7::1', '2001:db8:0:7:ffff:ffff:ffff:ffff', 'the last of the same /64'],
  ['2001:db8:0:7::1', '2001:0DB8:0000:0007:0000:0000:0000:0002', 'in full and in capitals, as a proxy may write it'],
  ['fe80::1%eth0', 'fe80::2', 'a zone is none of the address'],
  ['::ffff:192.0.2.12', '192.0.2.12', 'IPv4 in IPv6 clothes'],
  ['::ffff:c000:20c', '192.0.2.12', 'and in hexadecimal'],
  ['0:0:0:0:0:FFFF:192.0.2.12', '::ffff:192.0.2.12', 'and in full'],
] as const

const different = [
  ['2001:db8:0:7:ffff:ffff:ffff:ffff', '2001:db8:0:8::', 'one address further, the next /64'],
  ['2001:db8:0:7::', '2001:db8:0:6:ffff:ffff:ffff:ffff', 'one address before'],
  ['::ffff:192.0.2.12', '::ffff:192.0.2.13', 'two of IPv4, though of one /64 as they are written'],
  ['192.0.2.12', '192.0.2.13', 'and as they are'],
  ['2001:db8::7:0:0:1', '2001:db8:0:7::1', 'the shortening stands elsewhere'],
] as const

type Asked = (address: string, now: Date) => Promise<'tooMany' | 'let in'>

/** Every limit that counts an applicant by address, and how many it lets through within an hour. */
const limits = (cabinet: Cabinet): readonly (readonly [string, number, Asked])[] => {
  const expiresAt = new Date(start + 30 * 24 * 3_600_000)
  const file = { kind: 'other', name: 'a.pdf', mediaType: 'application/pdf', bytes: Buffer.from('%PDF') } as const
  const told = (answer: unknown) => (answer === 'tooMany' ? 'tooMany' : 'let in')
  return [
    ['codes of drafts', 60, async (address, now) => told(await cabinet.openDraft({ code: '0', address, now }))],
    ['new drafts', 300, async (address, now) => told(await cabinet.newDraft({ words: {}, expiresAt, address, now }))],
    [
      'files',
      300,
      async (address, now) =>
        told(await cabinet.putUpload({ basket: { draft: 'none' }, file, expiresAt, address, now })),
    ],
  ]
}

/** Uses a limit up from one address, but for one. */
const useUp = async (ask: Asked, most: number, address: string, now: Date): Promise<void> => {
  for (let i = 0; i < most; i++) await ask(address, now)
}

/** Limits by address count subscribers: an IPv4 address, or the /64 of an IPv6 one. */
export const subscribers = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const [codes, ...others] = limits(cabinet)
  if (!codes) throw new Error('no limits')
  const [, most, ask] = codes

  await t.test('one subscriber, however the address is written; his neighbours are others', async (t) => {
    const rows = [
      ...same.map((row) => [...row, 'tooMany'] as const),
      ...different.map((row) => [...row, 'let in'] as const),
    ]
    for (const [n, [a, b, why, answer]] of rows.entries()) {
      await useUp(ask, most, a, atRow(n))
      t.equal(await ask(b, atRow(n)), answer, `${a} and ${b}: ${why}`)
    }
  })

  for (const [name, limit, asked] of others)
    await t.test(`${name}: a stranger who changes his address within his /64 is counted as one`, async (t) => {
      for (let i = 0; i < limit; i++)
        if ((await asked(`2001:db8:1:1::${i.toString(16)}`, atRow(0))) === 'tooMany') t.fail(`refused at ${i}`)
      t.equal(await asked('2001:db8:1:1:a:b:c:d', atRow(0)), 'tooMany', `after ${limit}`)
      t.equal(await asked('2001:db8:1:2::1', atRow(0)), 'let in', 'the next /64')
    })
  await cabinet.close()
}
