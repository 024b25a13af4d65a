import { type Fact, type Filed, factInWords, formFields, signingOf, withheldFromApplicant } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import { checkFields, loadTemplate, openFonts, printLetter } from '@zhiqing/letters'
import t from 'tap'
import { textOf } from '../pdf.js'
import { type Act, a, applicant, type Bench, bench, calendar, organ, type Place, receive, run } from './court.js'

/** What letters tell: nothing false, nothing that nobody recorded, nothing that is another's (rulebook R29, R51–R58, §5.3–5.4). */

const D = '2025-03-17'
const begun = (fields: Record<string, unknown> = {}): Act[] => [
  receive('2025-03-03', fields),
  a('2025-03-03', 'registerRequest', { officer: '周经办' }),
]
const signed = [
  a('2025-03-18', 'submitDraft', { person: '李四' }),
  a('2025-03-18', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-18' }),
  a('2025-03-18', 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const asked = (id: string, party: string, opinion?: string): Act[] => [
  a(id === '甲' ? '2025-03-05' : '2025-03-12', 'consultThirdParty', { id, party, interest: '商业秘密' }),
  ...(opinion ? [a('2025-03-12', 'recordOpinion', { id, opinion, reasons: '不愿' })] : []),
]
const played = async (acts: readonly Act[], place: Place = {}): Promise<Bench> => {
  const on = bench({ ...place, settings: { riskChecks: 'warn', ...place.settings } })
  await run(on, acts)
  return on
}
type Issued = Extract<Fact, { type: 'LetterIssued' }>
const issuedOf = (on: Bench): Issued[] =>
  on.kept().facts.flatMap((fact) => (fact.type === 'LetterIssued' ? [fact] : []))
const lettersOf = async (acts: readonly Act[], place: Place = {}) => issuedOf(await played(acts, place))

const fonts = await openFonts()
const squeezed = (words: string): string => words.replace(/\s+/g, '')
const printed = async (letter: string, fields: object): Promise<string> =>
  squeezed(await textOf((await printLetter(letter, fields as never, { fonts })).pdf))
const textFrom = async (acts: readonly Act[], letter: string, place: Place = {}): Promise<string> => {
  const found = (await lettersOf(acts, place)).findLast((one) => one.letter === letter)
  if (!found) throw new Error(`${letter} was not issued`)
  return printed(letter, found.fields)
}
const replyText = (
  decision: object,
  letter: string,
  before: readonly Act[] = [],
  fields: Record<string, unknown> = {},
) => textFrom([...begun(fields), ...before, a(D, 'decide', { ...decision }), ...signed], letter)
const refusals = async (acts: readonly Act[], last: Act): Promise<string[]> => {
  const on = await played(acts)
  const said = await on.act(last)
  if (said.kind !== 'refused') return [said.kind]
  return [said.answer.refusal, ...said.answer.refusal.also].map(({ code }) => code)
}

// ---- 第三方

const g2 = { outcome: 'G2', items: ['补偿标准表', '合同全文'], route: '邮寄' }
const two = [...begun(), ...asked('甲', '禾丰公司', 'object'), ...asked('乙', '青石公司', 'partial')]
const tellA = { id: '甲', content: '补偿标准表', reason: '标准已经张贴，不具有秘密性' }
const tellB = { id: '乙', publicInterest: true, content: '合同全文', reason: '饮用水源安全与合同的治理条款直接相关' }

t.test(
  '条例 15、32 第三方 | each overruled party is told of its own information and the reason for that alone',
  async (t) => {
    const letters = await lettersOf([
      ...two,
      a(D, 'decide', { ...g2, overruled: [tellA, tellB], reasons: '申请人是东湾村村民' }),
      ...signed,
    ])
    const [toA, toB] = letters.filter(({ letter }) => letter === 'P06')
    t.match(toA?.fields, { 受文者: '禾丰公司', 公开内容: '补偿标准表', 理由: tellA.reason, 基于公共利益: false })
    t.match(toB?.fields, { 受文者: '青石公司', 公开内容: '合同全文', 理由: tellB.reason, 基于公共利益: true })
    const a1 = await printed('P06', toA?.fields as object)
    const b1 = await printed('P06', toB?.fields as object)
    t.match(a1, '你方不同意公开。本机关认为，你方没有合理理由。标准已经张贴，不具有秘密性。')
    t.notMatch(a1, /公共利益|合同全文|饮用水源|东湾村村民/, 'nothing of the other party, nor of the applicant')
    t.match(
      b1,
      '你方同意公开部分内容。对你方不同意公开的内容，本机关认为，不公开会对公共利益造成重大影响。饮用水源安全',
    )
    t.notMatch(b1, /没有合理理由|补偿标准表|张贴/)
  },
)

t.test('条例 32 第三方 | to give over an objection without saying to whom and why is refused', async (t) => {
  const decide = (more: object) => a(D, 'decide', { ...g2, ...more })
  const rows: readonly [string, object, string[]][] = [
    ['nobody named', {}, ['overruledUnsaid']],
    ['one of two', { overruled: [tellA] }, ['overruledUnsaid']],
    ['no reason', { overruled: [{ ...tellA, reason: ' ' }, tellB] }, ['overruledUnsaid']],
    ['a stranger', { overruled: [tellA, tellB, { ...tellA, id: '丙' }] }, ['overruledUnknown']],
    ['both', { overruled: [tellA, tellB] }, ['done']],
    ['one, and the other has nothing in it', { overruled: [tellA], unaffected: ['乙'] }, ['done']],
  ]
  for (const [title, more, codes] of rows) t.strictSame(await refusals(two, decide(more)), codes, title)
  t.strictSame(
    await refusals([...begun(), ...asked('甲', '禾丰公司', 'consent')], decide({})),
    ['done'],
    'who agreed is not overruled',
  )
  t.strictSame(
    await refusals(two, a(D, 'decide', { outcome: 'N3', reasons: '需要汇总分析' })),
    ['done'],
    'nothing is given',
  )
})

const g3 = {
  outcome: 'G3',
  given: ['补偿标准'],
  withheld: ['合同价款'],
  grounds: ['W4'],
  reasons: '价款从未公布，能带来竞争优势，遮盖后公开其余部分',
}
t.test('条例 32 第三方 | a no that comes after the decision is answered before anybody signs', async (t) => {
  const late = (id: string) => a('2025-03-27', 'recordOpinion', { id, opinion: 'object', receivedOn: '2025-03-26' })
  const before = [
    ...begun(),
    ...asked('甲', '禾丰公司'),
    a('2025-03-05', 'recordLetterService', { letter: 'P04', consultation: '甲', servedOn: '2025-03-05' }),
    a('2025-03-27', 'decide', { ...g2, reasons: '标准已经公示' }),
  ]
  const examined = [
    a('2025-03-27', 'submitDraft', { person: '李四' }),
    a('2025-03-27', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-27' }),
  ]
  const sign = a('2025-03-28', 'signReply', { person: '赵六', reason: '已逐项核对' })
  t.strictSame(await refusals([...before, ...examined], sign), ['done'], 'silent')
  t.strictSame(
    await refusals([...before, late('甲'), ...examined], sign),
    ['overruledSince'],
    'whatever the reasons say',
  )
  const anew = [
    a('2025-03-28', 'returnDraft', { opinion: '第三方有新的意见', by: 'signatory', person: '赵六' }),
    a('2025-03-28', 'reopenDecision', { reason: '第三方意见' }),
    a('2025-03-28', 'decide', { ...g2, overruled: [tellA] }),
    ...examined.map((act) => ({ ...act, on: '2025-03-28' })),
  ]
  const letters = await lettersOf([...before, late('甲'), ...examined, ...anew, sign])
  t.match(letters.find(({ letter }) => letter === 'P06')?.fields, { 公开内容: '补偿标准表', 理由: tellA.reason })
})

t.test('条例 32 第三方 | of two, the one protected gets no P06 and the one overruled gets one', async (t) => {
  const p06 = async (more: object) =>
    (await lettersOf([...two, a(D, 'decide', { ...g3, ...more }), ...signed]))
      .filter(({ letter }) => letter === 'P06')
      .map(({ fields }) => fields.受文者)
  t.strictSame(await p06({ consultation: '乙', overruled: [tellA] }), ['禾丰公司'])
  t.strictSame(await p06({ overruled: [tellB] }), ['青石公司'], 'the rest are kept where none is named')
  t.strictSame(await p06({}), [], 'all are kept')
  t.strictSame(await refusals(two, a(D, 'decide', { ...g3, consultation: '乙' })), ['overruledUnsaid'])
  const on = await played(two)
  t.match(await on.act(a(D, 'decide', g3)), { answer: { warnings: [{ code: 'allThirdPartiesKept' }] } })
})

t.test('§5.4 S07 | what third parties answered reads as a sentence, whoever answered what', async (t) => {
  const w4 = { outcome: 'W4', consultation: '甲', reasons: '报价底稿从未公布，不能区分' }
  const back = [...asked('甲', '禾丰公司'), a('2025-03-12', 'recordOpinion', { id: '甲', returned: true })]
  const returned = await replyText(w4, 'S07', back)
  t.match(returned, '第三方因征求意见书未能送达，没有提出意见。')
  const silent = await replyText(w4, 'S07', asked('甲', '禾丰公司', 'object'))
  t.match(silent, '书面征求第三方的意见，第三方不同意公开。')
  t.notMatch(silent, /公共利益/, 'nobody weighed it: nothing is said')
  t.match(
    await replyText({ ...w4, publicInterest: '与公共利益没有直接关系' }, 'S07', asked('甲', '禾丰公司', 'object')),
    '与公共利益没有直接关系。',
  )
  const part = await replyText(g3, 'S03', [...asked('甲', '禾丰公司', 'object'), ...asked('乙', '青石公司', 'partial')])
  t.match(part, '部分第三方不同意公开，部分第三方部分同意公开')
})

// ---- 网上复议

const online = { form: { medium: 'electronic', method: 'email' }, applicant: { ...applicant, email: 'a@example.com' } }
const lapsing = (fields: Record<string, unknown>): Act[] => [
  ...begun(fields),
  a('2025-03-04', 'requestCorrection', { items: ['请写明批次'], guidance: '批次见征收土地公告' }),
  a('2025-03-05', 'recordLetterService', { letter: 'P01', servedOn: '2025-03-05' }),
  a('2025-03-20', 'confirmLapse'),
]
const rectified = (fields: Record<string, unknown>): Act[] => [
  ...begun(fields),
  a('2025-03-04', 'fileRectification', { id: '更1', record: '面积', evidence: '测绘图' }),
  a('2025-03-10', 'answerRectification', { id: '更1', finding: 'refused', reasons: '记录与档案一致' }),
]
/** Plays, and says which letters were handed to the mail, by their codes. */
const mailed = async (acts: readonly Act[], place: Place = {}): Promise<string[]> => {
  const on = bench(place)
  const codes: string[] = []
  const { store } = on
  const { transaction } = store
  Object.assign(store, {
    transaction: <T>(work: Parameters<typeof transaction<T>>[0]) =>
      transaction<T>((kept) =>
        work({
          open: (task) => kept.open(task),
          save: (change) => {
            for (const { n } of change.posts)
              codes.push(change.letters.find(({ fact }) => fact.n === n)?.fact.letter ?? String(n))
            return kept.save(change)
          },
        }),
      ),
  })
  await run(on, acts)
  return codes
}

t.test(
  '复议法 22.2 | a notice that is mailed tells the online way to review; without one it is not mailed',
  async (t) => {
    const way = '通过互联网渠道（https://xzfy.example.gov.cn）提出行政复议申请'
    for (const [letter, acts] of [
      ['L15', lapsing],
      ['L13', rectified],
    ] as const) {
      t.match(await textFrom(acts(online), letter), way, letter)
      t.notMatch(await textFrom(acts({}), letter), /互联网渠道/, `${letter} on paper needs none`)
      t.ok((await mailed(acts(online))).includes(letter), `${letter} is mailed`)
      const without = { organ: { reviewOnlineUrl: null } }
      t.notOk((await mailed(acts(online), without)).includes(letter), `${letter} waits for paper`)
      const told = ((await played(acts(online), without)).view() as { warnings?: readonly { code: string }[] }).warnings
      t.ok(
        told?.some(({ code }) => code === 'noticeByPaper'),
        `${letter}: whoever tells it is told so`,
      )
    }
    const withdrawn = [...begun(online), a('2025-03-04', 'withdrawRequest')]
    t.ok(
      (await mailed(withdrawn, { organ: { reviewOnlineUrl: null } })).includes('L15'),
      'what tells no remedy is mailed',
    )
    const paper = { form: { medium: 'paper', method: 'online' } }
    t.match(await replyText(g2, 'S02', [], paper), way, 'paper looked at online may be served so, and tells it too')
  },
)

// ---- 逐项答复

const item = {
  missing: { what: '验收表', outcome: 'N1', reasons: '项目没有实施' },
  complaint: { what: '处理结果', outcome: 'Z1', channelTold: '请向县信访局反映', reasons: '是信访事项' },
  draft: {
    what: '讨论稿',
    outcome: 'W6',
    category: '讨论记录',
    progress: '方案还在报批',
    discretion: '公开会干扰决策',
    reasons: '记录了不同意见，不能区分',
  },
  internal: {
    what: '流程图',
    outcome: 'W5',
    category: '内部工作流程',
    rulesChecked: true,
    reasons: '只供内部传递，不能区分',
  },
  register: {
    what: '登记簿',
    outcome: 'W8',
    law: '不动产登记暂行条例第二十七条',
    office: '县不动产登记中心',
    how: '凭身份证到窗口查询',
    reasons: '有特别规定',
  },
  question: {
    what: '怎样申请',
    outcome: 'X3',
    kind: 'consultation',
    rule: '《信访工作条例》',
    where: '请打电话0000-0000001',
    reasons: '没有指向特定信息',
  },
  given: { what: '标准', outcome: 'G2', items: ['补偿标准'], route: '邮寄' },
}
const found = a('2025-03-05', 'recordSearch', {
  systems: ['机关档案室'],
  keywords: ['东湾村'],
  people: ['钱档案'],
  found: false,
})
const itemised = (items: readonly object[], letter: string) => replyText({ items }, letter, [found])

t.test('R51 逐项答复 | the letter opens with nothing that is false for one of its items', async (t) => {
  const lead = '本机关对各项内容分别答复如下：'
  const rows: readonly [string, readonly object[], string, RegExp][] = [
    ['过程性信息 and 内部事务', [item.draft, item.internal], 'S09', /形成的讨论记录，是过程性信息|（不予公开）/],
    ['不存在 and 信访', [item.missing, item.complaint], 'S12', /该政府信息不存在|（信息不存在）|本机关的检索情况如下/],
    ['信访 and 不存在', [item.complaint, item.missing], 'S16', /不将其作为政府信息公开申请处理|（不予处理）/],
    ['咨询 and 信访', [item.question, item.complaint], 'S21', /申请人的申请属于咨询事项，|上述事项适用的规定/],
  ]
  for (const [title, items, letter, never] of rows) {
    const text = await itemised(items, letter)
    t.match(text, lead, title)
    t.notMatch(text, never, title)
  }
  const part = await itemised([item.given, item.missing], 'S03')
  t.match(part, `本机关决定对申请人所申请的信息部分予以公开。申请人的申请包含多项内容，${lead}`)
  t.notMatch(part, /部分不予公开|作区分处理/, 'what does not exist is not withheld')
})

t.test('R51–R53 逐项答复 | each item tells what a reply on it alone would tell', async (t) => {
  const partly = await itemised([item.draft, item.internal], 'S09')
  t.match(partly, '关于“讨论稿”：不予公开（属于行政机关在履行行政管理职能过程中形成的过程性信息）。')
  t.match(partly, '方案还在报批。公开会干扰决策。')
  t.match(partly, '第十六条第一款、第三十六条第（三）项。经核查，法律、法规、规章没有规定该信息应当公开。')
  t.equal(partly.split('没有规定').length, 2, 'and only for the item that was checked')
  const lost = await itemised([item.missing, item.complaint], 'S12')
  t.match(lost, '2025年3月5日以“东湾村”为关键词检索机关档案室，没有检索到')
  const other = await itemised([item.question, item.register], 'S21')
  t.match(
    other,
    '关于“怎样申请”：不属于《中华人民共和国政府信息公开条例》的调整范围（咨询事项），适用《信访工作条例》，请打电话0000-0000001。',
  )
  t.match(
    other,
    '关于“登记簿”：请依照《不动产登记暂行条例》第二十七条的规定办理，县不动产登记中心，凭身份证到窗口查询。',
  )
  t.notMatch(other, /不予公开/)
  const some = await itemised([item.given, item.missing], 'S03')
  t.match(some, '关于“标准”：予以公开，信息为补偿标准，方式和途径为邮寄，自收到本答复书之日起可以获取。')
  const later = await itemised([{ ...item.given, availableOn: '2025-03-28' }, item.missing], 'S03')
  t.match(later, '方式和途径为邮寄，时间为2025年3月28日。')
})

// ---- 没有记录的不写

t.test('R52 时间和途径 | 随本答复书一并提供 only where something is attached', async (t) => {
  const looked = { form: { medium: 'paper', method: 'inspection' } }
  const at = await replyText(g3, 'S03', asked('甲', '禾丰公司', 'object'), looked)
  t.match(at, '方式和途径：现场查阅。时间：自收到本答复书之日起。')
  t.notMatch(at, /随本答复书/)
  const told = { route: '到办公室307室查阅', availableOn: '2025-03-28' }
  t.match(
    await replyText({ ...g3, ...told }, 'S03', asked('甲', '禾丰公司', 'object'), looked),
    '方式和途径：到办公室307室查阅。时间：2025年3月28日。',
  )
  t.match(await replyText({ ...g2, attachments: ['合同全文'] }, 'S02'), '时间：随本答复书一并提供。')
  t.match(await replyText(g2, 'S02'), '时间：自收到本答复书之日起。')
})

t.test('R37, R54 | what nobody recorded is not told as a fact', async (t) => {
  const n1 = await replyText({ outcome: 'N1', reasons: '项目没有实施' }, 'S12', [found])
  t.match(n1, '本机关以上述关键词在上述范围内检索。')
  t.notMatch(n1, /逐一检索/)
  const how = { ...found, method: '逐卷翻阅', result: '只找到立项批复' }
  const recorded = [...begun(), how, a(D, 'decide', { outcome: 'N1', reasons: '项目没有实施' }), ...signed]
  for (const letter of ['S12', 'L11']) {
    const text = await textFrom(recorded, letter)
    t.match(text, '逐卷翻阅。', letter)
    t.match(text, '只找到立项批复。', letter)
  }
  t.notMatch(await replyText({ outcome: 'N3', reasons: '需要汇总' }, 'S14'), /区分处理/)
  const w5 = { outcome: 'W5', category: '内部工作流程', reasons: '只供内部传递，不能区分' }
  t.notMatch(await replyText(w5, 'S08'), /没有规定上述信息应当公开/)
  t.match(await replyText({ ...w5, rulesChecked: true }, 'S08'), '经核查，法律、法规、规章没有规定上述信息应当公开。')
  const told = a('2025-03-06', 'tellOrgan', { about: 'other', content: '我住院了' })
  const lapse = lapsing({}).toSpliced(-1, 0, told)
  const l15 = await textFrom(lapse, 'L15')
  t.match(l15, '申请人没有可以认定的正当理由。')
  t.notMatch(l15, /也没有收到申请人对逾期的说明/, 'he did say something')
})

t.test('§5.3 L10 | the minutes tell the views and who sees to the rest, or that nobody wrote them down', async (t) => {
  const open = a('2025-03-05', 'openDiscussion', { question: '是否公开', members: ['张主任', '孙科长'] })
  const close = (more: object) => a('2025-03-06', 'closeDiscussion', { conclusion: '遮盖账号后公开', ...more })
  const bare = await textFrom([...begun(), open, close({})], 'L10')
  t.notMatch(bare, /各方意见与会商结论一致/)
  t.match(bare, '二、各方意见（没有记录）')
  const full = { views: '孙科长认为涉及隐私', followUpBy: '征地股', followUpOn: '2025-03-12' }
  const text = await textFrom([...begun(), open, close(full)], 'L10')
  for (const words of ['孙科长认为涉及隐私。', '征地股', '2025年3月12日']) t.match(text, words)
  const on = await played([...begun(), open])
  t.match(await on.act(close({})), { answer: { warnings: [{ code: 'viewsMissing' }] } })
})

t.test('条例 30 | to ask for a correction is to explain how: 指导和释明 is part of it', async (t) => {
  const ask = (more: object) => a('2025-03-04', 'requestCorrection', { items: ['请写明批次'], ...more })
  t.strictSame(await refusals(begun(), ask({})), ['invalid'])
  t.strictSame(await refusals(begun(), ask({ guidance: ' ' })), ['correctionGuidanceMissing'])
  const text = await textFrom([...begun(), ask({ guidance: '批次见征收土地公告' })], 'P01')
  t.match(text, '二、补正的说明批次见征收土地公告。')
})

// ---- 用语

t.test('R52, R53 条文 | a law and its article stand apart, however they were typed', async (t) => {
  for (const [law, article, expected] of [
    ['不动产登记暂行条例第二十七条', undefined, '《不动产登记暂行条例》第二十七条的规定办理'],
    ['《不动产登记暂行条例》第二十七条第一款', undefined, '《不动产登记暂行条例》第二十七条第一款的规定办理'],
    ['不动产登记暂行条例', '第二十七条', '《不动产登记暂行条例》第二十七条的规定办理'],
    ['《不动产登记暂行条例》', undefined, '《不动产登记暂行条例》的规定办理'],
  ] as const) {
    const w8 = { outcome: 'W8', law, article, office: '登记中心', how: '到窗口查询', reasons: '有特别规定' }
    const text = await textFrom([...begun(), a(D, 'divert', w8), ...signed], 'S11')
    t.match(text, `请申请人依照${expected}。`, law)
  }
})

t.test('R53 | no row of the yearly report stands as a ground of decision', async (t) => {
  const grounds = ['W3', 'W5', 'W6', 'W7']
  const text = await replyText({ ...g3, grounds }, 'S03')
  for (const words of [
    '公开后可能危及国家安全、公共安全、经济安全、社会稳定，依据',
    '属于行政机关的内部事务信息，依据',
    '属于行政执法案卷信息，依据',
  ])
    t.match(text, words)
  t.notMatch(text, /三安全一稳定|三类内部事务|四类过程性/)
})

t.test('用语 | L12 names a last day, S21 is a 告知书, S19 counts up to a day', async (t) => {
  const excessive = [
    ...begun(),
    a('2025-03-05', 'acceptForm'),
    a('2025-03-05', 'askReasons', { months: 6, requests: 132 }),
    a('2025-03-06', 'recordLetterService', { letter: 'P02', servedOn: '2025-03-06' }),
  ]
  // ten working days from 6 March end on 20 March
  const late = a('2025-03-21', 'judgeReasons', { accepted: false, reasons: '没有说明为何需要这些信息' })
  const text = await textFrom([...excessive, late, ...signed.map((one) => ({ ...one, on: '2025-03-24' }))], 'S19')
  t.match(text, '截至2025年3月5日的6个月内，申请人向本机关提出政府信息公开申请132件。')
  t.match(text, '明显超过合理范围，且没有合理理由，本机关对该申请不予处理。')
  const good = [
    ...excessive,
    a('2025-03-10', 'receiveReasons', { content: '写论文' }),
    a('2025-03-11', 'judgeReasons', { accepted: true }),
    a('2025-03-12', 'deferReply', { until: '2025-07-31', approvedBy: 'officeHead' }),
  ]
  t.match(await textFrom(good, 'L12'), '最迟于2025年7月31日答复。')
  const away = { outcome: 'X3', kind: 'consultation', reasons: '没有指向特定信息' }
  const s21 = await textFrom([...begun(), a(D, 'divert', away), ...signed], 'S21')
  t.match(s21, '本告知书依据')
  t.notMatch(s21, /本答复/)
})

// ---- 台账卡

t.test('§5.3 L16 | a court’s result in a court’s words, with instance and days', async (t) => {
  const suit: Act[] = [
    ...begun(),
    a(D, 'decide', { ...g2 }),
    ...signed,
    a('2025-03-19', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
    a('2025-03-21', 'recordService', { servedOn: '2025-03-21' }),
    a('2025-05-06', 'fileLitigation', {
      id: '诉1',
      path: 'direct',
      filedOn: '2025-04-30',
      copyReceivedOn: '2025-05-06',
    }),
    a('2025-05-12', 'answerLitigation', { id: '诉1' }),
    a('2025-07-04', 'decideLitigation', {
      id: '诉1',
      result: 'claimDismissed',
      instance: 'first',
      decidedOn: '2025-07-01',
      receivedOn: '2025-07-03',
    }),
    a('2025-07-20', 'fileLitigation', {
      id: '诉1',
      path: 'direct',
      instance: 'second',
      filedOn: '2025-07-14',
      copyReceivedOn: '2025-07-18',
    }),
  ]
  const { current } = (await played(suit)).kept()
  const nameOf = (code: string) => loadTemplate(code).name
  const fields = formFields('L16', {
    current,
    office: { on: '2025-07-20' as Day, organ, calendar },
    of: undefined,
    nameOf,
  })
  t.same(checkFields(loadTemplate('L16'), fields as never), [])
  const text = await printed('L16', fields as object)
  for (const words of [
    '2025年7月1日一审驳回诉讼请求（结果维持）',
    '审级二审',
    '收到决定、裁判日期2025年7月3日',
    '上诉日期2025年7月14日',
  ])
    t.match(text, words)
  t.notMatch(text, /驳回行政复议请求/)
})

t.test('案卷 | every fact is told in Chinese words', async (t) => {
  const on = await played([
    ...begun(),
    ...asked('甲', '禾丰公司', 'consent'),
    a('2025-03-13', 'askReasons', { months: 6, requests: 132 }),
    a('2025-03-14', 'receiveReasons', { content: '写论文' }),
    a('2025-03-14', 'judgeReasons', { accepted: true }),
    a('2025-03-14', 'deferReply', { until: '2025-07-31', approvedBy: 'officeHead' }),
  ])
  const told = on.kept().facts.flatMap((fact) => factInWords(fact).details)
  for (const { name, zh } of told.filter(({ zh }) => !/^[\w@.-]+$/.test(zh) || !/\d/.test(zh))) {
    t.notMatch(name, /^[a-zA-Z]+$/, `${name}：${zh}`)
    t.notMatch(zh, /^(dispatch|service)$/, name)
  }
  const of = (type: string) => factInWords(on.kept().facts.find((fact) => fact.type === type) as Fact).details
  t.match(of('ReasonsAsked'), [{ name: '统计的月数' }, { name: '期间内申请件数' }, { name: '说明理由期限（工作日）' }])
})

// ---- what was written before

t.test('台账 | letters from before still print, and are not told more than was said', async (t) => {
  const added: Readonly<Record<string, readonly string[]>> = {
    P06: ['部分同意'],
    S07: ['征求情况'],
    S08: ['规定核查'],
    S09: ['规定核查'],
    S10: ['规定核查'],
    S11: ['特别条款'],
    L01: ['保存期限'],
    L16: ['审级', '受理日期', '上诉日期', '延期中止', '裁判收到日期', '履行日期'],
  }
  for (const [code, names] of Object.entries(added)) {
    const template = loadTemplate(code)
    const before = Object.fromEntries(
      Object.entries({ ...template.sample, ...(code === 'P06' ? { 基于公共利益: false } : {}) }).filter(
        ([name]) => !names.includes(name),
      ),
    )
    t.same(checkFields(template, before), [], `${code}: fields frozen before are complete`)
    t.notMatch(await printed(code, before), /undefined|null/, code)
  }
})

// ---- 登记表、审核签发单

t.test('R20 登记表 | what is known is told, and what nobody recorded is not told as 无', async (t) => {
  const files = ['identity', 'request', 'request'].map((kind, n) => ({
    ...{
      file: `0a0a0a0a-0000-4000-8000-00000000000${n}`,
      kind,
      name: `张三的材料${n}.pdf`,
      mediaType: 'application/pdf',
      size: 9,
    },
    sha256: `${n}`.repeat(64),
  }))
  const known = await textFrom(
    begun({ channel: 'registeredMail', mailNumber: 'XA12345678999', attachments: files }),
    'L02',
  )
  t.match(known, '收到凭证邮件号码XA12345678999')
  t.match(known, '附件身份证明1份、申请书或者来件的扫描件2份')
  t.notMatch(known, '张三的材料', 'the names of files are somebody’s words')
  const bare = await textFrom(begun(), 'L02')
  for (const words of ['收到凭证没有记录', '附件没有收录', '需要的帮助没有记录', '信息文号未填写']) t.match(bare, words)
})

const steps = [
  a('2025-03-18', 'submitDraft', { person: '李四' }),
  a('2025-03-19', 'approveDraft', { person: '王五', opinion: '事实清楚', secrecyReviewedOn: '2025-03-19' }),
  a('2025-03-20', 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const block: Place = { settings: { riskChecks: 'block' } }
const decidedG2 = [...begun(), a(D, 'decide', g2)]
/** A check stays open: signed only with a reason. */
const doubtful = { outcome: 'W5', category: '内部工作流程', reasons: '不予公开' }
const ledgerOf = (on: Bench): Filed[] => on.kept().facts.map((fact, i) => ({ version: i + 1, fact, hash: '' }))
/** The sheets of a case as they are shown: as issued, with what the ledger says came after. */
const sheetsOf = async (acts: readonly Act[], place: Place = block): Promise<string[]> => {
  const on = await played(acts, place)
  const sheets = issuedOf(on).filter(({ letter }) => letter === 'L08')
  return Promise.all(sheets.map(({ n, fields }) => printed('L08', { ...fields, ...signingOf(ledgerOf(on), n) })))
}

t.test('R55 审核签发单 | once signed it tells who drafted, examined and signed, when, and the number', async (t) => {
  const number = issuedOf(await played([...decidedG2, ...steps], block)).at(-1)?.documentNumber
  t.match(number, /〔2025〕1号$/)
  const [sheet = '', ...more] = await sheetsOf([...decidedG2, ...steps])
  t.strictSame(more, [])
  for (const words of [
    '拟办人李四拟办日期2025年3月18日',
    '审核人王五审核日期2025年3月19日',
    '签发人赵六签发日期2025年3月20日',
    `文书文号${number}`,
    '事实清楚。',
    '已经签发，没有另写意见。',
  ])
    t.match(sheet, words)
  t.notMatch(sheet, /尚未|没有签发|同意/)
  const [against = ''] = await sheetsOf([...begun(), a(D, 'decide', doubtful), ...steps])
  t.match(against, '三、签发意见已逐项核对。', 'signed against an open check: why')
})

t.test('R55 审核签发单 | what is not done yet is told as that; a draft given back is not signed', async (t) => {
  const approved = [...decidedG2, ...steps.slice(0, 2)]
  const ends: readonly [what: string, after: readonly Act[], words: readonly string[]][] = [
    ['approved', [], ['文书文号签发时编号', '签发人尚未签发签发日期尚未签发', '审核时尚未签发。']],
    [
      'returned',
      [a('2025-03-20', 'returnDraft', { person: '赵六', by: 'signatory', opinion: '改一处' })],
      ['文书文号没有编号', '签发人没有签发', '没有签发：2025年3月20日退回修改。'],
    ],
    ['withdrawn', [a('2025-03-20', 'withdrawRequest')], ['没有签发：2025年3月20日申请人撤回申请。']],
  ]
  for (const [what, after, words] of ends) {
    const [sheet = ''] = await sheetsOf([...approved, ...after])
    for (const said of words) t.match(sheet, said, what)
    t.notMatch(sheet, '赵六', what)
  }
})

t.test(
  'R55 R118 审核签发单 | each sheet its own signature: of a draft given back, of a reply taken back',
  async (t) => {
    const again = (day: string, signer: string) => [
      a(day, 'submitDraft', { person: '李四' }),
      a(day, 'approveDraft', { person: '王五', secrecyReviewedOn: day }),
      a(day, 'signReply', { person: signer, reason: '已逐项核对' }),
    ]
    const [first = '', second = '', third = ''] = await sheetsOf([
      ...decidedG2,
      ...steps.slice(0, 2),
      a('2025-03-20', 'returnDraft', { person: '赵六', by: 'signatory', opinion: '改一处' }),
      ...again('2025-03-21', '赵六'),
      a('2025-03-21', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
      a('2025-03-24', 'recordService', { servedOn: '2025-03-24' }),
      a('2025-03-25', 'reviseReply', { reason: '漏了一页' }),
      a('2025-03-25', 'decide', g2),
      ...again('2025-03-26', '孙七'),
    ])
    t.match(first, '没有签发：2025年3月20日退回修改。')
    t.match(second, /文书文号\S+?〔2025〕1号.*签发人赵六签发日期2025年3月21日/)
    t.match(third, /文书文号\S+?〔2025〕2号.*签发人孙七签发日期2025年3月26日/)
  },
)

t.test(
  'R85 审核签发单 | signed with words of a third party, it is left out of the copy for the applicant',
  async (t) => {
    const left = async (reason: string): Promise<boolean> => {
      const asking = [...begun(), ...asked('甲', '禾丰公司', 'object')]
      const signing = [...steps.slice(0, 2), { ...steps[2], reason } as Act]
      const on = await played([...asking, a(D, 'decide', doubtful), ...signing], block)
      const n = issuedOf(on).find(({ letter }) => letter === 'L08')?.n ?? 0
      return withheldFromApplicant(on.kept().current, ledgerOf(on)).letters.has(n)
    }
    t.equal(await left('已逐项核对'), false)
    t.equal(await left('禾丰公司的理由不成立'), true)
  },
)

t.test('R55 审核签发单 | as issued each step bears its own day; what comes after is not in it', async (t) => {
  const sheet = await textFrom([...begun(), a(D, 'decide', g2), ...steps], 'L08')
  for (const words of [
    '文书名称政府信息公开申请答复书',
    '拟办人李四拟办日期2025年3月18日',
    '审核人王五审核日期2025年3月19日',
    '签发人尚未签发',
  ])
    t.match(sheet, words)
  t.notMatch(sheet, /待签发|同意|赵六/, 'nobody wrote these words')
  const other = { outcome: 'X3', kind: 'consultation', reasons: '没有指向特定信息' }
  t.match(await textFrom([...begun(), a(D, 'divert', other), ...steps], 'L08'), '文书名称政府信息公开申请告知书')
})
