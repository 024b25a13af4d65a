import { createHash } from 'node:crypto'
import type { Attachment } from '@zhiqing/casework'
import { anybody, type Cabinet } from '@zhiqing/db'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { archived, command, done, findings, furnish, ORGAN, receive, request } from './office.js'

const now = new Date('2026-09-01T01:00:00Z')
const later = (days: number): Date => new Date(now.getTime() + days * 24 * 3600 * 1000)
const address = '203.0.113.7'
const secret = '11010519491231002X 和平街8号'

const begun = async (cabinet: Cabinet, words: object = { 'applicant.idNumber': secret }): Promise<string> => {
  const made = await cabinet.newDraft({ words: { ...words }, expiresAt: later(30), address, now })
  if (made === 'tooMany') throw new Error('too many drafts')
  return made.code
}

const pdf = Buffer.from('%PDF-1.7 委托书')

const uploaded = async (cabinet: Cabinet, draft: string, name = '委托书.pdf'): Promise<Attachment> => {
  const file = { kind: 'authorization', name, mediaType: 'application/pdf', bytes: pdf } as const
  const put = await cabinet.putUpload({ basket: { draft }, file, expiresAt: later(30), address, now })
  if (typeof put === 'string') throw new Error('too many files')
  return put
}

/** Everything a table holds, as text somebody with the disk could read. */
const dumpOf = async (db: TestDatabase, table: string): Promise<string> => {
  const rows = await db.owner(`select * from ${table}`)
  return rows
    .flatMap((row: object) => Object.values(row))
    .map((value: unknown) =>
      Buffer.isBuffer(value) ? value.toString('latin1') + value.toString('utf8') : String(value),
    )
    .join('\n')
}

