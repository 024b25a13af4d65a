import * as z from 'zod'
import type { Case, Search } from '../case.js'
import { command, done, unless } from '../command.js'
import { dayField, idField, longText, text, texts } from '../fields.js'
import { refuse, type Warning } from '../refusal.js'

/** Ids of everything in a case that has one: one name, one thing. */
export const idsOf = ({ consultations, assistances, remedies, rectifications, supervisions = [] }: Case): string[] =>
  [...consultations, ...assistances, ...remedies, ...rectifications, ...supervisions].map(({ id }) => id)

const assistanceSchema = z.strictObject({
  id: idField,
  unit: text(100),
  question: longText(2000),
  /** Another organ, not a unit of this one (rulebook R33, §5.3 L05). */
  external: z.boolean().optional(),
  dueOn: dayField.optional(),
})

/** 协查: a unit is asked to search or to supply facts; the reply clock keeps running (rulebook R33). */
export const requestAssistance = command<z.infer<typeof assistanceSchema>>({
  zh: '发出协查',
  article: 'practice',
  schema: assistanceSchema,
  begins: ['AssistanceRequested'],
  acceptsForm: true,
  decide: (input, current) =>
    unless([idsOf(current).includes(input.id) && refuse('duplicateId', { id: input.id })], () => [
      { type: 'AssistanceRequested', ...input },
    ]),
})

export const giveAssistance = command({
  zh: '反馈协查',
  article: 'practice',
  schema: z.strictObject({ id: idField, findings: longText(5000) }),
  begins: ['AssistanceGiven'],
  offered: ({ assistances }) => assistances.some(({ findings }) => findings === null),
  decide: ({ id, findings }, current) => {
    const open = current.assistances.filter((one) => one.findings === null).map((one) => one.id)
    return unless([!open.includes(id) && refuse('unknownId', { id, known: open.join('、') || '无' })], () => [
      { type: 'AssistanceGiven', id, findings },
    ])
  },
})

const blank = (list: readonly string[]): boolean => list.every((one) => !one.trim())

const searchLacks = ({ systems, keywords, people }: Pick<Search, 'systems' | 'keywords' | 'people'>): string[] => [
  ...(blank(systems) ? ['检索的系统'] : []),
  ...(blank(keywords) ? ['检索的关键词'] : []),
  ...(blank(people) ? ['检索的人员'] : []),
]

/** 检索记录: the proof of a reasonable search (rulebook R37). */
export const recordSearch = command({
  zh: '记录检索',
  article: 'ogi:36(4)',
  schema: z.strictObject({
    systems: texts(),
    keywords: texts(),
    period: text(100).optional(),
    people: texts(),
    found: z.boolean(),
    method: longText(2000).optional(),
    result: longText(2000).optional(),
  }),
  begins: ['SearchRecorded'],
  acceptsForm: true,
  decide: (input) => {
    const missing = searchLacks(input)
    return unless([missing.length > 0 && refuse('searchIncomplete', { missing: missing.join('、') })], () => [
      { type: 'SearchRecorded', ...input },
    ])
  },
})

/** 会商: the clock keeps running (rulebook R33). */
export const openDiscussion = command({
  zh: '发起会商',
  article: 'practice',
  schema: z.strictObject({ question: longText(2000), members: texts() }),
  begins: ['DiscussionOpened'],
  acceptsForm: true,
  decide: (input) => done([{ type: 'DiscussionOpened', ...input }]),
})

/** Minutes without the views say nothing of them (rulebook §5.3 L10). */
const viewsMissing = (views: string | undefined): Warning[] =>
  views?.trim()
    ? []
    : [{ code: 'viewsMissing', zh: '没有写明各方意见，会商纪要将只有结论；请补写，并写明后续责任人和期限' }]

export const closeDiscussion = command({
  zh: '结束会商',
  article: 'practice',
  schema: z.strictObject({
    conclusion: longText(5000),
    views: longText(5000).optional(),
    followUpBy: text(100).optional(),
    followUpOn: dayField.optional(),
  }),
  begins: ['DiscussionClosed'],
  decide: (input) => done([{ type: 'DiscussionClosed', ...input }], viewsMissing(input.views)),
})
