import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { stateOf } from '@zhiqing/casework'
import { keysFrom, loadKeys, migrate, rolePowers, seedDemo } from '@zhiqing/db'
import { type Day, stateNames } from '@zhiqing/law'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, findings, furnish, ORGAN, receive } from './office.js'

/** What belongs to no organ, with the reason why. */
const withoutOrgan: Readonly<Record<string, string>> = {
  organs: 'is the organ itself',
  attempts: 'before anybody is known',
  drafts: 'no request yet: found by its code alone',
  credentials: 'of a person, who has one',
  staff_sign_ons: 'of a person, who has one',
  applicant_accounts: 'of an applicant, who asks many organs',
  applicant_sessions: 'of an applicant, who asks many organs',
  notice_marks: 'of a person, who has one',
  notice_mail: 'of a person, who has one',
  calendar_addresses: 'of a person, who has one',
  known_devices: 'of a person, who has one',
  calendar_notices: 'national',
  instance: 'this installation',
  migrations: 'this installation',
}

/**
 * Words of a fact that may be erased, of four Han characters or more, where the open part of their case's fold has them
 * too. Not those of letters: what a letter says stands elsewhere as well, its number or the systems that were searched.
 */
const leaked = (db: TestDatabase, open = 'c.snapshot::text') =>
  db.owner(`
    select f.type, said.word[1] as word from fact_words w join case_facts f using (organ, case_id, version)
    join cases c on c.organ = w.organ and c.id = w.case_id,
    lateral regexp_matches(w.words::text, '"([^"]*[一-龥]{4}[^"]*)"', 'g') said (word)
    where f.type <> 'LetterIssued' and strpos(${open}, said.word[1]) > 0`)

