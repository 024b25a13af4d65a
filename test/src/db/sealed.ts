import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addMaster, forgetMasters, keysFrom, loadKeys } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { done, findings, furnish, ORGAN, receive, request } from './office.js'

const ID = '44010619850307731X'

export const sealed = async (t: Test, db: TestDatabase): Promise<void> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'zhiqing-keys-'))
  t.teardown(() => rmSync(dataDir, { recursive: true, force: true }))
  const open = async (poolSize?: number) =>
    db.open({ keys: await loadKeys(dataDir), ...(poolSize ? { poolSize } : {}) })
  const first = await open()
  await furnish(first)
  const one = { ...request, applicant: { ...request.applicant, idType: '居民身份证', idNumber: ID } }
  const co = { kind: 'natural', name: '李共同', idNumber: ID }
  const {
    id,
    number,
    queryCode = '',
  } = await receive(first, { input: { ...one, coApplicants: [co] }, key: 'first', body: 'a' })
  await done(first, 'registerRequest', { caseId: id })

  const everything = async (): Promise<string> => {
    const tables = await db.owner<{ t: string }>(
      `select oid::regclass::text as t from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace`,
    )
    const rows = await Promise.all(tables.map(({ t: table }) => db.owner(`select x::text from ${table} x`)))
    return JSON.stringify(rows)
  }

  await t.test('a number of an identity paper lies sealed in every row, and is read back whole', async (t) => {
    t.notMatch(await everything(), ID)
    const kept = await first.findCase(ORGAN, id)
    t.equal(kept?.current.applicant.idNumber, ID)
    t.equal(kept?.current.coApplicants[0]?.idNumber, ID)
    t.match((await first.ledger(ORGAN, id))[0]?.fact, { applicant: { idNumber: ID } })
    t.strictSame(await findings(first), [], 'the chain speaks for the words as they were said')
    const [before] = await db.owner<{ x: string }>('select xmin::text as x from case_words where case_id = $1', [id])
    await done(first, 'assignOfficer', { caseId: id, input: { officer: 'wang' } })
    const [after] = await db.owner<{ x: string }>('select xmin::text as x from case_words where case_id = $1', [id])
    t.equal(after?.x, before?.x, 'words that did not change are not written again')
  })

  await t.test('sealed text moved to another case, or turned by a bit, opens nowhere', async (t) => {
    const keys = keysFrom(randomBytes(32))
    const bytes = keys.seal('here', Buffer.from(ID))
    t.equal(keys.open('here', bytes).toString(), ID)
    t.throws(() => keys.open('there', bytes), { code: 'SEALED_BROKEN' })
    for (let bit = 0; bit < bytes.length * 8; bit++) {
      const turned = Buffer.from(bytes)
      turned[bit >> 3] = (turned[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      t.throws(() => keys.open('here', turned), { code: 'SEALED_BROKEN' }, `bit ${bit}`)
    }
  })

  await t.test('what an older program wrote in clear is sealed at the next start', async (t) => {
    await db.owner(
      `update case_words set words = jsonb_set(words, '{applicant,idNumber}', to_jsonb($1::text)) where case_id = $2`,
      [ID, id],
    )
    await db.owner(
      `update fact_words set words = jsonb_set(words, '{applicant,idNumber}', to_jsonb($1::text)) where case_id = $2 and version = 1`,
      [ID, id],
    )
    await db.owner('update instance set sealed = false')
    t.match(await everything(), ID)
    const again = await open()
    t.notMatch(await everything(), ID)
    t.equal((await again.findCase(ORGAN, id))?.current.applicant.idNumber, ID)
    t.strictSame(await findings(again), [])
    await again.close()
  })

  await t.test(
    'rotation: refused beside a running service; then all is sealed anew and the old key can go',
    async (t) => {
      await addMaster(dataDir)
      const beside = await open(1)
      await t.rejects(beside.reseal(), { code: 'BUSY' })
      const twin = await receive(beside, { input: one })
      t.ok(
        (await beside.related(ORGAN, twin.id)).some(({ kept }) => kept.id === id),
        'a rotation that was refused has changed nothing: the same applicant is still found',
      )
      await beside.close()
      const paper = Buffer.from(`%PDF ${twin.queryCode}`)
      const print = { pdf: paper, sha256: createHash('sha256').update(paper).digest('hex') }
      const template = { id: 'L03', version: '1', sha256: '00' }
      await first.keepPrint({ organ: ORGAN, caseId: twin.id, n: 1 }, { ...print, template })
      const asked = { expiresAt: new Date('2099-01-01'), address: 'x', now: new Date() }
      const made = await first.newDraft({ words: { name: '张三' } as never, ...asked })
      if (made === 'tooMany') return t.fail('no draft')
      const basket = { draft: made.code }
      const file = {
        kind: 'other',
        name: '说明.txt',
        mediaType: 'application/pdf',
        bytes: Buffer.from('%PDF-1.4'),
      } as never
      await first.putUpload({ basket, file, ...asked })
      const gone = await first.newDraft({ words: {}, ...asked })
      if (gone === 'tooMany') return t.fail('no draft')
      const proof = await first.putUpload({ basket: { draft: gone.code }, file, ...asked })
      if (typeof proof === 'string') return t.fail('no file')
      const attached = await receive(first, { input: { ...request, attachments: [proof] } })
      const vouched = { issuer: 'https://id.example', sub: ID, address: 'x' }
      const account = { ...vouched, words: { name: '张三', idNumber: ID }, now: asked.now }
      const { token } = await first.signOns.applicant(account)
      await first.close()
      const index = async () =>
        (await db.owner<{ a: string }>(`select encode(applicant_index, 'hex') as a from cases where id = $1`, [id]))[0]
          ?.a
      const before = await index()
      const halfway = await open(1)
      t.equal((await halfway.findCase(ORGAN, id))?.current.applicant.idNumber, ID, 'opened by the master of before')
      t.ok((await halfway.reseal()) >= 4)
      await halfway.close()
      t.not(await index(), before, 'blind indexes are made anew')
      t.equal(await forgetMasters(dataDir), 1)
      t.strictSame(readdirSync(join(dataDir, 'keys')).toSorted(), ['codes', 'master-2'])
      t.notOk(existsSync(join(dataDir, 'keys/master')))
      const later = await open()
      t.equal((await later.findCase(ORGAN, id))?.current.applicant.idNumber, ID, 'without the old key')
      t.match(
        await later.lookUp({ number: number ?? '', code: queryCode, address: 'x', now: new Date() }),
        { id },
        'the code still opens',
      )
      t.match((await later.letter(ORGAN, id, 1))?.fields, { 查询码: queryCode })
      t.equal(
        (await receive(later, { input: { ...one, coApplicants: [co] }, key: 'first', body: 'a' })).id,
        id,
        'the first answer still is',
      )
      t.match((await later.draft(made.code, new Date()))?.words, { name: '张三' }, 'what is being written')
      t.match(await later.applicants.session(token, new Date()), { name: '张三', idNumber: ID }, 'and an account')
      await later.signOns.applicant({ ...account, now: new Date() })
      const accounts = 'select count(*)::int as n from applicant_accounts'
      t.strictSame(await db.owner(accounts), [{ n: 1 }], 'known again by the same digest')
      t.match(await later.uploads(basket, new Date()), [{ name: '说明.txt' }], 'and the files with it')
      const kept = await later.letter(ORGAN, twin.id, 1)
      t.equal(Buffer.from(kept?.pdf ?? []).toString(), paper.toString(), 'a letter that was printed')
      t.equal(
        Buffer.from((await later.attachment(ORGAN, attached.id, proof.file)) ?? []).toString(),
        '%PDF-1.4',
        'a file of a case',
      )
      t.strictSame(await findings(later), [])
      await later.close()
      await t.rejects(db.open({ keys: keysFrom(randomBytes(32)) }), { code: 'KEYS_DIFFER' })
    },
  )
}
