import { inChinese } from '@zhiqing/law'
import type { Case } from './case.js'
import type { SupervisionOrder } from './case-supervision.js'
import type { DueDate } from './due.js'

/** Something that waits for somebody of the organ, in words that hold nothing personal: a list may show them. */
export interface Reminder {
  readonly code: 'chased' | 'supervisionOpen'
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
    zh: `主管部门于${inChinese(orderedOn)}督办（${id}），${limit}由公开工作机构负责人答复`,
  }
}

const closed = ['served', 'abandoned', 'withdrawn', 'archived']

const chaseWords = ({ chases = [], at }: Case): Reminder[] => {
  const last = chases.at(-1)
  if (!last || closed.includes(at.state)) return []
  const times = chases.length > 1 ? `，共${chases.length}次` : ''
  return [{ code: 'chased', zh: `主管部门于${inChinese(last.on)}催办${times}，请尽快办理` }]
}

/** What the supervising organ waits for: a chase until the case is closed, an order until it is answered. */
export const remindersOf = (current: Case): Reminder[] => [
  ...chaseWords(current),
  ...openOrders(current).map(orderWords),
]
