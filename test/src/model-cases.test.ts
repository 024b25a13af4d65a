import { againstEnding, againstModel, modelSummary, summaryWords } from '@zhiqing/casework'
import { staffActing } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import t from 'tap'
import { testDatabase } from './database.js'
import { archived, done, furnish, ORGAN, request } from './db/office.js'

/* 典型案例: a summary from fields, words that a person answers for, approved by another, listed without a way back. */

t.test(
  '典型案例 | in the database: nobody’s words in the summary, proposed anew it is to be approved anew',
  async (t) => {
    const db = await testDatabase()
    const cabinet = await db.open()
    t.teardown(async () => {
      await cabinet.close()
      await db.close()
    })
    await furnish(cabinet)
    const { id: caseId } = await archived(cabinet, { short: true })
    const { id: open } = await done(cabinet, 'receiveRequest', { input: request })
    const { id: drill } = await done(cabinet, 'receiveRequest', { input: { ...request, drill: true } })
    const of = async (id: string) => {
      const kept = await cabinet.findCase(ORGAN, id)
      if (!kept) throw new Error(id)
      return kept.current
    }
    const codes = async (id: string, words: object) => againstModel(await of(id), words).map(({ code }) => code)
    t.strictSame(await codes(caseId, {}), [])
    t.strictSame(await codes(open, {}), ['modelCaseOpen'])
    t.strictSame(await codes(drill, {}), ['modelCaseDrill', 'modelCaseOpen'])
    t.strictSame(await codes(caseId, { story: '某村民要补偿标准。' }), ['modelCaseUnconfirmed'])
    t.strictSame(await codes(caseId, { story: '某村民要补偿标准。', confirmed: true }), [])
    for (const [story, what] of [
      ['陈䶮要补偿标准', '陈䶮'],
      ['打13800000102问的', '13800000102'],
      ['另一个电话13912345678', '手机号码'],
      ['即QHZR202600001号', 'QHZR202600001'],
    ] as const)
      t.match(againstModel(await of(caseId), { story, confirmed: true }), [
        { code: 'modelCaseTells', zh: new RegExp(what) },
      ])
    const long = { ...(await of(caseId)), information: { description: '我想知道我家2023年被征的三亩地一共补了多少钱' } }
    t.match(againstModel(long, { point: '申请人想知道我家2023年被征的三亩地一共补了多少钱', confirmed: true }), [
      { code: 'modelCaseCopies' },
    ])

    const summary = modelSummary(await of(caseId))
    if (!summary) throw new Error('no summary')
    t.strictSame(summary, {
      ...{ kind: 'natural', channel: 'inPerson', outcome: 'G2', receivedIn: '2026-09', basis: summary.basis, days: 0 },
      ...{ corrected: false, extended: false, thirdParties: 0, remedies: [] },
    })
    t.equal(
      summaryWords(summary),
      '2026年9月收到自然人的申请（当面提交）。历时0日，结果：予以公开，依据《中华人民共和国政府信息公开条例》第三十六条第（二）项。',
    )
    const whole = JSON.stringify(summary)
    for (const word of ['陈䶮', '青禾镇', '征地', '13800000102', caseId, 'QHZR2026'])
      t.notOk(whole.includes(word), word)

    const words = { story: null, point: '及时答复。', proposedBy: 'wang', proposedOn: '2026-09-10' as Day }
    const made = await cabinet.reports.keepModelCase({ organ: ORGAN, caseId, summary, ...words })
    t.match(made, { approvedBy: null, summary })
    await t.rejects(cabinet.reports.approveModelCase(made, 'wang', '2026-09-11' as Day), 'the database refuses oneself')
    const again = await cabinet.reports.keepModelCase({ organ: ORGAN, caseId, summary, ...words, point: '另写。' })
    t.equal(again.id, made.id)
    t.equal(
      await cabinet.reports.approveModelCase(made, 'qian', '2026-09-11' as Day),
      undefined,
      'another was looked at',
    )
    const approved = await cabinet.reports.approveModelCase(again, 'qian', '2026-09-11' as Day)
    t.match(approved, { approvedBy: 'qian', approvedOn: '2026-09-11', point: '另写。' })
    t.equal(await cabinet.reports.approveModelCase(again, 'qian', '2026-09-12' as Day), undefined, 'once')
    t.strictSame(await cabinet.reports.modelCases([ORGAN]), [approved])
    t.strictSame(await cabinet.reports.modelCases(['QHJY']), [])
  },
)

