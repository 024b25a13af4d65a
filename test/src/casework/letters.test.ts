import {
  draftLetter,
  type FactOf,
  type FormCode,
  formCodes,
  formFields,
  handle,
  isCommandName,
  memoryStore,
  parseCommand,
  type Task,
  usualRole,
} from '@zhiqing/casework'
import { calendarOf, type Day, defaultSettings, notices, type Organ } from '@zhiqing/law'
import { checkFields, loadTemplate, openFonts, printLetter } from '@zhiqing/letters'
import { projectYear } from '@zhiqing/projection'
import t from 'tap'
import { textOf } from '../pdf.js'
import { organ } from './court.js'

const calendar = calendarOf({ notices, project: projectYear })

type Step = readonly [on: string, command: string, fields?: object]

/** Plays a life on the service's own code. */
const play = async (steps: readonly Step[], own: Partial<Organ> = {}) => {
  const settings = { ...defaultSettings, thirdPartyUnasked: 'withReason' } as const
  const store = memoryStore({ organ: { ...organ, ...own }, settings, calendar })
  const id = 'case-1'
  for (const [i, [on, command, fields = {}]] of steps.entries()) {
    if (!isCommandName(command)) throw new Error(command)
    const parsed = parseCommand(command, fields)
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults))
    const task: Task = {
      organ: 'QHZR',
      caseId: i === 0 ? undefined : id,
      command,
      input: parsed.input,
      on: on as Day,
      actor: { role: parsed.by ?? usualRole(command, parsed.input), person: parsed.person },
    }
    const answer = await handle(store, task)
    if (!answer.ok) throw new Error(`${command}: ${JSON.stringify(answer)}`)
  }
  const kept = store.read(id)
  if (!kept) throw new Error('nothing was kept')
  return kept
}

/** The letters a life issued, code by code. */
const lettersOf = async (steps: readonly Step[], own: Partial<Organ> = {}) => {
  const facts = (await play(steps, own)).facts.filter(
    (fact): fact is FactOf<'LetterIssued'> => fact.type === 'LetterIssued',
  )
  return facts.map(({ letter, fields }) => ({
    letter,
    fields: letter === 'L03' ? { ...fields, 查询码: '7K3M9QXW2T4HB' } : fields,
  }))
}

const request = '请公开青禾镇东湾村2023年第5批次征地的补偿安置方案；\n# 不是标题，是申请人写的一行'
const received: Step = [
  '2025-03-03',
  'receiveRequest',
  {
    channel: 'inPerson',
    applicant: {
      kind: 'natural',
      name: '李䶮、王㛃'.slice(0, 2),
      idType: '居民身份证',
      idNumber: '11010519491231002X',
      phone: '13800000000',
      email: 'a@example.com',
      address: '青禾镇东湾村1组',
    },
    information: { description: request, title: '补偿安置方案' },
    form: { medium: 'paper', method: 'mail' },
  },
]
const begun: readonly Step[] = [received, ['2025-03-03', 'registerRequest', { officer: '周经办' }]]
const finished: readonly Step[] = [
  ['2025-03-21', 'submitDraft', { text: '拟按检索和审查情况答复。' }],
  ['2025-03-24', 'approveDraft', { opinion: '同意。', secrecyReviewedOn: '2025-03-24' }],
  ['2025-03-25', 'signReply', { reason: '已逐项核对' }],
]
const consulted: readonly Step[] = [
  ['2025-03-05', 'consultThirdParty', { id: 'p', party: '青禾县禾丰建设有限公司', interest: '商业秘密' }],
  ['2025-03-06', 'recordLetterService', { letter: 'P04', consultation: 'p', servedOn: '2025-03-06' }],
  ['2025-03-12', 'recordOpinion', { id: 'p', opinion: 'object', reasons: '含有报价策略' }],
]
const searched: Step = [
  '2025-03-10',
  'recordSearch',
  {
    systems: ['机关综合档案室', '公文管理系统'],
    keywords: ['东湾村', '第5批次'],
    period: '2023年',
    people: ['钱档案'],
    found: false,
  },
]
const charged: readonly Step[] = [
  ...begun,
  ['2025-03-20', 'chargeFee', { basis: 'perPage', pages: 101 }],
  ['2025-03-21', 'recordLetterService', { letter: 'L06', servedOn: '2025-03-21' }],
]
const reasons = '理由：经逐项核对，情况属实，故作此决定。'

