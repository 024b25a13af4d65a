import {
  grounds,
  type OtherKind,
  type Outcome,
  otherKinds,
  outcomes,
  type WithholdingGround,
  withholdingGrounds,
} from '@zhiqing/law'
import * as z from 'zod'
import type { PartDecision } from '../facts.js'
import { dayField, idField, longText, text, texts } from '../fields.js'
import { overruledField } from './overruled.js'

/** The kinds of X3 that somebody decides; a withdrawal is the applicant's own act. */
const decidedKinds = (Object.keys(otherKinds) as OtherKind[]).filter((kind) => kind !== 'withdrawn') as [
  OtherKind,
  ...OtherKind[],
]

/** A field of an outcome: its shape, its Chinese name, and whether a lawful reply can do without it. */
interface Field {
  readonly shape: z.ZodType
  readonly zh: string
  readonly optional?: true
  /** Not needed where this other field says why. */
  readonly unless?: string
}

const needed = (zh: string, shape: z.ZodType): Field => ({ zh, shape })
const spare = (zh: string, shape: z.ZodType): Field => ({ zh, shape, optional: true })
const words = longText(5000)
const line = text(300)

/** Can it be divided, and why not (条例 37); and for what may be withheld, why it is (条例 16; rulebook R54). */
const severability = spare('能否区分处理及其理由', words)
const discretion = spare('决定不予公开而不是公开的考虑', words)
/** Printed only where somebody looked: no law, regulation or rule wants it open (条例 16; rulebook R54). */
const rulesChecked = spare('已核查：法律、法规、规章没有规定应当公开', z.boolean())
/** When the information is to be had, and what comes with the letter (条例 36(2); rulebook R52). */
const availableOn = spare('获取时间', dayField)
const attachments = spare('随附的材料', texts())
const overruled = spare('不采纳其意见、公开其信息的第三方', overruledField)
/** Asked and against it, but nothing of theirs is given: withdrawn, not there, or withheld on another ground. */
const unaffected = spare('本决定没有公开其信息的第三方（征求意见的编号）', texts())

/** Fields of each decided outcome (contract §2); all but G1 and G2 also need reasons. */
export const outcomeFields: Partial<Record<Outcome, Readonly<Record<string, Field>>>> = {
  G1: {
    where: needed('公开的位置和查找方法', words),
    checkedOn: spare('网址核对日期', dayField),
    how: spare('怎样找到该信息', words),
  },
  G2: {
    items: needed('提供的信息', texts()),
    route: needed('提供的方式、途径', words),
    availableOn,
    attachments,
    overruled,
    unaffected,
  },
  G3: {
    given: needed('公开的部分', texts()),
    withheld: needed('不予公开的部分', texts()),
    grounds: needed('不予公开的理由类别', z.array(z.enum(withholdingGrounds)).max(8)),
    route: spare('提供的方式、途径', words),
    availableOn,
    attachments,
    overruled,
    unaffected,
  },
  W1: {
    classification: needed('密级', line),
    secrecyPeriod: needed('保密期限', line),
    neutralTitle: needed('信息名称（中性表述）', line),
    classificationBasis: spare('定密依据（可以写明的）', line),
    severability,
  },
  W2: { law: needed('禁止公开的法律、行政法规', line), article: needed('条款', line), severability },
  W3: {
    interest: needed('涉及的安全或者稳定（国家安全、公共安全、经济安全、社会稳定）', line),
    harm: needed('可能造成的危害', words),
    severability,
  },
  W4: {
    consultation: { ...needed('已结束的征求意见编号', idField), unless: 'notAsked' },
    notAsked: spare('没有征求第三方意见的原因', words),
    publicInterest: spare('不公开对公共利益的影响', words),
    severability,
  },
  W5: { category: needed('内部事务的类别', line), rulesChecked, discretion, severability },
  W6: {
    category: needed('过程性信息的类别', line),
    progress: spare('有关程序进行到哪一步', words),
    rulesChecked,
    discretion,
    severability,
  },
  W7: {
    file: needed('执法案卷', line),
    otherWay: spare('查阅案卷等其他途径', words),
    rulesChecked,
    discretion,
    severability,
  },
  W8: {
    law: needed('专门规定', line),
    article: spare('条款', line),
    office: needed('查询机构', line),
    how: needed('查询办法', words),
  },
  N1: { method: spare('怎样检索', words), result: spare('检索得到什么', words) },
  N2: { responsibleOrgan: spare('负责公开的机关', line), contact: spare('联系方式', line) },
  N4: { unclear: needed('仍不明确之处', words) },
  N3: { existing: spare('现有信息', words) },
  Z1: { channelTold: needed('告知的渠道', words) },
  Z2: {
    earlierNumber: needed('前次受理编号', line),
    earlierRepliedOn: needed('前次答复日期', dayField),
    earlierReplyNumber: spare('前次答复文号', line),
  },
  Z3: { where: needed('获取途径', words) },
  Z5: { earlierSupply: needed('此前提供的情况', words) },
  X3: { kind: needed('情形', z.enum(decidedKinds)), rule: spare('适用的规定', words), where: spare('办理途径', words) },
}