export const start = async (t: Test, db: TestDatabase): Promise<void> => {
  await t.test('migrations: nothing twice, nothing edited', async (t) => {
    t.strictSame(await migrate(db.ownerUrl), [])
    await db.owner(`update migrations set sha256 = repeat('0', 64) where name like '0004-%'`)
    await t.rejects(migrate(db.ownerUrl), {
      code: 'MIGRATION_EDITED',
      message: /0004-create-cases.sql 在执行之后被改动过/,
    })
    await db.owner(`delete from migrations where name like '0004-%'`)
    await db.owner(`insert into migrations values ('0999-from-tomorrow.sql', '')`)
    await t.rejects(migrate(db.ownerUrl), { code: 'MIGRATION_EDITED', message: /已经不在程序中/ })
  })

  await t.test('every table says whose it is, in its keys too, and what it is for', async (t) => {
    const tables = await db.owner<{ name: string; columns: string[]; comment: string | null }>(`
      select c.relname as name, obj_description(c.oid) as comment, array(select attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not attisdropped) as columns
      from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by 1`)
    for (const { name, columns, comment } of tables) {
      t.ok(columns.includes('organ') || name in withoutOrgan, name)
      if (name !== 'migrations')
        t.match(comment, /\p{Script=Han}.* \/ .*[a-z]/u, `${name} has a comment in two languages`)
    }
    const keys = await db.owner<{ name: string; definition: string }>(`
      select conname as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace`)
    const shared =
      /^(organs|staff|credentials|known_devices|security_log|sessions|attempts|calendar_notices|instance|migrations|drafts|uploads|notice_marks|notice_mail|calendar_addresses|applicant_(accounts|sessions)|account_cases_account)_/
    for (const { name, definition } of keys)
      t.ok(shared.test(name) || /\(organ\b/.test(definition), `${name} ${definition}`)
  })

  await t.test('the powers of both roles', async (t) => {
    t.match(await rolePowers(db.url), {
      role: 'zhiqing_app',
      superuser: false,
      ownsLedger: false,
      canChangeLedger: false,
      fsync: true,
      synchronousCommit: 'on',
      fullPageWrites: true,
    })
    const owner = await rolePowers(db.ownerUrl)
    t.match(owner, { ownsLedger: true, canChangeLedger: true })
    t.ok(owner.versionNumber >= 150000)
  })

  await t.test('keys: made once, private, bound to their place and to the database', async (t) => {
    const folder = mkdtempSync(join(tmpdir(), 'zhiqing-keys-'))
    const [first, twin] = await Promise.all([loadKeys(folder), loadKeys(folder)])
    t.strictSame(first.fingerprint, twin.fingerprint, 'two at once make one')
    const path = join(folder, 'keys', 'master')
    t.equal(statSync(path).mode & 0o777, 0o600)
    t.equal(readFileSync(path).length, 32)
    const sealed = first.seal('here', Buffer.from('查询码'))
    t.equal(first.open('here', sealed).toString(), '查询码')
    t.throws(() => first.open('there', sealed), { code: 'SEALED_BROKEN' })
    for (let i = 0; i < sealed.length; i++) {
      const bent = Buffer.from(sealed)
      bent[i] = (bent[i] ?? 0) ^ 1
      t.throws(() => first.open('here', bent), { code: 'SEALED_BROKEN' })
    }
    await (await db.open()).close()
    await t.rejects(db.open({ keys: keysFrom(Buffer.alloc(32, 8)) }), { code: 'KEYS_DIFFER' })
    writeFileSync(path, 'short')
    await t.rejects(loadKeys(folder), { code: 'KEYS_BROKEN' })
    rmSync(folder, { recursive: true })
  })

  await t.test('the demo: three organs, staff of every role, thirty cases, every state', async (t) => {
    const cabinet = await db.open()
    const today = '2026-11-21' as Day
    const seeded = await seedDemo(cabinet, today)
    t.match(seeded, { cases: 30, password: /^(\w{4}-){3}\w{4}$/ })
    t.equal(
      seeded?.signIns.length,
      35,
      'twelve in the government, eleven in each organ that it supervises, one of the whole instance',
    )
    t.strictSame(await cabinet.supervised('QHZF'), ['QHZ', 'QHZR'])
    t.strictSame(await cabinet.supervised('QHZR'), [])
    const organs = await cabinet.organs(today)
    const kept = await Promise.all(organs.map(({ id }) => cabinet.listCases({ organ: id, limit: 100 })))
    const cases = kept.flatMap(({ cases: page }) => page)
    t.equal(cases.length, 30)
    const states = new Set<string>(cases.map(({ current }) => stateOf(current)))
    for (const state of Object.keys(stateNames)) t.ok(states.has(state), state)
    t.equal(new Set(cases.map(({ current }) => current.applicant.kind)).size, 6)
    const signed = await cabinet.signIn({
      name: 'qhz-signatory',
      password: seeded?.password ?? '',
      address: 'a',
      now: new Date(),
    })
    t.match(signed, { person: { organ: 'QHZ', roles: ['signatory'] } })
    t.equal(await seedDemo(cabinet, today), null, 'only once')
    t.strictSame(await findings(cabinet), [])
    t.strictSame(await leaked(db), [], 'what may be erased stands in no open part of a fold')
    t.ok((await leaked(db, 'c.snapshot::text || w.words::text')).length > 100, 'planted: they would be found')
    await cabinet.close()
  })

  await t.test('rows that an older program folded are folded anew at start; erased words stay erased', async (t) => {
    const first = await db.open()
    await furnish(first)
    const { id } = await receive(first)
    const { id: gone } = await archived(first)
    await first.eraseWords(ORGAN, gone, new Date())
    await first.close()
    const topics = () => db.owner('select id, topic from cases order by id')
    const asked = await topics()
    t.match(
      asked.filter(({ topic }) => topic === null),
      [{ id: gone }],
    )
    await db.owner(`update cases set snapshot = snapshot - 'remedies' - 'rounds' - 'splitInto', topic = null`)
    await db.owner('update instance set fold = 0')
    const second = await db.open()
    t.match((await second.findCase(ORGAN, id))?.current, { remedies: [], rounds: [], splitInto: [] })
    t.strictSame(await findings(second), [])
    t.strictSame(await topics(), asked, 'what it asks for too')
    await second.close()
    await db.owner(`update cases set snapshot = snapshot - 'remedies' where id = '${id}'`)
    const third = await db.open()
    t.match(
      await findings(third),
      [{ code: 'foldDiffers' }],
      'once it has been done a row that differs is told, not mended',
    )
    await third.close()
    await db.owner('update instance set fold = 0')
    const fourth = await db.open()
    t.strictSame(await findings(fourth), [])
    await fourth.close()
  })

  await t.test('the planted defect: the answer leaves before COMMIT', async (t) => {
    const sabotaged = await db.open({ sabotage: 'answerBeforeCommit' })
    await furnish(sabotaged)
    const { id } = await receive(sabotaged)
    t.strictSame(await db.app('select 1 from cases where id = $1', [id]), [], 'answered, and not there')
    for (let i = 0; i < 50; i++) if ((await db.app('select 1 from cases where id = $1', [id])).length > 0) break
    await sabotaged.close()
    const honest = await db.open()
    const { id: other } = await receive(honest)
    t.strictSame(await db.app('select 1 as here from cases where id = $1', [other]), [{ here: 1 }])
    await honest.close()
  })
}
