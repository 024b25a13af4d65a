import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { type Clock, type DueRow, type EndLine, type StepLine, scenarioFile, simulate } from './simulate.js'

// dozens of short processes
t.setTimeout(240_000)

const kinds = [
  'correctionNotice',
  'correctionReply',
  'reply',
  'replyStrict',
  'thirdPartyOpinion',
  'organOpinion',
  'reasons',
  'payment',
  'extensionNotice',
  'reconsideration',
  'litigation',
  'reconsiderationAnswer',
  'litigationAnswer',
  'redo',
  'assistance',
]
const stages = ['接收', '登记', '办理', '协查', '答复', '办结', '归档']
const states =
  'pendingConfirmation received registered formReview awaitingCorrection triage awaitingReasons searching discussing deciding awaitingPayment drafting examining signing issued served abandoned withdrawn archived'.split(
    ' ',
  )
const aDay = /^20\d\d-\d\d-\d\d$/
const anArticle = /^(ogi:\d+(\.\d+)?(\(\d+\))?|(fee|reconsideration|litigation):\d+(\.\d+)?(\(\d+\))?|practice)$/

/** What the contract promises of every line, refused ones too (§3). Returns what is wrong with it. */
const faultsOfStep = (line: StepLine): string[] => {
  const wrong: string[] = []
  const must = (name: string, fine: unknown) => fine || wrong.push(name)
  must('step', Number.isInteger(line.step))
  must('on', aDay.test(line.on))
  must('do', typeof line.do === 'string')
  must('ok', typeof line.ok === 'boolean')
  const before = line.clock?.status === 'none' && !line.ok
  must('stage', stages.includes(line.stage) || (before && line.stage === null))
  must('state', states.includes(line.state) || (before && line.state === null))
  const { status, dueOn, remainingWorkingDays: left, overdue, provisional } = line.clock ?? {}
  must('clock', Object.keys(line.clock ?? {}).length >= 5)
  must('clock.status', ['none', 'running', 'stopped', 'suspended', 'ended'].includes(status))
  must('clock.dueOn', dueOn === null || aDay.test(dueOn))
  must('clock.remaining', left === null || Number.isInteger(left))
  must('clock.overdue', typeof overdue === 'boolean')
  must('clock.provisional', typeof provisional === 'boolean')
  must('running is known', status !== 'running' || (dueOn !== null && left !== null))
  must('suspended is counted, without a day', status !== 'suspended' || (dueOn === null && left !== null))
  must('stopped is neither', !(status === 'stopped' || status === 'none') || (dueOn === null && left === null))
  must('dueDates', Array.isArray(line.dueDates))
  for (const row of line.dueDates ?? []) {
    must(`dueDates.what ${row.what}`, kinds.includes(row.what))
    must(`dueDates.dueOn ${row.what}`, row.dueOn === null || aDay.test(row.dueOn))
    must(`dueDates.article ${row.article}`, anArticle.test(row.article))
    must(`dueDates.provisional ${row.what}`, typeof row.provisional === 'boolean')
  }
  must('letters', Array.isArray(line.letters) && line.letters.every((code) => /^[PSL]\d\d$/.test(code)))
  must('warnings', Array.isArray(line.warnings) && line.warnings.every(({ code, zh }) => code && zh))
  must('refusal only when refused', line.ok === (line.refusal === undefined))
  if (line.refusal) {
    const { code, article, zh, permitted, also } = line.refusal
    must('refusal.code', /^[a-z][A-Za-z]+$/.test(code))
    must('refusal.article', anArticle.test(article))
    must('refusal.zh', /[\u4e00-\u9fff]/.test(zh) && !/[{}]|undefined|null/.test(zh))
    must('refusal.permitted', Array.isArray(permitted) && permitted.every((name) => typeof name === 'string'))
    must('refusal.also', Array.isArray(also) && also.every((row) => row.code && row.article && row.zh))
    must('a refused line makes no letter', line.letters?.length === 0)
  }
  return wrong
}

