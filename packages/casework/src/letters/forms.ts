import {
  courtOf,
  type Day,
  inChinese,
  instanceNames,
  litigationResults,
  reconsiderationOrganOf,
  reconsiderationResults,
  remedyColumnNames,
  remedyColumns,
} from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Reconsideration, Remedy, Suit } from '../case-remedies.js'
import { reviewAnswerDue, suitAnswerDue } from '../due-remedies.js'
import type { Office } from '../office.js'
import { type Fields, line } from './context.js'
import { markedDrill } from './drill.js'
import { neutralDescription } from './neutral.js'
import { reviewSheet } from './review-sheet.js'
import { serviceReceipt } from './service-receipt.js'

/** Papers printed when they are needed: they say what stands in the case, take no number and leave no trace in it. */
export const formCodes = ['L01', 'L04', 'L07', 'L09', 'L16'] as const
export type FormCode = (typeof formCodes)[number]

interface FormContext {
  readonly current: Case
  readonly office: Pick<Office, 'on' | 'organ' | 'calendar'> & Partial<Pick<Office, 'settings'>>
  /** Which consultation, letter (`3`, or `3-2` for its second addressee) or remedy; the last one where it is left out. */
  readonly of: string | undefined
  /** The names of letters, as templates have them. */
  readonly nameOf: (code: string) => string
}

const contact = ({ organ }: Pick<FormContext['office'], 'organ'>): Fields => ({
  机关名称: organ.name,
  联系部门: organ.department,
  联系电话: organ.telephone,
  联系地址: organ.address,
  邮政编码: organ.postcode,
})

/** L01 政府信息公开申请表, empty (rulebook R17): no purpose is asked for, and no case is needed for it. */
export const requestFormFields = (office: Pick<FormContext['office'], 'organ' | 'settings'>): Fields => ({
  ...contact(office),
  办公时间: office.organ.hours || null,
  网上提交: office.organ.portalUrl,
  保存期限: office.settings?.retention ?? null,
})

const only = <One>(all: readonly One[], named: (one: One) => boolean, of: string | undefined): One | undefined =>
  of === undefined ? all.at(-1) : all.find(named)

/** L04 征求意见确认函: what the third party fills in and sends back (rulebook R28). */
const opinionForm = ({ current, office, of }: FormContext): Fields | undefined => {
  const asked = only(
    current.consultations.filter(({ kind }) => kind === 'thirdParty'),
    ({ id }) => id === of,
    of,
  )
  const letter = asked && current.letters.findLast((one) => one.letter === 'P04' && one.consultation === asked.id)
  return (
    asked && {
      ...contact(office),
      征求意见书文号: letter?.documentNumber ?? null,
      信息描述: neutralDescription(current, asked.information),
      第三方名称: line(asked.party),
    }
  )
}

type Heard = Reconsideration | Suit
const isHeard = (one: Remedy): one is Heard => one.kind !== 'complaint'

const columnWords = (column: string): string => {
  const at = (remedyColumns as readonly string[]).indexOf(column)
  return remedyColumnNames[at] ?? column
}

/** The two tables share codes, not words: a court dismisses a claim, a review organ a 行政复议请求. */
const resultWords: Readonly<Record<Heard['kind'], Readonly<Record<string, { readonly zh: string }>>>> = {
  reconsideration: reconsiderationResults,
  litigation: litigationResults,
}

const told = ({ kind, decisions }: Heard): string[] =>
  decisions.map(
    ({ result, column, instance, decidedOn }) =>
      `${inChinese(decidedOn)}${instance ? instanceNames[instance] : ''}${resultWords[kind][result]?.zh ?? result}（${columnWords(column)}）`,
  )

/** The day the reply that a remedy ordered went out; null until it does (rulebook R76). */
const performedOn = ({ redo, reply, rounds }: Case, { id }: Heard): Day | null =>
  (redo?.remedy === id
    ? reply?.dispatchedOn
    : rounds.findLast((one) => one.redo?.remedy === id)?.reply?.dispatchedOn) ?? null

/** The number of the reply that was challenged: that of its round, or the one that still stands. */
const challenged = ({ rounds, letters }: Case, { round }: Heard): string | null =>
  rounds[round]?.replyNumber ?? letters.findLast(({ letter }) => letter.startsWith('S'))?.documentNumber ?? null

/** The court it is before: an appeal goes to the second, whatever was decided before. */
const instanceOf = ({ at, decisions }: Suit): string => {
  if (at.state === 'appealing') return instanceNames.second
  return instanceNames[decisions.at(-1)?.instance ?? 'first']
}

const ofSuit = (suit: Suit, { organ }: FormContext['office']): Fields => {
  const { path, court, coDefendant, appealedOn } = suit
  return {
    类别: '行政诉讼',
    审级: instanceOf(suit),
    上诉日期: appealedOn,
    受理机构: court ?? courtOf(organ),
    途径: path === 'direct' ? '未经复议直接起诉' : '复议后起诉',
    机关地位: coDefendant ? '共同被告' : '被告',
    程序: null,
  }
}

const ofReview = ({ body, procedure }: Reconsideration, { organ }: FormContext['office']): Fields => ({
  类别: '行政复议',
  审级: null,
  上诉日期: null,
  受理机构: body ?? reconsiderationOrganOf(organ),
  途径: null,
  机关地位: '被申请人',
  程序: procedure === 'simplified' ? '简易程序' : '普通程序',
})

/** L16 台账卡: one remedy from its filing to its end (rulebook R70–R76). */
const remedyCard = ({ current, office, of }: FormContext): Fields | undefined => {
  const remedy = only(current.remedies.filter(isHeard), ({ id }) => id === of, of)
  if (!remedy) return undefined
  const due =
    remedy.kind === 'litigation' ? suitAnswerDue(remedy, office.calendar) : reviewAnswerDue(remedy, office.calendar)
  const results = told(remedy)
  return {
    机关名称: office.organ.name,
    申请人: line([current.applicant, ...current.coApplicants].map(({ name }) => name).join('、')) || '申请人',
    受理编号: current.number,
    成文日期: office.on,
    ...(remedy.kind === 'litigation' ? ofSuit(remedy, office) : ofReview(remedy, office)),
    案号: remedy.caseNumber,
    被诉文书: challenged(current, remedy),
    提出日期: remedy.filedOn,
    受理日期: null,
    延期中止: null,
    裁判收到日期: remedy.decisions.at(-1)?.receivedOn ?? null,
    履行日期: performedOn(current, remedy),
    收到副本日期: remedy.copyReceivedOn,
    答复期限: due?.due ?? null,
    答复日期: remedy.answeredOn,
    结果: results.length > 0 ? results : null,
    责令期限: current.redo?.remedy === remedy.id ? current.redo.deadlineOn : null,
    年报归类: columnWords(remedy.decisions.at(-1)?.column ?? 'pending'),
  }
}

const writers: Readonly<Record<FormCode, (context: FormContext) => Fields | undefined>> = {
  L01: ({ office }) => requestFormFields(office),
  L04: opinionForm,
  L07: ({ current, office, of, nameOf }) => serviceReceipt(current, of, { organ: office.organ.name, nameOf }),
  L09: ({ current, office }) => reviewSheet(current, office.organ.name),
  L16: remedyCard,
}

/** The fields of a form; undefined where the case has nothing that it could be about. */
export const formFields = (code: FormCode, context: FormContext): Fields | undefined => {
  const fields = writers[code](context)
  return fields && markedDrill(fields, context.current)
}
