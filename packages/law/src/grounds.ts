import type { ArticleRef } from './citation.js'

/** The outcomes of a request, one an item (contract §1, rulebook §4). */
export const outcomes = [
  'G1',
  'G2',
  'G3',
  'W1',
  'W2',
  'W3',
  'W4',
  'W5',
  'W6',
  'W7',
  'W8',
  'N1',
  'N2',
  'N3',
  'N4',
  'Z1',
  'Z2',
  'Z3',
  'Z4',
  'Z5',
  'X1',
  'X2',
  'X3',
] as const
export type Outcome = (typeof outcomes)[number]

/** Which remedies a reply names: none, reconsideration first, either, or mixed by item (rulebook R56). */
export type RemedyBlock = 'RB0' | 'RB1' | 'RB2' | 'RB3'

/** A row of the yearly report's table three (国办公开办函〔2021〕30号). */
export type ReportLine =
  | '3.1'
  | '3.2'
  | `3.3.${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | `3.4.${1 | 2 | 3}`
  | `3.5.${1 | 2 | 3 | 4 | 5}`
  | `3.6.${1 | 2 | 3}`

/** The codes of the letters that tell an outcome. */
export type ReplyLetter =
  | 'S01'
  | 'S02'
  | 'S03'
  | 'S04'
  | 'S05'
  | 'S06'
  | 'S07'
  | 'S08'
  | 'S09'
  | 'S10'
  | 'S11'
  | 'S12'
  | 'S13'
  | 'S14'
  | 'S15'
  | 'S16'
  | 'S17'
  | 'S18'
  | 'S19'
  | 'S20'
  | 'S21'
  | 'L15'

/** What an outcome means for everybody: the reply's law, its letter, its remedy, its line in the report. */
export interface Ground {
  readonly zh: string
  readonly basis: readonly ArticleRef[]
  readonly letter: ReplyLetter
  readonly remedy: RemedyBlock
  readonly reportLine: ReportLine
}

const ground = (
  zh: string,
  basis: readonly ArticleRef[],
  letter: ReplyLetter,
  remedy: RemedyBlock,
  reportLine: ReportLine,
): Ground => ({ zh, basis, letter, remedy, reportLine })

/**
 * The one table of outcomes. Letters, remedies, the report and the checks all read it and cannot differ.
 * Refusals under 14, 15, 16 go to reconsideration first (复议法 23(1)(4)); the rest leave the choice (rulebook R56, A8).
 */
export const grounds: Readonly<Record<Outcome, Ground>> = {
  G1: ground('已主动公开', ['ogi:36(1)'], 'S01', 'RB2', '3.1'),
  G2: ground('予以公开', ['ogi:36(2)'], 'S02', 'RB2', '3.1'),
  G3: ground('部分公开', ['ogi:37'], 'S03', 'RB2', '3.2'),
  W1: ground('属于国家秘密', ['ogi:14', 'ogi:36(3)'], 'S04', 'RB1', '3.3.1'),
  W2: ground('其他法律行政法规禁止公开', ['ogi:14', 'ogi:36(3)'], 'S05', 'RB1', '3.3.2'),
  W3: ground('危及“三安全一稳定”', ['ogi:14', 'ogi:36(3)'], 'S06', 'RB1', '3.3.3'),
  W4: ground('保护第三方合法权益', ['ogi:15', 'ogi:32', 'ogi:36(3)'], 'S07', 'RB1', '3.3.4'),
  W5: ground('属于三类内部事务信息', ['ogi:16.1', 'ogi:36(3)'], 'S08', 'RB1', '3.3.5'),
  W6: ground('属于四类过程性信息', ['ogi:16.2', 'ogi:36(3)'], 'S09', 'RB1', '3.3.6'),
  W7: ground('属于行政执法案卷', ['ogi:16.2', 'ogi:36(3)'], 'S10', 'RB1', '3.3.7'),
  W8: ground('属于行政查询事项', ['ogi:36(7)'], 'S11', 'RB2', '3.3.8'),
  N1: ground('政府信息不存在', ['ogi:36(4)'], 'S12', 'RB2', '3.4.1'),
  N2: ground('不属于本机关负责公开', ['ogi:36(5)'], 'S13', 'RB2', '3.4.1'),
  N3: ground('没有现成信息需要另行制作', ['ogi:38'], 'S14', 'RB2', '3.4.2'),
  N4: ground('补正后申请内容仍不明确', ['ogi:30'], 'S15', 'RB2', '3.4.3'),
  Z1: ground('信访举报投诉类申请', ['ogi:39.1'], 'S16', 'RB2', '3.5.1'),
  Z2: ground('重复申请', ['ogi:36(6)'], 'S17', 'RB2', '3.5.2'),
  Z3: ground('要求提供公开出版物', ['ogi:39.2'], 'S18', 'RB2', '3.5.3'),
  Z4: ground('无正当理由大量反复申请', ['ogi:35'], 'S19', 'RB2', '3.5.4'),
  Z5: ground('要求确认或者重新出具已获取信息', ['ogi:36(6)'], 'S20', 'RB2', '3.5.5'),
  X1: ground('逾期不补正，不再处理', ['ogi:30'], 'L15', 'RB2', '3.6.1'),
  X2: ground('逾期不缴费，不再处理', ['ogi:42'], 'L15', 'RB2', '3.6.2'),
  X3: ground('其他处理', ['ogi:2'], 'S21', 'RB2', '3.6.3'),
}

/** The kinds of X3, each with what closes the case and the rule that applies instead (rulebook §4). */
export const otherKinds = {
  withdrawn: { zh: '申请人撤回', letter: 'L15', remedy: 'RB0', basis: 'practice' },
  notGovernmentInformation: { zh: '不属于政府信息', letter: 'S21', remedy: 'RB2', basis: 'ogi:2' },
  archive: { zh: '已移交国家档案馆的档案', letter: 'S21', remedy: 'RB2', basis: 'archives:15.2' },
  partyAffairs: { zh: '党务信息', letter: 'S21', remedy: 'RB2', basis: 'ogi:2' },
  publicUtility: { zh: '公共企事业单位信息', letter: 'S21', remedy: 'RB2', basis: 'ogi:55' },
  consultation: { zh: '咨询事项', letter: 'S21', remedy: 'RB2', basis: 'ogi:2' },
  applicantCeased: { zh: '申请人死亡或者终止', letter: null, remedy: 'RB0', basis: 'practice' },
} as const satisfies Record<string, { zh: string; letter: ReplyLetter | null; remedy: RemedyBlock; basis: ArticleRef }>

export type OtherKind = keyof typeof otherKinds

/** The grounds that may stand behind the withheld part of a G3, and refuse on their own. */
export const withholdingGrounds = ['W1', 'W2', 'W3', 'W4', 'W5', 'W6', 'W7', 'W8'] as const satisfies readonly Outcome[]
export type WithholdingGround = (typeof withholdingGrounds)[number]

/** Grounds under articles 14, 15 and 16: reconsideration comes before court. */
export const isReconsiderationFirst = (outcome: Outcome): boolean => grounds[outcome].remedy === 'RB1'

/** A decided outcome with what its remedy and law depend on. */
export interface DecidedOutcome {
  readonly outcome: Outcome
  readonly grounds?: readonly WithholdingGround[] | undefined
  readonly kind?: OtherKind | undefined
  /** The items of a request of several things, each decided by itself (rulebook R51). */
  readonly parts?: readonly DecidedOutcome[] | undefined
  /** W4: the asking that it rests on, or why nobody was asked. */
  readonly consultation?: unknown
  readonly notAsked?: unknown
}

const giving: readonly Outcome[] = ['G1', 'G2', 'G3']

/** Something of what was asked is given, or already open to everybody. */
export const gives = (outcome: Outcome): boolean => giving.includes(outcome)

/**
 * The headline of a request of several things (rulebook R51): all alike, that one; some given and some not, a partial
 * reply; nothing given, the one that the handler chooses, or the first.
 */
export const headlineOf = (outcomesOfItems: readonly Outcome[], chosen?: Outcome | undefined): Outcome => {
  const [first] = outcomesOfItems
  if (!first) throw new RangeError('a request without items has no headline')
  if (outcomesOfItems.every((one) => one === first)) return first
  if (outcomesOfItems.includes('G3')) return 'G3'
  if (outcomesOfItems.every(gives)) return 'G2'
  if (outcomesOfItems.some(gives)) return 'G3'
  return chosen && outcomesOfItems.includes(chosen) ? chosen : first
}

type BySetting = Partial<Record<Outcome, RemedyBlock>>

/**
 * Outcomes whose remedy is disputed (36(6), 36(7), 38, 39: courts are said to dismiss such suits), and so an organ's to
 * set; all others stand as the law has them, and none of 复议前置 among them (rulebook R77, A8).
 */
export const remedyIsOurs = ['W8', 'N3', 'Z1', 'Z2', 'Z3'] as const satisfies readonly Outcome[]

/**
 * The remedy block of one item; 复议前置 first (复议法 23), then the organ's setting where the law leaves one (A8). A partial
 * reply that withholds under 14, 15, 16 and sends the applicant elsewhere for another part (W8) is mixed in itself (R56).
 */
const remedyOfOne = ({ outcome, kind, grounds: withheld }: DecidedOutcome, bySetting: BySetting): RemedyBlock => {
  if (outcome === 'X3' && kind) return otherKinds[kind].remedy
  if (isReconsiderationFirst(outcome)) return 'RB1'
  if (outcome === 'G3' && withheld?.some(isReconsiderationFirst))
    return withheld.some((code) => remedyOfOne({ outcome: code }, bySetting) === 'RB2') ? 'RB3' : 'RB1'
  const set = (remedyIsOurs as readonly Outcome[]).includes(outcome) ? bySetting[outcome] : undefined
  return set ?? grounds[outcome].remedy
}

/** Of several items one that is mixed in itself goes to review first as a whole: its words are told by number, not by part. */
const remedyOfItem = (part: DecidedOutcome, bySetting: BySetting): RemedyBlock => {
  const block = remedyOfOne(part, bySetting)
  return block === 'RB3' ? 'RB1' : block
}

/**
 * The remedy block of a decision (rulebook R56). Several items under 14, 15, 16 and others that are adverse in another way
 * make it mixed (RB3); what is given beside them changes nothing.
 */
export const remedyOf = (decided: DecidedOutcome, bySetting: BySetting = {}): RemedyBlock => {
  const { parts } = decided
  if (!parts) return remedyOfOne(decided, bySetting)
  const blocks = parts.map((part) => remedyOfItem(part, bySetting))
  const otherwise = parts.some(({ outcome }, i) => blocks[i] === 'RB2' && outcome !== 'G1' && outcome !== 'G2')
  if (blocks.includes('RB1')) return otherwise ? 'RB3' : 'RB1'
  return blocks.every((block) => block === 'RB0') ? 'RB0' : 'RB2'
}

/** Which items (from 1) a mixed remedy sends to reconsideration first, and which leave the choice (rulebook R56). */
export const mixedItems = (
  parts: readonly DecidedOutcome[],
  bySetting: BySetting = {},
): { readonly first: readonly number[]; readonly either: readonly number[] } => {
  const numbered = parts.map((part, i) => ({ n: i + 1, block: remedyOfItem(part, bySetting) }))
  const of = (block: RemedyBlock): number[] => numbered.filter((one) => one.block === block).map(({ n }) => n)
  return { first: of('RB1'), either: of('RB2') }
}

/** The articles a decision rests on, in the order they are cited; of several items, those of each. */
export const basisOf = (decided: DecidedOutcome): ArticleRef[] => {
  const { outcome, grounds: withheld = [], kind, parts } = decided
  if (parts) return [...new Set(parts.flatMap(basisOf))]
  if (outcome === 'X3' && kind) return [otherKinds[kind].basis]
  // Article 32 is about asking: where nobody was asked it carries nothing (rulebook R28).
  const unasked = Boolean(decided.notAsked) && !decided.consultation
  const own = grounds[outcome].basis.filter((ref) => ref !== 'ogi:32' || !unasked)
  return outcome === 'G3' ? [...new Set([...own, ...withheld.flatMap((code) => grounds[code].basis.slice(0, 1))])] : own
}
