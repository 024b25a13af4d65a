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
  /** Variables that must be printed (rulebook R52, R53). */
  readonly elements: readonly string[]
  /** Is it read by somebody who must not learn who asked (rulebook R28, R31–R33)? */
  readonly hidesApplicant: boolean
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
  S04: ['密级', '保密期限'],
  S05: ['禁止规定', '禁止条款'],
  S06: ['危及事项', '危害说明'],
  S07: ['权益类型', '征求结果'],
  S08: ['内部事务类别'],
  S09: ['过程性信息类别'],
  S12: ['检索系统', '检索关键词', '检索结果'],
  S13: ['负责机关'],
  S16: ['反映渠道'],
  S17: ['原受理编号', '原答复日期'],
  S18: ['获取途径'],
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
    elements: reply ? elementsOf(code) : [],
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