/** Each outcome with its own fields, and the words of its own that must stand on the paper (rulebook §5.4). */
const replies: Readonly<
  Record<
    string,
    { steps?: readonly Step[]; by?: string; fields: object; printed: readonly string[]; remedy: 'RB1' | 'RB2' }
  >
> = {
  S01: {
    fields: { outcome: 'G1', where: '青禾县政府网站“征地信息公开”专栏' },
    printed: ['征地信息公开', '第三十六条第（一）项'],
    remedy: 'RB2',
  },
  S02: {
    fields: {
      outcome: 'G2',
      items: ['补偿安置方案（2023年第5批次）'],
      route: '随本答复书邮寄',
      availableOn: '2025-03-28',
    },
    printed: ['补偿安置方案（2023年第5批次）', '随本答复书邮寄', '2025年3月28日', '第三十六条第（二）项'],
    remedy: 'RB2',
  },
  S03: {
    steps: consulted,
    fields: {
      outcome: 'G3',
      given: ['方案正文'],
      withheld: ['农户银行账号'],
      grounds: ['W4', 'W1'],
      classification: '秘密',
      secrecyPeriod: '十年',
      neutralTitle: '某年度用地测绘成果',
      reasons,
    },
    printed: [
      '方案正文。',
      '农户银行账号。',
      '提供形式：纸质。',
      '方式和途径：邮寄。',
      '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害（已书面征求第三方意见，第三方不同意公开），依据《中华人民共和国政府信息公开条例》第十五条。',
      '属于依法确定的国家秘密（某年度用地测绘成果，密级为秘密，保密期限为十年），依据《中华人民共和国政府信息公开条例》第十四条。',
      '本答复依据《中华人民共和国政府信息公开条例》第三十七条、第十五条、第十四条作出。',
      '情况属实',
    ],
    remedy: 'RB1',
  },
  S04: {
    fields: {
      outcome: 'W1',
      classification: '秘密',
      secrecyPeriod: '十年',
      neutralTitle: '某年度用地测绘成果',
      reasons,
    },
    printed: ['某年度用地测绘成果', '秘密', '十年', '第十四条'],
    remedy: 'RB1',
  },
  S05: {
    fields: { outcome: 'W2', law: '中华人民共和国统计法', article: '第二十八条', reasons },
    printed: ['《中华人民共和国统计法》', '第二十八条'],
    remedy: 'RB1',
  },
  S06: {
    fields: { outcome: 'W3', interest: '公共安全', harm: '公开地下管线坐标可能被用于破坏。', reasons },
    printed: ['公共安全', '地下管线坐标'],
    remedy: 'RB1',
  },
  S07: {
    steps: consulted,
    fields: { outcome: 'W4', consultation: 'p', reasons },
    printed: ['商业秘密', '不同意公开', '第十五条'],
    remedy: 'RB1',
  },
  S08: {
    fields: { outcome: 'W5', category: '内部工作流程', reasons },
    printed: ['内部工作流程', '第十六条第一款'],
    remedy: 'RB1',
  },
  S09: {
    fields: { outcome: 'W6', category: '请示报告', reasons },
    printed: ['请示报告', '第十六条第二款'],
    remedy: 'RB1',
  },
  S10: {
    fields: { outcome: 'W7', file: '青自然资罚〔2024〕8号案卷', reasons },
    printed: ['青自然资罚〔2024〕8号案卷'],
    remedy: 'RB1',
  },
  S11: {
    by: 'divert',
    fields: {
      outcome: 'W8',
      law: '不动产登记暂行条例',
      office: '青禾县不动产登记中心',
      how: '持身份证到窗口查询。',
      reasons,
    },
    printed: ['《不动产登记暂行条例》', '青禾县不动产登记中心', '持身份证到窗口查询', '第三十六条第（七）项'],
    remedy: 'RB2',
  },
  S12: {
    steps: [searched],
    fields: { outcome: 'N1', reasons },
    printed: ['机关综合档案室', '公文管理系统', '第5批次', '第三十六条第（四）项'],
    remedy: 'RB2',
  },
  S13: {
    by: 'divert',
    fields: { outcome: 'N2', responsibleOrgan: '青禾县财政局', contact: '0000-0000009', reasons },
    printed: ['青禾县财政局', '0000-0000009', '第三十六条第（五）项'],
    remedy: 'RB2',
  },
  S14: {
    fields: { outcome: 'N3', existing: '本机关只有分村台账。', reasons },
    printed: ['分村台账', '第三十八条'],
    remedy: 'RB2',
  },
  S15: {
    steps: [
      ['2025-03-04', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次'] }],
      ['2025-03-10', 'receiveCorrection', { content: '所有批次' }],
    ],
    by: 'judgeStillUnclear',
    fields: { unclear: '所指批次仍不明确', reasons },
    printed: ['所指批次仍不明确', '第三十条', '2025年3月10日'],
    remedy: 'RB2',
  },
  S16: {
    by: 'divert',
    fields: { outcome: 'Z1', channelTold: '请向青禾县信访局反映。', reasons },
    printed: ['青禾县信访局', '第三十九条第一款'],
    remedy: 'RB2',
  },
  S17: {
    by: 'divert',
    fields: { outcome: 'Z2', earlierNumber: 'QHZR202400007', earlierRepliedOn: '2024-12-20', reasons },
    printed: ['QHZR202400007', '2024年12月20日', '第三十六条第（六）项'],
    remedy: 'RB2',
  },
  S18: {
    by: 'divert',
    fields: { outcome: 'Z3', where: '《青禾年鉴》可在县图书馆查阅。', reasons },
    printed: ['《青禾年鉴》', '第三十九条第二款'],
    remedy: 'RB2',
  },
  S20: {
    by: 'divert',
    fields: { outcome: 'Z5', earlierSupply: '本机关已于2024年5月6日提供同一文件。', reasons },
    printed: ['2024年5月6日'],
    remedy: 'RB2',
  },
  S21: {
    by: 'divert',
    fields: { outcome: 'X3', kind: 'publicUtility', reasons },
    printed: ['公共企事业单位', '情况属实'],
    remedy: 'RB2',
  },
}

/** The remedy blocks, by hand from rulebook R56–R59. */
const remedyWords = {
  RB1: ['应当先', '60日内向青禾县人民政府申请行政复议', '15日内向青禾县人民法院提起行政诉讼'],
  RB2: ['60日内向青禾县人民政府申请行政复议', '或者', '6个月内向青禾县人民法院提起行政诉讼'],
} as const

const squeezed = (words: string): string => words.replace(/\s+/g, '')

t.test(
  '§37 | S03 whose grounds say nothing of their own prints the ground and its article, and no empty bracket',
  async (t) => {
    const fields = { outcome: 'G3', given: ['甲'], withheld: ['乙'], grounds: ['W6', 'W4', 'W1'], reasons }
    const letters = await lettersOf([...begun, ['2025-03-20', 'decide', fields], ...finished])
    const basis = letters.find(({ letter }) => letter === 'S03')?.fields.不公开依据
    t.same(basis, [
      '属于行政机关在履行行政管理职能过程中形成的过程性信息，依据《中华人民共和国政府信息公开条例》第十六条第二款',
      '涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害，依据《中华人民共和国政府信息公开条例》第十五条',
      '属于依法确定的国家秘密，依据《中华人民共和国政府信息公开条例》第十四条',
    ])
  },
)

t.test(
  '答复书 | each of S01–S21 prints its own fields, the request word for word, its article and the right remedy',
  async (t) => {
    const fonts = await openFonts()
    for (const [code, { steps = [], by = 'decide', fields, printed, remedy }] of Object.entries(replies)) {
      const letters = await lettersOf([...begun, ...steps, ['2025-03-20', by, fields], ...finished])
      const reply = letters.find(({ letter }) => letter === code)
      t.ok(reply, `${code} is issued`)
      if (!reply) continue
      t.strictSame(
        checkFields(loadTemplate(code), reply.fields, fonts),
        [],
        `${code}: the case fills every field of the template`,
      )
      const text = squeezed(await textOf((await printLetter(code, reply.fields as never, { fonts })).pdf))
      for (const words of [
        ...printed,
        ...remedyWords[remedy],
        '李䶮',
        squeezed(request.split('\n')[0] as string),
        '#不是标题',
        '2025年3月3日',
        '2025年3月25日',
        'QHZR202500001',
      ]) {
        t.ok(text.includes(squeezed(words)), `${code} prints ${words}`)
      }
      t.notOk(text.includes('11010519491231002X'), `${code} never prints the ID number`)
      t.notOk(
        remedy === 'RB2' && text.includes('应当先'),
        `${code} does not put review first where the law leaves the choice`,
      )
    }
  },
)

t.test('文书 | every other letter of a life is filled from the case and prints', async (t) => {
  const fonts = await openFonts()
  const lives: readonly (readonly Step[])[] = [
    [
      ...begun,
      ...consulted,
      [
        '2025-03-13',
        'decide',
        {
          outcome: 'G2',
          items: ['方案'],
          route: '邮寄',
          overruled: [{ id: 'p', content: '补偿安置方案', reason: '方案没有报价。' }],
        },
      ],
      ...finished,
    ],
    [
      ...begun,
      [
        '2025-03-04',
        'requestAssistance',
        { id: 'a', unit: '耕地保护股', question: '请查找方案原件', dueOn: '2025-03-07' },
      ],
      ['2025-03-05', 'giveAssistance', { id: 'a', findings: '已找到' }],
      searched,
      ['2025-03-11', 'openDiscussion', { question: '是否涉及个人隐私', members: ['张主任', '李股长'] }],
      ['2025-03-12', 'closeDiscussion', { conclusion: '遮盖账号后公开' }],
      ['2025-03-13', 'consultOrgan', { id: 'c', organ: '青禾县农业农村局', as: 'coProducer' }],
      ['2025-03-14', 'extendReply', { workingDays: 10, reason: '需要征求共同制作机关意见' }],
      ['2025-03-17', 'withdrawRequest'],
    ],
    [
      ...begun,
      [
        '2025-03-05',
        'requestCorrection',
        { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次', '请写明年份'] },
      ],
      ['2025-03-07', 'recordLetterService', { letter: 'P01', servedOn: '2025-03-07' }],
      ['2025-03-24', 'confirmLapse'],
    ],
    [...charged, ['2025-05-06', 'confirmLapse']],
  ]
  const seen = new Set<string>()
  for (const life of lives) {
    for (const { letter, fields } of await lettersOf(life)) {
      seen.add(letter)
      t.strictSame(
        checkFields(loadTemplate(letter), fields, fonts),
        [],
        `${letter}: the case fills every field of the template`,
      )
      const text = squeezed(await textOf((await printLetter(letter, fields as never, { fonts })).pdf))
      t.ok(text.includes('青禾县自然资源局'), `${letter} names the organ`)
      if (['P04', 'P06', 'P07', 'L05'].includes(letter))
        t.notOk(text.includes('李䶮'), `${letter} does not tell who asks`)
      if (/^(P0[1-57]|L0[23568]|L1[01])$/.test(letter))
        t.notOk(/行政复议|行政诉讼/.test(text), `${letter} carries no remedy`)
    }
  }
  for (const code of ['P01', 'P03', 'P04', 'P05', 'P06', 'P07', 'L02', 'L03', 'L05', 'L06', 'L08', 'L10', 'L11', 'L15'])
    t.ok(seen.has(code), `${code} is issued on the way`)
})

t.test('§36 暂定 | a due day that rests on an unannounced year is printed as provisional', async (t) => {
  const fonts = await openFonts()
  const letters = await lettersOf([['2026-12-04', 'receiveRequest', { ...(received[2] as object) }]])
  const text = squeezed(await textOf((await printLetter('L03', letters[0]?.fields as never, { fonts })).pdf))
  t.ok(text.includes('暂定，以国务院办公厅公布的放假安排为准'), 'the receipt says 暂定')
  t.ok(text.includes('查询码：7K3M-9QXW-2T4HB'), 'and prints the query code in the groups of the screen')
})

// ---- what a stranger found on paper

const fonts = await openFonts()
const printed = async ({ letter, fields }: { letter: string; fields: object }): Promise<string> =>
  squeezed(await textOf((await printLetter(letter, fields as never, { fonts })).pdf))
const printedOf = async (letters: readonly { letter: string; fields: object }[], code: string): Promise<string> => {
  const found = letters.find(({ letter }) => letter === code)
  if (!found) throw new Error(`${code} was not issued`)
  return printed(found)
}

t.test('§5.3 表单 | papers printed on demand say what stands in the case: L01, L04, L07, L09, L16', async (t) => {
  const life: readonly Step[] = [
    ...begun,
    ...consulted,
    ['2025-03-20', 'decide', { outcome: 'W4', consultation: 'p', reasons: `${reasons}不能区分。` }],
    ...finished,
    ['2025-03-26', 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }],
    ['2025-03-28', 'recordService', { servedOn: '2025-03-28' }],
    [
      '2025-05-08',
      'fileReconsideration',
      { copyReceivedOn: '2025-05-07', procedure: 'simplified', caseNumber: '青政复〔2025〕3号' },
    ],
    ['2025-05-12', 'answerReconsideration', {}],
    ['2025-06-03', 'decideReconsideration', { result: 'upheld' }],
  ]
  const { current } = await play(life)
  const office = { on: '2025-06-03' as Day, organ, calendar }
  const nameOf = (code: string) => loadTemplate(code).name
  const text = async (code: FormCode, of?: string) => {
    const fields = formFields(code, { current, office, of, nameOf })
    if (!fields) throw new Error(`no ${code}`)
    t.same(checkFields(loadTemplate(code), fields as never), [], code)
    return (await printed({ letter: code, fields })).replace(/\s/g, '')
  }
  const words: Readonly<Record<FormCode, readonly string[]>> = {
    L01: ['政府信息公开申请表', '不必说明用途', '统一社会信用代码', organ.telephone],
    L04: ['青自然资公开询〔2025〕1号', '青禾县禾丰建设有限公司', '15个工作日内交回', '部分同意公开'],
    L07: ['送达回证', '青自然资公开答〔2025〕1号', '邮寄送达', 'EMS1', '2025年3月26日', '2025年3月28日'],
    L09: ['保密审查', '补偿安置方案', '拟不公开', '周经办', '不得为同一人'],
    // five working days from 05-07: 05-14
    L16: [
      '行政复议',
      '青政复〔2025〕3号',
      '简易程序',
      '青禾县人民政府',
      '2025年5月14日',
      '2025年6月3日维持（结果维持）',
    ],
  }
  t.strictSame(Object.keys(words), [...formCodes])
  for (const code of formCodes)
    for (const word of words[code]) t.ok((await text(code)).includes(word), `${code}: ${word}`)
  t.notMatch(await text('L04'), /李䶮/, 'the third party is not told who asks (R82)')
  t.match(await text('L07', '1'), /登记回执/, 'any letter, by its number')
  const empty = (await play(begun)).current
  for (const code of ['L04', 'L16'] as const)
    t.equal(
      formFields(code, { current: empty, office, of: undefined, nameOf }),
      undefined,
      `${code}: nothing to be about`,
    )
  t.equal(formFields('L07', { current, office, of: '99', nameOf }), undefined)
})

t.test('§36–39 说明 | what the officer adds to an outcome stands on the paper', async (t) => {
  const added: readonly [string, object, readonly string[]][] = [
    [
      'S07',
      {
        outcome: 'W4',
        notAsked: '权利人均已注销',
        publicInterest: '不影响公共利益',
        severability: '不能区分处理',
        reasons,
      },
      ['没有征求第三方的意见：权利人均已注销。', '不影响公共利益。', '不能区分处理。'],
    ],
    [
      'S09',
      {
        outcome: 'W6',
        category: '过程稿',
        progress: '方案尚在报批',
        discretion: '公开会干扰决策',
        severability: '不能区分',
        reasons,
      },
      ['方案尚在报批。', '公开会干扰决策。', '不能区分。'],
    ],
    ['S10', { outcome: 'W7', file: '某案卷宗', otherWay: '可到执法大队申请阅卷', reasons }, ['可到执法大队申请阅卷。']],
    [
      'S04',
      {
        outcome: 'W1',
        classification: '秘密',
        secrecyPeriod: '十年',
        neutralTitle: '某文件',
        classificationBasis: '有关定密规定',
        reasons,
      },
      ['有关定密规定'],
    ],
    [
      'S12',
      { outcome: 'N1', method: '逐卷翻阅', result: '只找到立项批复', reasons },
      ['逐卷翻阅。', '只找到立项批复。'],
    ],
    ['S01', { outcome: 'G1', where: '县政府网站', how: '在站内搜索“征地”' }, ['在站内搜索“征地”。']],
    ['S02', { outcome: 'G2', items: ['方案'], route: '邮寄', attachments: ['方案复印件'] }, ['附件：方案复印件']],
  ]
  for (const [code, fields, words] of added) {
    const letters = await lettersOf([...begun, searched, ['2025-03-20', 'decide', fields], ...finished])
    const text = (await printedOf(letters, code)).replace(/\s/g, '')
    for (const word of words) t.ok(text.includes(word.replace(/\s/g, '')), `${code}: ${word}`)
    t.notMatch(text, /undefined|null/, code)
  }
})

t.test('§30 补正 | what is answered is the request with its correction: every letter quotes both', async (t) => {
  const letters = await lettersOf([
    ...begun,
    ['2025-03-04', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次'] }],
    ['2025-03-10', 'receiveCorrection', { content: '指2023年第5批次中的东湾村部分' }],
    ['2025-03-11', 'acceptForm'],
    ['2025-03-11', 'recordSearch', searched[2] as object],
    ['2025-03-12', 'openDiscussion', { question: '是否公开', members: ['张主任'] }],
    ['2025-03-13', 'closeDiscussion', { conclusion: '公开' }],
    ['2025-03-14', 'consultThirdParty', { id: 'p', party: '青禾县禾丰建设有限公司', interest: '商业秘密' }],
    ['2025-03-17', 'recordOpinion', { id: 'p', opinion: 'consent' }],
    ['2025-03-18', 'extendReply', { workingDays: 5, reason: '资料分散' }],
    ['2025-03-20', 'decide', { outcome: 'G2', items: ['方案'], route: '邮寄' }],
    ...finished,
  ])
  for (const code of ['P03', 'P05', 'L08', 'L10', 'L11', 'S02']) {
    const text = await printedOf(letters, code)
    t.match(
      text,
      /请公开青禾镇东湾村2023年第5批次征地的补偿安置方案；.*申请人补正的内容为：指2023年第5批次中的东湾村部分/s,
      `${code}: the old words, then the new`,
    )
  }
  t.notMatch(await printedOf(letters, 'P01'), '申请人补正的内容', 'nothing was corrected when P01 was written')
})

t.test('办法 6 收费 | L06 tells basis, standard, amount, how and until when to pay, and what follows', async (t) => {
  const byPage = await printedOf(await lettersOf(charged), 'L06')
  for (const words of [
    '青自然资公开告〔2025〕2号',
    'QHZR202500001',
    '《中华人民共和国政府信息公开条例》第四十二条',
    '《政府信息公开信息处理费管理办法》第三条、第五条、第六条',
    '本件申请按量计收',
    '第1页至第30页，不收费。',
    '第31页至第100页，每页10元。',
    '第101页至第200页，每页20元。',
    '第201页以上，每页40元。',
    '本件申请所提供的信息共101页（A4及以下幅面纸张的单面为1页）。应缴信息处理费720元。',
    '领取政府非税收入缴款通知',
    '请申请人在20个工作日内缴清，期限自收到本通知书的次日起计算。',
    '自缴清的次日起重新计算答复期限，答复期限仍为完整的20个工作日。',
    '申请人逾期不缴费的，视为放弃申请，本机关不再处理该申请。',
  ])
    t.ok(byPage.includes(words), words)
  const byPiece = await printedOf(
    await lettersOf([...begun, ['2025-03-20', 'chargeFee', { basis: 'perRequest', monthlyCount: 41 }]]),
    'L06',
  )
  for (const words of [
    '第三条、第四条、第六条',
    '本件申请按件计收',
    '第1件至第10件，不收费。',
    '第11件至第30件，每件100元。',
    '第31件至第40件，每件200元。',
    '第41件以上，以10件为一档，每增加一档，每件增加100元。',
    '本件申请是申请人2025年3月向本机关提出的第41件政府信息公开申请。应缴信息处理费300元。',
  ])
    t.ok(byPiece.includes(words), words)
})

t.test('R50 收费 | the organ’s own way to pay is printed as its record says it; blank, the ordinary one', async (t) => {
  const own = await lettersOf(charged, { waysToPay: '请在青禾县政务服务中心3号窗口刷码缴纳' })
  const text = await printedOf(own, 'L06')
  t.ok(text.includes('请在青禾县政务服务中心3号窗口刷码缴纳。'))
  t.notMatch(text, /领取政府非税收入缴款通知/)
  const blank = await printedOf(await lettersOf(charged, { waysToPay: ' ' }), 'L06')
  t.match(blank, /领取政府非税收入缴款通知/)
})

t.test(
  '办法 6 逾期不缴费 | L15 tells the notice, its service, the missed day and the sum, and the remedies',
  async (t) => {
    const text = await printedOf(await lettersOf([...charged, ['2025-05-06', 'confirmLapse']]), 'L15')
    for (const words of [
      '政府信息公开申请不再处理告知书',
      '申请人逾期不缴纳信息处理费，视为放弃申请，本机关不再处理该申请。',
      '收取信息处理费720元',
      '本机关于2025年3月20日发出收费通知书。申请人于2025年3月21日收到收费通知书。缴费期限至2025年4月21日届满。',
      '《中华人民共和国政府信息公开条例》第四十二条、《政府信息公开信息处理费管理办法》第六条',
      ...remedyWords.RB2,
    ])
      t.ok(text.includes(words), words)
    t.notMatch(text, /补正/, 'nothing of a correction')
  },
)

t.test('§30 补正 | two corrections are both quoted, in their order', async (t) => {
  const letters = await lettersOf([
    ...begun,
    ['2025-03-04', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次'] }],
    ['2025-03-06', 'receiveCorrection', { content: '第5批次' }],
    [
      '2025-03-07',
      'requestCorrection',
      { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明年份'], override: '仍不明确' },
    ],
    ['2025-03-10', 'receiveCorrection', { content: '2023年' }],
    ['2025-03-11', 'withdrawRequest'],
  ])
  t.match(await printedOf(letters, 'L15'), '第一次补正：第5批次第二次补正：2023年')
})

t.test('R55 审核 | whoever examines or signs reads the very letter that will be issued', async (t) => {
  const decided: readonly Step[] = [
    ...begun,
    ...consulted,
    ['2025-03-20', 'decide', { outcome: 'W4', consultation: 'p', reasons }],
  ]
  const office = { on: '2025-03-25' as Day, organ, settings: defaultSettings }
  const draftOf = async (steps: readonly Step[]) => draftLetter((await play(steps)).current, office)
  t.equal(await draftOf([...begun, ...consulted]), null, 'before the decision there is none')
  const drafts = [decided, [...decided, finished[0] as Step], [...decided, ...finished.slice(0, 2)]]
  const issued = (await lettersOf([...decided, ...finished])).find(({ letter }) => letter === 'S07')
  for (const [i, state] of ['拟稿', '审核', '签发'].entries()) {
    const draft = await draftOf(drafts[i] as readonly Step[])
    t.match(draft, { letter: 'S07', fields: { 文号: '待编号', 成文日期: '2025-03-25' } }, state)
    t.strictSame(
      { ...draft?.fields, 文号: issued?.fields.文号 },
      issued?.fields,
      `${state}: signed on that day it says the same, the number apart`,
    )
  }
  t.match(await printed((await draftOf(decided)) as { letter: string; fields: object }), /待编号.*第三方不同意公开/s)
  t.equal(await draftOf([...decided, ...finished]), null, 'once signed the letter itself is read')
})

t.test('§32, R82 征求意见 | the third party learns what is asked for, never by whom', async (t) => {
  const asking = (information: object, more: object = {}): readonly Step[] => [
    ['2025-03-03', 'receiveRequest', { ...(received[2] as object), information }],
    ['2025-03-03', 'registerRequest'],
    ['2025-03-05', 'consultThirdParty', { id: 'p', party: '青禾县禾丰建设有限公司', interest: '商业秘密', ...more }],
  ]
  const told = async (information: object, more: object = {}) => {
    const letters = await lettersOf(asking(information, more))
    return letters.find(({ letter }) => letter === 'P04')?.fields.信息描述
  }
  for (const [description, expected] of [
    ['请公开青禾镇2023年征地补偿标准', '青禾镇2023年征地补偿标准'],
    ['您好，我现依法向贵局申请公开以下信息：11号地块成交结果。谢谢！', '11号地块成交结果'],
    ['本人李䶮，电话13800000000，住青禾镇东湾村1组，申请公开本人承包地的测量图', '申请人承包地的测量图'],
    ['申请获取李䶮（11010519491231002X）户的补偿协议，发到a@example.com', '申请人户的补偿协议，发到申请人'],
    ['我县自我评估报告', '我县自我评估报告'],
    ['代13912345678询问：某公司报价单', '代申请人询问：某公司报价单'],
  ] as const)
    t.equal(await told({ description }), expected, description)
  t.equal(
    await told({
      description: '我要告禾丰公司',
      title: '开发方案',
      documentNumber: '青自然资〔2024〕11号',
      period: '2024年',
    }),
    '开发方案，青自然资〔2024〕11号，2024年',
    'title, number and period stand for the request',
  )
  t.equal(
    await told({ description: '我要告禾丰公司' }, { information: '禾丰公司2024年报价单（李䶮申请）' }),
    '禾丰公司2024年报价单（申请人申请）',
    'the officer’s own words go first, and they do not tell either',
  )
  for (const part of ['因需要', '申请人，', '根据，', '请求', '，', 'a', '申请人甲申请人，'])
    t.type(
      await told({ description: part.repeat(9999 / part.length) }).catch(String),
      'string',
      `${part} thousands of times is no trap`,
    )
  await t.rejects(
    lettersOf(asking({ description: ' ' })),
    /neutralDescriptionMissing/,
    'with nothing to name it is refused',
  )
})

t.test('公文 | a line of the officer’s ends in one 。, typed or not; a law is named once', async (t) => {
  const reply = async (fields: object) =>
    printedOf(await lettersOf([...begun, searched, ['2025-03-20', 'decide', fields], ...finished]), 'S12')
  for (const [typed, expected] of [
    ['本机关没有制作', '本机关没有制作。'],
    ['本机关没有制作。', '本机关没有制作。'],
    ['本机关没有制作；', '本机关没有制作。'],
    ['档案写明“没有制作。”', '档案写明“没有制作。”'],
  ] as const) {
    const text = await reply({ outcome: 'N1', reasons: typed })
    t.ok(text.includes(`${expected}三、法律依据`), `${typed} → ${expected}`)
    for (const line of [
      '检索范围：机关综合档案室、公文管理系统。',
      '检索的信息形成时间：2023年。',
      '检索日期：2025年3月10日。',
    ])
      t.ok(text.includes(line), line)
    t.notMatch(text, /。。|；。/)
  }
})

t.test(
  'R22, R15 | P01 says that a correction may be given online, L03 how to look up, with an address only where there is one',
  async (t) => {
    const life: readonly Step[] = [
      ...begun,
      ['2025-03-04', 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['请写明批次'] }],
    ]
    const at = await lettersOf(life, { portalUrl: 'https://ysq.qinghe.example' })
    t.match(
      await printedOf(at, 'P01'),
      '补正材料可以在网上提交（登录https://ysq.qinghe.example，凭受理编号和查询码办理），可以当面提交，也可以邮寄至下列联系地址。',
    )
    t.match(await printedOf(at, 'L03'), '查询地址：https://ysq.qinghe.example')
    const without = await lettersOf(life)
    t.match(await printedOf(without, 'P01'), '补正材料可以在网上提交（登录提交申请的网页，凭受理编号和查询码办理）')
    const receipt = await printedOf(without, 'L03')
    t.notMatch(receipt, '查询地址', 'no address is pretended')
    t.match(receipt, '您可以打电话0000-0000001')
    const offline = await printedOf(await lettersOf(life, { channels: { email: '2019-05-15' } }), 'P01')
    t.notMatch(offline, '网上提交', 'an organ without the channel does not offer it')
    t.match(offline, '补正材料可以当面提交，也可以邮寄')
  },
)

t.test('§33.2 延长 | P03 names the office that consented, whoever keyed it in', async (t) => {
  for (const more of [
    { by: 'officer', approvedBy: 'officeHead', person: '周经办' },
    { by: 'officeHead', person: '赵主任' },
  ] as const) {
    const letters = await lettersOf([
      ...begun,
      ['2025-03-14', 'extendReply', { workingDays: 10, reason: '资料分散', ...more }],
    ])
    const text = await printedOf(letters, 'P03')
    t.match(text, '经本机关政府信息公开工作机构负责人同意，答复期限延长10个工作日。', more.by)
    t.match(text, '资料分散。')
    t.notMatch(text, more.person, 'the name stays in the ledger')
  }
})
