import { hashPassword } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { furnish, ORGAN, receive } from './office.js'

const start = Date.parse('2026-09-01T01:00:00Z')
const after = (minutes: number): Date => new Date(start + minutes * 60_000)

export const access = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const passwordHash = await hashPassword('正确的口令-1')
  const person = {
    organ: ORGAN,
    name: 'qhzr-officer',
    displayName: '王建国',
    roles: ['officer'] as const,
    passwordHash,
  }
  await cabinet.keepPerson(person)
  const knock = (password: string, minutes: number, more: { name?: string; address?: string } = {}) =>
    cabinet.signIn({ name: person.name, password, address: '192.0.2.1', now: after(minutes), ...more })

  await t.test('signing in: a token, who it is, and its end', async (t) => {
    const signed = await knock('正确的口令-1', 0)
    if (typeof signed === 'string') throw new Error(signed)
    t.equal(signed.endsAt, after(12 * 60).toISOString())
    t.match(await cabinet.session(signed.token, after(29)), { name: person.name, roles: ['officer'], organ: ORGAN })
    t.ok(await cabinet.session(signed.token, after(58)), 'being used keeps it awake')
    t.equal(await cabinet.session(signed.token, after(89)), undefined, 'half an hour of nothing ends it')
    t.equal(await cabinet.session('nobody', after(0)), undefined)
    t.notMatch(JSON.stringify(await db.owner('select * from sessions')), signed.token)
    for (let minutes = 60; minutes < 720; minutes += 25) await cabinet.session(signed.token, after(minutes))
    t.equal(await cabinet.session(signed.token, after(721)), undefined, 'twelve hours end it')
    const again = await knock('正确的口令-1', 1)
    if (typeof again === 'string') throw new Error(again)
    await cabinet.signOut(again.token)
    t.equal(await cabinet.session(again.token, after(2)), undefined)
    const third = await knock('正确的口令-1', 2)
    if (typeof third === 'string') throw new Error(third)
    await cabinet.keepPerson(person)
    t.equal(await cabinet.session(third.token, after(3)), undefined, 'a changed password ends all sessions')
  })

  await t.test('guessing gets slow, for names that exist and names that do not', async (t) => {
    for (const name of [person.name, 'nobody']) {
      const guess = (minutes: number) => knock('wrong', minutes, { name, address: '192.0.2.2' })
      for (let i = 0; i < 5; i++) t.equal(await guess(100), 'no')
      t.equal(await guess(100.5), 'tooMany')
      t.equal(await guess(101.1), 'no', 'a minute later one more')
      t.equal(await guess(102), 'tooMany', 'and now two minutes')
    }
    t.type(await knock('正确的口令-1', 104), 'object', 'the right one opens, and forgets the failures')
    t.equal(await knock('wrong', 104), 'no')
    const many = await Promise.all(
      Array.from({ length: 12 }, () => knock('wrong', 300, { name: 'crowd', address: '192.0.2.3' })),
    )
    t.equal(many.filter((one) => one === 'no').length, 5, 'many at once are counted like many in a row')
  })

  await t.test('looking up: number and code, told alike, counted', async (t) => {
    const { id, number, queryCode = '' } = await receive(cabinet)
    const look = (code: string, minutes: number, more: { number?: string; address?: string } = {}) =>
      cabinet.lookUp({ number: number ?? '', code, address: '192.0.2.9', now: after(minutes), ...more })
    t.match(await look(queryCode, 0), { id })
    t.match(await look(` ${queryCode.toLowerCase().slice(0, 4)}-${queryCode.slice(4)}`, 0), { id }, 'as people type it')
    for (let i = 0; i < 12; i++) t.match(await look(queryCode, 0), { id }, 'the right code may be used at will')
    for (let i = 0; i < 10; i++) t.equal(await look('0000000000000', 1), 'no')
    t.equal(await look(queryCode, 2), 'tooMany', 'ten an hour for one case, the right code too')
    t.match(await look(queryCode, 2, { address: '192.0.2.10' }), { id }, 'a stranger locks nobody else out')
    t.match(await look(queryCode, 62), { id }, 'an hour later')
    for (let i = 0; i < 30; i++)
      t.equal(await look(queryCode, 200, { number: `QHZR2026${i}`, address: '192.0.2.11' }), 'no', 'an unknown number')
    t.equal(await look(queryCode, 201, { address: '192.0.2.11' }), 'tooMany', 'thirty an hour for one address')
    for (let i = 0; i < 10; i++)
      t.equal(await look('no', 300, { address: `2001:db8:0:7::${i}` }), 'no', 'one subscriber, many addresses')
    t.equal(await look(queryCode, 301, { address: '2001:db8:0:7:1:2:3:4' }), 'tooMany', 'are counted as one')
    t.match(await look(queryCode, 301, { address: '2001:db8:0:8::1' }), { id }, 'the neighbour is another')
    for (let i = 0; i < 10; i++) await look('no', 400, { address: '::ffff:192.0.2.12' })
    t.equal(await look(queryCode, 401, { address: '192.0.2.12' }), 'tooMany', 'one address, however it is written')
    const crowd = (i: number) => look('no', 500, { address: `198.51.${i >> 8}.${i & 255}` })
    for (let i = 0; i < 1000; i++) await crowd(i)
    t.equal(await look(queryCode, 501), 'tooMany', 'a thousand an hour for one case, from anywhere')
    await cabinet.tidy(after(60 * 48))
    t.strictSame(await db.owner('select * from attempts'), [])
  })
  await cabinet.close()
}
