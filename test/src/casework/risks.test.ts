import { checks, type Risk, reviewed, risks } from '@zhiqing/casework'
import { defaultSettings } from '@zhiqing/law'
import t from 'tap'
import { type Act, a, applicant, bench, calendar, organ, type Place, receive, run } from './court.js'

/*
 * The office received a request in person on Monday 2025-03-03: the 7th working day is 03-12, the 20th 03-31.
 * Every life is played through the real commands; a twin is the nearest life that is lawful.
 */

const R = '2025-03-03'
const D = '2025-03-20'

const begun = (fields: Record<string, unknown> = {}): Act[] => [receive(R, fields), a(R, 'registerRequest')]
const asking = (information: object): Act[] =>
  begun({ information: { description: '青禾镇2023年征地补偿标准', ...information } })
const decide = (decision: object, on = D) => a(on, 'decide', { ...decision })
const divert = (decision: object, on = D) => a(on, 'divert', { ...decision })
const search = (fields: object = {}) =>
  a('2025-03-05', 'recordSearch', {
    systems: ['机关综合档案室', '公文管理系统', '财务系统'],
    keywords: ['征地补偿'],
    people: ['钱档案'],
    found: false,
    ...fields,
  })
const third = (opinion?: string, id = '甲', on = '2025-03-05'): Act[] => [
  a(on, 'consultThirdParty', { id, party: '青禾建材公司', interest: '商业秘密' }),
  ...(opinion ? [a('2025-03-12', 'recordOpinion', { id, opinion })] : []),
]
const signed = (on = '2025-03-25') => [
  a(on, 'submitDraft', { person: '李四' }),
  a(on, 'approveDraft', { person: '王五', secrecyReviewedOn: on }),
  a(on, 'signReply', { person: '赵六', reason: '已逐项核对' }),
]
const g2 = { outcome: 'G2', items: ['征地补偿标准'], route: '邮寄' }

const play = async (acts: readonly Act[], place: Place = {}, on = D) => {
  const table = bench(place)
  await run(table, acts)
  const office = {
    on: on as never,
    organ: { ...organ, ...place.organ },
    settings: { ...defaultSettings, ...place.settings },
    calendar: place.calendar ?? calendar,
  }
  const { current } = table.kept()
  return { current, office, found: risks(current, office) }
}

interface Life {
  readonly acts: readonly Act[]
  readonly place?: Place
  readonly on?: string
}
interface Trip extends Life {
  readonly level: Risk['level']
  readonly says: RegExp
}
interface Row {
  readonly article: string
  readonly trips: Readonly<Record<string, Trip>>
  readonly twins: Readonly<Record<string, Life>>
}

const check = (code: string, law: string, { article, trips, twins }: Row) =>
  t.test(`${code} | ${law}`, async (t) => {
    for (const [title, { acts, place, on, level, says }] of Object.entries(trips)) {
      const { found } = await play(acts, place, on)
      const risk = found.find((one) => one.code === code)
      t.match(risk, { code, level, article, zh: says }, `${title}: ${level}`)
      t.match(risk?.satisfy ?? '', /[\u4e00-\u9fff]{4}/, `${title}: it says what would meet it`)
      t.notMatch(`${risk?.zh}${risk?.satisfy}`, /undefined|NaN|null|\d{4}-\d\d-\d\d/, `${title}: no hole in the words`)
    }
    for (const [title, { acts, place, on }] of Object.entries(twins)) {
      const { found, current, office } = await play(acts, place, on)
      t.strictSame(
        found.filter((one) => one.code === code),
        [],
        `${title}: silence`,
      )
      t.match(
        reviewed(current, office).find((one) => one.code === code),
        { found: null },
        `${title}: looked, nothing found`,
      )
    }
  })

check('OVERDUE', '条例33条 a late reply is shown as late, and is still owed', {
  article: 'ogi:33.2',
  trips: {
    'the 21st working day, nothing sent': {
      acts: [...begun(), decide(g2)],
      on: '2025-04-01',
      level: 'red',
      says: /2025年3月31日已过/,
    },
    'sent on the 21st working day': {
      acts: [...begun(), decide(g2), ...signed('2025-04-01'), a('2025-04-01', 'dispatchReply', { method: 'mail' })],
      on: '2025-04-02',
      level: 'red',
      says: /2025年4月1日.*晚于/,
    },
  },
  twins: {
    'the 20th working day': { acts: [...begun(), decide(g2)], on: '2025-03-31' },
    'a third party is being asked': { acts: [...begun(), ...third()], on: '2025-04-01' },
    'posted on the 20th working day': {
      acts: [...begun(), decide(g2), ...signed(), a('2025-03-31', 'dispatchReply', { method: 'mail' })],
      on: '2025-04-10',
    },
    'withdrawn after the due day': { acts: [...begun(), a('2025-04-02', 'withdrawRequest')], on: '2025-04-03' },
  },
})

const extended = (opinionOn: string): Act[] => [
  ...begun(),
  ...third(),
  a('2025-04-10', 'extendReply', { workingDays: 5, reason: '资料分散' }),
  a('2025-04-11', 'recordOpinion', { id: '甲', opinion: 'consent', receivedOn: opinionOn }),
]
check('EXT-NOTICE', '条例33条2款 an extension is told by the due day in force', {
  article: 'ogi:33.2',
  trips: {
    'an opinion recorded later shows that the day had passed': {
      acts: extended('2025-03-06'),
      on: '2025-04-11',
      level: 'red',
      says: /2025年4月10日告知.*2025年4月1日已过/,
    },
  },
  twins: {
    'the opinion came after the extension was told': { acts: extended('2025-04-11'), on: '2025-04-11' },
    'told on the due day itself': {
      acts: [...begun(), a('2025-03-31', 'extendReply', { workingDays: 20, reason: '资料分散' })],
      on: '2025-04-01',
    },
    'a third party asked after it': {
      acts: [
        ...begun(),
        a('2025-03-31', 'extendReply', { workingDays: 20, reason: '资料分散' }),
        ...third(undefined, '甲', '2025-04-10'),
        a('2025-04-20', 'recordOpinion', { id: '甲', opinion: 'consent' }),
      ],
      on: '2025-04-21',
    },
  },
})

t.test(
  'EXT-NOTICE | 条例33条2款 told a day late the extension is refused, and the case carries no risk of it',
  async (t) => {
    const table = bench()
    await run(table, begun())
    const late = await table.act(a('2025-04-01', 'extendReply', { workingDays: 5, reason: '资料分散' }))
    t.match(late, { kind: 'refused', answer: { refusal: { code: 'extensionAfterDue', article: 'ogi:33.2' } } })
    const { found } = await play(begun(), {}, '2025-04-01')
    t.strictSame(
      found.map(({ code }) => code),
      ['OVERDUE'],
    )
  },
)

t.test(
  'EXT-NOTICE | 条例33条2款 more than 20 working days no command gives; a case that bears more shows it',
  async (t) => {
    const { current, office } = await play([...begun(), a(D, 'extendReply', { workingDays: 20, reason: '资料分散' })])
    const extension = current.extension
    if (!extension) throw new Error('not extended')
    t.strictSame(risks(current, office), [])
    t.match(risks({ ...current, extension: { ...extension, workingDays: 21 } }, office), [
      { code: 'EXT-NOTICE', level: 'red', zh: /超过20个工作日/ },
    ])
  },
)