const faultsOfEnd = (line: EndLine): string[] => {
  const wrong: string[] = []
  const must = (name: string, fine: unknown) => fine || wrong.push(name)
  must('end', line.end === true)
  must('outcome', line.outcome === null || /^([GWNZX]\d)$/.test(line.outcome))
  must('reportLine', line.reportLine === null || /^3\.[1-6](\.\d)?$/.test(line.reportLine))
  must('remedy', line.remedy === null || /^RB[0-3]$/.test(line.remedy))
  must('onTime', line.onTime === null || typeof line.onTime === 'boolean')
  must('stage', stages.includes(line.stage))
  for (const key of ['reconsiderationBy', 'litigationBy'] as const) {
    const by = line.remedies?.[key]
    must(`remedies.${key}`, by === null || aDay.test(by as string))
  }
  must('trace', Array.isArray(line.trace))
  for (const row of line.trace ?? []) {
    must(`trace.on ${row.on}`, aDay.test(row.on))
    must(`trace.verb ${row.verb}`, 'start hold restart pause resume extend defer end'.split(' ').includes(row.verb))
    must(`trace.article ${row.article}`, anArticle.test(row.article))
    must(`trace.zh ${row.verb}`, /[\u4e00-\u9fff]/.test(row.zh))
  }
  return wrong
}

type Dues = Readonly<Record<string, string | null>>
const dues = (rows: readonly DueRow[]): Dues => Object.fromEntries(rows.map(({ what, dueOn }) => [what, dueOn]))

const running = (dueOn: string, remainingWorkingDays: number, more: Partial<Clock> = {}): Clock => ({
  status: 'running',
  dueOn,
  remainingWorkingDays,
  overdue: false,
  provisional: false,
  ...more,
})
const stopped: Clock = {
  status: 'stopped',
  dueOn: null,
  remainingWorkingDays: null,
  overdue: false,
  provisional: false,
}
const suspended = (remainingWorkingDays: number): Clock => ({ ...stopped, status: 'suspended', remainingWorkingDays })

interface Step {
  readonly clock?: Clock
  /** All due dates open after the step, no more and no fewer. */
  readonly dues?: Dues
  readonly state?: string
  readonly stage?: string
  readonly letters?: readonly string[]
  readonly warns?: string
}
interface Play {
  readonly title: string
  readonly steps: Readonly<Record<number, Step>>
  readonly end?: Partial<Omit<EndLine, 'trace' | 'end'>>
  /** `day verb article` */
  readonly trace: readonly string[]
}

const open = { outcome: null, reportLine: null, remedy: null, onTime: null }
const untold = { reconsiderationBy: null, litigationBy: null }
const fresh = (reply: string, correctionNotice: string): Dues => ({
  correctionNotice,
  reply,
  extensionNotice: reply,
})

