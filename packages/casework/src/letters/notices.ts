import { type ArticleRef, otherOrganChase, remedyParagraphs } from '@zhiqing/law'
import type { Case, Consultation } from '../case.js'
import { correctionNoticeDue } from '../due.js'
import type { Decision, FactOf } from '../facts.js'
import type { Office } from '../office.js'
import {
  aboutRequest,
  citations,
  type Fields,
  headed,
  isProvisional,
  type LetterContext,
  line,
  toApplicant,
} from './context.js'
import { choseElectronic } from './electronic.js'
import { eachOf } from './items.js'
import { neutralDescription, withoutPerson } from './neutral.js'
import { overruledIn } from './overruled.js'

/** Online too where the organ takes requests online, with the address where it is known (rulebook R15, R22). */
const waysToCorrect = ({ organ: { portalUrl, channels } }: Office): string => {
  const online = portalUrl ? `登录${portalUrl}，` : '登录提交申请的网页，'
  const open = portalUrl !== null || channels.online !== undefined || Object.keys(channels).length === 0
  const byHand = '当面提交，也可以邮寄至下列联系地址'
  return open ? `补正材料可以在网上提交（${online}凭受理编号和查询码办理），可以${byHand}。` : `补正材料可以${byHand}。`
}

/** P01 补正告知书 (rulebook R22): every item at once. */
export const correctionNotice = (context: LetterContext): Fields => {
  const last = context.current.corrections.at(-1)
  return {
    ...toApplicant(context, ['ogi:30']),
    补正事项: last?.items.map(line) ?? [],
    指导释明: last?.guidance?.trim() || null,
    补正期限: last?.periodWorkingDays ?? 0,
    提交方式: waysToCorrect(context.office),
  }
}

/** Who consented, by the office they hold; the person who keyed it in stands in the ledger. */
const approvers = { officeHead: '政府信息公开工作机构负责人' } as const

/** P03 延期答复告知书 (rulebook R35); without a new day while another is being asked. */
export const extensionNotice = (context: LetterContext): Fields => {
  const { current, clock } = context
  return {
    ...toApplicant(context, ['ogi:33.2']),
    原答复期限: current.extension?.formerDueOn ?? null,
    延期理由: current.extension?.reason ?? '',
    批准人: current.extension ? approvers[current.extension.approvedBy] : null,
    延长工作日数: current.extension?.workingDays ?? 0,
    延长后期限: clock.dueOn,
    暂定: clock.provisional,
  }
}

const asked = ({ current, about }: LetterContext): Consultation => {
  const found = current.consultations.find(({ id }) => id === about)
  if (!found) throw new Error(`no consultation ${about} to write about`)
  return found
}

/** P04 征求意见书 to a third party (rulebook R28). */
export const thirdPartyLetter = (context: LetterContext): Fields => {
  const consulted = asked(context)
  return {
    ...headed(context, line(consulted.party)),
    法律依据: citations(['ogi:15', 'ogi:32']),
    信息描述: neutralDescription(context.current, consulted.information),
    涉及权益: line(consulted.interest) || '合法权益',
    权益说明: null,
    回复方式: null,
  }
}

/** P05 征求意见告知书 to the applicant (rulebook R28); once a suspension. */
export const consultationNotice = (context: LetterContext): Fields => {
  const consulted = asked(context)
  const thirdParty = consulted.kind === 'thirdParty'
  return {
    ...toApplicant(context, [
      thirdParty ? 'ogi:32' : consulted.kind === 'coProducer' ? 'ogi:34' : 'ogi:11',
      'ogi:33.3',
    ]),
    征求对象类别: thirdParty ? '第三方' : '机关',
    征求日期: consulted.dispatchedOn,
  }
}

/** The item that gives a third party's information out: the one that says so, else the only one. */
const givingOver = (decision: Decision, id: string): Decision | undefined => {
  const all = eachOf(decision)
  return all.find((one) => overruledIn({ ...one, parts: undefined }).some((told) => told.id === id)) ?? all[0]
}

/**
 * P06 依申请公开告知书 to a third party that objected (rulebook R29, §5.3): of its own information, with the reason for that
 * alone, as the decision says them. Nobody signs before both are written, so a party without them is a defect.
 */
export const thirdPartyDisclosureNotice = (context: LetterContext): Fields => {
  const { current, office } = context
  const consulted = asked(context)
  const { decision } = current
  const told = decision && overruledIn(decision).find(({ id }) => id === consulted.id)
  if (!told) throw new Error(`nobody wrote what ${consulted.id} is told`)
  const giving = decision && givingOver(decision, consulted.id)
  return {
    ...headed(context, line(consulted.party)),
    法律依据: citations(['ogi:15', 'ogi:32']),
    公开内容: told.content.trim(),
    理由: told.reason.trim(),
    意见收到日期: consulted.endedOn,
    基于公共利益: told.publicInterest === true,
    部分同意: consulted.opinion === 'partial',
    公开日期: (giving?.availableOn as string | undefined) ?? null,
    救济告知: remedyParagraphs('RB2', { on: office.on, organ: office.organ, act: '告知书', electronic: false }),
  }
}

