import { complaintBodyNames } from '@zhiqing/law'
import * as z from 'zod'
import { command, unless } from '../command.js'
import { dayField, idField, longText } from '../fields.js'
import { refuse } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import * as known from './remedies-known.js'

const bodies = Object.keys(complaintBodyNames) as ['competentDepartment', 'superior']

const fileSchema = z.strictObject({
  id: idField,
  to: z.enum(bodies),
  about: longText(5000),
  filedOn: dayField.optional(),
})

/** 投诉举报 to the competent department or the superior organ, linked to the case (条例 47.2, 51; rulebook R78). */
export const fileComplaint = command<z.infer<typeof fileSchema>>({
  zh: '记录投诉',
  article: 'ogi:51',
  schema: fileSchema,
  begins: ['ComplaintFiled'],
  offered: known.isRegistered,
  decide: ({ id, to, about, filedOn: told }, current, office) => {
    const filedOn = told ?? office.on
    return unless(
      [
        known.idTaken(current, id),
        notAfterAct('投诉日期', filedOn, office),
        notBefore('投诉日期', filedOn, '收到申请之日', current.receivedOn),
      ],
      () => [{ type: 'ComplaintFiled', id, to, about, filedOn }],
    )
  },
})

const closeSchema = z.strictObject({ id: idField, result: longText(5000), ordered: z.boolean().optional() })

const closeWords = '记录投诉处理结果'

/** What came of it; an order to correct may then begin a new round (条例 47.1; rulebook R78). */
export const closeComplaint = command<z.infer<typeof closeSchema>>({
  zh: closeWords,
  article: 'ogi:47.1',
  schema: closeSchema,
  begins: ['ComplaintClosed'],
  offered: (current) => known.standing(current, 'complaint', ['complaining']).length > 0,
  notNow: known.noneOpen('complaint', closeWords),
  decide: ({ id, result, ordered = false }, current, { on }) => {
    const { one, refusal } = known.chosen(current, {
      kind: 'complaint',
      states: ['complaining'],
      command: closeWords,
      id,
    })
    return unless(
      [refusal, !result.trim() && refuse('complaintResultMissing')],
      () => (one ? [{ type: 'ComplaintClosed', id: one.id, result, ordered, closedOn: on }] : []),
      ordered
        ? [{ code: 'redoToRecord', zh: '已责令改正，需要重新答复的请办理“记录责令重新答复”，填写指定的期限' }]
        : [],
    )
  },
})