const plays: Readonly<Record<string, Play>> = {
  V01: {
    title: '§33 答复 | twenty working days, the day of receipt not counted',
    steps: {
      1: {
        clock: running('2025-03-31', 20),
        dues: fresh('2025-03-31', '2025-03-12'),
        state: 'received',
        stage: '接收',
        letters: ['L03'],
      },
      2: {
        clock: running('2025-03-31', 20),
        dues: fresh('2025-03-31', '2025-03-12'),
        state: 'registered',
        stage: '登记',
        letters: ['L02'],
      },
      3: { clock: running('2025-03-31', 0), letters: [] },
      4: { clock: running('2025-03-31', -1, { overdue: true }), state: 'registered' },
    },
    end: { ...open, stage: '登记', remedies: untold },
    trace: ['2025-03-03 start ogi:31'],
  },
  V03: {
    title: '§33 答复 | received on a make-up working Sunday',
    steps: { 1: { clock: running('2025-10-31', 20), dues: fresh('2025-10-31', '2025-10-14') } },
    end: open,
    trace: ['2025-09-28 start ogi:31'],
  },
  V04: {
    title: '§33 答复 | make-up Sunday and Saturday count',
    steps: { 1: { clock: running('2025-10-30', 20), dues: fresh('2025-10-30', '2025-10-13') } },
    end: open,
    trace: ['2025-09-26 start ogi:31'],
  },
  V09: {
    title: '§30 补正 | the reply clock restarts on the day the correction is received',
    steps: {
      2: { clock: running('2025-05-27', 18 + 2) },
      3: {
        clock: stopped,
        dues: { correctionReply: null },
        state: 'awaitingCorrection',
        stage: '办理',
        letters: ['P01'],
      },
      4: { clock: stopped, dues: { correctionReply: '2025-05-19' } },
      5: { clock: running('2025-06-10', 20), state: 'formReview', stage: '办理' },
      6: { clock: running('2025-06-10', 0) },
      7: { clock: running('2025-06-10', -1, { overdue: true }) },
    },
    end: open,
    trace: ['2025-04-25 start ogi:31', '2025-04-29 hold ogi:30', '2025-05-12 restart ogi:30'],
  },
  V11: {
    title: '§32, §33.3 征求意见 | the time of asking is not counted, the strict day is shown beside',
    steps: {
      3: {
        clock: running('2025-07-01', 18),
        dues: { reply: '2025-07-01', extensionNotice: '2025-07-01' },
        letters: ['L11'],
      },
      4: { clock: suspended(16), stage: '协查', letters: ['P04', 'P05'] },
      5: { clock: suspended(16), stage: '协查', letters: [] },
      6: {
        clock: running('2025-07-14', 16),
        dues: { reply: '2025-07-14', replyStrict: '2025-07-10', extensionNotice: '2025-07-14' },
        stage: '办理',
      },
    },
    end: open,
    trace: ['2025-06-03 start ogi:31', '2025-06-09 pause ogi:32', '2025-06-20 resume ogi:33.3'],
  },
  V14: {
    title: '§33.3 征求意见 | two that overlap exclude their union, never their sum',
    steps: {
      4: { clock: suspended(16), letters: ['P04', 'P05'] },
      6: { clock: suspended(16), letters: ['P04'] },
      8: { clock: suspended(16) },
      9: {
        clock: running('2025-07-21', 16),
        dues: { reply: '2025-07-21', replyStrict: '2025-07-17', extensionNotice: '2025-07-21' },
      },
    },
    end: open,
    trace: [
      '2025-06-03 start ogi:31',
      '2025-06-09 pause ogi:32',
      '2025-06-12 pause ogi:32',
      '2025-06-20 resume ogi:33.3',
      '2025-06-27 resume ogi:33.3',
    ],
  },
  V16: {
    title: '§33.2 延长 | runs from the former due day, told before it',
    steps: {
      2: { clock: running('2025-08-29', 20) },
      3: {
        clock: running('2025-09-26', 21),
        dues: { correctionNotice: '2025-08-12', reply: '2025-09-26' },
        letters: ['P03'],
      },
    },
    end: open,
    trace: ['2025-08-01 start ogi:31', '2025-08-28 extend ogi:33.2'],
  },
  V21: {
    title:
      '办法 6 收费 | the notice stops the clock; a whole new period runs from the day after payment, no rest of the old',
    steps: {
      2: { clock: running('2026-03-30', 20) },
      3: {
        clock: stopped,
        dues: { payment: null },
        state: 'awaitingPayment',
        stage: '办理',
        letters: ['L06'],
      },
      4: { clock: stopped, dues: { payment: '2026-04-21' }, letters: [] },
      5: {
        clock: running('2026-05-12', 20),
        dues: { reply: '2026-05-12', extensionNotice: '2026-05-12' },
        state: 'deciding',
        letters: [],
      },
      6: { clock: running('2026-05-12', 0) },
      7: { clock: running('2026-05-12', -1, { overdue: true }) },
    },
    end: open,
    trace: ['2026-03-02 start ogi:31', '2026-03-20 hold fee:6', '2026-04-10 restart fee:6'],
  },
  V25: {
    title: '§33 答复 | across the year, over 元旦 and its make-up Sunday',
    steps: { 1: { clock: running('2026-01-19', 20) } },
    end: open,
    trace: ['2025-12-19 start ogi:31'],
  },
  V26: {
    title: 'C4 | a due day that needs the notice of 2027 is provisional',
    steps: { 2: { clock: running('2027-01-04', 20, { provisional: true }), dues: fresh('2027-01-04', '2026-12-15') } },
    end: open,
    trace: ['2026-12-04 start ogi:31'],
  },
  V27: {
    title: 'R60, R61 送达 | posted on the last day is in time; remedies run from the signature',
    steps: {
      4: { state: 'drafting', stage: '答复', letters: [] },
      5: { state: 'examining', letters: [] },
      6: { state: 'signing', letters: ['L08'] },
      7: { state: 'issued', clock: running('2025-03-31', 1), letters: ['S02'] },
      8: { state: 'issued', stage: '答复' },
      9: {
        state: 'served',
        stage: '办结',
        dues: { reconsideration: '2025-06-03', litigation: '2025-10-09' },
      },
      10: { state: 'archived', stage: '归档' },
    },
    end: {
      outcome: 'G2',
      reportLine: '3.1',
      remedy: 'RB2',
      onTime: true,
      stage: '归档',
      remedies: { reconsiderationBy: '2025-06-03', litigationBy: '2025-10-09' },
    },
    trace: ['2025-03-03 start ogi:31', '2025-03-31 end'],
  },
  'V27-late': {
    title: 'R60 送达 | posted the day after the last is late',
    steps: { 8: { state: 'issued', stage: '答复' } },
    end: { outcome: 'G2', reportLine: '3.1', remedy: 'RB2', onTime: false, stage: '答复', remedies: untold },
    trace: ['2025-03-03 start ogi:31', '2025-04-01 end'],
  },
  V29: {
    title: '复议法 20, 23 | review comes first; its last day rolls over the National Day',
    steps: { 9: { state: 'served', dues: { reconsideration: '2025-10-09' } } },
    end: {
      outcome: 'W5',
      reportLine: '3.3.5',
      remedy: 'RB1',
      onTime: true,
      stage: '办结',
      remedies: { reconsiderationBy: '2025-10-09', litigationBy: null },
    },
    trace: ['2025-07-07 start ogi:31', '2025-07-31 end'],
  },
  V30: {
    title: '行诉法 46 | six months end on the last of February, a make-up Saturday, and do not roll',
    steps: { 9: { state: 'served', dues: { reconsideration: '2025-10-30', litigation: '2026-02-28' } } },
    end: {
      outcome: 'N1',
      reportLine: '3.4.1',
      remedy: 'RB2',
      onTime: true,
      stage: '办结',
      remedies: { reconsiderationBy: '2025-10-30', litigationBy: '2026-02-28' },
    },
    trace: ['2025-08-04 start ogi:31', '2025-08-29 end'],
  },
  'as-of': {
    title: 'C3 | asOf: the arrangement that could be known then',
    // 春节 01-24…01-30, 02-01 a make-up Saturday; 2020-01-19 lies before
    steps: { 2: { clock: running('2020-02-21', 20), dues: fresh('2020-02-21', '2020-02-04') } },
    end: open,
    trace: ['2020-01-20 start ogi:31'],
  },
  'service-basis': {
    title: 'A3 | an organ that suspends from the consultee’s service',
    steps: {
      4: { clock: running('2025-07-01', 16) },
      5: { clock: suspended(14) },
      6: { clock: running('2025-07-10', 14), dues: { reply: '2025-07-10', extensionNotice: '2025-07-10' } },
    },
    end: open,
    trace: ['2025-06-03 start ogi:31', '2025-06-11 pause ogi:32', '2025-06-20 resume ogi:33.3'],
  },
}

