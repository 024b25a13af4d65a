import { readFileSync } from 'node:fs'
import type { Day } from '@zhiqing/law'
import pg from 'pg'
import type { Test } from 'tap'
import type { TestDatabase } from '../database.js'
import { adminAt } from './counter.js'
import { done, findings, furnish, ORGAN, receive } from './office.js'

interface Shown {
  readonly name: string
  readonly value: unknown
  readonly since: string | null
  readonly history: readonly { from: string; reason: string; by: string }[]
}

export const settings = async (t: Test, db: TestDatabase): Promise<void> => {
  const cabinet = await db.open()
  await furnish(cabinet)
  const admin = await adminAt(cabinet, '吴敏', ORGAN)
  const officer = await adminAt(cabinet, '王经办', ORGAN, ['officer'])
  const shown = async (name: string): Promise<Shown> => {
    const all = (await officer.get('/settings')).json().settings as Shown[]
    return all.find((one) => one.name === name) as Shown
  }

  await t.test('everybody of the organ reads them; only its administrator changes them', async (t) => {
    const all = (await officer.get('/settings')).json().settings as Shown[]
    t.strictSame(
      all.map(({ name }) => name),
      [
        ...['suspensionBasis', 'autoConfirmOnline', 'correctionPeriodWorkingDays', 'correctionRounds'],
        ...[
          'reasonsPeriodWorkingDays',
          'extensionRounds',
          'extensionAfterRestart',
          'thirdPartyHoldDays',
          'thirdPartyUnasked',
          'organChaseWorkingDays',
          'rectificationWorkingDays',
          'redoWorkingDays',
          'publicNoticeDays',
          'riskChecks',
        ],
        ...[
          'noReplyRemedy',
          'remedyBlock',
          'retention',
          'letterFormat',
          'draftKeepDays',
          'reportHandInDay',
          'reportGovernmentDay',
        ],
      ],
    )
    t.match(
      (await officer.get('/settings')).json().readings.find(({ rule }: { rule: string }) => rule === 'A14'),
      { zh: /当月件数/, reading: /本机关/, why: /不提供全政府合计/ },
      'what no organ sets is told beside them',
    )
    t.match(await shown('retention'), { value: '30年', since: null, history: [], rule: 'R64', reading: /保管期限表/ })
    const change = { value: '永久', reason: '本机关保管期限表' }
    t.match((await officer.post('/settings/retention', change)).json(), { status: 403, code: 'notYourRole' })
    const nobody = await adminAt(cabinet, '总管理员', null)
    t.equal((await nobody.get('/settings')).statusCode, 403)
    t.equal((await nobody.post('/settings/retention', change)).statusCode, 403)
    await nobody.close()
    t.match((await shown('retention')).history, [])
  })

  await t.test('what is not allowed is refused, all at once, in Chinese; nothing is kept', async (t) => {
    const refused: readonly [name: string, body: object, codes: readonly string[]][] = [
      ['correctionPeriodWorkingDays', { value: 4, reason: '短' }, ['settingNotAllowed']],
      ['correctionPeriodWorkingDays', { value: 31, reason: '长' }, ['settingNotAllowed']],
      ['correctionPeriodWorkingDays', { value: '10', reason: '字' }, ['settingNotAllowed']],
      ['correctionPeriodWorkingDays', { value: 12, from: '2026-09-01', reason: '昨天' }, ['settingFromPast']],
      [
        'retention',
        { value: '20年', from: '2026-09-01', reason: ' ' },
        ['settingNotAllowed', 'settingFromPast', 'settingReasonMissing'],
      ],
      ['remedyBlock', { value: { W8: 'RB3' }, reason: '混' }, ['settingNotAllowed']],
      ['remedyBlock', { value: { W1: 'RB0' }, reason: '前置' }, ['settingNotAllowed']],
      ['remedyBlock', { value: { W9: 'RB1' }, reason: '错' }, ['settingNotAllowed']],
      ['noReplyRemedy', { value: 'none', reason: '无' }, ['settingNotAllowed']],
      ['extensionAfterRestart', { value: 'never', reason: '不' }, ['settingNotAllowed']],
      ['redoWorkingDays', { value: 21, reason: '长' }, ['settingNotAllowed']],
      ['publicNoticeDays', { value: 29, reason: '短' }, ['settingNotAllowed']],
      ['suspensionBase', { value: 'service', reason: '名' }, ['settingUnknown']],
      ['__proto__', { value: 'service', reason: '名' }, ['settingUnknown']],
    ]
    for (const [name, body, codes] of refused) {
      const answer = await admin.post(`/settings/${name}`, body)
      t.equal(answer.statusCode, 422, `${name} ${JSON.stringify(body)}`)
      const { code, also, detail } = answer.json()
      t.strictSame([code, ...also.map((one: { code: string }) => one.code)], codes)
      t.match(detail, /[一-龥]/)
    }
    t.equal((await admin.post('/settings/retention', { value: '永久' })).statusCode, 400)
    t.equal((await admin.post('/settings/retention', { reason: '漏' })).statusCode, 400)
    t.strictSame(await cabinet.settings(ORGAN), [])
  })

  await t.test('from its day on, and for the acts of its day; what was done before stays', async (t) => {
    const set = await admin.post('/settings/correctionPeriodWorkingDays', {
      value: 20,
      from: '2026-09-07',
      reason: '假期',
    })
    t.match(set.json(), {
      value: 10,
      since: null,
      history: [{ value: 20, from: '2026-09-07', reason: '假期', by: '吴敏' }],
    })
    const two = [await receive(cabinet), await receive(cabinet)]
    for (const { id: caseId } of two) await done(cabinet, 'registerRequest', { caseId })
    const ask = (i: number, day: string) =>
      done(cabinet, 'requestCorrection', {
        caseId: two[i]?.id ?? '',
        input: { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] },
        day,
      })
    await ask(0, '2026-09-06')
    await ask(1, '2026-09-07')
    const periods = async () =>
      Promise.all(
        two.map(async ({ id }) => (await cabinet.findCase(ORGAN, id))?.current.corrections[0]?.periodWorkingDays),
      )
    t.strictSame(await periods(), [10, 20])
    for (const [day, value] of [
      ['2026-09-06', 10],
      ['2026-09-07', 20],
      ['2027-01-01', 20],
    ] as const)
      t.equal((await cabinet.organ(ORGAN, day as Day))?.settings.correctionPeriodWorkingDays, value, day)

    await admin.post('/settings/correctionPeriodWorkingDays', { value: 15, from: '2026-09-07', reason: '改' })
    t.equal(
      (await cabinet.organ(ORGAN, '2026-09-07' as Day))?.settings.correctionPeriodWorkingDays,
      15,
      'of one day the last',
    )
    await admin.post('/settings/correctionPeriodWorkingDays', { value: null, from: '2026-09-08', reason: '恢复' })
    t.equal(
      (await cabinet.organ(ORGAN, '2026-09-08' as Day))?.settings.correctionPeriodWorkingDays,
      10,
      'the usual one again',
    )
    t.strictSame(await periods(), [10, 20], 'what was told the applicant stays told')
    t.equal((await shown('correctionPeriodWorkingDays')).history.length, 3)
    t.equal(
      (await cabinet.organ('QHJY', '2026-09-07' as Day))?.settings.correctionPeriodWorkingDays,
      10,
      'another organ’s stays',
    )
    t.strictSame(await findings(cabinet), [])
  })

  await t.test('what was set cannot be changed, not even by the owner of the tables', async (t) => {
    for (const sql of [`update organ_settings set value = '1'`, 'delete from organ_settings'])
      for (const as of [db.app, db.owner]) await t.rejects(as(sql), { code: '42501' }, sql)
    await t.rejects(db.owner('truncate organ_settings'), { code: '42501', message: /只增不改/ })
  })

  await t.test('settings of before come over by name: what a later row left out is usual again', async (t) => {
    const sql = readFileSync(new URL('../../../db/migrations/0010-keep-settings-by-name.sql', import.meta.url), 'utf8')
    const client = new pg.Client({ connectionString: db.ownerUrl })
    await client.connect()
    await client.query(`begin; drop table organ_settings; create table organ_settings (organ text, from_on date,
      settings jsonb, created_at timestamptz default now());
      insert into organ_settings values ('QHZR', '2026-01-01', '{"correctionRounds": 2, "retention": "永久"}'),
        ('QHZR', '2026-06-01', '{"retention": "10年"}')`)
    await client.query(sql)
    const { rows } = await client.query('select name, value, from_on::text as "from" from organ_settings order by id')
    await client.query('rollback')
    await client.end()
    t.strictSame(rows, [
      { name: 'correctionRounds', value: 2, from: '2026-01-01' },
      { name: 'retention', value: '永久', from: '2026-01-01' },
      { name: 'correctionRounds', value: null, from: '2026-06-01' },
      { name: 'retention', value: '10年', from: '2026-06-01' },
    ])
  })
  await Promise.all([admin.close(), officer.close(), cabinet.close()])
}
