import { applicantKinds, channelNames, grounds, mediumNames, methodNames } from '@zhiqing/law'
import { attachmentKinds } from '../attachment.js'
import type { Case } from '../case.js'
import { aboutRequest, correctedWords, type Fields, type LetterContext, line, orNull } from './context.js'
import { registrationDays } from './notices.js'

const sheet = ({ office }: LetterContext): Fields => ({ 机关名称: office.organ.name, 成文日期: office.on })

/** What came with the request, by kind and number: the names of files are somebody's words. Null where nothing was filed. */
const filed = ({ attachments = [] }: Case): string[] | null => {
  const kinds = attachments.filter((one) => one.with === 'request').map(({ kind }) => attachmentKinds[kind])
  const counted = [...new Set(kinds)].map((zh) => `${zh}${kinds.filter((one) => one === zh).length}份`)
  return counted.length > 0 ? counted : null
}

/** L02 登记表 (rulebook R20); what nobody recorded is told as that, never as 无. */
export const registrationSheet = (context: LetterContext): Fields => {
  const { current, office, fact } = context
  const { applicant, information, form } = current
  return {
    ...sheet(context),
    ...aboutRequest(context),
    ...registrationDays(context),
    接收渠道: channelNames[current.channel],
    收到凭证: current.mailNumber ? `邮件号码${line(current.mailNumber)}` : null,
    申请人类型: applicantKinds[applicant.kind],
    证件类型: orNull(applicant.idType),
    代理人: orNull(applicant.agent),
    申请人联系方式: orNull(line([applicant.phone, applicant.email, applicant.address].filter(Boolean).join('，'))),
    信息名称: orNull(information.title),
    信息文号: orNull(information.documentNumber),
    信息期间: orNull(information.period),
    提供形式: mediumNames[form.medium],
    获取方式: methodNames[form.method],
    需要帮助: null,
    附件: filed(current),
    关联申请: fact.type === 'RequestRegistered' && fact.doubles.length > 0 ? fact.doubles : null,
    登记人: orNull(office.actor.person),
    经办人: current.officer,
  }
}

/** L08 审核签发单, made when the draft is approved; how it goes on is read off the ledger (rulebook R55, dossier/signing). */
export const approvalSheet = (context: LetterContext): Fields => {
  const { current, office, clock } = context
  const { 申请人, 受理编号, 收到日期, 申请内容 } = aboutRequest(context)
  const ground = current.decision && grounds[current.decision.outcome]
  return {
    机关名称: office.organ.name,
    申请人,
    受理编号,
    收到日期,
    申请内容,
    补正内容: correctedWords(current),
    补正日期: current.corrections.findLast(({ receivedOn }) => receivedOn)?.receivedOn ?? null,
    暂定: clock.provisional,
    文书名称: `政府信息公开申请${current.decision?.outcome === 'X3' ? '告知书' : '答复书'}`,
    答复结论: ground?.zh ?? null,
    答复期限: clock.dueOn,
    拟办意见: orNull(current.draft?.text),
    拟办人: current.draft?.by ?? current.officer ?? '没有记录',
    拟办日期: current.draft?.on ?? null,
    审核意见: orNull(current.approval?.opinion),
    审核人: current.approval?.by ?? '没有记录',
    审核日期: office.on,
    签发意见: null,
    签发人: null,
    签发日期: null,
    签发去向: null,
    文书文号: null,
  }
}

/** L10 会商纪要 (rulebook R33). */
export const discussionMinutes = (context: LetterContext): Fields => {
  const last = context.current.discussions.at(-1)
  const { 受理编号, 申请内容 } = aboutRequest(context)
  return {
    ...sheet(context),
    受理编号,
    申请内容,
    补正内容: correctedWords(context.current),
    会商日期: last?.on ?? null,
    会商成员: last?.members ?? [],
    会商事项: last?.question ?? '',
    各方意见: last?.views ?? null,
    会商结论: last?.conclusion ?? '',
    后续责任人: orNull(line(last?.followUpBy)),
    后续期限: last?.followUpOn ?? null,
  }
}

/** L11 检索记录 (rulebook R37). */
export const searchSheet = (context: LetterContext): Fields => {
  const last = context.current.searches.at(-1)
  const { 受理编号, 申请内容 } = aboutRequest(context)
  return {
    ...sheet(context),
    受理编号,
    申请内容,
    补正内容: correctedWords(context.current),
    检索系统: last?.systems.map(line) ?? [],
    检索关键词: last?.keywords.map(line) ?? [],
    检索期间: last?.period ?? null,
    检索方式: last?.method ?? null,
    检索人员: last?.people.map(line) ?? [],
    检索日期: last?.on ?? null,
    检索到: last?.found ?? false,
    结果说明: last?.result ?? null,
  }
}
