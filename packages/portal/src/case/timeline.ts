import type { Case, Consultation, TellingKind } from '@zhiqing/casework'
import { type Day, inChinese } from '@zhiqing/law'
import { letPass } from './payment-words.js'

/** One thing that happened, said to the applicant. */
export interface Step {
  readonly on: Day
  readonly zh: string
}

const step = (on: Day | null | undefined, zh: string): Step[] => (on ? [{ on, zh }] : [])

const askedOf: Readonly<Record<Consultation['kind'], string>> = {
  thirdParty: '信息涉及的第三方',
  coProducer: '共同制作这些信息的机关',
  other: '有关机关',
}

/** Never by name: who was asked is not the applicant's business. */
const consultation = ({ kind, dispatchedOn, endedOn }: Consultation): Step[] => [
  ...step(dispatchedOn, `书面征求${askedOf[kind]}的意见`),
  ...step(endedOn, '征求意见结束'),
]

const corrections = ({ corrections: all }: Case): Step[] =>
  all.flatMap(({ requestedOn, servedOn, receivedOn }) => [
    ...step(requestedOn, '告知您需要补正'),
    ...step(servedOn, '您收到补正告知书'),
    ...step(receivedOn, '收到您的补正，答复期限重新计算'),
  ])

const extension = ({ extension: one }: Case): Step[] =>
  one ? step(one.notifiedOn, `告知您延长答复期限${one.workingDays}个工作日`) : []

/** Nothing of the reply before it has gone out. */
const reply = ({ reply: one }: Case): Step[] => [
  ...step(one?.dispatchedOn, '发出答复'),
  ...step(one?.servedOn, '答复送到您手里'),
]

/** Replies that were made anew since: they went out, and were taken back or set aside. */
const formerRounds = ({ rounds, redo }: Case): Step[] => [
  ...rounds.flatMap(({ reply: one }) => [
    ...step(one?.dispatchedOn, '发出答复'),
    ...step(one?.servedOn, '答复送到您手里'),
  ]),
  ...[...rounds.map((round) => round.redo), redo].flatMap((one) => step(one?.receivedOn, '开始重新答复您')),
]

const arrival = ({ arrivedOn, receivedOn }: Case): Step[] =>
  receivedOn && receivedOn !== arrivedOn
    ? [...step(arrivedOn, '申请到达'), ...step(receivedOn, '和您确认收到申请')]
    : step(arrivedOn, '收到您的申请')

const payment = ({ fee }: Case): Step[] => [
  ...step(fee?.chargedOn, `通知您缴纳信息处理费${fee?.amount}元`),
  ...step(fee?.servedOn, '您收到收费通知书'),
  ...step(fee?.paidOn, '缴清信息处理费，答复期限重新计算'),
]

const reasons = ({ reasons: one, deferral }: Case): Step[] => [
  ...step(one?.askedOn, '请您说明理由'),
  ...step(one?.receivedOn, '收到您说明的理由'),
  ...step(deferral?.notifiedOn, deferral ? `告知您延迟到${inChinese(deferral.until)}答复` : ''),
]

const told: Readonly<Record<TellingKind, string>> = {
  notReceived: '您告诉我们没有收到文书',
  paid: '您告诉我们已经缴费',
  other: '您补交了材料或者说明',
}

const tellings = ({ tellings: all = [] }: Case): Step[] => all.flatMap(({ on, about }) => step(on, told[about]))

const suggestions = ({ suggestions: all = [] }: Case): Step[] =>
  all.flatMap(({ on }) => step(on, '您建议主动公开这些信息'))

const calendar = ({ calendarChanges = [] }: Case): Step[] =>
  calendarChanges.flatMap(({ changedOn, moved }) => {
    const reply = moved.find(({ what }) => what === 'reply')
    return reply?.from && reply.to
      ? step(changedOn, `国家放假安排调整，答复期限由${inChinese(reply.from)}改为${inChinese(reply.to)}`)
      : []
  })

const ends = (current: Case): Step[] => [
  ...step(current.withdrawnOn, '您撤回了申请'),
  ...step(
    current.lapse?.abandonedOn,
    current.lapse ? `${letPass(current)}期限（${inChinese(current.lapse.lastDay)}）已过，不再办理` : '',
  ),
]

/** What has happened so far, in order. Who works on it, what is discussed and what is planned stay inside. */
export const timelineOf = (current: Case): Step[] =>
  [
    ...arrival(current),
    ...corrections(current),
    ...current.consultations.flatMap(consultation),
    ...extension(current),
    ...payment(current),
    ...reasons(current),
    ...tellings(current),
    ...calendar(current),
    ...ends(current),
    ...formerRounds(current),
    ...reply(current),
    ...suggestions(current),
  ].toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
