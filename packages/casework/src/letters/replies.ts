import {
  basisOf,
  cite,
  grounds,
  inChinese,
  mediumNames,
  methodNames,
  mixedItems,
  type OtherKind,
  type Outcome,
  remedyOf,
  remedyParagraphs,
} from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Decision } from '../facts.js'
import { type Fields, line, orNull, type ReplyContext, toApplicant } from './context.js'
import { askedParties, groundDetail, quoted, thirdPartyAnswer } from './ground-detail.js'
import { asWhole, itemLine } from './items.js'
import { countsInWords } from './reasons.js'

const list = (value: unknown): string[] => (Array.isArray(value) ? value.map(line) : [])
/** What the third party answered, told without naming it (rulebook §5.4 S07). */
const thirdPartyResult = (current: Case, id: unknown): Fields => {
  const [asked] = askedParties(current, id)
  return {
    权益类型: line(asked?.interest) || '第三方合法权益',
    征求意见日期: asked?.dispatchedOn ?? null,
    征求结果: thirdPartyAnswer(current, id),
  }
}

const searchFields = ({ searches }: Case): Fields => {
  const last = searches.at(-1)
  return {
    检索系统: [...new Set(searches.flatMap(({ systems }) => systems.map(line)))],
    检索关键词: [...new Set(searches.flatMap(({ keywords }) => keywords.map(line)))],
    检索期间: last?.period ?? null,
    检索日期: last?.on ?? null,
    检索方式: null,
    检索结果: null,
  }
}

const otherWords: Partial<Record<OtherKind, string>> = {
  notGovernmentInformation: '非政府信息',
  archive: '档案',
  partyAffairs: '党务信息',
  publicUtility: '公共企事业单位信息',
  consultation: '咨询事项',
}

const withheldBasis = (decision: Decision, current: Case): string[] =>
  (decision.withheldLines as string[] | undefined) ??
  (decision.grounds ?? []).map((code) => {
    const detail = groundDetail[code](decision, current)
      .filter(Boolean)
      .map((words) => line(words).replace(/[。；，]+$/u, ''))
      .join('，')
    const basis = grounds[code].basis.slice(0, 1).map(cite).join('')
    return `${grounds[code].zh}${detail ? `（${detail}）` : ''}，依据${basis}`
  })

const discretion = { 裁量说明: null, 区分处理说明: null }

type Own = (decision: Decision, current: Case) => Fields

