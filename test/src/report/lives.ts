import { addDays, type Day } from '@zhiqing/law'
import { type Act, a } from '../casework/court.js'
import type { Booked, Kind } from './book.js'
import { calendar } from './office.js'

/** A planned case: what is done, and what the clerk with the book is told of it. */
export interface Planned extends Omit<Booked, 'name'> {
  readonly acts: readonly Act[]
}

export const on = (day: string, plus: number): Day => addDays(day as Day, plus)
const workdays = (day: string, n: number): Day => calendar.addWorkingDays(day as Day, n).due
/** The first working day on or after one: nobody signs on a holiday here. */
export const desk = (day: string): Day => (calendar.isWorking(day as Day) ? (day as Day) : desk(on(day, 1)))

const names: Record<Kind, string> = {
  natural: '张三',
  commercial: '青禾建材公司',
  research: '青禾研究所',
  social: '青禾志愿者协会',
  legal: '青禾律师事务所',
  other: '青禾村民小组',
}

export const channels = ['inPerson', 'registeredMail', 'ordinaryMail', 'online', 'email', 'fax', 'oral'] as const
export type Channel = (typeof channels)[number]

/** The acts of receipt by each channel; the receipt day is `day`, whenever the papers reach the desk. */
export const arrives = (kind: Kind, channel: Channel, day: string): Act[] => {
  const applicant = { kind, name: names[kind], idNumber: '110101199003070054', phone: '13800000000' }
  const request = { applicant, information: { description: '青禾镇2023年征地补偿标准' }, channel }
  const later = on(day, 2)
  switch (channel) {
    case 'registeredMail':
      return [a(later, 'receiveRequest', { ...request, signedForOn: day })]
    case 'ordinaryMail':
    case 'fax':
      return [a(on(day, -1), 'receiveRequest', request), a(later, 'confirmReceipt', { confirmedOn: day })]
    case 'online':
    case 'email':
      return [a(later, 'receiveRequest', { ...request, submittedOn: day, by: 'registrar' })]
    default:
      return [a(day, 'receiveRequest', request)]
  }
}

const reasons = '依照所引条款。'
const withReasons = { reasons }
const decided: Record<string, Record<string, unknown>> = {
  G1: { where: '门户网站' },
  G2: { items: ['补偿标准'], route: '邮寄' },
  G3: { given: ['正文'], withheld: ['附件'], grounds: ['W6'], category: '过程稿', ...withReasons },
  W1: { classification: '秘密', secrecyPeriod: '10年', neutralTitle: '某项目材料', ...withReasons },
  W2: { law: '统计法', article: '第九条', ...withReasons },
  W3: { interest: '公共安全', harm: '影响运行', ...withReasons },
  W4: { consultation: '三', ...withReasons },
  W5: { category: '人事管理', ...withReasons },
  W6: { category: '讨论记录', ...withReasons },
  W7: { file: '执法案卷', ...withReasons },
  N1: withReasons,
  N3: { existing: '只有年度汇总', ...withReasons },
}
const diverted: Record<string, Record<string, unknown>> = {
  W8: { law: '不动产登记暂行条例', office: '登记中心', how: '凭证件查询', ...withReasons },
  N2: { responsibleOrgan: '青禾县教育局', ...withReasons },
  Z1: { channelTold: '信访局', ...withReasons },
  Z2: { earlierNumber: 'QHZR202300001', earlierRepliedOn: '2019-06-03', ...withReasons },
  Z3: { where: '新华书店', ...withReasons },
  Z5: { earlierSupply: '去年已提供', ...withReasons },
  X3: { kind: 'partyAffairs', ...withReasons },
}

/** Lines of the form by outcome, as rulebook §4 has them; written down here, not asked of the code. */
const line: Record<string, string> = {
  ...{ G1: '3.1', G2: '3.1', G3: '3.2' },
  ...Object.fromEntries([1, 2, 3, 4, 5, 6, 7, 8].map((n) => [`W${n}`, `3.3.${n}`])),
  ...{ N1: '3.4.1', N2: '3.4.1', N3: '3.4.2', N4: '3.4.3' },
  ...Object.fromEntries([1, 2, 3, 4, 5].map((n) => [`Z${n}`, `3.5.${n}`])),
  ...{ X1: '3.6.1', X2: '3.6.2', X3: '3.6.3' },
}