const organBasis: Readonly<Record<Consultation['kind'], readonly ArticleRef[]>> = {
  thirdParty: ['ogi:32'],
  coProducer: ['ogi:34'],
  other: ['ogi:11', 'ogi:33.3'],
}

/** The officer's own question, else whether it may be given (rulebook §5.3 P07). */
const questionOf = ({ fact, current }: LetterContext): string => {
  const asked = fact.type === 'OrganConsulted' || fact.type === 'CoProducerConsulted' ? fact.question : undefined
  return asked?.trim()
    ? withoutPerson(asked, current)
    : '该信息是否可以公开；不应当公开的，请指明具体部分，并说明理由和依据。'
}

/** P07 征求意见书 to a co-making or other organ (rulebook R31, R32); silence is consent for co-makers only. */
export const organLetter = (context: LetterContext): Fields => {
  const consulted = asked(context)
  return {
    ...headed(context, line(consulted.party)),
    受理编号: context.current.number,
    法律依据: citations(organBasis[consulted.kind]),
    信息描述: neutralDescription(context.current, consulted.information),
    征询问题: questionOf(context),
    提出意见工作日数: consulted.kind === 'coProducer' ? null : (consulted.chaseWorkingDays ?? otherOrganChase),
    视为同意: consulted.kind === 'coProducer',
    附件: null,
  }
}

/** L05 协查函 (rulebook R33). */
export const assistanceLetter = (context: LetterContext): Fields => {
  const one = context.current.assistances.find(({ id }) => id === context.about)
  return {
    ...headed(context, line(one?.unit)),
    受理编号: context.current.number,
    外部协办: context.fact.type === 'AssistanceRequested' && context.fact.external === true,
    协查事项: withoutPerson(one?.question ?? '', context.current),
    反馈期限: one?.dueOn ?? null,
    附件: null,
  }
}

/** L03 登记回执 (rulebook R10–R13): the query code is put in by who prints it, never kept in the ledger. */
export const receipt = (context: LetterContext): Fields => {
  const { clock, office } = context
  const { 申请人, ...request } = aboutRequest(context)
  return {
    ...headed(context, String(申请人)),
    ...request,
    答复期限: clock.dueOn,
    暂定: clock.provisional,
    查询地址: office.organ.portalUrl,
  }
}

const withdrawalFields: Fields = {
  处理依据: null,
  终结类别: '撤回申请',
  告知发出日期: null,
  告知收到日期: null,
  补正期满日: null,
  缴费期满日: null,
  收费数额: null,
}

/** L15a for a correction that did not come, L15b for a fee that was not paid (rulebook R25, R47). */
const lapseFields = ({ corrections, fee }: Case, { outcome, lastDay }: FactOf<'RequestAbandoned'>): Fields => {
  const unpaid = outcome === 'X2'
  const asked = corrections.at(-1)
  return {
    处理依据: citations(unpaid ? ['ogi:42', 'fee:6'] : ['ogi:30']),
    终结类别: unpaid ? '逾期不缴费' : '逾期不补正',
    告知发出日期: (unpaid ? fee?.chargedOn : asked?.requestedOn) ?? null,
    告知收到日期: (unpaid ? fee?.servedOn : asked?.servedOn) ?? null,
    补正期满日: unpaid ? null : lastDay,
    缴费期满日: unpaid ? lastDay : null,
    收费数额: unpaid ? (fee?.amount ?? null) : null,
  }
}

/** L15 不再处理告知书 for a lapse, 终结通知 for a withdrawal (rulebook R25, R47, R104). */
export const closingNotice = (context: LetterContext): Fields => {
  const { current, office, fact } = context
  const { 法律依据, 补正日期, ...request } = toApplicant(context, [])
  const lapsed = fact.type === 'RequestAbandoned'
  const partly = fact.type === 'ItemsWithdrawn'
  return {
    ...request,
    ...(lapsed ? lapseFields(current, fact) : withdrawalFields),
    撤回日期: partly ? fact.withdrawnOn : current.withdrawnOn,
    撤回事项: partly ? fact.items.map(line) : null,
    救济告知: lapsed
      ? remedyParagraphs('RB2', {
          on: office.on,
          organ: office.organ,
          act: '告知书',
          electronic: choseElectronic(current.form),
        })
      : [],
  }
}

/** The days that L02 prints. */
export const registrationDays = ({ current, office, clock }: LetterContext) => {
  const notice = correctionNoticeDue(current, office.calendar)
  return { 补正告知期限: notice?.due ?? null, 答复期限: clock.dueOn, 暂定: isProvisional(notice, clock) }
}
