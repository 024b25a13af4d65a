import {
  basisOf,
  cite,
  citeAll,
  gives,
  grounds,
  groundWords,
  mediumNames,
  methodNames,
  mixedItems,
  type OtherKind,
  type Outcome,
  remedyOf,
  remedyParagraphs,
} from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Decision, PartDecision } from '../facts.js'
import { type Fields, line, orNull, type ReplyContext, toApplicant } from './context.js'
import { choseElectronic } from './electronic.js'
import { askedParties, groundDetail, lawQuoted, thirdPartyAnswer, thirdPartyTold } from './ground-detail.js'
import { asWhole, itemLine } from './items.js'
import { countsInWords } from './reasons.js'

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(line) : [])
/** What the third party answered, told without naming it (rulebook §5.4 S07); or why nobody was asked. */
const thirdPartyResult = (current: Case, { consultation, notAsked }: Decision): Fields => {
  const unasked = line(notAsked)
  const [asked] = unasked && !consultation ? [] : askedParties(current, consultation)
  return {
    权益类型: line(asked?.interest) || '第三方合法权益',
    征求意见日期: asked?.dispatchedOn ?? null,
    征求结果: asked ? thirdPartyAnswer(current, consultation) : '没有意见',
    征求情况: asked ? thirdPartyTold(current, consultation) : null,
    未征求原因: asked ? null : unasked || null,
  }
}

const searchFields = ({ searches }: Case, { method, result }: Decision): Fields => {
  const last = searches.at(-1)
  return {
    检索系统: [...new Set(searches.flatMap(({ systems }) => systems.map(line)))],
    检索关键词: [...new Set(searches.flatMap(({ keywords }) => keywords.map(line)))],
    检索期间: last?.period ?? null,
    检索日期: last?.on ?? null,
    检索方式: orNull(method ?? last?.method),
    检索结果: orNull(result ?? last?.result),
  }
}

const otherWords: Partial<Record<OtherKind, string>> = {
  notGovernmentInformation: '非政府信息',
  archive: '档案',
  partyAffairs: '党务信息',
  publicUtility: '公共企事业单位信息',
  consultation: '咨询事项',
}

/** Of several items, what each that is not given rests on: there need be no ground of articles 14 to 16 among them. */
const basisOfItems = (parts: readonly PartDecision[]): string[] =>
  parts
    .filter(({ outcome }) => outcome === 'G3' || !gives(outcome))
    .map((part) => `${groundWords[part.outcome]}，依据${citeAll(basisOf(part))}`)

const withheldBasis = (decision: Decision, current: Case): string[] =>
  current.decision?.parts ? basisOfItems(current.decision.parts) : basisOfGrounds(decision, current)

const basisOfGrounds = (decision: Decision, current: Case): string[] =>
  (decision.grounds ?? []).map((code) => {
    const detail = groundDetail[code](decision, current)
      .filter(Boolean)
      .map((words) => line(words).replace(/[。；，]+$/u, ''))
      .join('，')
    const basis = grounds[code].basis.slice(0, 1).map(cite).join('')
    return `${groundWords[code]}${detail ? `（${detail}）` : ''}，依据${basis}`
  })

/** What the officer said of dividing the information, and of withholding what might be given. */
const divided = ({ severability }: Decision): Fields => ({ 区分处理说明: orNull(severability) })
const weighed = (decision: Decision): Fields => ({
  规定核查: decision.rulesChecked === true,
  裁量说明: orNull(decision.discretion),
  ...divided(decision),
})

type Own = (decision: Decision, current: Case) => Fields

