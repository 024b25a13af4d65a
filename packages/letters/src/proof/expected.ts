import {
  type ArticleRef,
  basisOf,
  cite,
  grounds,
  type OtherKind,
  type Outcome,
  otherKinds,
  outcomes,
  withholdingGrounds,
} from '@zhiqing/law'

/** What the law asks of a letter, by its code; nothing of a code that is not ours. */
export type Expected = {
  /** Outcomes that the letter tells. */
  readonly outcomes: readonly Outcome[]
  /** Full citations its head must list, neither more nor fewer; null where no table says. */
  readonly cites: readonly string[] | null
  /** Must it tell the remedies (RB1, RB2), or must it not (RB0)? Null for a code that is not ours. */
  readonly remedy: boolean | null
  /** Must the request be quoted word for word? */
  readonly quotesRequest: boolean
  /** Variables that must be printed (rulebook R52, R53, §5.3, §5.4). */
  readonly elements: readonly string[]
  /** What must be said in words, each by one of its wordings: a period, the consequence of silence (rulebook §5.3). */
  readonly says: readonly Said[]
  /** Is it read by somebody who must not learn who asked (rulebook R28, R31–R33)? */
  readonly hidesApplicant: boolean
}

/** Something a letter must say: its name for people, and the words by which it is known, one of which must stand there. */
export interface Said {
  readonly zh: string
  readonly words: readonly string[]
}

/** Letters with a remedy beside the replies: the third party's notice and the rectification (rulebook §5.3). */
const remedyBeside = ['P06', 'L13']

/** Letters beside the replies that quote the request (rulebook §5.2). */
const quoting = ['P01', 'P02', 'P03', 'P05', 'L02', 'L03', 'L06', 'L08', 'L10', 'L11', 'L12', 'L15']

const hiding = ['P04', 'P06', 'P07', 'L05']

/** Elements of every reply (rulebook R52); the quotation is asked for by itself. */
const replyElements = ['文号', '申请人', '收到日期', '补正日期', '法律依据']
const withoutReasons = ['S01', 'S02']

/** What the reasons of a ground must name (rulebook R53, §5.4). */
const ownElements: { readonly [code: string]: readonly string[] } = {
  S01: ['公开位置'],
  S02: ['信息清单', '提供方式'],
  S03: ['公开清单', '不公开清单', '不公开依据'],
  S04: ['信息名称', '密级', '保密期限'],
  S05: ['禁止规定', '禁止条款'],
  S06: ['危及事项', '危害说明'],
  S07: ['权益类型', '征求结果'],
  S08: ['内部事务类别'],
  S09: ['过程性信息类别'],
  S10: ['案卷名称', '其他途径'],
  S11: ['特别规定', '办理机构', '办理方式'],
  S12: ['检索系统', '检索关键词', '检索结果'],
  S13: ['负责机关'],
  S14: ['现有信息'],
  S15: ['不明确之处'],
  S16: ['反映渠道'],
  S17: ['原受理编号', '原答复日期'],
  S18: ['获取途径'],
  S19: ['申请数量频次', '说明理由告知日期', '申请人理由'],
  S20: ['已获取情况'],
  S21: ['适用规定', '办理途径'],
}

/** What the notices and the sheets must name (rulebook §5.3). */
const besideElements: { readonly [code: string]: readonly string[] } = {
  P01: ['补正事项', '指导释明', '补正期限', '提交方式'],
  P02: ['申请数量频次', '说明期限'],
  P03: ['原答复期限', '延期理由', '延长工作日数', '延长后期限', '批准人'],
  P04: ['信息描述', '涉及权益'],
  P05: ['征求日期'],
  P06: ['公开内容', '理由', '公开日期'],
  P07: ['信息描述', '征询问题'],
  L03: ['受理编号', '收到日期', '答复期限', '查询码'],
  L05: ['协查事项', '反馈期限'],
  L06: ['计收方式', '计收数量', '收费标准', '收费数额', '缴费期限', '缴纳方式'],
  L12: ['延迟理由', '延迟后期限'],
  L13: ['更正记录', '理由'],
  L15: ['告知发出日期', '告知收到日期', '补正期满日', '缴费期满日'],
}

const abandoned: Said = { zh: '逾期视为放弃申请', words: ['视为放弃'] }
const fifteen: Said = { zh: '15个工作日的期限', words: ['15个工作日'] }

/** Periods and consequences that are told in words (rulebook §5.3). */
const saidIn: { readonly [code: string]: readonly Said[] } = {
  P01: [abandoned],
  P02: [{ zh: '理由不合理或者没有说明的后果', words: ['不予处理'] }],
  P04: [fifteen, { zh: '逾期未提出意见的后果', words: ['自行决定'] }],
  P05: [{ zh: '征求意见所需时间不计算在期限内', words: ['不计算在', '不计入'] }],
  P07: [fifteen, { zh: '共同制作机关逾期视为同意', words: ['视为同意'] }],
  L06: [abandoned],
}

/** What the law asks of the letter with this code. */
export function expectedOf(code: string): Expected {
  const told = outcomes.filter((outcome) => grounds[outcome].letter === code)
  const reply = /^S\d\d$/.test(code) && told.length > 0
  const ours = /^[PLS]\d\d$/.test(code)
  return {
    outcomes: told,
    cites: reply ? citesOf(told) : null,
    remedy: ours ? told.some((outcome) => grounds[outcome].remedy !== 'RB0') || remedyBeside.includes(code) : null,
    quotesRequest: reply || quoting.includes(code),
    elements: reply ? elementsOf(code) : (besideElements[code] ?? []),
    says: saidIn[code] ?? [],
    hidesApplicant: hiding.includes(code),
  }
}

const elementsOf = (code: string): string[] => [
  ...replyElements,
  ...(withoutReasons.includes(code) ? [] : ['理由']),
  ...(ownElements[code] ?? []),
]

const kinds = Object.keys(otherKinds) as OtherKind[]

/** An outcome's articles by the one table of outcomes; X3 by its kinds, G3 with every ground that may be withheld. */
function refsOf(outcome: Outcome): ArticleRef[] {
  if (outcome === 'X3')
    return kinds.filter((kind) => otherKinds[kind].letter === 'S21').flatMap((kind) => basisOf({ outcome, kind }))
  return basisOf({ outcome, grounds: outcome === 'G3' ? withholdingGrounds : [] })
}

const citesOf = (told: readonly Outcome[]): string[] => [...new Set(told.flatMap(refsOf).map(cite))]

/** Full citations that an outcome may stand on. */
export const citesOfOutcome = (outcome: Outcome): string[] => refsOf(outcome).map(cite)

/** N1 政府信息不存在、N2 …: outcomes as people read them. */
export const outcomeNames = (told: readonly Outcome[]): string =>
  told.map((outcome) => `${outcome} ${grounds[outcome].zh}`).join('、')
