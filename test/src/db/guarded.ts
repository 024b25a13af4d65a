import { type Acting, anybody, calendarHand, staffActing } from '@zhiqing/db'
import type { Role } from '@zhiqing/law'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { command, done, furnish, ORGAN, organRecord, receive, registered, request } from './office.js'

const person = (organ: string | null, ...roles: Role[]): Acting =>
  staffActing({ id: '00000000-0000-4000-8000-00000000000a', organ, roles })

/** Searched by functions of the owner alone: the service has no right to it at all (migration 0037). */
const shut = 'case_search'

/** Rows of every table that has an organ, as the service's role sees them when nobody says for whom. */
const seenUnsaid = async (db: TestDatabase): Promise<Record<string, number>> => {
  const tables = await db.owner<{ name: string }>(
    `select table_name as name from information_schema.columns where column_name = 'organ' and table_schema = 'public'`,
  )
  const seen: Record<string, number> = {}
  for (const { name } of tables.filter((one) => one.name !== shut))
    seen[name] = (await db.unsaid(`select 1 from ${name}`)).length
  return seen
}

export const guarded = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  await cabinet.keepOrgan('OVER', { ...organRecord, code: 'OVER', prefix: '督' })
  await cabinet.keepOrgan(ORGAN, organRecord, { supervisedBy: 'OVER' })
  const { id: mine, number, queryCode = '' } = await receive(cabinet)
  const { id: other } = await receive(cabinet, { organ: 'QHJY' })

  await t.test('row-level security is forced on every table, and every table has a policy', async (t) => {
    const bare = await db.owner<{ name: string }>(`
      select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
        and not (c.relrowsecurity and c.relforcerowsecurity and exists (select from pg_policy p where p.polrelid = c.oid))`)
    t.strictSame(
      bare.map(({ name }) => name),
      [],
      'a new table takes guard_by_organ, guard_by_kind or guard_open of migration 0015',
    )
    const [role] = await db.unsaid<{ bypasses: boolean }>(
      'select rolbypassrls or rolsuper as bypasses from pg_roles where rolname = current_user',
    )
    t.equal(role?.bypasses, false, 'the role of the service cannot step over it')
  })

  await t.test('figures are counted from indexes alone: these hold every column that a policy looks at', async (t) => {
    const lacking = await db.owner<{ index: string; column: string }>(`
      with looked_at as (
        select distinct a.attname, a.attnum from pg_policy p
        join pg_depend d on d.classid = 'pg_policy'::regclass and d.objid = p.oid and d.refobjid = p.polrelid
        join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
        where p.polrelid = 'cases'::regclass and p.polcmd in ('r', '*'))
      select i.indexrelid::regclass::text as index, l.attname as column from pg_index i, looked_at l
      where i.indexrelid::regclass::text in ('cases_counted_idx', 'cases_carried_idx', 'cases_counted_closed_idx')
        and l.attnum <> all (i.indkey::int2[])`)
    t.strictSame(lacking, [], 'or every row is fetched to be seen: include it in the index')
  })

  await t.test('who says nothing sees nothing, and may write nothing', async (t) => {
    const seen = await seenUnsaid(db)
    const open = ['organ_settings']
    for (const [table, rows] of Object.entries(seen)) if (!open.includes(table)) t.equal(rows, 0, table)
    await t.rejects(db.unsaid(`insert into number_series (organ, series, year, last) values ('QHZR', 'x', 2026, 0)`), {
      code: '42501',
    })
    t.equal((await db.unsaid('update cases set officer = null returning 1')).length, 0)
  })

  await t.test('what is searched is shut to the service; who asks its functions finds his own', async (t) => {
    for (const sql of [
      `select 1 from ${shut}`,
      `insert into ${shut} (organ, case_id, filed, said) values ('QHJY', '${other}', 0, '')`,
      `update ${shut} set said = ''`,
      `delete from ${shut}`,
    ])
      await t.rejects(db.unsaid(sql), { code: '42501' }, sql)
    const [row] = await db.owner<{ said: string }>(`select said from ${shut} where case_id = $1`, [other])
    const words = row?.said.split('\n').at(-1) ?? ''
    t.ok(words.length > 3)
    const find = `select id from find_cases($1, '{${ORGAN},QHJY}', null, null, false, null, 99)`
    const says = `select case_says('QHJY', $1, $2) as yes`
    t.strictSame(await db.unsaid(find, [words]), [])
    t.strictSame(await db.unsaid(says, [other, words]), [{ yes: false }])
    const ids = async (acting: Acting): Promise<(string | undefined)[]> => {
      const seen = cabinet.as(acting)
      const { cases } = await seen.listCases({ organ: [ORGAN, 'QHJY', 'OVER'], limit: 50, search: words })
      const { cases: due } = await seen.worklist({ organ: [ORGAN, 'QHJY', 'OVER'], limit: 50, search: words })
      t.strictSame(cases.map(({ id }) => id).toSorted(), due.map(({ id }) => id).toSorted())
      return [mine, other].map((id) => cases.find((one) => one.id === id)?.id)
    }
    t.strictSame(await ids(person(ORGAN, 'officer')), [mine, undefined])
    t.strictSame(await ids(person('QHJY', 'registrar')), [undefined, other])
    t.strictSame(await ids(person('OVER', 'supervisor')), [mine, undefined])
    t.strictSame(await ids(person(ORGAN, 'admin')), [undefined, undefined])
    t.strictSame(await ids(anybody), [undefined, undefined])
    t.strictSame(await ids({ kind: 'case', organ: ORGAN, caseId: mine }), [mine, undefined])
    t.strictSame(await ids({ kind: 'case', organ: ORGAN, caseId: other }), [undefined, undefined])
  })

  await t.test('staff see their organ, administrators no case, supervisors what is under them', async (t) => {
    const ids = async (acting: Acting): Promise<(string | undefined)[]> => {
      const seen = cabinet.as(acting)
      // The organs are asked for together: what is held back is held back by the database alone.
      return Promise.all([mine, other].map(async (id) => (await seen.findCase([ORGAN, 'QHJY', 'OVER'], id))?.id))
    }
    t.strictSame(await ids(person(ORGAN, 'officer')), [mine, undefined])
    t.strictSame(await ids(person('QHJY', 'registrar')), [undefined, other])
    t.strictSame(await ids(person('OVER', 'supervisor')), [mine, undefined])
    t.strictSame(await ids(person('OVER', 'officer')), [undefined, undefined])
    for (const role of ['admin', 'securityAdmin', 'auditAdmin', 'applicant', 'calendar'] as const)
      t.strictSame(await ids(person(ORGAN, role)), [undefined, undefined], role)
    t.strictSame(await ids(person(null, 'admin')), [undefined, undefined])
    t.strictSame(await ids(anybody), [undefined, undefined])
    t.strictSame(await ids(calendarHand), [mine, other])
    t.strictSame(await ids({ kind: 'case', organ: ORGAN, caseId: mine }), [mine, undefined])
    t.strictSame(await ids({ kind: 'case', organ: 'QHJY', caseId: mine }), [undefined, undefined])
    const list = await cabinet.as(person(ORGAN, 'officer')).listCases({ organ: [ORGAN, 'QHJY'], limit: 50 })
    t.ok(list.cases.length > 0 && list.cases.every(({ organ }) => organ === ORGAN))
  })

  await t.test('number and code open one case to the database; one of them alone opens none', async (t) => {
    const look = (code: string) =>
      cabinet.as(anybody).lookUp({ number: number ?? '', code, address: '192.0.2.77', now: new Date() })
    t.match(await look(queryCode), { id: mine })
    t.equal(await look('0000000000000'), 'no')
  })

  await t.test('a command in another organ’s case is one in no case; nobody writes as somebody else', async (t) => {
    const { id: caseId } = await registered(cabinet)
    const there = { caseId, input: { officer: 'wang' } }
    t.match(await command(cabinet.as(person('QHJY', 'officeHead')), 'assignOfficer', there), { unfit: 'unknownCase' })
    t.match(await command(cabinet.as(person(ORGAN, 'admin')), 'assignOfficer', there), { unfit: 'unknownCase' })
    t.match(await command(cabinet.as(person(ORGAN, 'officeHead')), 'assignOfficer', there), { ok: true })
    const asAnother = command(cabinet.as(person(ORGAN, 'officer')), 'assignOfficer', there)
    await t.rejects(asAnother, { code: '42501' }, 'the door let an officer act as the head')
    const above = command(cabinet.as(person('OVER', 'supervisor')), 'assignOfficer', there)
    await t.rejects(above, { code: '42501' }, 'a supervisor does not do the organ’s work')
  })

  await t.test('an applicant files, finds the first answer again, and holds that case alone', async (t) => {
    const anyone = cabinet.as(anybody)
    const filed = { input: { ...request, channel: 'online' }, key: 'form-of-a-visitor-1', person: 'portal' }
    const first = await done(anyone, 'receiveRequest', filed)
    t.equal((await done(anyone, 'receiveRequest', filed)).id, first.id, 'sent twice, filed once')
    t.equal(await anyone.findCase(ORGAN, first.id), undefined, 'whoever has no visit sees it no more')
    const visitor = cabinet.as({ kind: 'case', organ: ORGAN, caseId: first.id })
    t.equal((await visitor.findCase(ORGAN, first.id))?.id, first.id)
    t.equal((await visitor.ledger(ORGAN, mine)).length, 0)
    t.equal(await visitor.letter(ORGAN, mine, 1), undefined)
    const again = await done(visitor, 'receiveRequest', { ...filed, key: 'form-of-a-visitor-2' })
    t.not(again.id, first.id, 'a visitor may file another one')
    t.match(await command(visitor, 'withdrawRequest', { caseId: mine }), { unfit: 'unknownCase' })
  })

  await t.test('on one connection, turn by turn and all at once: nobody sees with another’s eyes', async (t) => {
    const narrow = await db.open({ poolSize: 1 })
    const [a, b] = [narrow.as(person(ORGAN, 'officer')), narrow.as(person('QHJY', 'officer'))]
    const asked = await Promise.all(
      Array.from({ length: 64 }, (_, i) => (i % 2 ? b : a).findCase([ORGAN, 'QHJY'], i % 4 < 2 ? mine : other)),
    )
    asked.forEach((found, i) => {
      const right = i % 2 ? (i % 4 < 2 ? undefined : other) : i % 4 < 2 ? mine : undefined
      t.equal(found?.id, right, `turn ${i}`)
    })
    await narrow.close()
  })
  await cabinet.close()

  await t.test('planted: a policy too many, and what sees everything is found', async (t) => {
    const again = await db.open()
    await db.owner('create policy hole on cases for select using (true)')
    await db.owner('create policy hole on case_words for select using (true)')
    const seen = await again.as(person('QHJY', 'officer')).findCase([ORGAN, 'QHJY'], mine)
    await db.owner('drop policy hole on cases; drop policy hole on case_words')
    t.equal(seen?.id, mine, 'with the hole the other organ’s case is seen: the checks above can fail')
    t.equal(await again.as(person('QHJY', 'officer')).findCase([ORGAN, 'QHJY'], mine), undefined)
    await again.close()
  })
}
