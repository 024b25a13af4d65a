import { type Transaction as KyselyTransaction, sql } from 'kysely'
import { accountPlace } from '../access/applicants.js'
import { seedPlace } from '../access/second-factor.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import { fault } from '../fault.js'
import type { Keys } from '../keys.js'
import { applicantIndex } from '../ledger/applicant-index.js'
import { doubleIndex } from '../ledger/double-index.js'
import { openWords, sealWords } from '../ledger/sealed-words.js'
import { joined } from '../ledger/snapshot.js'
import { answerPlace } from '../store/open-case.js'
import { letterPlace } from '../store/save-change.js'
import { draftPlace } from './drafts.js'
import { uploadPlace } from './uploads.js'

type Tx = KyselyTransaction<Schema>

/** Rows a page: what is sealed may be whole letters. */
const PAGE = 200
const json = (value: object) => sql<never>`${JSON.stringify(value)}::jsonb`

/** Page by page in the order of a key that does not change; resolves to how many there were. */
const each = async <Row>(
  page: (offset: number) => Promise<Row[]>,
  change: (row: Row) => Promise<void>,
): Promise<number> => {
  for (let done = 0; ; ) {
    const rows = await page(done)
    for (const row of rows) await change(row)
    done += rows.length
    if (rows.length < PAGE) return done
  }
}

const cases = (tx: Tx, keys: Keys): Promise<number> =>
  each(
    (offset) =>
      tx
        .selectFrom('cases as c')
        .innerJoin('case_words as w', (on) => on.onRef('w.organ', '=', 'c.organ').onRef('w.case_id', '=', 'c.id'))
        .select(['c.organ', 'c.id', 'c.snapshot', 'w.words'])
        .where('w.erased_at', 'is', null)
        .orderBy('c.organ')
        .orderBy('c.id')
        .limit(PAGE)
        .offset(offset)
        .execute(),
    async ({ organ, id, snapshot, words }) => {
      if (!words) return
      const place = { organ, caseId: id }
      const plain = openWords(keys, place, words)
      const current = joined({ snapshot, words: plain })
      const indexes = { double_index: doubleIndex(keys, current), applicant_index: applicantIndex(keys, current) }
      await tx.updateTable('cases').set(indexes).where('organ', '=', organ).where('id', '=', id).execute()
      const sealed = { words: json(sealWords(keys, place, plain)) }
      await tx.updateTable('case_words').set(sealed).where('organ', '=', organ).where('case_id', '=', id).execute()
    },
  )

const facts = (tx: Tx, keys: Keys): Promise<number> =>
  each(
    (offset) =>
      tx
        .selectFrom('fact_words')
        .select(['organ', 'case_id', 'version', 'words'])
        .where(sql<boolean>`words::text like '%"idNumber"%'`)
        .orderBy('organ')
        .orderBy('case_id')
        .orderBy('version')
        .limit(PAGE)
        .offset(offset)
        .execute(),
    async ({ organ, case_id, version, words }) => {
      if (!words) return
      const place = { organ, caseId: case_id }
      await tx
        .updateTable('fact_words')
        .set({ words: json(sealWords(keys, place, openWords(keys, place, words))) })
        .where('organ', '=', organ)
        .where('case_id', '=', case_id)
        .where('version', '=', version)
        .execute()
    },
  )

const letters = (tx: Tx, keys: Keys): Promise<number> =>
  each(
    (offset) =>
      tx
        .selectFrom('letters')
        .select(['organ', 'case_id', 'n', 'secret', 'pdf', 'pdf_sealed'])
        .where('secret', 'is not', null)
        .orderBy('organ')
        .orderBy('case_id')
        .orderBy('n')
        .limit(PAGE)
        .offset(offset)
        .execute(),
    async ({ organ, case_id, n, secret, pdf, pdf_sealed }) => {
      const again = (what: 'secret' | 'pdf', bytes: Buffer): Buffer => {
        const place = letterPlace(organ, case_id, n, what)
        return keys.seal(place, keys.open(place, bytes))
      }
      await tx
        .updateTable('letters')
        .set({ secret: secret && again('secret', secret), pdf: pdf && pdf_sealed ? again('pdf', pdf) : pdf })
        .where('organ', '=', organ)
        .where('case_id', '=', case_id)
        .where('n', '=', n)
        .execute()
    },
  )