const names = Object.keys(plays)
const all = simulate(names.map(scenarioFile))
const linesOf = (name: string) => {
  const mine = (line: { file?: string }) => line.file?.endsWith(`${name}.yaml`)
  return { steps: all.steps.filter(mine), end: all.ends.find(mine) as EndLine }
}

const differences = (t: Test, name: string): void => {
  const { title: _, steps, end, trace } = plays[name] as Play
  const found = linesOf(name)
  t.ok(
    found.steps.every((line) => line.ok),
    'every step is accepted',
  )
  t.same(
    found.steps.map((line) => line.step),
    found.steps.map((_, i) => i + 1),
    'steps count from 1',
  )
  for (const [number, expected] of Object.entries(steps)) {
    const line = found.steps[Number(number) - 1] as StepLine
    const where = `step ${number} ${line.do}`
    if (expected.clock) t.same(line.clock, expected.clock, `${where}: clock`)
    if (expected.dues) t.same(dues(line.dueDates), expected.dues, `${where}: due dates`)
    if (expected.state) t.equal(line.state, expected.state, `${where}: state`)
    if (expected.stage) t.equal(line.stage, expected.stage, `${where}: stage`)
    if (expected.letters) t.same(line.letters, expected.letters, `${where}: letters`)
  }
  if (end) t.match(found.end, end, 'end')
  const told = found.end.trace.map(({ on, verb, article }) => {
    // which item of article 31 has its own test below; the contract fixes no article for the end
    const cited = verb === 'start' ? article.replace(/\(\d\)$/, '') : article
    return verb === 'end' ? `${on} end` : `${on} ${verb} ${cited}`
  })
  t.same(told, trace, 'trace: day, verb, article')
}