export interface Filing {
  readonly kind: Kind
  readonly channel: Channel
  readonly received: string
}

export const registered = ({ kind, channel, received }: Filing): Act[] => [
  ...arrives(kind, channel, received),
  a(on(received, 2), 'registerRequest'),
]

/** Drafted, examined, signed, posted on `day`. */
export const replied = (signedOn: string, postedOn: string = signedOn): Act[] => [
  a(signedOn, 'submitDraft', { person: '经办' }),
  a(signedOn, 'approveDraft', { person: '审核', secrecyReviewedOn: signedOn }),
  a(signedOn, 'signReply', { person: '局长' }),
  a(postedOn, 'dispatchReply', { method: 'mail', mailNumber: 'EMS1' }),
]

const asked = (from: string): Act[] => [
  a(from, 'requestCorrection', { guidance: '可以写明文件名称、文号或者形成年份', items: ['名称'] }),
  a(from, 'recordLetterService', { letter: 'P01', servedOn: from }),
]

const searched = (day: string): Act =>
  a(day, 'recordSearch', { systems: ['档案'], keywords: ['标准'], people: ['甲'], found: false })

/** How the merits are reached on a day, by outcome. */
const merits = (outcome: string, received: string, day: string): Act[] => {
  if (outcome === 'N4') {
    const told = on(received, 3)
    return [
      ...asked(told),
      a(on(told, 1), 'receiveCorrection', { content: '指那份' }),
      a(day, 'judgeStillUnclear', { unclear: '名称', ...withReasons }),
    ]
  }
  if (outcome === 'Z4')
    return [
      a(on(received, 3), 'askReasons', { months: 3, requests: 90 }),
      a(on(received, 4), 'receiveReasons', { content: '就是想看' }),
      a(day, 'judgeReasons', { accepted: false, ...withReasons }),
    ]
  if (diverted[outcome]) return [a(day, 'divert', { outcome, ...diverted[outcome] })]
  if (outcome === 'W4') {
    const told = on(received, 3)
    return [
      a(told, 'consultThirdParty', { id: '三', party: '青禾建材公司', interest: '商业秘密' }),
      a(told, 'recordOpinion', { id: '三', opinion: 'object' }),
      a(day, 'decide', { outcome, ...decided.W4 }),
    ]
  }
  return [...(outcome === 'N1' ? [searched(day)] : []), a(day, 'decide', { outcome, ...decided[outcome] })]
}

/** A case answered on a day. */
export const answered = (filing: Filing, outcome: string, day: string): Planned => ({
  kind: filing.kind,
  received: filing.received,
  closed: day,
  line: line[outcome] ?? '?',
  acts: [...registered(filing), ...merits(outcome, filing.received, day), ...replied(day)],
})

/** P01 served on a day: the tenth working day after it is the last (rulebook R24); closed the day after (X1). */
export const lapsed = (filing: Filing, toldOn: string): Planned => {
  const last = workdays(toldOn, 10)
  return {
    kind: filing.kind,
    received: filing.received,
    closed: on(last, 1),
    line: '3.6.1',
    acts: [...registered(filing), ...asked(toldOn), a(on(last, 4), 'confirmLapse')],
  }
}

const charged = (day: string): Act[] => [
  a(day, 'chargeFee', { basis: 'perRequest', monthlyCount: 12 }),
  a(day, 'recordLetterService', { letter: 'L06', servedOn: day }),
]

/** L06 served on a day: twenty working days to pay (rulebook R45); closed the day after (X2). */
export const unpaid = (filing: Filing, chargedOn: string): Planned => {
  const last = workdays(chargedOn, 20)
  return {
    kind: filing.kind,
    received: filing.received,
    closed: on(last, 1),
    line: '3.6.2',
    acts: [...registered(filing), ...charged(chargedOn), a(on(last, 2), 'confirmLapse')],
  }
}

export const withdrawn = (filing: Filing, day: string): Planned => ({
  kind: filing.kind,
  received: filing.received,
  closed: day,
  line: '3.6.3',
  acts: [...registered(filing), a(day, 'withdrawRequest')],
})

export const open = (filing: Filing): Planned => ({
  kind: filing.kind,
  received: filing.received,
  closed: null,
  line: null,
  acts: registered(filing),
})

export { asked, charged, line as lineOf, workdays }