const correction = (on: string, fields: object = {}) =>
  a(on, 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次'], ...fields })
check('CLARIFY', '条例30条 补正 is asked within 7 working days and once', {
  article: 'ogi:30',
  trips: {
    'on the 8th working day, with the office head’s reason': {
      acts: [...begun(), correction('2025-03-13', { override: '申请内容确实无法检索' })],
      level: 'warn',
      says: /超过收到申请之日起7个工作日/,
    },
    'a second time': {
      acts: [
        ...begun(),
        correction('2025-03-04'),
        a('2025-03-06', 'receiveCorrection', { content: '第5批次' }),
        correction('2025-03-07', { override: '仍不明确' }),
      ],
      level: 'warn',
      says: /告知补正2次/,
    },
  },
  twins: { 'once, on the 7th working day': { acts: [...begun(), correction('2025-03-12')] } },
})

const n1 = { outcome: 'N1', reasons: '经检索本机关综合档案室和公文系统，2023年没有开展该批次征地，未制作该标准。' }
const number = '青自然资〔2023〕9号'
check('NO-SEARCH', '条例36条(4) 信息不存在 rests on a search, and every clue is answered', {
  article: 'ogi:36(4)',
  trips: {
    'the search says found': {
      acts: [...begun(), search({ found: true }), decide(n1)],
      level: 'warn',
      says: /已找到/,
    },
    'the applicant’s document number is nowhere': {
      acts: [...asking({ documentNumber: number }), search(), decide(n1)],
      level: 'warn',
      says: /青自然资〔2023〕9号/,
    },
    'a unit that was asked has not answered': {
      acts: [
        ...begun(),
        search(),
        a('2025-03-06', 'requestAssistance', { id: '乙', unit: '耕地保护股', question: '请查找' }),
        decide(n1),
      ],
      level: 'warn',
      says: /耕地保护股/,
    },
  },
  twins: {
    'searched for by its number, written with other brackets': {
      acts: [...asking({ documentNumber: number }), search({ keywords: ['青自然资[2023]9号'] }), decide(n1)],
    },
    'the reasons answer the number': {
      acts: [
        ...asking({ documentNumber: number }),
        search(),
        decide({ ...n1, reasons: `本机关没有编发${number}，该号在发文登记簿中为空号。` }),
      ],
    },
    'all that was asked has answered': {
      acts: [
        ...begun(),
        search(),
        a('2025-03-06', 'requestAssistance', { id: '乙', unit: '耕地保护股', question: '请查找' }),
        a('2025-03-07', 'giveAssistance', { id: '乙', findings: '没有找到' }),
        decide(n1),
      ],
    },
  },
})

t.test(
  'NO-SEARCH | 条例36条(4) without a record the decision is refused; a case that bears none is blocked',
  async (t) => {
    const table = bench()
    await run(table, begun())
    t.match(await table.act(decide(n1)), {
      kind: 'refused',
      answer: { refusal: { code: 'searchMissing', article: 'ogi:36(4)' } },
    })
    // No command leads here: the search is taken out of a played case.
    const { current, office } = await play([...begun(), search(), decide(n1)])
    t.match(
      risks({ ...current, searches: [] }, office).find(({ code }) => code === 'NO-SEARCH'),
      { level: 'block', article: 'ogi:36(4)', zh: /没有检索记录/ },
    )
  },
)

const toArchive = (reasons: string) => divert({ outcome: 'X3', kind: 'archive', reasons })
check('ARCHIVE', '档案法15条 已移交档案馆 is shown by list, certificate or the archive’s answer', {
  article: 'archives:15.2',
  trips: {
    'none of the three': {
      acts: [...begun(), toArchive('该信息已移交县档案馆，请向其查询。')],
      level: 'block',
      says: /没有移交目录/,
    },
    'a third party’s word is no proof of a transfer': {
      acts: [...begun(), ...third('consent'), toArchive('该信息已移交县档案馆，请向其查询。')],
      level: 'block',
      says: /没有移交目录/,
    },
  },
  twins: {
    'the transfer list': { acts: [...begun(), toArchive('该信息已移交县档案馆，见2021年移交目录第12号。')] },
    'the archive’s answer': {
      acts: [
        ...begun(),
        a('2025-03-06', 'requestAssistance', { id: '档', unit: '县档案馆', question: '是否已经接收' }),
        a('2025-03-07', 'giveAssistance', { id: '档', findings: '已接收' }),
        toArchive('该信息已移交县档案馆，请向其查询。'),
      ],
    },
    'the archive’s written answer': {
      acts: [
        ...begun(),
        a('2025-03-06', 'consultOrgan', { id: '档', organ: '青禾县档案馆', as: 'other' }),
        a('2025-03-07', 'recordOpinion', { id: '档', opinion: 'consent' }),
        toArchive('该信息已移交县档案馆，请向其查询。'),
      ],
    },
    'another matter outside the regulation': {
      acts: [...begun(), divert({ outcome: 'X3', kind: 'partyAffairs', reasons: '该文件由县委制发。' })],
    },
  },
})

const n2 = { outcome: 'N2', reasons: '该项补偿由县财政局核定发放，本机关没有制作。' }
check('NOT-MINE', '条例36条(5) who is in charge is told where it can be told', {
  article: 'ogi:36(5)',
  trips: {
    'no name': { acts: [...begun(), divert(n2)], level: 'warn', says: /名称和联系方式/ },
    'a name without contact': {
      acts: [...begun(), divert({ ...n2, responsibleOrgan: '青禾县财政局' })],
      level: 'warn',
      says: /没有告知联系方式/,
    },
    'it names itself': {
      acts: [...begun(), divert({ ...n2, responsibleOrgan: organ.name, contact: '0000' })],
      level: 'block',
      says: /写的是本机关/,
    },
  },
  twins: {
    'name and contact': {
      acts: [...begun(), divert({ ...n2, responsibleOrgan: '青禾县财政局', contact: '0000-0000009' })],
    },
    'it cannot be told': {
      acts: [...begun(), divert({ ...n2, reasons: '该批次不在本县范围，本机关无法确定由哪个机关负责公开。' })],
    },
  },
})

const weighed = '公开会暴露内部传递环节，干扰日常工作'
const w5 = (reasons: string, discretion = weighed) =>
  decide({ outcome: 'W5', category: '内部工作流程', reasons, discretion })
const whole = '该流程图只供本机关人员传递文件使用，与申请人权利义务无关，通篇如此，不能区分处理'
check('CITE-MATCH', '条例36条 the reasons rest on an article of their own outcome', {
  article: 'ogi:36',
  trips: {
    '14 cited for an internal matter': {
      acts: [...begun(), w5(`${whole}，根据《中华人民共和国政府信息公开条例》第十四条不予公开。`)],
      level: 'block',
      says: /第十四条/,
    },
    '16(2) cited for an internal matter': {
      acts: [...begun(), w5(`${whole}，根据条例第十六条第二款不予公开。`)],
      level: 'block',
      says: /第十六条第二款/,
    },
    '36(5) cited for what does not exist': {
      acts: [...begun(), search(), decide({ ...n1, reasons: '没有制作过该标准，依据条例第三十六条第（五）项答复。' })],
      level: 'block',
      says: /第三十六条第（五）项/,
    },
    'the period of 2008': {
      acts: [
        ...begun(),
        search(),
        decide({ ...n1, reasons: '没有制作过该标准。本机关应在收到申请之日起15个工作日内答复。' }),
      ],
      level: 'block',
      says: /15个工作日/,
    },
  },
  twins: {
    'its own article': {
      acts: [
        ...begun(),
        w5(`${whole}，根据《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第（三）项不予公开。`),
      ],
    },
    'its own paragraph alone': { acts: [...begun(), w5(`${whole}，根据条例第十六条第一款不予公开。`)] },
    'its own article, in figures': { acts: [...begun(), w5(`${whole}，根据条例第16条不予公开。`)] },
    'the same number in another law': {
      acts: [...begun(), w5(`${whole}，另参照《中华人民共和国档案法》第十四条和不动产登记暂行条例第十五条保管。`)],
    },
    'an article set aside': { acts: [...begun(), w5(`${whole}，但不属于《政府信息公开条例》第十四条规定的情形。`)] },
    'a quotation of the request': {
      acts: [...begun(), w5(`${whole}，您认为“依据《政府信息公开条例》第十四条才可不公开”并不准确。`)],
    },
    'a general article': { acts: [...begun(), w5(`${whole}，依据条例第三十三条、第三十七条处理。`)] },
    'a partial reply names what it gives': {
      acts: [
        ...begun(),
        decide({
          outcome: 'G3',
          given: ['正文'],
          withheld: ['流程图'],
          grounds: ['W5'],
          category: '内部工作流程',
          reasons: '正文依据条例第三十六条第（二）项公开，流程图只供内部传递文件。',
        }),
      ],
    },
    'the third party’s own 15 working days': {
      acts: [
        ...begun(),
        ...third('object'),
        decide({
          outcome: 'W4',
          consultation: '甲',
          reasons: '第三方在15个工作日内答复不同意；报价底稿从未公布，能带来竞争优势，不能区分处理。',
        }),
      ],
    },
  },
})

check('CITE-FORM', '条例36条 the reasons cite the law as a court reads it: 《…》第N条第N款第（N）项', {
  article: 'ogi:36',
  trips: Object.fromEntries(
    [
      ['figures for the article', '根据《中华人民共和国政府信息公开条例》第16条第一款不予公开', /“第16条”.*用汉字/],
      ['figures for the paragraph', '根据《中华人民共和国政府信息公开条例》第十六条第1款不予公开', /“第1款”.*用汉字/],
      [
        'an item without brackets',
        '根据《中华人民共和国政府信息公开条例》第三十六条第三项不予公开',
        /“第三项”.*括号里/,
      ],
      [
        'half-width brackets',
        '根据《中华人民共和国政府信息公开条例》第三十六条第(三)项不予公开',
        /“第\(三\)项”.*全角括号/,
      ],
      [
        'an item in figures',
        '根据《中华人民共和国政府信息公开条例》第三十六条第（3）项不予公开',
        /“第（3）项”.*全角括号和汉字/,
      ],
      ['an item left off', '根据《中华人民共和国政府信息公开条例》第三十六条第（三）不予公开', /“第（三）”.*缺少“项”/],
      ['a name without its marks', '根据条例第十六条第一款不予公开', /“条例第十六条”.*写全称/],
      [
        'a short name in its marks',
        '根据《政府信息公开条例》第十六条第一款不予公开',
        /写全称《中华人民共和国政府信息公开条例》/,
      ],
      ['two faults are told at once', '根据条例第十六条第2款不予公开', /“条例第十六条”.*；“第2款”/],
    ].map(([title, words, says]) => [
      title as string,
      { acts: [...begun(), w5(`${whole}，${words as string}。`)], level: 'warn', says: says as RegExp },
    ]),
  ),
  twins: Object.fromEntries(
    [
      ['the whole form', '根据《中华人民共和国政府信息公开条例》第十六条第一款、第三十六条第（三）项不予公开'],
      [
        'a short name once it was told',
        '根据《中华人民共和国政府信息公开条例》（以下简称《政府信息公开条例》）第十六条，并按《政府信息公开条例》第三十六条不予公开',
      ],
      ['a clause of a contract', '该流程由《委托服务合同》第3条约定'],
      ['an item of the request', '所申请的第(2)项、第3项内容属于内部流程'],
      ['a chapter', '流程见手册第（二）部分'],
      ['a quotation', '您所称“条例第16条不适用”并无依据'],
      ['no citation at all', '只供内部使用'],
    ].map(([title, words]) => [title as string, { acts: [...begun(), w5(`${whole}，${words as string}。`)] }]),
  ),
})

check('NO-REASON', '条例36条(3) the article copied is no reason', {
  article: 'ogi:36(3)',
  trips: {
    'the ground and its article': {
      acts: [...begun(), w5('您申请公开的信息属于内部工作流程，根据《政府信息公开条例》第十六条第一款，不予公开。')],
      level: 'block',
      says: /只重复了条文/,
    },
    'not mine, in the law’s words': {
      acts: [...begun(), divert({ outcome: 'N2', reasons: '该信息不属于本机关负责公开。' })],
      level: 'block',
      says: /只重复了条文/,
    },
    'does not exist, in the law’s words': {
      acts: [...begun(), search(), decide({ outcome: 'N1', reasons: '经检索，没有所申请公开信息。' })],
      level: 'warn',
      says: /只重复了条文/,
    },
    'still unclear, in the law’s words': {
      acts: [
        ...begun(),
        correction('2025-03-04'),
        a('2025-03-06', 'receiveCorrection', { content: '所有批次' }),
        a(D, 'judgeStillUnclear', { unclear: '所指批次', reasons: '补正后申请内容仍不明确。' }),
      ],
      level: 'warn',
      says: /只重复了条文/,
    },
  },
  twins: {
    'why this paper falls under it': {
      acts: [...begun(), w5('该流程图只供本机关人员传递文件使用，依据第十六条第一款。')],
    },
    'given: no reason is owed': { acts: [...begun(), decide(g2)] },
    'short, but of this case': { acts: [...begun(), divert({ outcome: 'N2', reasons: '由县财政局制作。' })] },
  },
})

const part = (grounds: string[], fields: object) =>
  decide({ outcome: 'G3', given: ['正文'], withheld: ['附图'], grounds, ...fields })
check('SECRET-PROOF', '条例14条 classification, forbidding article and harm are said', {
  article: 'ogi:14',
  trips: {
    'a part is secret, of no known level': {
      acts: [...begun(), part(['W1'], { reasons: '附图标有坐标，不宜公开。' })],
      level: 'block',
      says: /密级/,
    },
    'a level and no period': {
      acts: [...begun(), part(['W1'], { classification: '秘密', reasons: '附图标有坐标，不宜公开。' })],
      level: 'block',
      says: /保密期限/,
    },
    'a danger of no kind': {
      acts: [...begun(), part(['W3'], { interest: '公共安全', reasons: '公开后可能危及公共安全。' })],
      level: 'block',
      says: /危害/,
    },
    'the regulation itself named as the law that forbids': {
      acts: [
        ...begun(),
        decide({ outcome: 'W2', law: '政府信息公开条例', article: '第十四条', reasons: '附图含坐标，全文如此。' }),
      ],
      level: 'block',
      says: /另一部/,
    },
    'a name that a department may have given too': {
      acts: [
        ...begun(),
        decide({ outcome: 'W2', law: '统计调查证管理办法', article: '第九条', reasons: '附图含坐标，全文如此。' }),
      ],
      level: 'warn',
      says: /看不出“统计调查证管理办法”是不是法律、行政法规/,
    },
    'a part is forbidden, by no law': {
      acts: [...begun(), part(['W2'], { reasons: '附图标有坐标，不宜公开。' })],
      level: 'block',
      says: /法律、行政法规和条款/,
    },
  },
  twins: {
    'level and period in the fields': {
      acts: [...begun(), part(['W1'], { classification: '秘密', secrecyPeriod: '十年', reasons: '附图标有坐标。' })],
    },
    'the harm in its field': {
      acts: [...begun(), part(['W3'], { harm: '管线可能被破坏。', reasons: '公开后可能危及公共安全。' })],
    },
    'the harm in the words': {
      acts: [...begun(), part(['W3'], { reasons: '附图标有供气管线坐标，可能被用于破坏。' })],
    },
    'level in the words': { acts: [...begun(), part(['W1'], { reasons: '附图定密为秘密级，期限十年。' })] },
    'the law in the words': {
      acts: [...begun(), part(['W2'], { reasons: '附图含单个对象资料，《中华人民共和国统计法》第二十八条禁止公开。' })],
    },
    'a regulation by its name': {
      acts: [
        ...begun(),
        decide({ outcome: 'W2', law: '全国经济普查条例', article: '第三十二条', reasons: '附图含坐标，全文如此。' }),
      ],
    },
    'another ground': { acts: [...begun(), part(['W5'], { reasons: '附图只供内部传递文件。' })] },
  },
})

const w4 = (reasons: string) => decide({ outcome: 'W4', consultation: '甲', reasons })
check('THIRD-PARTY', '条例15、32条 third parties are asked, and the organ judges for itself', {
  article: 'ogi:32',
  trips: {
    'a part withheld, nobody asked, no word why': {
      acts: [...begun(), part(['W4'], { reasons: '附图涉及公司的商业秘密。' })],
      level: 'block',
      says: /没有已经结束的征求第三方意见/,
    },
    'the third party said no, and no more': {
      acts: [...begun(), ...third('object'), w4('经书面征求意见，第三方不同意公开，本机关决定不予公开。')],
      level: 'block',
      says: /自己的判断/,
    },
    'the third party said yes': {
      acts: [...begun(), ...third('consent'), w4('报价底稿从未公布，能带来竞争优势，不能区分处理。')],
      level: 'block',
      says: /第三方同意公开/,
    },
    'another organ was asked, the third party was not': {
      acts: [
        ...begun(),
        a('2025-03-06', 'consultOrgan', { id: '乙', organ: '青禾县财政局', as: 'other' }),
        a('2025-03-07', 'recordOpinion', { id: '乙', opinion: 'object' }),
        part(['W4'], { reasons: '附图涉及公司的商业秘密。' }),
      ],
      level: 'block',
      says: /没有已经结束的征求第三方意见/,
    },
    'identifiers, and a quotation beside them': {
      acts: [
        ...begun(),
        decide({
          outcome: 'G3',
          given: ['正文'],
          withheld: ['农户银行账号', '公司报价表'],
          grounds: ['W4'],
          reasons: '报价表是公司的商业秘密。',
        }),
      ],
      level: 'block',
      says: /没有已经结束的征求第三方意见/,
    },
    'its yes told in the reasons': {
      acts: [...begun(), ...third('consent'), w4('第三方已同意，但报价底稿从未公布，不能区分处理。')],
      level: 'block',
      says: /第三方同意公开/,
    },
    'the one named said yes, another said no': {
      acts: [
        ...begun(),
        ...third('consent'),
        ...third('object', '乙', '2025-03-12'),
        w4('报价底稿从未公布，不能区分处理。'),
      ],
      level: 'block',
      says: /第三方同意公开/,
    },
    // asked on 5 March, fifteen working days from then end on 26 March: silent, decided, then a no that came in time
    'disclosed over a no that was filed after the decision, without a word why': {
      acts: [
        ...begun(),
        ...third(),
        a('2025-03-05', 'recordLetterService', { letter: 'P04', consultation: '甲', servedOn: '2025-03-05' }),
        decide(g2, '2025-03-27'),
        a('2025-03-28', 'recordOpinion', { id: '甲', opinion: 'object', receivedOn: '2025-03-20' }),
      ],
      level: 'block',
      says: /没有写明理由/,
    },
  },
  twins: {
    'asked, and judged': {
      acts: [...begun(), ...third('object'), w4('第三方不同意公开；报价底稿从未公布，能带来竞争优势，不能区分处理。')],
    },
    'of two, one said no': {
      acts: [
        ...begun(),
        ...third('consent'),
        ...third('object', '乙', '2025-03-12'),
        part(['W4'], { reasons: '附图是其中一家的设计底稿，从未公布。' }),
      ],
    },
    'silence, and judged': {
      acts: [
        ...begun(),
        a('2025-03-05', 'consultThirdParty', { id: '甲', party: '青禾建材公司', interest: '商业秘密' }),
        a('2025-03-19', 'recordOpinion', { id: '甲', returned: true }),
        w4('报价底稿从未公布，能带来竞争优势，不能区分处理。'),
      ],
    },
    'only identifiers are masked': {
      acts: [
        ...begun(),
        decide({
          outcome: 'G3',
          given: ['名册'],
          withheld: ['农户银行账号'],
          grounds: ['W4'],
          reasons: '账号属于个人隐私。',
        }),
      ],
    },
    'the reasons say that only identifiers are masked': {
      acts: [...begun(), part(['W4'], { reasons: '附图标有各户的姓名和身份证号码，属于个人隐私。' })],
    },
    'why nobody was asked, in its own field': {
      place: { settings: { thirdPartyUnasked: 'withReason' } },
      acts: [
        ...begun(),
        decide({
          outcome: 'W4',
          notAsked: '权利人共一千二百余户，逐一征求显无可能',
          reasons: '各户评估明细载有家庭财产，从未公开，全部属于个人隐私，不能区分。',
        }),
      ],
    },
    'no more there to be asked': {
      acts: [...begun(), part(['W4'], { reasons: '附图是该公司的设计底稿；该公司已于2022年注销。' })],
    },
    'one consented, and of the others only identifiers are masked': {
      acts: [
        ...begun(),
        ...third('consent'),
        decide({
          outcome: 'G3',
          given: ['名册'],
          withheld: ['农户身份证号码'],
          grounds: ['W4'],
          reasons: '号码属于个人隐私。',
        }),
      ],
    },
    'disclosed over its no, with the reason': {
      acts: [
        ...begun(),
        ...third('object'),
        decide({
          ...g2,
          overruled: [{ id: '甲', content: '征地补偿标准', reason: '该标准已经在公告栏张贴，不具有秘密性。' }],
        }),
      ],
    },
    'disclosed with consent': { acts: [...begun(), ...third('consent'), decide(g2)] },
  },
})

check('SEVER', '条例37条 before all is refused: can it be divided?', {
  article: 'ogi:37',
  trips: {
    'not a word on dividing': {
      acts: [...begun(), w5('该流程图只供本机关人员传递文件使用。')],
      level: 'block',
      says: /能否区分处理/,
    },
  },
  twins: {
    'not to be divided, because': {
      acts: [...begun(), w5('该流程图只供内部传递文件，每一步都是内部流程，因此不能区分处理。')],
    },
    'in its own field': {
      acts: [
        ...begun(),
        decide({
          outcome: 'W5',
          category: '内部工作流程',
          reasons: '该流程图只供本机关人员传递文件使用。',
          severability: '各步互相衔接。',
        }),
      ],
    },
    divided: { acts: [...begun(), part(['W5'], { category: '内部工作流程', reasons: '附图只供内部传递文件。' })] },
    'not a refusal under 14 to 16': {
      acts: [
        ...begun(),
        divert({
          outcome: 'W8',
          law: '不动产登记暂行条例',
          office: '县不动产登记中心',
          how: '到窗口查询',
          reasons: '申请的是登记簿。',
        }),
      ],
    },
  },
})

const w6 = (category: string, reasons: string, discretion = '公开会影响今后坦率讨论') =>
  decide({ outcome: 'W6', category, reasons, discretion })
check('PROCESS', '条例16条2款 still open, and without effect outside?', {
  article: 'ogi:16.2',
  trips: {
    'the paper bears a number': {
      acts: [...asking({ documentNumber: number }), w6('请示报告', '该文是向上级的请示，不能区分处理。')],
      level: 'warn',
      says: /文号/,
    },
    会议纪要: {
      acts: [...begun(), w6('会议纪要', '该件记载会议讨论，不能区分处理。')],
      level: 'warn',
      says: /会议纪要不同于会议记录/,
    },
  },
  twins: {
    会议记录: { acts: [...begun(), w6('讨论记录', '该件是会上各人发言的记录，不能区分处理。')] },
    'a number, and the matter is open': {
      acts: [...asking({ documentNumber: number }), w6('请示报告', '该请示尚未批复，没有对外生效，不能区分处理。')],
    },
  },
})

const w7 = (reasons: string, discretion = '公开会影响案件的后续执行') =>
  decide({ outcome: 'W7', file: '李某非法占地案', reasons, discretion })
check('DISCRETION', '条例16条 可以不予公开: why it is withheld and not given is written down', {
  article: 'ogi:16',
  trips: {
    'an internal matter, and no more': {
      acts: [...begun(), w5('该流程图只供传递文件使用，不能区分处理。', '')],
      level: 'warn',
      says: /没有写明决定不予公开而不是公开的考虑/,
    },
    'a record of talks': {
      acts: [...begun(), w6('讨论记录', '该件是会上各人发言的记录。', '')],
      level: 'warn',
      says: /可以不予公开/,
    },
    'an enforcement file': {
      acts: [...begun(), w7('该件是立案至结案的材料。', ' ')],
      level: 'warn',
      says: /可以不予公开/,
    },
    'a part of it': {
      acts: [...begun(), part(['W6'], { category: '讨论记录', reasons: '附图尚未定稿。' })],
      level: 'warn',
      says: /可以不予公开/,
    },
    'one of two items': {
      acts: [
        ...begun(),
        decide({
          items: [
            { what: '批复', outcome: 'G2', items: ['批复'], route: '邮寄' },
            { what: '流程', outcome: 'W5', category: '内部工作流程', reasons: '只供传递文件使用。' },
          ],
        }),
      ],
      level: 'warn',
      says: /第2项（流程）/,
    },
  },
  twins: {
    'in its own field': { acts: [...begun(), w5('该流程图只供传递文件使用。')] },
    'in the reasons': { acts: [...begun(), w6('讨论记录', '该件是发言记录，公开会使与会人员有所顾虑。', '')] },
    'what must be withheld is not weighed': {
      acts: [...begun(), part(['W1'], { classification: '秘密', secrecyPeriod: '十年', reasons: '附图标有坐标。' })],
    },
    'given: nothing is withheld': { acts: [...begun(), decide(g2)] },
  },
})

const approvedWith = (fields: object, decided: Act = decide(g2)): Act[] => [
  ...begun(),
  decided,
  a(D, 'submitDraft', { person: '李四' }),
  a(D, 'approveDraft', { person: '王五', ...fields }),
]
check('SECRECY-REVIEW', '条例17条 what is given was reviewed for secrets, and the reviewer says when', {
  article: 'ogi:17',
  trips: {
    'given, approved without a word of it': {
      acts: approvedWith({}),
      level: 'block',
      says: /没有确认公开前的保密审查/,
    },
    'given in part': {
      acts: approvedWith({}, part(['W6'], { category: '讨论记录', reasons: '附图尚未定稿。' })),
      level: 'block',
      says: /没有确认公开前的保密审查/,
    },
    'one of two items is given': {
      acts: approvedWith(
        {},
        decide({
          items: [
            { what: '批复', outcome: 'G2', items: ['批复'], route: '邮寄' },
            { what: '流程', outcome: 'W5', category: '内部工作流程', reasons: '只供传递文件使用。' },
          ],
        }),
      ),
      level: 'block',
      says: /没有确认公开前的保密审查/,
    },
  },
  twins: {
    'reviewed on the day': { acts: approvedWith({ secrecyReviewedOn: D }) },
    'nothing is given': { acts: approvedWith({}, w5(whole)) },
    'it stands on the web already': { acts: approvedWith({}, decide({ outcome: 'G1', where: '见县政府网站公告栏' })) },
    'of several items what stands on the web is all that is given': {
      acts: approvedWith(
        {},
        decide({
          items: [
            { what: '批复', outcome: 'G1', where: '见县政府网站公告栏' },
            { what: '流程', outcome: 'W5', category: '内部工作流程', reasons: '只供传递文件使用。' },
          ],
        }),
      ),
    },
    'not yet approved': { acts: [...begun(), decide(g2)] },
  },
})

check('CASEFILE', '条例16条2款 the file, or the decision itself?', {
  article: 'ogi:16.2',
  trips: {
    'the applicant names a decision': {
      acts: [...asking({ title: '行政处罚决定书' }), w7('该件是立案至结案的材料，不能区分处理。')],
      level: 'warn',
      says: /行政处罚决定书/,
    },
  },
  twins: {
    'the applicant wants the file': { acts: [...asking({ title: '李某案全部卷宗' }), w7('该件是立案至结案的材料。')] },
    'the reasons name the paper': {
      acts: [...asking({ title: '责令停止通知书' }), w7('责令停止通知书已经送达您，其余是立案至结案的材料。')],
    },
    'the reasons speak of the decision': {
      acts: [...asking({ title: '行政处罚决定书' }), w7('处罚决定书已经在网站公布，其余为案卷材料。')],
    },
  },
})

const z2 = (earlierNumber: string, earlierRepliedOn: string) =>
  divert({ outcome: 'Z2', earlierNumber, earlierRepliedOn, reasons: '与前次申请的内容完全相同，前次已经提供。' })
check('REPEAT', '条例36条(6) an earlier request of the same was answered', {
  article: 'ogi:36(6)',
  trips: {
    'it names itself': {
      acts: [...begun(), z2('QHZR202500001', '2024-12-20')],
      level: 'block',
      says: /就是本件/,
    },
    'it names a later one': {
      acts: [...begun(), z2('QHZR202500002', '2024-12-20')],
      level: 'block',
      says: /之后/,
    },
    'the day has not come': {
      acts: [...begun(), z2('QHZR202400007', '2025-12-20')],
      level: 'block',
      says: /还没有到/,
    },
    'the earlier one is answered today': {
      acts: [...begun(), z2('QHZR202400007', D)],
      level: 'block',
      says: /之后/,
    },
    'the earlier one was answered the day after this one came': {
      acts: [...begun(), z2('QHZR202400007', '2025-03-04')],
      level: 'block',
      says: /之后/,
    },
    'the earlier one was answered after this one came': {
      acts: [...begun(), z2('QHZR202400007', '2025-03-10')],
      level: 'block',
      says: /之后/,
    },
  },
  twins: {
    'an earlier one, answered before': { acts: [...begun(), z2('QHZR202400007', '2024-12-20')] },
    'an earlier one, answered the day before': { acts: [...begun(), z2('QHZR202400007', '2025-03-02')] },
    'answered on the very day this one came': { acts: [...begun(), z2('QHZR202400007', R)] },
    'a number of another register': { acts: [...begun(), z2('QHZZ202400007', '2024-12-20')] },
    'the number of the earlier reply': { acts: [...begun(), z2('青自然资公开〔2024〕7号', '2024-12-20')] },
  },
})

const given = (...items: string[]) => decide({ ...g2, items })
check('NONRESPONSIVE', '条例36条 the answer is to what was asked', {
  article: 'ogi:36',
  trips: {
    'another number is given': {
      acts: [...asking({ documentNumber: number }), given('青自然资〔2022〕3号')],
      level: 'warn',
      says: /别的文号/,
    },
    'another number, with an annex that bears none': {
      acts: [...asking({ documentNumber: number }), given('青自然资〔2022〕3号', '附表')],
      level: 'warn',
      says: /别的文号/,
    },
  },
  twins: {
    'the number asked for, among others': {
      acts: [...asking({ documentNumber: number }), given('青自然资〔2022〕3号', '青自然资[2023]9号及附件')],
    },
    'no number on what is given': { acts: [...asking({ documentNumber: number }), given('征地补偿标准')] },
    'none was asked for': { acts: [...begun(), given('青自然资〔2022〕3号')] },
  },
})

const w8 = divert({
  outcome: 'W8',
  law: '不动产登记暂行条例',
  office: '县不动产登记中心',
  how: '到窗口查询',
  reasons: '申请的是登记簿。',
})
check('REMEDY', '复议法23条 the remedy told is the one the law gives', {
  article: 'reconsideration:23',
  trips: {
    'a setting takes the remedy away': {
      acts: [...begun(), w8],
      place: { settings: { remedyBlock: { W8: 'RB0' } } },
      level: 'block',
      says: /青禾县人民政府/,
    },
    'no court is set': {
      acts: [...begun(), decide(g2)],
      place: { organ: { court: null } },
      level: 'warn',
      says: /有管辖权的人民法院/,
    },
    'the review organ has no name': {
      acts: [...begun(), decide(g2)],
      place: { organ: { type: 'verticalDepartment', higherDepartment: null } },
      level: 'warn',
      says: /复议机关的名称/,
    },
    'electronic, and no way online': {
      acts: [...begun({ form: { medium: 'electronic', method: 'online' } }), decide(g2)],
      place: { organ: { reviewOnlineUrl: null } },
      level: 'warn',
      says: /网上复议/,
    },
  },
  twins: {
    'review first for 14 to 16': { acts: [...begun(), w5(whole)] },
    'no setting takes away that review comes first': {
      acts: [...begun(), w5(whole)],
      place: { settings: { remedyBlock: { W5: 'RB2' } } },
    },
    'nor the remedy where the law leaves nothing open': {
      acts: [...begun(), decide(g2)],
      place: { settings: { remedyBlock: { G2: 'RB0' } } },
    },
    'either for what is given': { acts: [...begun(), decide(g2)] },
    'an organ’s own reading of 36(7)': {
      acts: [...begun(), w8],
      place: { settings: { remedyBlock: { W8: 'RB1' } } },
    },
    'by post, and no way online': { acts: [...begun(), decide(g2)], place: { organ: { reviewOnlineUrl: null } } },
    'a withdrawal tells none': { acts: [...begun(), a(D, 'withdrawRequest')] },
  },
})

check('FORM', '条例36条 who writes to whom, on what request, when', {
  article: 'ogi:36',
  trips: {
    'no name': {
      acts: [...begun({ applicant: { ...applicant, name: ' ' } }), decide(g2)],
      level: 'block',
      says: /姓名或者名称/,
    },
    'nothing that was asked for': {
      acts: [...begun({ information: { description: '' } }), decide(g2)],
      level: 'block',
      says: /所申请的内容/,
    },
  },
  twins: {
    'name and request': { acts: [...begun(), decide(g2)] },
    'the correction says it': {
      acts: [
        ...begun({ information: { description: '' } }),
        correction('2025-03-04'),
        a('2025-03-06', 'receiveCorrection', { content: '青禾镇2023年征地补偿标准' }),
        decide(g2),
      ],
    },
    'named by its title alone': {
      acts: [...begun({ information: { description: '', title: '补偿标准' } }), decide(g2)],
    },
    'signed: the letter itself stands': {
      acts: [...begun({ applicant: { ...applicant, name: ' ' } }), decide(g2), ...signed()],
    },
  },
})

const { address, ...nowhere } = applicant
const sent = (fields: object) => [...begun(), decide(g2), ...signed(), a('2025-03-26', 'dispatchReply', { ...fields })]
check('DELIVERY', '条例40条 in the way and to the place chosen, and provable', {
  article: 'ogi:40',
  trips: {
    'by post, to no address': { acts: [...begun({ applicant: nowhere }), decide(g2)], level: 'warn', says: /通信地址/ },
    'by e-mail, to no address': {
      acts: [...begun({ form: { medium: 'electronic', method: 'email' } }), decide(g2)],
      level: 'warn',
      says: /邮箱/,
    },
    'posted, no mail number': { acts: sent({ method: 'mail' }), on: '2025-03-27', level: 'warn', says: /邮件号码/ },
    'it came back': {
      acts: [
        ...sent({ method: 'mail', mailNumber: 'EX1' }),
        a('2025-03-29', 'recordService', { returnedOn: '2025-03-29' }),
      ],
      on: '2025-03-30',
      level: 'warn',
      says: /被退回/,
    },
  },
  twins: {
    'posted with its number': { acts: sent({ method: 'mail', mailNumber: 'EX1' }), on: '2025-03-27' },
    'one of two applicants gave an address': {
      acts: [...begun({ applicant: nowhere, coApplicants: [applicant] }), decide(g2)],
    },
    'one of two gave an e-mail address': {
      acts: [
        ...begun({
          form: { medium: 'electronic', method: 'email' },
          coApplicants: [{ ...applicant, email: 'a@example.com' }],
        }),
        decide(g2),
      ],
    },
    'fetched: no address is needed': {
      acts: [...begun({ applicant: nowhere, form: { medium: 'paper', method: 'pickup' } }), decide(g2)],
    },
    'handed over': { acts: sent({ method: 'direct' }), on: '2025-03-27' },
  },
})

/** One lawful reply of every kind, as an officer of some practice would write it. */
const lawful: Readonly<Record<string, readonly Act[]>> = {
  G1: [decide({ outcome: 'G1', where: '县政府网站“征地信息公开”专栏' })],
  G2: [decide(g2)],
  G3: [
    part(['W5'], {
      category: '内部工作流程',
      discretion: weighed,
      reasons: '附图只供内部传递文件，其余予以公开。',
    }),
  ],
  W1: [
    decide({
      outcome: 'W1',
      classification: '秘密',
      secrecyPeriod: '十年',
      neutralTitle: '某年度测绘成果',
      reasons: '该成果经保密审查定为秘密级，坐标贯穿全文，无法区分处理。',
    }),
  ],
  W2: [
    decide({
      outcome: 'W2',
      law: '中华人民共和国统计法',
      article: '第二十八条',
      reasons: '该表逐户记载单个调查对象的资料，不能区分处理。',
    }),
  ],
  W3: [
    decide({
      outcome: 'W3',
      interest: '公共安全',
      harm: '管线坐标可能被用于破坏。',
      reasons: '该图逐点标注供气管线坐标，去掉坐标后没有内容，不能区分处理。',
    }),
  ],
  W4: [
    ...third('object'),
    w4('第三方不同意公开；报价底稿从未公布，能带来竞争优势，不涉及重大公共利益，不能区分处理。'),
  ],
  W5: [w5(whole)],
  W6: [w6('过程稿', '该稿尚在征求意见，未定稿，不能区分处理。')],
  W7: [w7('该件是立案至结案的材料，不能区分处理。')],
  W8: [
    divert({
      outcome: 'W8',
      law: '不动产登记暂行条例',
      office: '县不动产登记中心',
      how: '到窗口查询',
      reasons: '申请的是不动产登记簿，查询人凭身份证到窗口办理。',
    }),
  ],
  N1: [search(), decide(n1)],
  N2: [divert({ ...n2, responsibleOrgan: '青禾县财政局', contact: '0000-0000009' })],
  N3: [decide({ outcome: 'N3', existing: '分村台账', reasons: '本机关只有分村台账，全镇汇总需要另行统计。' })],
  N4: [
    correction('2025-03-04'),
    a('2025-03-06', 'receiveCorrection', { content: '所有批次' }),
    a(D, 'judgeStillUnclear', {
      unclear: '所指批次',
      reasons: '补正只写所有批次，本机关有批次一百余个，不能确定所指。',
    }),
  ],
  Z1: [divert({ outcome: 'Z1', channelTold: '县信访局', reasons: '来件要求查处村干部，属于举报。' })],
  Z2: [z2('QHZR202400007', '2024-12-20')],
  Z3: [divert({ outcome: 'Z3', where: '县图书馆', reasons: '《青禾年鉴》公开发行，可以购买、借阅。' })],
  Z5: [divert({ outcome: 'Z5', earlierSupply: '2024年5月6日已提供', reasons: '要求在已经提供的文件上加盖公章确认。' })],
  X3: [divert({ outcome: 'X3', kind: 'publicUtility', reasons: '该信息由供水公司制作，请向该公司提出。' })],
}

const reasonsAsked = (counts: object = { months: 6, requests: 132 }): Act[] => [
  ...begun(),
  a('2025-03-05', 'askReasons', { ...counts }),
]
const judgedBad: Act[] = [
  a('2025-03-10', 'receiveReasons', { content: '了解日常工作' }),
  a(D, 'judgeReasons', { accepted: false, reasons: '各次申请内容相近，没有说明为什么需要。' }),
]
const deferredTo = (until: string): Act[] => [
  ...reasonsAsked(),
  a('2025-03-12', 'judgeReasons', { accepted: true }),
  a('2025-03-13', 'deferReply', { until }),
]

check('REFUSE-RECEIPT', '条例45条 what was received is registered, whatever it asks for', {
  article: 'ogi:45',
  trips: {
    'received the day before and not registered': {
      acts: [receive(R)],
      on: '2025-03-04',
      level: 'warn',
      says: /2025年3月3日收到.*没有登记/,
    },
  },
  twins: {
    'received today': { acts: [receive(R)], on: R },
    'registered at once': { acts: begun(), on: '2025-03-04' },
    'still to be confirmed with the applicant': { acts: [receive(R, { channel: 'fax' })], on: '2025-03-05' },
  },
})

check('BULK', '条例35条 many requests are counted before they are called many', {
  article: 'ogi:35',
  trips: {
    'no count on file': {
      acts: [...reasonsAsked({}), ...judgedBad],
      level: 'warn',
      says: /没有一定期间内申请的件数/,
    },
  },
  twins: {
    counted: { acts: [...reasonsAsked(), ...judgedBad] },
    'another outcome': { acts: [...begun(), decide(g2)] },
  },
})

check('UNFIT-DEFERRAL', '条例35条 a deferral is for what an extension cannot reach', {
  article: 'ogi:35',
  trips: {
    'to the 40th working day': {
      acts: deferredTo('2025-04-28'),
      level: 'warn',
      says: /延长答复期限本来就能到2025年4月28日/,
    },
    'reasons asked and nothing counted': { acts: reasonsAsked({ months: 6 }), level: 'warn', says: /没有统计/ },
  },
  twins: {
    'to the 41st working day': { acts: deferredTo('2025-04-29') },
    'reasons asked with counts': { acts: reasonsAsked() },
    'never asked': { acts: begun() },
  },
})

const listed = (description: string, ...more: Act[]): Act[] => [...asking({ description }), ...more]
const itemOf = (what: string) => ({ what, outcome: 'G1', where: '县档案馆查阅处' })
check('ITEMS', '条例36条 every thing that was asked for is answered', {
  article: 'ogi:36',
  trips: {
    'three asked, two answered': {
      acts: listed('1.批复；2.图纸；3.验收表', decide({ items: [itemOf('批复'), itemOf('图纸')] })),
      level: 'block',
      says: /逐项列明了3项.*只处理了2项/,
    },
    'three asked, one list of two given': {
      acts: listed('（一）批复（二）图纸（三）验收表', decide({ ...g2, items: ['批复', '图纸'] })),
      level: 'warn',
      says: /3项.*2项/,
    },
    'the correction counts, not the first words': {
      acts: [
        ...listed('有关文件'),
        a('2025-03-06', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明'] }),
        a('2025-03-10', 'receiveCorrection', { content: '①批复②图纸' }),
        decide({ items: [itemOf('批复')] }),
      ],
      level: 'block',
      says: /2项.*1项/,
    },
  },
  twins: {
    'all answered': { acts: listed('1.批复；2.图纸', decide({ items: [itemOf('批复'), itemOf('图纸')] })) },
    'one withdrawn': {
      acts: listed(
        '1.批复；2.图纸；3.验收表',
        a('2025-03-06', 'withdrawRequest', { items: ['验收表'] }),
        decide({ items: [itemOf('批复'), itemOf('图纸')] }),
      ),
    },
    'one refusal that is for all': {
      acts: listed(
        '1、人事档案；2、考核表',
        w5('人事档案和考核表都记载内部人事管理过程，全部属于内部人事管理信息，不能区分。'),
      ),
    },
    'days and figures are no list': { acts: listed('2023年1月2日第2次会议的3.5亩补偿标准', decide(g2)) },
    'one thing that is numbered 1': { acts: listed('1.批复', decide(g2)) },
    'split into cases of their own': {
      acts: listed(
        '1.批复；2.图纸',
        a('2025-03-06', 'splitRequest', { items: ['批复', '图纸'], consent: true }),
        decide({ items: [itemOf('批复')] }),
      ),
    },
  },
})

check('LINK', '条例36条1项 an address that is told opens', {
  article: 'ogi:36(1)',
  trips: {
    'nobody looked': {
      acts: [...begun(), decide({ outcome: 'G1', where: '见 https://www.qinghe.example/1.html' })],
      level: 'warn',
      says: /没有记录核对过网址/,
    },
    'a full-width colon': {
      acts: [...begun(), decide({ outcome: 'G1', where: '见https：//www.qinghe.example/1.html', checkedOn: D })],
      level: 'warn',
      says: /全角符号/,
    },
    'no scheme': {
      acts: [...begun(), decide({ outcome: 'G1', where: '网址www.qinghe.example', checkedOn: D })],
      level: 'warn',
      says: /不完整/,
    },
  },
  twins: {
    'looked at': {
      acts: [...begun(), decide({ outcome: 'G1', where: 'https://www.qinghe.example/1.html', checkedOn: D })],
    },
    'a place without address': { acts: [...begun(), decide({ outcome: 'G1', where: '县档案馆一楼查阅处' })] },
    'another outcome': { acts: [...begun(), decide(g2)] },
  },
})

const telling = (items: string[]): Act[] => [...begun(), decide({ ...g2, items })]
check('PII', '条例15条 numbers that tell a person are asked about before they leave', {
  article: 'ogi:15',
  trips: {
    'an identity number': { acts: telling(['花名册（李四，11010519491231002X）']), level: 'ask', says: /公民身份号码/ },
    'a mobile number': { acts: telling(['联系人13912345678的回函']), level: 'ask', says: /手机号码/ },
    'a bank account': { acts: telling(['账户6222020200112233445的流水']), level: 'ask', says: /银行账号/ },
  },
  twins: {
    'a document number': { acts: telling(['青政〔2023〕15号征地公告']) },
    'seventeen figures that are no identity': { acts: telling(['项目编码201905150000001']) },
    'the organ’s own telephone': { acts: [...begun(), decide(g2)], place: { organ: { telephone: '13912345678' } } },
  },
})

t.test(
  'R55 签发 | what a check blocks is not signed, unless the signatory says why; the reason stays in the ledger',
  async (t) => {
    const acts = [...begun(), w5('属于内部事务信息。'), ...signed().slice(0, 2)]
    const court = bench()
    await run(court, acts)
    const before = court.snapshot()
    const said = await court.act(a('2025-03-25', 'signReply', { person: '赵六', reason: ' ' }))
    t.match(said, {
      kind: 'refused',
      answer: {
        refusal: { code: 'riskOpen', article: 'ogi:36(3)', zh: /NO-REASON.*由签发人写明理由/ },
      },
    })
    t.match(said, { answer: { refusal: { also: [{ code: 'riskOpen', article: 'ogi:37', zh: /SEVER/ }] } } })
    t.equal(court.snapshot(), before, 'nothing changed')
    await run(court, [a('2025-03-25', 'signReply', { person: '赵六', reason: '法院已在前案认定同一情形' })])
    t.match(
      court.kept().facts.find(({ type }) => type === 'ReplySigned'),
      { overruled: ['NO-REASON', 'SEVER'], reason: '法院已在前案认定同一情形' },
    )
    const sound = bench()
    await run(sound, [
      ...begun(),
      decide(g2),
      ...signed().slice(0, 2),
      a('2025-03-25', 'signReply', { person: '赵六', reason: '多说一句' }),
    ])
    t.notOk('reason' in (sound.kept().facts.find(({ type }) => type === 'ReplySigned') ?? {}), 'nothing was overruled')
    const late = bench()
    await run(late, [...begun(), decide(g2), ...signed('2025-06-20').slice(0, 2)])
    t.equal(
      (await late.act(a('2025-06-20', 'signReply', { person: '赵六' }))).kind,
      'done',
      'a late reply is never held up',
    )
    const lenient = bench({ settings: { riskChecks: 'warn' } })
    await run(lenient, acts)
    t.match(await lenient.act(a('2025-03-25', 'signReply', { person: '赵六' })), {
      answer: { ok: true, warnings: [{ code: 'riskOpen' }, { code: 'riskOpen' }] },
    })
  },
)

t.test(
  'R38 签发 | what gives is not signed without the day of its 保密审查, said by another than who drafted',
  async (t) => {
    const mixed = decide({
      items: [
        { what: '批复', outcome: 'G2', items: ['批复'], route: '邮寄' },
        { what: '流程', outcome: 'W5', category: '内部工作流程', reasons: '只供传递文件使用，不能区分处理。' },
      ],
    })
    const sign = (fields: object = {}) => a('2025-03-25', 'signReply', { person: '赵六', ...fields })
    const signedFact = (court: ReturnType<typeof bench>) =>
      court.kept().facts.find(({ type }) => type === 'ReplySigned')
    for (const [title, given] of [
      ['all of it', decide(g2)],
      ['one of two items', mixed],
    ] as const) {
      const court = bench()
      await run(court, approvedWith({}, given))
      const before = court.snapshot()
      t.match(
        await court.act(sign()),
        {
          kind: 'refused',
          answer: {
            refusal: { code: 'riskOpen', article: 'ogi:17', zh: /SECRECY-REVIEW.*填写保密审查日期.*由签发人写明理由/ },
          },
        },
        `${title}: refused`,
      )
      t.equal(court.snapshot(), before, `${title}: nothing changed`)
      await run(court, [sign({ reason: '该文件已于2024年印发时审查' })])
      t.match(
        signedFact(court),
        { overruled: ['SECRECY-REVIEW'], reason: '该文件已于2024年印发时审查' },
        `${title}: the signatory’s own reason stays in the ledger`,
      )
      const reviewedFirst = bench()
      await run(reviewedFirst, [...approvedWith({ secrecyReviewedOn: D }, given), sign()])
      t.notOk('overruled' in (signedFact(reviewedFirst) ?? {}), `${title}: with the day nothing is overruled`)
    }
    const again = bench()
    await run(again, [
      ...approvedWith({}),
      a('2025-03-25', 'returnDraft', { opinion: '请先保密审查', by: 'signatory', person: '赵六' }),
      a('2025-03-25', 'submitDraft', { person: '李四' }),
      a('2025-03-25', 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-24' }),
      sign(),
    ])
    t.ok(signedFact(again), 'sent back, reviewed, approved with the day: signed')
    const stale = bench()
    await run(stale, [
      ...approvedWith({ secrecyReviewedOn: D }),
      a('2025-03-25', 'returnDraft', { opinion: '请核对附件', by: 'signatory', person: '赵六' }),
      a('2025-03-25', 'submitDraft', { person: '李四' }),
      a('2025-03-25', 'approveDraft', { person: '王五' }),
    ])
    t.match(await stale.act(sign()), { kind: 'refused' }, 'the day of an approval that was taken back does not count')
    for (const person of ['李四', '周经办']) {
      const own = bench()
      const handled = a(D, 'assignOfficer', { officer: '周经办' })
      await run(own, [...begun(), handled, decide(g2), a(D, 'submitDraft', { person: '李四' })])
      t.match(
        await own.act(a(D, 'approveDraft', { person, secrecyReviewedOn: D })),
        { kind: 'refused', answer: { refusal: { code: 'approverIsDrafter' } } },
        `${person} handled or drafted it: another reviews`,
      )
    }
    const tomorrow = bench()
    await run(tomorrow, approvedWith({}).slice(0, -1))
    t.match(
      await tomorrow.act(a(D, 'approveDraft', { person: '王五', secrecyReviewedOn: '2025-03-21' })),
      { kind: 'refused', answer: { refusal: { code: 'dayInFuture' } } },
      'a review that is still to come is none',
    )
  },
)

t.test('R51 败诉风险 | of several items the one that fails is named; the others do not hide it', async (t) => {
  const items = [
    { what: '批复', outcome: 'G2', items: ['批复'], route: '邮寄' },
    { what: '名册', outcome: 'W5', category: '人事管理', discretion: weighed, reasons: '属于内部事务信息。' },
  ]
  const { found } = await play([...begun(), decide({ items })])
  t.strictSame(
    found.map(({ code, level }) => `${code} ${level}`),
    ['NO-REASON block', 'SEVER block'],
  )
  for (const { zh } of found) t.match(zh, /^第2项（名册）：/)
  const mixed = [items[0], { ...items[1], reasons: '名册记载内部人事管理过程，全部属于人事管理信息，不能区分。' }]
  t.strictSame((await play([...begun(), decide({ items: mixed })])).found, [])
})

t.test('败诉风险 | a lawful reply of every outcome trips no check at all', async (t) => {
  for (const [outcome, acts] of Object.entries(lawful)) {
    const { found, current } = await play([...begun(), ...acts])
    t.equal(current.decision?.outcome, outcome)
    t.strictSame(found, [], outcome)
  }
})

t.test('败诉风险 | a plain lawful life trips no block on any of its days', async (t) => {
  const life = [
    ...begun(),
    a('2025-03-04', 'acceptForm'),
    search({ found: true }),
    decide(g2),
    ...signed(),
    a('2025-03-26', 'dispatchReply', { method: 'mail', mailNumber: 'EX1' }),
    a('2025-03-28', 'recordService', { servedOn: '2025-03-28' }),
    a('2025-04-01', 'archiveCase'),
  ]
  for (let n = 1; n <= life.length; n++) {
    const acts = life.slice(0, n)
    const { found } = await play(acts, {}, acts.at(-1)?.on)
    t.strictSame(found, [], `after ${acts.at(-1)?.do}`)
  }
})

t.test('败诉风险 | whoever reviews sees every check, found or not, in one order, each with its article', async (t) => {
  const codes = checks.map(({ code }) => code)
  t.strictSame(
    codes,
    'REFUSE-RECEIPT OVERDUE EXT-NOTICE UNFIT-DEFERRAL CLARIFY ITEMS NO-SEARCH ARCHIVE NOT-MINE CITE-MATCH CITE-FORM NO-REASON SECRET-PROOF SECRECY-REVIEW THIRD-PARTY SEVER DISCRETION PROCESS CASEFILE REPEAT BULK LINK NONRESPONSIVE REMEDY FORM DELIVERY PII'.split(
      ' ',
    ),
  )
  const { current, office, found } = await play([...begun(), w5('属于内部事务信息。')])
  const rows = reviewed(current, office)
  t.strictSame(
    rows.map(({ code }) => code),
    codes,
  )
  t.strictSame(
    rows.flatMap(({ code, found }) => (found ? [code] : [])),
    found.map(({ code }) => code),
  )
  t.strictSame(
    found.map(({ code, level }) => `${code} ${level}`),
    ['NO-REASON block', 'SEVER block'],
  )
  for (const { zh, article } of rows) t.ok(/[\u4e00-\u9fff]/.test(zh) && /:\d/.test(article), zh)
})

t.test('败诉风险 | words that repeat for thousands of characters are no trap', async (t) => {
  for (const part of ['第', '第十', '《', '“', '条例第', '第三方不同意', '征求', '，', '根据', '移交', '青〔2024〕']) {
    const { found } = await play([...begun(), w5(part.repeat(Math.floor(5000 / part.length)))])
    t.type(found, Array, part)
  }
})