t.test('contract §3 | every line has all its fields', (t) => {
  t.equal(all.status, 0, all.stderr)
  t.equal(all.ends.length, names.length, 'one end a file')
  for (const line of all.steps) {
    const wrong = faultsOfStep(line)
    if (wrong.length > 0) t.fail(`${line.file} step ${line.step}: ${wrong.join(', ')}`)
  }
  for (const line of all.ends) {
    const wrong = faultsOfEnd(line)
    if (wrong.length > 0) t.fail(`${line.file} end: ${wrong.join(', ')}`)
  }
  t.pass(`${all.steps.length} steps and ${all.ends.length} ends looked at`)
  t.end()
})

for (const name of names) {
  t.test(`${name} ${(plays[name] as Play).title}`, (t) => {
    differences(t, name)
    t.end()
  })
}

t.test('§31, contract §3 | the trace names the item of article 31 that the receipt rests on', (t) => {
  t.equal(linesOf('V01').end.trace[0]?.article, 'ogi:31(1)', 'handed in: 31(一)')
  t.end()
})

t.test('V11 | the due day of the third party and the articles of the due dates', (t) => {
  const lines = linesOf('V11').steps
  t.equal(dues((lines[3] as StepLine).dueDates).thirdPartyOpinion, null, 'not served, no period')
  t.equal(dues((lines[4] as StepLine).dueDates).thirdPartyOpinion, '2025-07-02')
  const articles = (line: StepLine) => Object.fromEntries(line.dueDates.map(({ what, article }) => [what, article]))
  t.match(articles(lines[0] as StepLine), { correctionNotice: /^ogi:30/, reply: /^ogi:33/, extensionNotice: /^ogi:33/ })
  t.match(articles(lines[4] as StepLine), { thirdPartyOpinion: /^ogi:32/ })
  t.match(articles(linesOf('V09').steps[3] as StepLine), { correctionReply: /^ogi:30/ })
  t.match(articles(linesOf('V27').steps[8] as StepLine), {
    reconsideration: /^reconsideration:20/,
    litigation: /^litigation:46/,
  })
  t.end()
})

t.test('V27 | the clock ends with the posting and keeps its day', (t) => {
  const { steps } = linesOf('V27')
  t.match((steps[7] as StepLine).clock, { status: 'ended', dueOn: '2025-03-31', overdue: false, provisional: false })
  t.match((linesOf('V27-late').steps[6] as StepLine).clock, { status: 'running' })
  t.match((linesOf('V27-late').steps[7] as StepLine).clock, { status: 'ended', dueOn: '2025-03-31', overdue: false })
  t.end()
})