/** The fields of each reply beside the common ones (rulebook §5.4). */
const own: Readonly<Partial<Record<Outcome, Own>>> = {
  G1: ({ where, how, reasons }) => ({ 公开位置: where, 查询方法: orNull(how), 补充说明: orNull(reasons) }),
  G2: ({ items, route, availableOn, attachments, reasons }, { form }) => ({
    信息清单: list(items),
    提供形式: mediumNames[form.medium],
    提供方式: route,
    获取日期: orNull(availableOn),
    补充说明: orNull(reasons),
    附件: attachments ? list(attachments) : null,
  }),
  G3: (decision, current) => ({
    公开清单: list(decision.given),
    不公开清单: list(decision.withheld),
    不公开依据: withheldBasis(decision, current),
    提供形式: mediumNames[current.form.medium],
    提供方式: line(decision.route) || methodNames[current.form.method],
    获取日期: orNull(decision.availableOn),
    附件: decision.attachments ? list(decision.attachments) : null,
  }),
  W1: (decision) => ({
    信息名称: line(decision.neutralTitle),
    密级: line(decision.classification),
    保密期限: line(decision.secrecyPeriod),
    定密依据: line(decision.classificationBasis) || null,
    ...divided(decision),
  }),
  W2: (decision) => {
    const { law, article } = lawQuoted(decision)
    return { 禁止规定: law, 禁止条款: article, ...divided(decision) }
  },
  W3: (decision) => ({ 危及事项: line(decision.interest), 危害说明: decision.harm, ...divided(decision) }),
  W4: (decision, current) => ({
    ...thirdPartyResult(current, decision),
    公共利益衡量: orNull(decision.publicInterest),
    ...divided(decision),
  }),
  W5: (decision) => ({ 内部事务类别: line(decision.category), ...weighed(decision) }),
  W6: (decision) => ({
    过程性信息类别: line(decision.category),
    程序状态: orNull(decision.progress),
    ...weighed(decision),
  }),
  W7: (decision) => ({ 案卷名称: line(decision.file), 其他途径: orNull(decision.otherWay), ...weighed(decision) }),
  W8: (decision) => {
    const { law, article } = lawQuoted(decision)
    return { 特别规定: law, 特别条款: article || null, 办理机构: line(decision.office), 办理方式: decision.how }
  },
  N1: (decision, current) => searchFields(current, decision),
  N2: ({ responsibleOrgan, contact }) => ({ 负责机关: orNull(responsibleOrgan), 联系方式: orNull(contact) }),
  N3: ({ existing }) => ({ 现有信息: orNull(existing) }),
  N4: ({ unclear }, { corrections }) => ({
    补正告知日期: corrections.at(-1)?.requestedOn ?? null,
    不明确之处: unclear ?? '',
  }),
  Z1: ({ channelTold }) => ({ 反映渠道: channelTold }),
  Z2: ({ earlierNumber, earlierRepliedOn, earlierReplyNumber }) => ({
    原受理编号: line(earlierNumber),
    原答复日期: earlierRepliedOn,
    原答复文号: line(earlierReplyNumber) || null,
  }),
  Z3: ({ where }) => ({ 获取途径: where }),
  Z4: (_, { reasons }) => ({
    申请数量频次: reasons && countsInWords(reasons),
    说明理由告知日期: reasons?.askedOn ?? null,
    申请人理由: reasons?.content ?? null,
  }),
  Z5: ({ earlierSupply }) => ({ 已获取情况: earlierSupply }),
  X3: ({ kind, rule, where }) => ({
    类别: kind ? (otherWords[kind] ?? '其他事项') : '其他事项',
    适用规定: orNull(rule),
    办理途径: orNull(where),
  }),
}

/** Everything a reply S01–S21 prints: the request, the decision and its law, the reasons, the remedy (rulebook R52). */
export const reply = (context: ReplyContext): Fields => {
  const { current, office } = context
  if (!current.decision) throw new Error('no reply for an undecided case')
  const { parts } = current.decision
  const decision = asWhole(current.decision, current)
  const fill = own[decision.outcome]
  if (!fill) throw new Error(`no reply for ${decision.outcome}`)
  const act = decision.outcome === 'X3' ? '告知书' : '答复书'
  const reasoned = decision.outcome !== 'G1' && decision.outcome !== 'G2'
  return {
    ...toApplicant(context, basisOf(current.decision)),
    ...(reasoned ? { 理由: decision.reasons?.trim() ?? '' } : {}),
    救济告知: remedyParagraphs(remedyOf(current.decision, office.settings.remedyBlock), {
      on: office.on,
      organ: office.organ,
      act,
      electronic: choseElectronic(current.form),
      items: parts && mixedItems(parts, office.settings.remedyBlock),
    }),
    分项答复: parts ? parts.map((part) => itemLine(part, current)) : null,
    ...fill(decision, current),
  }
}
