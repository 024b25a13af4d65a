import type { CabinetKeeper } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, findings, furnish, ORGAN, registered } from './office.js'

/** Everything a case has, by table, so that a tampering can be undone. */
const tables = ['cases', 'case_words', 'case_facts', 'fact_words', 'letters', 'outbox', 'due_days', 'number_series']

/** A superuser behind everybody's back: no triggers, no foreign keys. */
export const behind = async (db: TestDatabase, sql: string): Promise<void> => {
  await db.owner(`begin; set local session_replication_role = replica; ${sql}; commit`)
}

export const tampered = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet: CabinetKeeper = await db.open()
  await furnish(cabinet)
  const { id: whole } = await archived(cabinet)
  const { id, number, version } = await registered(cabinet)
  await registered(cabinet)
  await db.owner(`create schema copy; ${tables.map((name) => `create table copy.${name} as table ${name};`).join('')}`)
  const columns = await db.owner<{ name: string; list: string }>(
    `select table_name as name, string_agg(quote_ident(column_name), ', ' order by ordinal_position) as list
      from information_schema.columns where table_schema = 'public' and is_generated = 'NEVER' group by 1`,
  )
  const listOf = (table: string): string => columns.find(({ name }) => name === table)?.list ?? '*'
  const restore = () =>
    behind(
      db,
      tables
        .map((name) => {
          const list = listOf(name)
          return `delete from ${name}; insert into ${name} (${list}) overriding system value select ${list} from copy.${name}`
        })
        .join(';'),
    )
  t.strictSame(await findings(cabinet), [], 'clean at first')

  const here = `where case_id = '${id}'`
  const cases: readonly [what: string, sql: string, expected: object[]][] = [
    [
      'a changed payload',
      `update case_facts set payload = payload || '{"channel":"fax"}' ${here} and version = 1`,
      [{ code: 'changed', caseId: id, version: 1 }],
    ],
    [
      'a changed day',
      `update case_facts set on_day = '2026-08-01' ${here} and version = 3`,
      [{ code: 'changed', version: 3 }],
    ],
    [
      'a changed hash',
      `update case_facts set hash = sha256('x') ${here} and version = 2`,
      [
        { code: 'changed', version: 2 },
        { code: 'changed', version: 3 },
      ],
    ],
    [
      'a row made anew with its hash',
      `update case_facts set on_day = '2026-08-01', canon = replace(canon, '"on":"2026-09-01"', '"on":"2026-08-01"')
         ${here} and version = 2; update case_facts set hash = sha256(prev_hash || convert_to(canon, 'UTF8'))
         ${here} and version = 2`,
      [{ code: 'changed', version: 3 }],
    ],
    ['a removed row', `delete from case_facts ${here} and version = 2`, [{ code: 'missing', version: 2 }]],
    [
      'swapped rows',
      `update case_facts set version = 9 ${here} and version = 2; update case_facts set version = 2
      ${here} and version = 3; update case_facts set version = 3 ${here} and version = 9`,
      [
        { code: 'changed', version: 2 },
        { code: 'swapped', version: 2 },
      ],
    ],
    [
      'a cut-off tail',
      `delete from case_facts ${here} and version = ${version}`,
      [{ code: 'cutTail', version, zh: /末尾被截去/ }],
    ],
    [
      'a case gone whole',
      tables
        .slice(0, 7)
        .map((name) => `delete from ${name} where ${name === 'cases' ? 'id' : 'case_id'} = '${id}'`)
        .join(';'),
      [
        { code: 'caseGone', caseId: null, zh: new RegExp(`第${Number(number?.slice(-5))}号不见了`) },
        { code: 'letterDiffers' },
      ],
    ],
    [
      'a case row gone, its ledger left',
      `delete from cases where id = '${id}'`,
      [{ code: 'caseGone', caseId: id }, { code: 'caseGone' }],
    ],
    [
      'a current row that says something else',
      `update cases set state = 'served' where id = '${id}'`,
      [{ code: 'foldDiffers', caseId: id, zh: /状态/ }],
    ],
    [
      'words of the current row',
      `update case_words set words = jsonb_set(words, '{information,description}', '"别的"')
      ${here}`,
      [{ code: 'foldDiffers', caseId: id }],
    ],
    [
      'a letter’s words',
      `update letters set fields = fields || '{"受文者":"别人"}' ${here} and n = 1`,
      [{ code: 'letterDiffers', caseId: id }],
    ],
    [
      'a letter’s bytes',
      `update letters set pdf = 'x', sha256 = encode(sha256('y'), 'hex') ${here} and n = 2`,
      [{ code: 'letterDiffers', caseId: id, zh: /散列/ }],
    ],
    [
      'a letter gone',
      `delete from outbox ${here}; delete from letters ${here} and n = 2`,
      [{ code: 'letterDiffers', caseId: id }],
    ],
  ]
  for (const [what, sql, expected] of cases)
    await t.test(`verify finds ${what}`, async (t) => {
      await behind(db, sql)
      const found = await findings(cabinet)
      t.match(found.slice(0, expected.length), expected, JSON.stringify(found))
      t.ok(found.length > 0 && found.every(({ zh }) => zh.startsWith(ORGAN)), 'and says where in Chinese')
      t.notOk(
        found.some(({ caseId }) => caseId === whole),
        'and blames no other case',
      )
      await restore()
      t.strictSame(await findings(cabinet), [])
    })
  await cabinet.close()
}
