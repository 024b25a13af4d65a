import type { ArticleRef } from '@zhiqing/law'
import { instruments } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import type { SupervisionOrder } from '../case-supervision.js'
import { command, unless } from '../command.js'
import { dayField, idField, longText } from '../fields.js'
import { type Refusal, refuse } from '../refusal.js'
import { openOrders } from '../supervision.js'
import { notBefore } from './days.js'
import { idsOf } from './tasks.js'

/** From receipt on; before it there is nothing that anybody owes (条例 31). */
const isReceived = ({ receivedOn }: Case): boolean => receivedOn !== null

const empty = (words: string, what: string): Refusal | false => !words.trim() && refuse('supervisionEmpty', { what })

/** 催办 by the supervising organ: filed and shown to the organ, no day of the law moves (条例 47.1; rulebook §3.2, R78). */
export const chaseCase = command({
  zh: '催办',
  article: 'ogi:47.1',
  schema: z.strictObject({ opinion: longText(2000) }),
  begins: ['CaseChased'],
  offered: isReceived,
  decide: ({ opinion }) => unless([empty(opinion, '催办意见')], () => [{ type: 'CaseChased', opinion }]),
})

const articles = new RegExp(`^(?:(?:${Object.keys(instruments).join('|')}):\\d+(?:\\.\\d+)?(?:\\(\\d+\\))?|practice)$`)
const articleField = z
  .string()
  .regex(articles, { error: '应为条文的编号，如 ogi:47.1' }) as unknown as z.ZodType<ArticleRef>

const orderSchema = z.strictObject({
  order: longText(5000),
  dueOn: dayField.optional(),
  article: articleField.optional(),
})

/** The order's own name in the case: what other things are called is not given twice. */
const nextId = (current: Case): string => {
  const taken = idsOf(current)
  let n = (current.supervisions ?? []).length + 1
  while (taken.includes(`supervision-${n}`)) n += 1
  return `supervision-${n}`
}

/** 督办 by the supervising organ: an order with a day to answer it; the case itself stays where it stands (条例 47.1). */
export const orderSupervision = command<z.infer<typeof orderSchema>>({
  zh: '督办',
  article: 'ogi:47.1',
  schema: orderSchema,
  begins: ['SupervisionOrdered'],
  offered: isReceived,
  decide: ({ order, dueOn, article }, current, { on }) =>
    unless([empty(order, '督办事项'), notBefore('答复督办的期限', dueOn, '督办之日', on)], () => [
      { type: 'SupervisionOrdered', id: nextId(current), order, dueOn: dueOn ?? null, article: article ?? 'ogi:47.1' },
    ]),
})

const answerWords = '答复督办'
const listed = (orders: readonly SupervisionOrder[]): string => orders.map(({ id }) => id).join('、')

/** The order that is meant: the one named, or the only one that waits. */
const chosen = (current: Case, id: string | undefined): SupervisionOrder | Refusal => {
  const open = openOrders(current)
  const all = current.supervisions ?? []
  if (id === undefined)
    return open.length === 1 && open[0] ? open[0] : refuse('remedyAmbiguous', { what: '督办', known: listed(open) })
  if (!all.some((one) => one.id === id)) return refuse('unknownId', { id, known: listed(all) })
  return open.find((one) => one.id === id) ?? refuse('remedyNotOpen', { id, command: answerWords })
}

/** 答复督办, by the head of the office: an order is addressed to the organ, not to whoever handles the case. */
export const answerSupervision = command({
  zh: answerWords,
  article: 'ogi:47.1',
  schema: z.strictObject({ id: idField.optional(), answer: longText(5000) }),
  begins: ['SupervisionAnswered'],
  offered: (current) => openOrders(current).length > 0,
  notNow: () => refuse('supervisionMissing', { command: answerWords }),
  decide: ({ id, answer }, current, { on }) => {
    const one = chosen(current, id)
    if ('code' in one) return unless([one, empty(answer, '督办答复')], () => [])
    return unless([empty(answer, '督办答复'), notBefore('答复日期', on, '督办之日', one.orderedOn)], () => [
      { type: 'SupervisionAnswered', id: one.id, answer, answeredOn: on },
    ])
  },
})