t.test('contract §2, §3 | refusals are part of the play: exit 0, all of them at once, nothing changed', (t) => {
  const { status, steps, end } = simulate([scenarioFile('refused')])
  t.equal(status, 0)
  t.same(
    steps.flatMap((line) => faultsOfStep(line)),
    [],
  )
  t.same(
    steps.map((line) => line.ok),
    [true, false, true, false, false, false],
  )
  const [, again, , correction, extension, sign] = steps as [StepLine, StepLine, StepLine, StepLine, StepLine, StepLine]
  t.equal(again.state, 'received', 'a case is received once')
  const codes = (line: StepLine) => [line.refusal, ...(line.refusal?.also ?? [])].map((one) => one?.code).sort()
  t.same(codes(correction), ['correctionPeriodUnreasonable', 'correctionTooLate'], 'both faults of the notice')
  t.same(codes(extension), ['extensionAfterDue', 'extensionTooLong'], 'both faults of the extension')
  for (const line of [correction, extension, sign]) {
    t.equal(line.state, 'registered')
    t.equal(line.clock.dueOn, '2025-03-31')
    t.same(line.letters, [])
    t.ok(line.refusal?.permitted.includes('withdrawRequest'), 'what may be done instead')
    t.notOk(line.refusal?.permitted.includes('signReply'))
  }
  t.match(end, { ...open, stage: '登记' })
  t.equal(end.trace.length, 1, 'no verb from a refused step')
  t.end()
})

t.test('contract §3 | a step before any receipt is refused with all its fields, and the play goes on', (t) => {
  const { status, steps, end } = simulate([scenarioFile('before-receipt')])
  t.equal(status, 0)
  const [first, second, third] = steps as [StepLine, StepLine, StepLine]
  t.same(faultsOfStep(first), [])
  t.equal(first.ok, false)
  t.equal(first.clock.status, 'none')
  t.same(first.refusal?.permitted, ['receiveRequest'])
  t.ok(second.ok && third.ok)
  t.equal(end.stage, '登记')
  t.end()
})

t.test('contract §3 | several files: each line names its file, steps start again; standard input is “-”', async (t) => {
  const { readFileSync } = await import('node:fs')
  const one = scenarioFile('V01')
  const two = scenarioFile('V04')
  const both = simulate([one, two])
  t.equal(both.status, 0)
  t.ok(
    both.lines.every((line) => line.file === one || line.file === two),
    'file on every line',
  )
  t.same(
    both.steps.map((line) => line.step),
    [1, 2, 3, 4, 1, 2],
  )
  const alone = simulate([one])
  const piped = simulate(['-'], readFileSync(one, 'utf8'))
  t.equal(piped.status, 0)
  t.same(piped.lines, alone.lines, 'from standard input the same lines')
  t.same(
    both.lines.slice(0, 5).map(({ file: _, ...line }) => line),
    alone.lines.map(({ file: _, ...line }) => line),
  )
  t.end()
})

t.test('C1 | the play is the same in every zone of the process', (t) => {
  const files = [scenarioFile('V09'), scenarioFile('V30')]
  const here = simulate(files, '', 'Asia/Shanghai').lines
  for (const zone of ['America/New_York', 'Pacific/Auckland', 'UTC'])
    t.same(simulate(files, '', zone).lines, here, zone)
  t.end()
})

// ---- scenario files that are not valid