/** The fields of each reply beside the common ones (rulebook §5.4). */
const own: Readonly<Partial<Record<Outcome, Own>>> = {
  G1: ({ where }) => ({ 公开位置: where, 查询方法: null, 补充说明: null }),
  G2: ({ items, route, availableOn, reasons }, { form }) => ({
    信息清单: list(items),
    提供形式: mediumNames[form.medium],
    提供方式: route,
    获取日期: orNull(availableOn),
    补充说明: orNull(reasons),
    附件: null,
  }),
  G3: (decision, current) => ({
    公开清单: list(decision.given),
    不公开清单: list(decision.withheld),
    不公开依据: withheldBasis(decision, current),
    提供形式: mediumNames[current.form.medium],
    提供方式: methodNames[current.form.method],
    获取日期: null,
    附件: null,
  }),
  W1: ({ neutralTitle, classification, secrecyPeriod }) => ({
    信息名称: line(neutralTitle),
    密级: line(classification),
    保密期限: line(secrecyPeriod),
    定密依据: null,
    区分处理说明: null,
  }),
  W2: ({ law, article }) => ({ 禁止规定: quoted(law), 禁止条款: line(article), 区分处理说明: null }),
  W3: ({ interest, harm }) => ({ 危及事项: line(interest), 危害说明: harm, 区分处理说明: null }),
  W4: ({ consultation }, current) => ({
    ...thirdPartyResult(current, consultation),
    公共利益衡量: null,
    区分处理说明: null,
  }),
  W5: ({ category }) => ({ 内部事务类别: line(category), ...discretion }),
  W6: ({ category }) => ({ 过程性信息类别: line(category), 程序状态: null, ...discretion }),
  W7: ({ file }) => ({ 案卷名称: line(file), 其他途径: null, ...discretion }),
  W8: ({ law, office, how }) => ({ 特别规定: quoted(law), 办理机构: line(office), 办理方式: how }),
  N1: (_, current) => searchFields(current),
  N2: ({ responsibleOrgan, contact }) => ({ 负责机关: orNull(responsibleOrgan), 联系方式: orNull(contact) }),
  N3: ({ existing }) => ({ 现有信息: orNull(existing) }),
  N4: ({ unclear }, { corrections }) => ({
    补正告知日期: corrections.at(-1)?.requestedOn ?? null,
    不明确之处: unclear ?? '信息的名称、文号或者其他特征描述',
  }),
  Z1: ({ channelTold }) => ({ 反映渠道: channelTold }),
  Z2: ({ earlierNumber, earlierRepliedOn }) => ({
    原受理编号: line(earlierNumber),
    原答复日期: earlierRepliedOn,
    原答复文号: null,
  }),
  Z3: ({ where }) => ({ 获取途径: where }),
  Z4: (_, { reasons }) => ({
    申请数量频次: reasons && countsInWords(reasons),
    说明理由告知日期: reasons?.askedOn ?? null,
    申请人理由: reasons?.content ?? null,
  }),
  Z5: ({ earlierSupply }) => ({ 已获取情况: earlierSupply }),
  X3: ({ kind }) => ({ 类别: kind ? (otherWords[kind] ?? '其他事项') : '其他事项', 适用规定: null, 办理途径: null }),
}

/** N4 may be judged without further words: the ledger itself says why (rulebook R26). */
const stillUnclear = ({ corrections }: Case): string => {
  const last = corrections.at(-1)
  if (!last?.receivedOn) throw new Error('a reply without reasons')
  return `本机关已于${inChinese(last.requestedOn)}告知补正，${inChinese(last.receivedOn)}收到补正后的申请，所述内容仍不足以确定所申请的信息。`
}

/** Z4 too: the ledger says that reasons were asked for and what came (rulebook R34). */
const noGoodReason = ({ reasons }: Case): string =>
  reasons?.content
    ? '申请人说明的理由不能说明其申请的数量、频次为何必要，本机关认为理由不合理。'
    : '申请人没有在期限内说明理由，本机关认为没有合理理由。'

const byLedger = (decision: Decision, current: Case): string =>
  decision.outcome === 'Z4' ? noGoodReason(current) : stillUnclear(current)

/** Everything a reply S01–S21 prints: the request, the decision and its law, the reasons, the remedy (rulebook R52). */
export const reply = (context: ReplyContext): Fields => {
  const { current, office } = context
  if (!current.decision) throw new Error('no reply for an undecided case')
  const { parts } = current.decision
  const decision = asWhole(current.decision, current)
  const fill = own[decision.outcome]
  if (!fill) throw new Error(`no reply for ${decision.outcome}`)
  const electronic = current.form.medium === 'electronic' || current.form.method === 'email'
  const act = decision.outcome === 'X3' ? '告知书' : '答复书'
  const reasoned = decision.outcome !== 'G1' && decision.outcome !== 'G2'
  return {
    ...toApplicant(context, basisOf(current.decision)),
    ...(reasoned ? { 理由: decision.reasons?.trim() || byLedger(decision, current) } : {}),
    救济告知: remedyParagraphs(remedyOf(current.decision, office.settings.remedyBlock), {
      organ: office.organ,
      act,
      electronic,
      items: parts && mixedItems(parts, office.settings.remedyBlock),
    }),
    分项答复: parts ? parts.map((part) => itemLine(part, current)) : null,
    ...fill(decision, current),
  }
}