t.test(
  '典型案例 | taken back or rejected: recorded for good, its words gone, proposed anew it may stand',
  async (t) => {
    const db = await testDatabase()
    const cabinet = await db.open()
    t.teardown(async () => {
      await cabinet.close()
      await db.close()
    })
    await furnish(cabinet)
    const { id: caseId } = await archived(cabinet, { short: true })
    const kept = await cabinet.findCase(ORGAN, caseId)
    const summary = kept && modelSummary(kept.current)
    if (!summary) throw new Error('no summary')
    const ending = (reason: string) => againstEnding(kept.current, reason).map(({ code }) => code)
    t.strictSame(ending('案情里有姓名'), [])
    t.strictSame(ending('  '), ['modelCaseReasonMissing'])
    t.strictSame(ending('写了陈䶮的名字'), ['modelCaseReasonTells'], 'the reason outlives the words')
    t.strictSame(ending('写了13912345678'), ['modelCaseReasonTells'])

    const words = { story: '某某要补偿标准。', point: '及时。', proposedBy: 'wang', proposedOn: '2026-09-10' as Day }
    const propose = () => cabinet.reports.keepModelCase({ organ: ORGAN, caseId, summary, ...words })
    const seat = (organ: string, ...roles: Role[]) =>
      cabinet.as(staffActing({ id: '00000000-0000-4000-8000-00000000000a', organ, roles })).reports
    const on = '2026-09-12' as Day
    const proposed = await propose()
    for (const [organ, role] of [
      [ORGAN, 'officer'],
      [ORGAN, 'officeHead'],
    ] as const)
      await t.rejects(seat(organ, role).endModelCase(proposed, 'x', on, '试'), { code: '42501' }, `${organ} ${role}`)
    t.equal(await seat('QHJY', 'legalReviewer').endModelCase(proposed, 'x', on, '试'), undefined, 'none of theirs')
    const rejected = await seat(ORGAN, 'legalReviewer').endModelCase(proposed, 'qian', on, '案情里有姓名')
    t.match(rejected, { story: null, point: null, ended: { act: 'rejected', reason: '案情里有姓名', on } })
    t.strictSame(await cabinet.reports.modelCases([ORGAN]), [rejected])
    t.equal(await cabinet.reports.endModelCase(proposed, 'qian', on, '再'), undefined, 'once')
    t.equal(await cabinet.reports.approveModelCase({ ...proposed, story: null, point: null }, 'qian', on), undefined)

    const again = await propose()
    t.match(again, { id: proposed.id, ended: null, story: words.story })
    const approved = await cabinet.reports.approveModelCase(again, 'qian', on)
    if (!approved) throw new Error('not approved')
    t.equal(await cabinet.reports.endModelCase(again, 'qian', on, '晚了'), undefined, 'approved meanwhile')
    const gone = await cabinet.reports.endModelCase(approved, 'sun', on, '可以看出是谁')
    t.match(gone, { approvedBy: null, approvedOn: null, story: null, ended: { act: 'withdrawn' } })
    const rows = await db.owner('select n, act, approved_by, ended_by from model_case_endings order by n')
    t.strictSame(rows, [
      { n: 1, act: 'rejected', approved_by: null, ended_by: 'qian' },
      { n: 2, act: 'withdrawn', approved_by: 'qian', ended_by: 'sun' },
    ])
    const [left] = await db.owner(
      'select (select json_agg(m) from model_cases m)::text || (select json_agg(e) from model_case_endings e)::text as all',
    )
    t.match(left?.all, /可以看出是谁/)
    t.notMatch(left?.all, /某某要补偿标准|及时。/, 'the words are in neither table')
    await t.rejects(db.app(`update model_case_endings set reason = '改'`), /permission denied|42501/)
    await t.rejects(db.owner(`update model_case_endings set reason = '改'`), 'not even by the owner')
    await t.rejects(db.owner('delete from model_case_endings'))
    await t.rejects(db.owner('truncate model_case_endings cascade'))
  },
)
