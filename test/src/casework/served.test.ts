import { type Case, draftLetter, formFields } from '@zhiqing/casework'
import { type Day, defaultSettings } from '@zhiqing/law'
import { checkFields, loadTemplate } from '@zhiqing/letters'
import t from 'tap'
import { type Act, a, bench, calendar, organ, receive, run } from './court.js'

/** 送达回证 for whatever goes out, and the sheet on which a disclosure is reviewed (rulebook §5.3 L07, L09; R38, R60). */

const office = { on: '2025-06-03' as Day, organ, calendar }
const nameOf = (code: string): string => loadTemplate(code).name

const form = (current: Case, code: 'L07' | 'L09', of?: string) => {
  const fields = formFields(code, { current, office, of, nameOf })
  if (fields) t.strictSame(checkFields(loadTemplate(code), fields as never), [], `${code} ${of}: every field is sound`)
  return fields
}

const life = async (acts: readonly Act[]): Promise<Case> => {
  const on = bench({ settings: { riskChecks: 'warn' } })
  await run(on, acts)
  return on.kept().current
}

const begun = [receive('2025-03-03'), a('2025-03-03', 'registerRequest', { officer: '周经办' })]
const signed = (on: string) => [
  a(on, 'submitDraft', { person: '周经办' }),
  a(on, 'approveDraft', { person: '吴法制', secrecyReviewedOn: on }),
  a(on, 'signReply', { person: '郑局长' }),
]

t.test(
  'R60 送达回证 | every letter that goes out has one, to whom it goes; a sheet of the file has none',
  async (t) => {
    const current = await life([
      ...begun,
      a('2025-03-04', 'requestAssistance', { id: 'a', unit: '耕地保护股', question: '请查找方案原件' }),
      a('2025-03-05', 'giveAssistance', { id: 'a', findings: '已找到' }),
      a('2025-03-05', 'recordSearch', { systems: ['档案室'], keywords: ['征地'], people: ['钱档案'], found: true }),
      a('2025-03-06', 'consultThirdParty', { id: 'p', party: '禾丰建设有限公司', interest: '商业秘密' }),
      a('2025-03-06', 'recordLetterService', { letter: 'P04', consultation: 'p', servedOn: '2025-03-06' }),
      a('2025-03-10', 'recordOpinion', { id: 'p', opinion: 'object', reasons: '含有报价' }),
      a('2025-03-11', 'consultOrgan', { id: 'o', organ: '青禾县农业农村局', as: 'coProducer' }),
      a('2025-03-13', 'recordOpinion', { id: 'o', opinion: 'consent' }),
      a('2025-03-14', 'extendReply', { workingDays: 5, reason: '需要整理' }),
      a('2025-03-17', 'decide', {
        outcome: 'G2',
        items: ['补偿标准表'],
        route: '邮寄',
        overruled: [{ id: 'p', content: '补偿标准表', reason: '没有报价' }],
      }),
      ...signed('2025-03-18'),
    ])
    const to: Readonly<Record<string, string | undefined>> = {
      L03: '张三',
      L05: '耕地保护股',
      P03: '张三',
      P04: '禾丰建设有限公司',
      P05: '张三',
      P06: '禾丰建设有限公司',
      P07: '青禾县农业农村局',
      S02: '张三',
      // what stays in the file goes to nobody
      L02: undefined,
      L08: undefined,
      L11: undefined,
    }
    t.strictSame([...new Set(current.letters.map(({ letter }) => letter))].toSorted(), Object.keys(to).toSorted())
    for (const { n, letter, documentNumber } of current.letters) {
      const fields = form(current, 'L07', String(n))
      t.equal(fields?.受送达人, to[letter], letter)
      if (!fields) continue
      t.equal(fields.送达文书, nameOf(letter))
      t.equal(fields.送达文号, documentNumber)
      t.equal(
        fields.送达地点,
        to[letter] === '张三' ? '青禾县青禾镇人民路1号' : null,
        `${letter}: the applicant's address goes to him alone`,
      )
    }
    t.equal(
      form(current, 'L07')?.送达文书,
      nameOf(current.letters.findLast(({ letter }) => letter !== 'L08')?.letter ?? ''),
    )
    for (const of of ['99', '1-2', '0', 'x', '1-0', '']) t.equal(form(current, 'L07', of), undefined, `of=${of}`)
  },
)

t.test('R100 送达回证 | joint applicants are served each', async (t) => {
  const current = await life([
    receive('2025-03-03', {
      coApplicants: [{ kind: 'natural', name: '李明', address: '青禾县青禾镇人民路2号' }],
    }),
    a('2025-03-03', 'registerRequest'),
  ])
  const rows = ['1', '1-1', '1-2'].map((of) => form(current, 'L07', of))
  t.strictSame(
    rows.map((fields) => [fields?.受送达人, fields?.送达地点]),
    [
      ['张三', '青禾县青禾镇人民路1号'],
      ['张三', '青禾县青禾镇人民路1号'],
      ['李明', '青禾县青禾镇人民路2号'],
    ],
  )
  t.equal(form(current, 'L07', '1-3'), undefined)
})