const lead = `title: 有误的脚本
events:
  - on: 2025-03-03
    do: receiveRequest
    channel: inPerson
    applicant: { kind: natural, name: 张三 }
    information: { description: 征地补偿标准 }
    form: { medium: paper, method: mail }
`
/** Title, text, line, field as it is written in the file. */
const broken: readonly (readonly [string, string, number, string])[] = [
  ['YAML that does not parse', `${lead}  - { on: 2025-03-04, do: registerRequest ]\n`, 9, ''],
  ['an unknown field at the top', `${lead}weather: 晴\n`, 9, 'weather'],
  [
    'an unknown field of a command',
    `${lead}  - on: 2025-03-04\n    do: registerRequest\n    colour: 红\n`,
    11,
    'colour',
  ],
  ['an unknown field of the applicant', lead.replace('name: 张三 }', 'name: 张三, use: 科研 }'), 6, 'use'],
  ['an unknown command', `${lead}  - on: 2025-03-04\n    do: transferCase\n`, 10, 'do'],
  ['a command of Object’s own', `${lead}  - on: 2025-03-04\n    do: constructor\n`, 10, 'do'],
  ['a missing field', `${lead}  - on: 2025-03-04\n    do: assignOfficer\n`, 9, 'officer'],
  ['a missing nested field', lead.replace('kind: natural, ', ''), 6, 'kind'],
  ['a missing day', `${lead}  - do: registerRequest\n`, 9, 'on'],
  ['a missing do', `${lead}  - on: 2025-03-04\n`, 9, 'do'],
  [
    'text where a number belongs',
    `${lead}  - on: 2025-03-04\n    do: extendReply\n    reason: 复杂\n    workingDays: 二十\n`,
    12,
    'workingDays',
  ],
  ['a number where text belongs', lead.replace('description: 征地补偿标准', 'description: 12'), 7, 'description'],
  ['text where a list belongs', `${lead}  - on: 2025-03-04\n    do: requestCorrection\n    items: 名称\n`, 11, 'items'],
  [
    'half a working day',
    `${lead}  - on: 2025-03-04\n    do: extendReply\n    reason: 复杂\n    workingDays: 2.5\n`,
    12,
    'workingDays',
  ],
  ['a channel that does not exist', lead.replace('inPerson', 'pigeon'), 5, 'channel'],
  ['30 February as the day', `${lead}  - on: 2025-02-30\n    do: registerRequest\n`, 9, 'on'],
  ['29 February of a common year', lead.replace('on: 2025-03-03', "on: '2025-02-29'"), 3, 'on'],
  [
    '30 February in another field',
    `${lead}  - on: 2025-03-04\n    do: extendReply\n    reason: 复杂\n    workingDays: 5\n    notifiedOn: 2025-02-30\n`,
    13,
    'notifiedOn',
  ],
  ['a day with a time', `${lead}  - on: 2025-03-04T08:00:00Z\n    do: registerRequest\n`, 9, 'on'],
  ['a key twice at the top', `${lead}title: 又一个\n`, 9, 'title'],
  ['a key twice in an event', `${lead}  - on: 2025-03-04\n    do: registerRequest\n    do: acceptForm\n`, 11, 'do'],
  ['an unknown setting', `settings:\n  suspensionBase: dispatch\n${lead}`, 2, 'suspensionBase'],
  ['a setting with an unknown value', `settings:\n  suspensionBasis: both\n${lead}`, 2, 'suspensionBasis'],
  [
    'an unknown field of the organ',
    `organ:\n  name: 青禾县民政局\n  type: countyDepartment\n  slogan: 好\n${lead}`,
    4,
    'slogan',
  ],
  ['an unknown type of organ', `organ:\n  name: 青禾县民政局\n  type: shop\n${lead}`, 3, 'type'],
  ['asOf that is no day', `asOf: 2025-02-30\n${lead}`, 1, 'asOf'],
  ['an unknown role', `${lead}  - on: 2025-03-04\n    do: registerRequest\n    by: king\n`, 11, 'by'],
  ['no events', 'title: 空\nevents: []\n', 2, 'events'],
  ['events missing', 'title: 空\n', 1, 'events'],
  ['events that are no list', 'title: 空\nevents: 无\n', 2, 'events'],
  ['an event that is no map', `${lead}  - 补正\n`, 9, 'events'],
  ['an empty file', '', 1, ''],
  ['a file that is only a word', '补正\n', 1, ''],
]

t.test('contract §3 | a file that is not valid names line and field, plays nothing, exits 2', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-scenarios-'))
  t.teardown(() => rmSync(folder, { recursive: true }))
  for (const [i, [title, text, line, field]] of broken.entries()) {
    const file = join(folder, `${i}.yaml`)
    writeFileSync(file, text)
    const { status, stdout, stderr } = simulate([file])
    const told = stderr.replaceAll(file, 'FILE').replaceAll('npm warn', '')
    t.equal(status, 2, `${title}: exit 2`)
    t.equal(stdout, '', `${title}: nothing is played`)
    t.match(told, new RegExp(`(^|[^0-9])${line}([^0-9]|$)`, 'm'), `${title}: line ${line}`)
    if (field) t.match(told, new RegExp(`(^|[^A-Za-z])${field}([^A-Za-z]|$)`, 'm'), `${title}: field ${field}`)
    t.notMatch(told, /\n\s+at /, `${title}: no stack`)
  }
  const good = scenarioFile('V01')
  writeFileSync(join(folder, 'bad.yaml'), broken[1]?.[1] as string)
  t.equal(simulate([good, join(folder, 'bad.yaml')]).status, 2, 'one bad file among good ones')
  t.equal(simulate([join(folder, 'nowhere.yaml')]).status, 2, 'no such file')
  t.equal(simulate([]).status, 2, 'no file at all')
  t.equal(simulate([good, '--quickly']).status, 2, 'an unknown option')
  t.end()
})