/** Drafts and files that applicants bring: sealed, found by their code alone, gone when their time is over. */
export const drafts = async (t: Test, db: TestDatabase): Promise<void> => {
  let cabinet = await db.open()
  await furnish(cabinet)

  await t.test('a draft survives a restart; its code and words are nowhere in clear', async (t) => {
    const code = await begun(cabinet)
    t.match(code, /^[0-9A-HJKMNP-TV-Z]{13}$/, 'thirteen characters of 32: 65 bits')
    await cabinet.close()
    cabinet = await db.open()
    const kept = await cabinet.draft(`${code.slice(0, 4)}-${code.slice(4)}`.toLowerCase(), now)
    t.strictSame(kept?.words, { 'applicant.idNumber': secret }, 'as copied by hand: small letters, a dash')
    t.ok(await cabinet.keepDraft(code, { words: { a: '二' }, expiresAt: later(40) }, now))
    t.strictSame((await cabinet.draft(code, later(35)))?.words, { a: '二' })
    const dump = await dumpOf(db, 'drafts')
    for (const word of [code, '11010519491231002X', '和平街', '二']) t.notOk(dump.includes(word), word)
    await cabinet.dropDraft(code)
    t.equal(await cabinet.draft(code, now), undefined)
    t.equal(await cabinet.keepDraft(code, { words: {}, expiresAt: later(1) }, now), false)
  })

  await t.test('the last instant of a draft: below, on and above; then it is thrown away with its files', async (t) => {
    const code = await begun(cabinet)
    await uploaded(cabinet, code)
    const end = later(30).getTime()
    t.ok(await cabinet.draft(code, new Date(end - 1)))
    t.equal(await cabinet.draft(code, new Date(end)), undefined)
    t.equal(await cabinet.draft(code, new Date(end + 1)), undefined)
    t.equal((await cabinet.uploads({ draft: code }, new Date(end))).length, 0)
    await cabinet.tidy(new Date(end - 1))
    t.ok(await cabinet.draft(code, now), 'tidied a moment too early: still there')
    await cabinet.tidy(new Date(end))
    t.equal(await cabinet.draft(code, now), undefined)
    t.equal((await cabinet.uploads({ draft: code }, now)).length, 0)
  })

  await t.test('codes that are typed are counted by address', async (t) => {
    const code = await begun(cabinet)
    const ask = (typed: string, from = address) => cabinet.openDraft({ code: typed, address: from, now })
    t.match(await ask(code), { words: { 'applicant.idNumber': secret } })
    let tries = 1
    while ((await ask('0000000000000')) === 'no') tries += 1
    t.equal(tries, 60)
    t.equal(await ask(code), 'tooMany')
    t.match(await ask(code, '203.0.113.9'), { words: {} }, 'somebody elsewhere is not locked out')
  })

  await t.test('a file lies sealed in its basket, and nobody else finds it there', async (t) => {
    const [mine, other] = [await begun(cabinet), await begun(cabinet)]
    const file = await uploaded(cabinet, mine, '张三委托书.pdf')
    t.equal(file.sha256, createHash('sha256').update(pdf).digest('hex'))
    t.equal(file.size, pdf.length)
    t.strictSame(await cabinet.uploads({ draft: mine }, now), [file])
    t.strictSame(await cabinet.uploads({ draft: other }, now), [])
    t.strictSame(await cabinet.uploads({ organ: ORGAN, caseId: mine }, now), [])
    const dump = await dumpOf(db, 'uploads')
    for (const word of ['张三', '%PDF', mine]) t.notOk(dump.includes(word), word)
    await cabinet.dropUpload({ draft: other }, file.file)
    t.equal((await cabinet.uploads({ draft: mine }, now)).length, 1, 'not from another basket')
    await cabinet.dropUpload({ draft: mine }, file.file)
    t.equal((await cabinet.uploads({ draft: mine }, now)).length, 0)
  })

  await t.test('filed with the case in one transaction, by the bytes that were described', async (t) => {
    const code = await begun(cabinet)
    const file = await uploaded(cabinet, code)
    const wrong = { ...request, attachments: [{ ...file, sha256: '0'.repeat(64) }] }
    const before = (await cabinet.listCases({ organ: ORGAN, limit: 100 })).cases.length
    await t.rejects(command(cabinet, 'receiveRequest', { input: wrong }), { code: 'FILE_MISSING' })
    t.equal((await cabinet.listCases({ organ: ORGAN, limit: 100 })).cases.length, before, 'no case without its files')
    const { id } = await receive(cabinet, { input: { ...request, attachments: [file] } })
    const kept = await cabinet.findCase(ORGAN, id)
    t.strictSame(kept?.current.attachments, [{ ...file, n: 1, on: '2026-09-01', with: 'request' }])
    t.strictSame(Buffer.from((await cabinet.attachment(ORGAN, id, file.file)) ?? ''), pdf)
    t.equal(await cabinet.attachment('QHJY', id, file.file), undefined, 'another organ has no such file')
    t.equal((await cabinet.uploads({ draft: code }, now)).length, 0, 'the basket is empty')
    await cabinet.dropDraft(code)
    await cabinet.tidy(later(400))
    t.ok(await cabinet.attachment(ORGAN, id, file.file), 'what belongs to a case does not expire')
    const again = { ...request, attachments: [file] }
    await t.rejects(
      command(cabinet, 'receiveRequest', { input: again }),
      { code: 'FILE_MISSING' },
      'nor is filed twice',
    )
    await t.rejects(db.owner('delete from uploads where case_id is not null'), /不能删除/)
    t.strictSame(await findings(cabinet), [])
    await db.owner('alter table uploads disable trigger all')
    await db.owner(`update uploads set bytes = bytes || '\\x00' where case_id = $1`, [id])
    t.match(await findings(cabinet), [{ code: 'fileDiffers', caseId: id, zh: /第1份材料与台账记载的散列不符/ }])
    await db.owner('delete from uploads where case_id = $1', [id])
    t.match(await findings(cabinet), [{ code: 'fileDiffers', caseId: id, zh: /第1份材料不见了/ }])
    await db.owner('alter table uploads enable trigger all')
  })

  await t.test('the files go when the words of the case are erased', async (t) => {
    const code = await begun(cabinet)
    const file = await uploaded(cabinet, code)
    const { id } = await archived(cabinet, { short: true })
    await done(cabinet, 'tellOrgan', {
      caseId: id,
      input: { about: 'other', content: '补一份委托书', attachments: [file] },
    })
    await done(cabinet, 'archiveCase', { caseId: id })
    await cabinet.eraseWords(ORGAN, id, now)
    await t.rejects(cabinet.attachment(ORGAN, id, file.file), { code: 'ERASED' })
    const own = (await findings(cabinet)).filter(({ caseId }) => caseId === id)
    t.strictSame(own, [])
  })

  await t.test('what lies unfiled is bounded: 50 MB in a draft, 200 MB of one person; below, on, above', async (t) => {
    const megabytes = 1024 * 1024
    for (const [basket, most] of [
      [{ draft: await begun(cabinet) }, 50],
      [{ organ: ORGAN, caseId: '00000000-0000-4000-8000-0000000000aa' }, 50],
      [{ person: '00000000-0000-4000-8000-0000000000bb' }, 200],
    ] as const) {
      const put = (name: string, from = '198.51.100.40') => {
        const file = { kind: 'other', name, mediaType: 'application/pdf', bytes: pdf } as const
        return cabinet.putUpload({ basket, file, expiresAt: later(30), address: from, now })
      }
      const first = await put('first.pdf')
      if (typeof first === 'string') throw new Error(first)
      /** As if the first one were so large that the next one comes to this much. */
      const upTo = (bytes: number) =>
        db.owner('update uploads set size = $1 where id = $2', [bytes - pdf.length, first.file])
      const what = Object.keys(basket)[0]
      await upTo(most * megabytes + 1)
      t.equal(await put('above.pdf'), 'full', `${what}: one byte above`)
      t.strictSame(
        (await cabinet.uploads(basket, now)).map(({ name }) => name),
        ['first.pdf'],
        'nothing is kept of it',
      )
      await upTo(most * megabytes)
      t.match(await put('on.pdf'), { name: 'on.pdf' }, `${what}: on it`)
      t.equal(await put('more.pdf'), 'full')
      await upTo(most * megabytes - pdf.length)
      const two = await Promise.all([put('a.pdf'), put('b.pdf')])
      t.strictSame(two.map((one) => typeof one).toSorted(), ['object', 'string'], 'two at once: one is first')
    }
    await db.owner('delete from uploads where case_id is null')
  })

  await t.test(
    'what comes from one address in a day is bounded: 1,024 begun megabytes; below, on, above',
    async (t) => {
      const draft = await begun(cabinet)
      const from = '198.51.100.41'
      const put = (bytes: number, at = now, address = from, basket: object = { draft }) => {
        const file = {
          kind: 'other',
          name: 'a.pdf',
          mediaType: 'application/pdf',
          bytes: Buffer.alloc(bytes, 37),
        } as const
        return cabinet.putUpload({ basket: basket as { draft: string }, file, expiresAt: later(30), address, now: at })
      }
      const counted = async () =>
        (
          await db.owner<{ n: number }>(
            "select cardinality(at) as n from attempts where kind = 'uploadBytes' order by at desc",
          )
        )[0]?.n
      await db.owner("delete from attempts where kind = 'uploadBytes'")
      await put(1)
      t.equal(await counted(), 1, 'a begun megabyte is one')
      await put(1024 * 1024 + 1)
      t.equal(await counted(), 3, 'one byte more is two')
      const manyTimes = (n: number) =>
        db.owner("update attempts set at = array_fill(at[1], array[$1::int]) where kind = 'uploadBytes'", [n])
      await manyTimes(1022)
      t.equal(typeof (await put(1024 * 1024 + 1)), 'object', 'on it')
      t.equal(await put(1), 'tooMany', 'above')
      await manyTimes(1023)
      t.equal(await put(1024 * 1024 + 1), 'tooMany', 'two where one is left')
      t.equal(typeof (await put(1)), 'object')
      t.equal(typeof (await put(1, now, '198.51.100.42')), 'object', 'of another address it is not held')
      const person = { person: '00000000-0000-4000-8000-0000000000cc' }
      t.equal(typeof (await put(1, now, from, person)), 'object', 'nor against who is signed in')
      const day = 24 * 3600 * 1000
      t.equal(await put(1, new Date(now.getTime() + day - 1)), 'tooMany', 'until the day is over')
      t.equal(typeof (await put(1, new Date(now.getTime() + day))), 'object')
      await db.owner('delete from uploads where case_id is null')
    },
  )

  await t.test(
    'filing online: 120 requests of one address in an hour, parted ones counted each; below, on, above',
    async (t) => {
      const admit = (requests: number, minutes = 0, from = '2001:db8:1:2::9') =>
        cabinet.admitFiling({ address: from, requests, now: new Date(now.getTime() + minutes * 60_000) })
      for (let i = 0; i < 11; i++) t.equal(await admit(10), true)
      t.equal(await admit(9), true, '119')
      t.equal(await admit(2), false, 'two where one is left')
      t.equal(await admit(1), true, '120')
      t.equal(await admit(1), false, 'above')
      t.equal(await admit(1, 0, '2001:db8:1:2:ffff::1'), false, 'the same subscriber by another of his addresses')
      t.equal(await admit(1, 0, '2001:db8:1:3::9'), true, 'a neighbour is not held up')
      t.equal(await admit(1, 59), false)
      t.equal(await admit(120, 60), true, 'after the hour')
    },
  )

  await t.test(
    'row by row: who shows no code sees no draft and no file; what is filed is the case’s alone',
    async (t) => {
      const visitor = cabinet.as(anybody)
      const code = await begun(visitor)
      const file = await uploaded(visitor, code)
      t.equal((await db.unsaid('select 1 from drafts')).length, 0)
      t.equal((await db.unsaid('select 1 from uploads')).length, 0)
      t.equal((await db.unsaid('delete from drafts returning 1')).length, 0)
      t.ok(await visitor.draft(code, now))
      const input = { ...request, channel: 'online', attachments: [file] }
      const { id } = await done(visitor, 'receiveRequest', { input, role: 'applicant' })
      t.equal((await visitor.uploads({ draft: code }, now)).length, 0)
      t.equal(await visitor.attachment(ORGAN, id, file.file), undefined, 'nobody in particular')
      const other = await receive(cabinet)
      t.equal(
        await cabinet.as({ kind: 'case', organ: ORGAN, caseId: other.id }).attachment(ORGAN, id, file.file),
        undefined,
      )
      const own = cabinet.as({ kind: 'case', organ: ORGAN, caseId: id })
      t.ok(await own.attachment(ORGAN, id, file.file))
      const bytes = { kind: 'other', name: 'b.pdf', mediaType: 'application/pdf', bytes: pdf } as const
      const put = await own.putUpload({
        basket: { organ: ORGAN, caseId: id },
        file: bytes,
        expiresAt: later(1),
        address,
        now,
      })
      if (typeof put === 'string') throw new Error(put)
      const [copy] = await own.copyUploads({ organ: ORGAN, caseId: id }, [put])
      t.not(copy?.file, put.file)
      await done(own, 'tellOrgan', { caseId: id, input: { about: 'other', attachments: [put] }, role: 'applicant' })
      t.strictSame(Buffer.from((await own.attachment(ORGAN, id, put.file)) ?? ''), pdf)
      t.strictSame(
        (await own.uploads({ organ: ORGAN, caseId: id }, now)).map((one) => one.file),
        [copy?.file],
      )
    },
  )

  await cabinet.close()
}