t.test('R118 送达回证 | a reply that was taken back keeps its own dispatch, not that of the new one', async (t) => {
  const current = await life([
    ...begun,
    a('2025-03-10', 'decide', { outcome: 'N3', existing: '各户协议', reasons: '需要汇总' }),
    ...signed('2025-03-11'),
    a('2025-03-12', 'dispatchReply', { method: 'direct' }),
    a('2025-03-14', 'recordService', { servedOn: '2025-03-14' }),
    a('2025-05-06', 'reviseReply', { reason: '找到了现成的汇总表' }),
    a('2025-05-07', 'decide', { outcome: 'G2', items: ['征地补偿标准'], route: '邮寄' }),
    ...signed('2025-05-08'),
    a('2025-05-09', 'dispatchReply', { method: 'mail', mailNumber: 'EMS2' }),
  ])
  const replies = current.letters.filter(({ letter }) => letter.startsWith('S'))
  t.equal(replies.length, 2)
  const [old, now] = replies.map(({ n }) => form(current, 'L07', String(n)))
  t.match(old, { 送达方式: '直接送达', 发出日期: '2025-03-12', 收到日期记录: '2025-03-14', 邮件号码: null })
  t.match(now, { 送达方式: '邮寄送达', 发出日期: '2025-05-09', 收到日期记录: null, 邮件号码: 'EMS2' })
})

t.test(
  'R38 公开审查 | every piece of information with what is proposed; no words of the applicant, none of a secret',
  async (t) => {
    const decided = async (fields: object) =>
      form(await life([...begun, a('2025-03-10', 'decide', { ...fields })]), 'L09')
    const reasons = '理由'
    const rows: readonly [object, readonly string[], readonly string[]][] = [
      [{ outcome: 'G2', items: ['标准表', '明细表'], route: '邮寄' }, ['标准表', '明细表'], ['拟公开', '拟公开']],
      [
        { outcome: 'G3', given: ['标准表'], withheld: ['户主姓名'], grounds: ['W5'], reasons },
        ['标准表', '户主姓名'],
        ['拟公开', '拟不公开'],
      ],
      [
        { outcome: 'W1', classification: '秘密', secrecyPeriod: '十年', neutralTitle: '某专项工作材料', reasons },
        ['某专项工作材料'],
        ['拟不公开'],
      ],
      [{ outcome: 'W5', category: '后勤', reasons }, ['青禾镇2023年征地补偿标准'], ['拟不公开']],
    ]
    for (const [fields, information, proposals] of rows) {
      const sheet = await decided(fields)
      t.strictSame([sheet?.审查信息, sheet?.拟处理], [information, proposals], JSON.stringify(fields))
    }
    t.equal(await decided({ outcome: 'G1', where: '县政府网站' }), undefined, 'what is open already')
    t.equal(await decided({ outcome: 'N3', existing: '无', reasons }), undefined, 'nothing there to review')
    const open = await life([
      receive('2025-03-03', { information: { description: '我是张三，请公开青禾镇征地补偿标准' } }),
    ])
    t.strictSame(
      [form(open, 'L09')?.审查信息, form(open, 'L09')?.拟处理],
      [['青禾镇征地补偿标准'], ['待定']],
      'before a decision; who asks is not told',
    )
  },
)

t.test(
  '设置 | 文件格式 of an organ goes with every letter that leaves it, frozen; sheets of the file have none',
  async (t) => {
    const acts = [
      ...begun,
      a('2025-03-05', 'recordSearch', { systems: ['档案室'], keywords: ['征地'], people: ['钱档案'], found: true }),
      a('2025-03-06', 'consultThirdParty', { id: 'p', party: '禾丰建设有限公司', interest: '商业秘密' }),
      a('2025-03-06', 'recordLetterService', { letter: 'P04', consultation: 'p', servedOn: '2025-03-06' }),
      a('2025-03-10', 'recordOpinion', { id: 'p', opinion: 'consent' }),
      a('2025-03-14', 'extendReply', { workingDays: 5, reason: '需要整理' }),
      a('2025-03-17', 'decide', { outcome: 'G2', items: ['补偿标准表'], route: '邮寄' }),
    ]
    const formats = async (letterFormat: 'letter' | 'document') => {
      const on = bench({ settings: { riskChecks: 'warn', letterFormat } })
      await run(on, acts)
      const draft = draftLetter(on.kept().current, {
        on: office.on,
        organ,
        settings: { ...defaultSettings, letterFormat },
      })
      await run(on, signed('2025-03-18'))
      const issued = on.kept().facts.flatMap((fact) => (fact.type === 'LetterIssued' ? [fact] : []))
      return { all: new Map(issued.map(({ letter, fields }) => [letter, fields?.版式])), draft: draft?.fields.版式 }
    }
    const document = await formats('document')
    for (const code of ['L03', 'P03', 'P04', 'P05', 'S02'] as const) t.equal(document.all.get(code), '文件', code)
    for (const code of ['L02', 'L08', 'L11'] as const) t.equal(document.all.get(code), undefined, code)
    t.equal(document.draft, '文件', 'the draft looks as the letter will')
    const letter = await formats('letter')
    t.strictSame(
      [...letter.all.values()].filter((format) => format !== undefined),
      [],
      'usual: nothing is said',
    )
    t.equal(letter.draft, undefined)
  },
)