t.test(
  'contract §3 | a play outside the known law or calendar, or a paper recorded twice, ends in lines, not in a stack',
  (t) => {
    const replied = (day: string) =>
      `${lead.replace('2025-03-03', day)}  - { on: ${day}, do: registerRequest }
  - { on: ${day}, do: recordSearch, systems: [档案], keywords: [征地], people: [李四], found: true }
  - { on: ${day}, do: decide, outcome: G2, items: [标准], route: 邮寄 }
  - { on: ${day}, do: submitDraft, person: 李四 }
  - { on: ${day}, do: approveDraft, person: 王五, secrecyReviewedOn: ${day} }
  - { on: ${day}, do: signReply }
  - { on: ${day}, do: dispatchReply, method: mail }
  - { on: ${day}, do: recordService, servedOn: ${day} }
`
    const twice = `${lead}  - { on: 2025-03-03, do: registerRequest }
  - { on: 2025-03-05, do: consultThirdParty, id: 甲, party: 青禾建材公司, interest: 商业秘密 }
  - { on: 2025-03-07, do: recordLetterService, letter: P04, consultation: 甲, servedOn: 2025-03-06 }
  - { on: 2025-03-10, do: recordLetterService, letter: P04, consultation: 甲, servedOn: 2025-03-07 }
`
    for (const [title, text, steps] of [
      ['received before 2019-05-15 (A18)', lead.replace('2025-03-03', '2019-05-14'), 1],
      ['received before the calendar', lead.replace('2025-03-03', '2018-12-31'), 1],
      ['received beyond the calendar', lead.replace('2025-03-03', '2032-01-05'), 1],
      ['served where six months end beyond the calendar', replied('2031-08-01'), 9],
      [
        'looked at beyond the calendar',
        `${lead.replace('2025-03-03', '2031-11-24')}  - { on: 2032-01-05, do: calendarDay }\n`,
        2,
      ],
      ['a letter served twice', twice, 5],
    ] as const) {
      const { status, stderr, steps: told, ends } = simulate(['-'], text)
      t.equal(status, 0, `${title}: exit 0`)
      t.equal(told.length, steps, `${title}: a line for every event`)
      t.equal(ends.length, 1, `${title}: an end`)
      t.notMatch(stderr, /\n\s+at /, `${title}: no stack`)
    }
    t.end()
  },
)

t.test('contract §3 | every fault of the events at once', (t) => {
  const text = `${lead}  - on: 2025-03-04\n    do: registerRequest\n    colour: 红\n  - on: 2025-03-05\n    do: transferCase\n`
  const { status, stderr } = simulate(['-'], text)
  t.equal(status, 2)
  for (const word of ['11', 'colour', '13', 'transferCase']) t.match(stderr, word)
  t.end()
})

// ---- could these checks fail?

t.test('planted defect | a due day, a field, a letter or a trace that is wrong is seen', (t) => {
  const line = linesOf('V11').steps[5] as StepLine
  t.same(faultsOfStep(line), [])
  const { warnings: _, ...short } = line
  t.not(faultsOfStep(short as unknown as StepLine).length, 0, 'a missing field')
  t.not(faultsOfStep({ ...line, ok: false }).length, 0, 'a refused line without its refusal')
  t.not(faultsOfStep({ ...line, clock: { ...line.clock, dueOn: null } }).length, 0, 'running without a day')
  const summed = { ...dues(line.dueDates), reply: '2025-07-15' }
  t.notSame(dues(line.dueDates), summed, 'a due day one day off')
  t.not(
    faultsOfEnd({ ...linesOf('V11').end, remedies: {} as EndLine['remedies'] }).length,
    0,
    'an end without remedies',
  )
  t.end()
})
