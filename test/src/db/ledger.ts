import { createHash } from 'node:crypto'
import type { CommandName } from '@zhiqing/casework'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { counterOf, signedIn } from './counter.js'
import { archived, command, done, findings, furnish, ORGAN, receive } from './office.js'

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

const rowSql = `insert into case_facts (organ, case_id, version, type, on_day, role, payload, machine_version,
  recorded_at, canon, prev_hash, hash) values `
const values = (n: number): string =>
  `($1, $2, $${3 + n * 4}, 'FormAccepted', '2026-09-01', 'officer', '{}', 1, now(), $${4 + n * 4}, $${5 + n * 4}, $${6 + n * 4})`

export const ledger = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const { id, version } = await receive(cabinet)

  await t.test('the service’s role may add to the ledger and nothing else', async (t) => {
    const grants = await db.owner(
      `select privilege_type from information_schema.role_table_grants
       where grantee = 'zhiqing_app' and table_name = 'case_facts' order by 1`,
    )
    t.strictSame(grants, [{ privilege_type: 'INSERT' }, { privilege_type: 'SELECT' }])
    for (const sql of [
      `update case_facts set role = 'admin'`,
      'delete from case_facts',
      'truncate case_facts cascade',
      'alter table case_facts disable trigger all',
      'set session_replication_role = replica',
      'drop trigger case_facts_chain on case_facts',
      'create table mine (a int)',
      'update case_words set case_id = case_id; delete from cases',
      'update migrations set sha256 = null',
      'set role zhiqing',
    ])
      await t.rejects(db.app(sql), { code: sql.startsWith('set role') ? /42501|22023/ : '42501' }, sql)
  })

  await t.test('the trigger denies the owner too', async (t) => {
    for (const sql of [`update case_facts set role = 'admin'`, 'delete from case_facts', 'truncate case_facts cascade'])
      await t.rejects(db.owner(sql), { code: '42501', message: /台账只增不改/ }, sql)
  })

  await t.test('a row that does not follow the last one is refused', async (t) => {
    const head = (
      await db.app<{ hash: Buffer }>('select hash from case_facts where case_id = $1 and version = $2', [id, version])
    )[0]?.hash as Buffer
    const next = [version + 1, '{}', head, sha256(head, '{}')] as const
    const broken = { code: '23514', constraint: 'case_facts_chain_check' }
    const add = (...rows: readonly (readonly unknown[])[]) =>
      db.app(rowSql + rows.map((_, i) => values(i)).join(', '), [ORGAN, id, ...rows.flat()])
    const wrong = Buffer.alloc(32, 1)
    await t.rejects(add([version + 1, '{}', wrong, sha256(wrong, '{}')]), broken, 'a wrong previous hash')
    await t.rejects(add([version + 1, '{}', head, wrong]), broken, 'a wrong own hash')
    await t.rejects(add([version + 2, '{}', head, sha256(head, '{}')]), broken, 'a gap')
    await t.rejects(add([1, '{}', head, sha256(head, '{}')]), broken, 'a second beginning')
    const after = (hash: Buffer) => [version + 2, '[]', hash, sha256(hash, '[]')]
    await t.rejects(add(next, after(wrong)), broken, 'the second row of one statement is checked against the first')
    await t.resolves(add(next, after(next[3])), 'and follows it')
    t.match(await findings(cabinet), [
      { code: 'changed', version: version + 1 },
      { code: 'changed' },
      { code: 'changed' },
    ])
    await db.owner('alter table case_facts disable trigger all')
    await db.owner('delete from case_facts where case_id = $1 and version > $2', [id, version])
    await db.owner('alter table case_facts enable trigger all')
  })

  await t.test('erased words leave the chain whole; other words do not', async (t) => {
    const { id: caseId } = await archived(cabinet)
    const said = { reasons: ['widelyKnown'], statement: '蔺家湾的人都要知道' }
    await done(cabinet, 'suggestPublication', { caseId, input: said, role: 'applicant' })
    await t.rejects(cabinet.eraseWords(ORGAN, id, new Date()), { code: 'NOT_ARCHIVED' })
    const one = await db.owner(
      `update fact_words set words = jsonb_set(words, '{applicant,name}', '"李四"') where case_id = $1 and version = 1
       returning version`,
      [caseId],
    )
    t.strictSame(one, [{ version: 1 }])
    t.match(await findings(cabinet), [{ code: 'wordsDiffer', caseId, version: 1, zh: /言辞/ }, { code: 'foldDiffers' }])
    const told = '550 no such user chen@example.org'
    await db.owner('update outbox set last_error = $1, done_at = null where case_id = $2', [told, caseId])
    await cabinet.eraseWords(ORGAN, caseId, new Date())
    t.strictSame(await findings(cabinet), [], 'erased is not changed')
    const jobs = await db.owner<object>('select * from outbox where case_id = $1', [caseId])
    t.ok(jobs.length > 0)
    t.notMatch(JSON.stringify(jobs), /chen@|example\.org|陈䶮/, 'nor does what a mail server said of the address stay')
    const dump = JSON.stringify(
      await db.owner(
        'select w.*, f.*, c.* from case_words w join fact_words f using (case_id) join cases c on c.id = w.case_id where w.case_id = $1',
        [caseId],
      ),
    )
    t.notMatch(dump, /陈䶮|李四|征地|蔺家湾/)
    t.strictSame(await cabinet.reports.suggestedTopics([ORGAN], '2026-01-01' as never), [], 'nothing is left to name')
    t.match(
      await db.owner('select double_index, applicant_index, topic from cases where id = $1', [caseId]),
      [{ double_index: null, applicant_index: null, topic: null }],
      'nor a digest of them',
    )
    const kept = await cabinet.findCase(ORGAN, caseId)
    t.match(kept?.current, { applicant: { kind: 'natural', name: '（已依法删除）' }, decision: { outcome: 'G2' } })
    t.match(kept?.current.suggestions, [{ reasons: ['widelyKnown'], statement: '（已依法删除）' }])
    t.ok((await cabinet.ledger(ORGAN, caseId)).some(({ erased }) => erased))
    t.match(await command(cabinet, 'recordService', { caseId, input: { servedOn: '2026-09-01' } }), {
      unfit: 'unknownCase',
    })
  })

  await t.test(
    '个保法47条 | nobody’s words stay in what is folded either, of a former round or of what came beside',
    async (t) => {
      const word = '蔺家湾'
      const { id: caseId } = await archived(cabinet, { short: true })
      const act = (name: CommandName, input: object, person?: string) =>
        done(cabinet, name, { caseId, input, ...(person ? { person } : {}) })
      const round = async (route: string): Promise<void> => {
        await act('decide', { outcome: 'G2', items: [`${word}标准`], route })
        await act('submitDraft', {}, 'wang')
        await act('approveDraft', { opinion: `${word}的事，同意`, secrecyReviewedOn: '2026-09-01' }, 'qian')
        await act('signReply', {}, 'sun')
        await act('dispatchReply', { method: 'electronic' })
        await act('reviseReply', { reason: `${word}的图漏了` })
      }
      await act('reviseReply', { reason: '漏了一页' })
      await round(`寄到${word}`)
      const searched = { systems: ['档案系统'], keywords: [word], people: ['王'], found: true }
      await act('recordSearch', { ...searched, method: `到${word}走访`, result: `${word}有一份` })
      await act('openDiscussion', { question: `${word}给不给`, members: ['王'] })
      await act('closeDiscussion', { conclusion: `${word}给`, views: `${word}的王说给`, followUpBy: `${word}王` })
      await round('电子邮件')
      await act('withdrawRequest', {})
      await act('fileComplaint', { id: '投诉1', to: 'superior', about: `${word}的事没有办` })
      await act('closeComplaint', { id: '投诉1', result: `${word}的事已经办了` })
      await act('fileRectification', { id: '更正1', record: `${word}的户`, evidence: `${word}户口簿` })
      await act('archiveCase', {})
      const kept = async () =>
        JSON.stringify(await db.owner('select snapshot from cases where organ = $1 and id = $2', [ORGAN, caseId]))
      t.notMatch(await kept(), word, 'the open part of the fold never had them')
      const before = (await cabinet.findCase(ORGAN, caseId))?.current
      t.match(before?.rounds, [{}, { decision: { route: `寄到${word}` } }, {}], 'and together they are whole')
      t.match(before?.rectifications, [{ record: `${word}的户` }])
      await cabinet.eraseWords(ORGAN, caseId, new Date())
      const after = (await cabinet.findCase(ORGAN, caseId))?.current
      t.notMatch(JSON.stringify(after), word)
      t.match(after?.rounds[1], { decision: null, approval: null, reply: { signedOn: '2026-09-01' } })
      t.strictSame(await findings(cabinet), [], 'erased is not changed')
    },
  )

  await t.test('an erased case is still shown; its letters, printed or not, are gone for good', async (t) => {
    const { id: caseId } = await archived(cabinet)
    const pdf = Buffer.from('%PDF 1')
    const print = { pdf, sha256: sha256(pdf).toString('hex'), template: { id: 'L03', version: '1', sha256: '00' } }
    await cabinet.keepPrint({ organ: ORGAN, caseId, n: 1 }, print)
    const counter = counterOf(cabinet, await signedIn(cabinet))
    t.equal((await counter.get(`/cases/${caseId}/letters/1.pdf`)).statusCode, 200, 'before')
    await cabinet.eraseWords(ORGAN, caseId, new Date())
    for (const [n, what] of [
      [1, 'printed before'],
      [2, 'never printed'],
    ] as const) {
      const gone = await counter.get(`/cases/${caseId}/letters/${n}.pdf`)
      t.match(gone.json(), { status: 410, type: 'urn:zhiqing:problem:erased', detail: /已依法删除/ }, what)
      t.match(gone.headers, { 'content-type': /^application\/problem\+json/ })
      await t.rejects(cabinet.letter(ORGAN, caseId, n), { code: 'ERASED', message: /已依法删除/ })
      await t.rejects(cabinet.keepPrint({ organ: ORGAN, caseId, n }, print), { code: 'ERASED' }, 'back from the press')
    }
    t.equal((await counter.get(`/cases/${caseId}/letters/99.pdf`)).statusCode, 404, 'what never was')
    for (const path of [`/cases/${caseId}`, `/cases/${caseId}/facts`, `/cases/${caseId}/trace`, '/cases']) {
      const shown = await counter.get(path)
      t.equal(shown.statusCode, 200, path)
    }
    t.match((await counter.get(`/cases/${caseId}`)).json(), {
      state: 'archived',
      applicant: { name: '（已依法删除）' },
    })
    t.strictSame(await findings(cabinet), [])
    await counter.close()
  })
  await cabinet.close()
}