/** A field of an outcome as a form shows it. */
export interface OutcomeFieldName {
  readonly zh: string
  /** A lawful reply cannot do without it (but see `unless` above: another field may say why). */
  readonly needed: boolean
}

/** The fields of an outcome by name; of a partial reply those of its grounds too, none of which it must have. */
export const outcomeFieldNames = (outcome: Outcome): Readonly<Record<string, OutcomeFieldName>> => {
  const name = (fields: Readonly<Record<string, Field>>, spared: boolean) =>
    Object.entries(fields).map(([key, { zh, optional, unless }]) => [
      key,
      { zh, needed: !spared && !optional && !unless },
    ])
  const reasons = { zh: '理由', needed: outcome !== 'G1' && outcome !== 'G2' }
  return Object.fromEntries([
    ...(outcome === 'G3' ? name(partFields(withholdingGrounds), true) : []),
    ...name(outcomeFields[outcome] ?? {}, false),
    ['reasons', reasons],
  ])
}

/**
 * A partial reply withholds for the same grounds as a refusal, and takes the fields of each (rulebook R53). Two grounds
 * that share a field (`law` of W2 and W8, `category` of W5 and W6) name both in it.
 */
const partFields = (codes: readonly WithholdingGround[]): Readonly<Record<string, Field>> =>
  Object.assign({}, ...codes.map((code) => outcomeFields[code]))

const schemaFields = (outcome: Outcome): Readonly<Record<string, Field>> => ({
  ...(outcome === 'G3' ? partFields(withholdingGrounds) : {}),
  ...outcomeFields[outcome],
})

const schemaOf = (outcome: Outcome, fields: Readonly<Record<string, Field>>) =>
  z.strictObject({
    outcome: z.literal(outcome),
    reasons: longText(5000).optional(),
    ...Object.fromEntries(Object.entries(fields).map(([name, { shape }]) => [name, shape.optional()])),
  })

type DecisionInput = {
  outcome: Outcome
  reasons?: string | undefined
  grounds?: readonly WithholdingGround[] | undefined
  [field: string]: unknown
}

/** Outcomes that an item may have beside others: all but those that end a whole case. */
const itemOutcomes: readonly Outcome[] = outcomes.filter((code) => !['X1', 'X2', 'Z4'].includes(code))

/** One thing among several, with the fields of its own outcome. */
const partSchema = () => {
  const schemas = itemOutcomes.map((code) => schemaOf(code, schemaFields(code)).extend({ what: longText(1000) }))
  const [first, ...rest] = schemas
  if (!first) throw new Error('no outcome')
  return z.discriminatedUnion('outcome', [first, ...rest], {
    error: () => `应为下列之一：${choices(itemOutcomes)}`,
  })
}

/** A decision item by item; where nothing is given at all, `headline` names the outcome that stands for the case. */
export interface ItemisedInput {
  readonly items: readonly PartDecision[]
  readonly headline?: Outcome | undefined
}

/** A request of several things takes `items` in place of `outcome` (contract §2; rulebook R51). */
export const itemisedSchema = (): z.ZodType<ItemisedInput> =>
  z.strictObject({
    items: z.array(partSchema()).max(100),
    headline: z.enum(outcomes).optional(),
  }) as unknown as z.ZodType<ItemisedInput>

const choices = (codes: readonly Outcome[]): string => codes.map((code) => `${grounds[code].zh}（${code}）`).join('、')

/** One schema for the outcomes given: each takes its own fields and no other's. */
export const decisionSchema = (codes: readonly Outcome[]): z.ZodType<DecisionInput> => {
  const schemas = codes.map((code) => schemaOf(code, schemaFields(code)))
  const [first, ...rest] = schemas
  if (!first) throw new Error('no outcome')
  return z.discriminatedUnion('outcome', [first, ...rest], {
    error: () => `应为下列之一：${choices(codes)}`,
  }) as unknown as z.ZodType<DecisionInput>
}

const empty = (value: unknown): boolean =>
  value === undefined || (typeof value === 'string' && !value.trim()) || (Array.isArray(value) && value.length === 0)

const namesOfEmpty = (fields: Readonly<Record<string, Field>>, decision: DecisionInput): string[] =>
  Object.entries(fields)
    .filter(
      ([name, { optional, unless }]) => !optional && empty(decision[name]) && !(unless && !empty(decision[unless])),
    )
    .map(([, { zh }]) => zh)

/** Names of what a decision still lacks, all at once (条例 36–39; rulebook R52, R53). */
export const lacking = (decision: DecisionInput): string[] => {
  const { outcome } = decision
  const needsReasons = outcome !== 'G1' && outcome !== 'G2'
  return [
    ...namesOfEmpty(outcomeFields[outcome] ?? {}, decision),
    ...(needsReasons && empty(decision.reasons) ? ['理由'] : []),
  ]
}

/**
 * Names of what the grounds of a partial reply would say if they stood alone. Its reasons may say it in words, so this
 * only warns; the asking of a third party is looked for in the case.
 */
export const unsaidInPart = (decision: DecisionInput): string[] => {
  if (decision.outcome !== 'G3') return []
  const { consultation, ...fields } = partFields(decision.grounds ?? [])
  return namesOfEmpty(fields, decision)
}