const answers = (tx: Tx, keys: Keys): Promise<number> =>
  each(
    (offset) =>
      tx
        .selectFrom('idempotency')
        .select(['organ', 'person', 'key', 'answer'])
        .orderBy('organ')
        .orderBy('person')
        .orderBy('key')
        .limit(PAGE)
        .offset(offset)
        .execute(),
    async ({ organ, person, key, answer }) => {
      const place = answerPlace(organ, { person, value: key, body: '' })
      await tx
        .updateTable('idempotency')
        .set({ answer: keys.seal(place, keys.open(place, answer)) })
        .where('organ', '=', organ)
        .where('person', '=', person)
        .where('key', '=', key)
        .execute()
    },
  )

const seeds = async (tx: Tx, keys: Keys): Promise<number> => {
  const rows = await tx
    .selectFrom('credentials')
    .select(['person', 'totp_secret'])
    .where('totp_secret', 'is not', null)
    .execute()
  for (const { person, totp_secret } of rows) {
    if (!totp_secret) continue
    const place = seedPlace(person)
    const sealed = { totp_secret: keys.seal(place, keys.open(place, totp_secret)) }
    await tx.updateTable('credentials').set(sealed).where('person', '=', person).execute()
  }
  return rows.length
}

const drafts = (tx: Tx, keys: Keys): Promise<number> =>
  each(
    (offset) => tx.selectFrom('drafts').select(['mac', 'sealed']).orderBy('mac').limit(PAGE).offset(offset).execute(),
    async ({ mac, sealed }) => {
      const again = { sealed: keys.seal(draftPlace(mac), keys.open(draftPlace(mac), sealed)) }
      await tx.updateTable('drafts').set(again).where('mac', '=', mac).execute()
    },
  )

const accounts = (tx: Tx, keys: Keys): Promise<number> =>
  each(
    (offset) =>
      tx.selectFrom('applicant_accounts').select(['id', 'sealed']).orderBy('id').limit(PAGE).offset(offset).execute(),
    async ({ id, sealed }) => {
      const again = { sealed: keys.seal(accountPlace(id), keys.open(accountPlace(id), sealed)) }
      await tx.updateTable('applicant_accounts').set(again).where('id', '=', id).execute()
    },
  )

/** One at a time: a file may be large. */
const uploads = async (tx: Tx, keys: Keys): Promise<number> => {
  const ids = await tx.selectFrom('uploads').select('id').where('erased_at', 'is', null).execute()
  for (const { id } of ids) {
    const row = await tx.selectFrom('uploads').select(['label', 'bytes']).where('id', '=', id).executeTakeFirstOrThrow()
    const again = (what: 'label' | 'bytes', sealed: Buffer | null): Buffer | null =>
      sealed && keys.seal(uploadPlace(id, what), keys.open(uploadPlace(id, what), sealed))
    const set = { label: again('label', row.label), bytes: again('bytes', row.bytes) }
    await tx.updateTable('uploads').set(set).where('id', '=', id).execute()
  }
  return ids.length
}

/**
 * Another process has the keys of before in memory: what it seals later, nobody could open once they are gone. Who seals
 * anew is alone with a pool of one connection.
 */
const refuseCompany = async (tx: Tx): Promise<void> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_stat_activity
    where datname = current_database() and application_name = 'zhiqing' and pid <> pg_backend_pid()`.execute(tx)
  if ((rows[0]?.n ?? 0) > 0) throw fault('BUSY', '还有别的知情进程在使用数据库；请先停止服务，再更换密钥')
}

const all = async (tx: Tx, keys: Keys): Promise<number> => {
  let sealed = 0
  for (const one of [cases, facts, letters, answers, seeds, drafts, accounts, uploads]) sealed += await one(tx, keys)
  await tx.updateTable('instance').set({ keys_fingerprint: keys.fingerprint, sealed: true }).execute()
  return sealed
}

export const reseal = (db: Db, keys: Keys): Promise<number> =>
  db.transaction().execute(async (tx) => {
    await sql`select 1 from instance for update`.execute(tx)
    await refuseCompany(tx)
    return all(tx, keys)
  })

/** What an older program wrote in clear is sealed at the first start of this one. */
export const resealOnce = (db: Db, keys: Keys): Promise<void> =>
  db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ sealed: boolean }>`select sealed from instance for update`.execute(tx)
    if (!rows[0]?.sealed) await all(tx, keys)
  })
