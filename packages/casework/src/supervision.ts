import { inChinese } from '@zhiqing/law'
import type { Case, Telling } from './case.js'
import type { SupervisionOrder } from './case-supervision.js'
import type { DueDate } from './due.js'
import { idInWords } from './id-words.js'

/** Something that waits for somebody of the organ, in words that hold nothing personal: a list may show them. */
export interface Reminder {
  readonly code: 'chased' | 'supervisionOpen' | 'applicantTold'
  readonly zh: string
}

/** Orders that the organ has not answered yet. */
export const openOrders = ({ supervisions = [] }: Case): SupervisionOrder[] =>
  supervisions.filter(({ answeredOn }) => answeredOn === null)

/** The days on which orders are to be answered; an order without a day has none. */
export const supervisionDates = (current: Case): DueDate[] =>
  openOrders(current).flatMap(({ id, dueOn, article }) =>
    dueOn ? [{ what: 'supervision' as const, dueOn, article, provisional: false, id }] : [],
  )

const orderWords = ({ id, orderedOn, dueOn }: SupervisionOrder): Reminder => {
  const limit = dueOn ? `请在${inChinese(dueOn)}（含当日）以前` : '请尽快'
  return {
    code: 'supervisionOpen',
    zh: `主管部门于${inChinese(orderedOn)}督办（${idInWords(id)}），${limit}由公开工作机构负责人答复`,
  }
}

const closed = ['served', 'abandoned', 'withdrawn', 'archived']

const chaseWords = ({ chases = [], at }: Case): Reminder[] => {
  const last = chases.at(-1)
  if (!last || closed.includes(at.state)) return []
  const times = chases.length > 1 ? `，共${chases.length}次` : ''
  return [{ code: 'chased', zh: `主管部门于${inChinese(last.on)}催办${times}，请尽快办理` }]
}

const lastTold = ({ tellings = [] }: Case, kind: Telling['about']): Telling | undefined =>
  tellings.findLast(({ about }) => about === kind)

/** A letter that did not come, until something was sent or served since; a fee that is paid, until that is recorded. */
const toldWords = (current: Case): Reminder[] => {
  const { reply, letters, fee, at } = current
  if (at.state === 'archived') return []
  const [missing, paid] = [lastTold(current, 'notReceived'), lastTold(current, 'paid')]
  const since = [reply?.dispatchedOn, reply?.servedOn, ...letters.map(({ servedOn }) => servedOn)]
  const sent = missing && since.some((day) => day && day > missing.on)
  return [
    ...(missing && !sent
      ? [{ code: 'applicantTold' as const, zh: `申请人于${inChinese(missing.on)}告知没有收到文书，请核对送达情况` }]
      : []),
    ...(paid && fee && !fee.paidOn
      ? [{ code: 'applicantTold' as const, zh: `申请人于${inChinese(paid.on)}告知已经缴费，请核对后记录缴费` }]
      : []),
  ]
}

/**
 * What waits for somebody of the organ: a chase until the case is closed, an order until it is answered, what the
 * applicant told until something followed.
 */
export const remindersOf = (current: Case): Reminder[] => [
  ...toldWords(current),
  ...chaseWords(current),
  ...openOrders(current).map(orderWords),
]
