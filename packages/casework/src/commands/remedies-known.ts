import { type Day, type Due, inChinese, remedyDaysWithoutReply } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Remedy } from '../case-remedies.js'
import { replyClock } from '../clocks.js'
import { remediesOf } from '../due.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { idsOf } from './tasks.js'

export type RemedyKind = Remedy['kind']
export type RemedyOf<Kind extends RemedyKind> = Extract<Remedy, { kind: Kind }>

export const remedyNames = { reconsideration: '行政复议', litigation: '行政诉讼', complaint: '投诉' } as const

const notYet = ['draft', 'pendingConfirmation', 'received']

/** From registration on a case may be complained of: an overdue one even before any reply (rulebook R73). */
export const isRegistered = ({ at }: Case): boolean => !notYet.includes(at.state)

const isKind =
  <Kind extends RemedyKind>(kind: Kind) =>
  (one: Remedy): one is RemedyOf<Kind> =>
    one.kind === kind

/** The remedies of a kind that stand in one of these states. */
export const standing = <Kind extends RemedyKind>(current: Case, kind: Kind, states: readonly string[]) =>
  current.remedies.filter(isKind(kind)).filter(({ at }) => states.includes(at.state))

/** Words for "nothing of the kind is open", told in place of where the case itself stands. */
export const noneOpen = (kind: RemedyKind, command: string) => (): Refusal =>
  refuse('remedyMissing', { what: remedyNames[kind], command })

interface Wanted<Kind extends RemedyKind> {
  readonly kind: Kind
  readonly states: readonly string[]
  readonly command: string
  readonly id: string | undefined
}

type Chosen<Kind extends RemedyKind> =
  | { readonly one: RemedyOf<Kind>; readonly refusal?: undefined }
  | { readonly one?: undefined; readonly refusal: Refusal }

const listed = (remedies: readonly Remedy[]): string => remedies.map(({ id }) => id).join('、') || '无'

/** The remedy that is meant: the one named, or the only one that is open. */
export const chosen = <Kind extends RemedyKind>(current: Case, wanted: Wanted<Kind>): Chosen<Kind> => {
  const { kind, states, command, id } = wanted
  const all = current.remedies.filter(isKind(kind))
  const open = standing(current, kind, states)
  if (id !== undefined && !all.some((one) => one.id === id))
    return { refusal: refuse('unknownId', { id, known: listed(all) }) }
  const fitting = open.filter((one) => id === undefined || one.id === id)
  const [one] = fitting
  if (!one) return { refusal: id === undefined ? noneOpen(kind, command)() : refuse('remedyNotOpen', { id, command }) }
  return fitting.length > 1
    ? { refusal: refuse('remedyAmbiguous', { what: remedyNames[kind], known: listed(fitting) }) }
    : { one }
}

const prefixes = { reconsideration: 'review', litigation: 'suit', complaint: 'complaint' } as const

/** The caller's own name for it, or the next free one. */
export const nameOf = (current: Case, kind: RemedyKind, id: string | undefined): string => {
  if (id !== undefined) return id
  const taken = idsOf(current)
  let n = current.remedies.filter(isKind(kind)).length + 1
  while (taken.includes(`${prefixes[kind]}-${n}`)) n += 1
  return `${prefixes[kind]}-${n}`
}

export const idTaken = (current: Case, id: string | undefined): Refusal | false =>
  id !== undefined && idsOf(current).includes(id) && refuse('duplicateId', { id })

interface FilingInput {
  readonly filedOn?: Day | undefined
  readonly copyReceivedOn?: Day | undefined
}

/** The copy is received on the day of the act unless told; when it was filed is known from the copy. */
export const filingDays = ({ filedOn, copyReceivedOn }: FilingInput, { on }: Office) => {
  const received = copyReceivedOn ?? on
  return { filedOn: filedOn ?? received, copyReceivedOn: received }
}

export const filingRefusals = (input: FilingInput, current: Case, office: Office) => {
  const { filedOn, copyReceivedOn } = filingDays(input, office)
  return [
    notAfterAct('提出日期', filedOn, office),
    notAfterAct('收到副本日期', copyReceivedOn, office),
    notBefore('提出日期', filedOn, '收到申请之日', current.receivedOn),
    notBefore('收到副本日期', copyReceivedOn, '提出日期', filedOn),
  ]
}

interface DecidedInput {
  readonly decidedOn?: Day | undefined
  readonly receivedOn?: Day | undefined
}

/** The paper is received on the day of the act unless told, and made on the day it is received unless told. */
export const decidedDays = ({ decidedOn, receivedOn }: DecidedInput, { on }: Office) => {
  const received = receivedOn ?? on
  return { decidedOn: decidedOn ?? received, receivedOn: received }
}

export const decidedRefusals = (input: DecidedInput, filedOn: Day | null, office: Office) => {
  const { decidedOn, receivedOn } = decidedDays(input, office)
  return [
    notAfterAct('决定或者裁判日期', decidedOn, office),
    notAfterAct('收到日期', receivedOn, office),
    notBefore('决定或者裁判日期', decidedOn, '提出日期', filedOn),
    notBefore('收到日期', receivedOn, '决定或者裁判日期', decidedOn),
  ]
}

/** Something was done that can be complained of: a reply, a lapse, a withdrawal. */
export const isAnswered = ({ reply, lapse, withdrawnOn }: Case): boolean => Boolean(reply || lapse || withdrawnOn)

/**
 * The last day of a remedy: from the reply's service, or from the due day that passed without one, as the organ reads that
 * (rulebook R61, R73, A9).
 */
const lastDay = (which: 'reconsideration' | 'litigation', current: Case, office: Office): Due | null => {
  if (isAnswered(current)) return remediesOf(current, office)[which]
  const { dueOn } = replyClock(current, office)
  return dueOn ? remedyDaysWithoutReply(dueOn, office.calendar, office.settings.noReplyRemedy)[which] : null
}

/** Filed before anything could be complained of: the review organ or the court judges that, it is only pointed out. */
const tooEarly = (filedOn: Day, current: Case, office: Office): Warning[] => {
  const { dueOn } = replyClock(current, office)
  const early = !isAnswered(current) && (dueOn === null || filedOn <= dueOn)
  return early ? [{ code: 'replyNotDue', zh: '提出之日答复期限还没有届满，本案也还没有答复；请在书面答复中说明' }] : []
}

/** Out of time is for the review organ or the court to judge: recorded with a warning, never refused. */
export const timeWarnings = (
  which: 'reconsideration' | 'litigation',
  filedOn: Day,
  current: Case,
  office: Office,
): Warning[] => {
  const limit = lastDay(which, current, office)?.due as Day | undefined
  return [
    ...(limit && filedOn > limit
      ? [
          {
            code: `${which}Late`,
            zh: `提出日期超过了期限（${inChinese(limit)}）；是否受理由${which === 'litigation' ? '法院' : '复议机关'}决定，请在答复中说明`,
          },
        ]
      : []),
    ...tooEarly(filedOn, current, office),
  ]
}

const pendingStates = {
  reconsideration: ['reviewing', 'reviewAnswered'],
  litigation: ['suing', 'suitAnswered', 'judged', 'appealing'],
} as const

/** One at a time (复议法 29): the later body decides, so it is told and not refused. */
export const alsoPending = (other: 'reconsideration' | 'litigation', current: Case): Warning[] =>
  standing(current, other, pendingStates[other]).length > 0
    ? [
        {
          code: 'otherRemedyPending',
          zh: `本案的${remedyNames[other]}还没有结束，依《中华人民共和国行政复议法》第二十九条不能同时进行；请在答复中说明`,
        },
      ]
    : []

/** A late answer is recorded like any other; what it costs is told. */
export const lateAnswer = (answeredOn: Day, limit: Due | null, costs: string): Warning[] => {
  const due = limit?.due as Day | undefined
  return due && answeredOn > due
    ? [{ code: 'answerLate', zh: `答复晚于期限（${inChinese(due)}），${costs}；请说明正当理由` }]
    : []
}
