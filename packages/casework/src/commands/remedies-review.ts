import { procedures, reconsiderationResults } from '@zhiqing/law'
import * as z from 'zod'
import { command, unless } from '../command.js'
import { reviewAnswerDue } from '../due-remedies.js'
import { dayField, idField, text } from '../fields.js'
import type { Refusal, Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import * as known from './remedies-known.js'
import { ordersAnew, resultRefusal } from './remedies-result.js'

const open = ['reviewing', 'reviewAnswered']

const fileSchema = z.strictObject({
  id: idField.optional(),
  filedOn: dayField.optional(),
  copyReceivedOn: dayField.optional(),
  procedure: z.enum(procedures),
  caseNumber: text(60).optional(),
  body: text(200).optional(),
})

/** 收到行政复议申请书副本: the organ's answer runs from this day (复议法 20, 48, 54; rulebook R70, T37). */
export const fileReconsideration = command<z.infer<typeof fileSchema>>({
  zh: '记录行政复议申请',
  article: 'reconsideration:20.1',
  schema: fileSchema,
  begins: ['ReconsiderationFiled'],
  offered: known.isRegistered,
  decide: (input, current, office) => {
    const { procedure, caseNumber, body } = input
    const days = known.filingDays(input, office)
    const id = known.nameOf(current, 'reconsideration', input.id)
    return unless(
      [known.idTaken(current, input.id), ...known.filingRefusals(input, current, office)],
      () => [{ type: 'ReconsiderationFiled', id, ...days, procedure, caseNumber, body }],
      [
        ...known.timeWarnings('reconsideration', days.filedOn, current, office),
        ...known.alsoPending('litigation', current),
      ],
    )
  },
})

const answerSchema = z.strictObject({ id: idField.optional(), answeredOn: dayField.optional() })

const answerWords = '记录行政复议答复'

/** 书面答复和证据: a late one is recorded too; without one the act has no evidence (复议法 48, 54, 70). */
export const answerReconsideration = command<z.infer<typeof answerSchema>>({
  zh: answerWords,
  article: 'reconsideration:48',
  schema: answerSchema,
  begins: ['ReconsiderationAnswered'],
  offered: (current) => known.standing(current, 'reconsideration', ['reviewing']).length > 0,
  notNow: known.noneOpen('reconsideration', answerWords),
  decide: ({ id, answeredOn: told }, current, office) => {
    const answeredOn = told ?? office.on
    const wanted = { kind: 'reconsideration', states: ['reviewing'], command: answerWords, id } as const
    const { one, refusal } = known.chosen(current, wanted)
    return unless(
      [
        refusal,
        notAfterAct('答复日期', answeredOn, office),
        notBefore('答复日期', answeredOn, '收到副本日期', one?.copyReceivedOn ?? null),
      ],
      () => (one ? [{ type: 'ReconsiderationAnswered', id: one.id, answeredOn }] : []),
      one
        ? known.lateAnswer(
            answeredOn,
            reviewAnswerDue(one, office.calendar),
            '依《中华人民共和国行政复议法》第七十条可能视为没有证据、依据',
          )
        : [],
    )
  },
})

const decideSchema = z.strictObject({
  id: idField.optional(),
  result: text(40),
  decidedOn: dayField.optional(),
  receivedOn: dayField.optional(),
})

const decideWords = '记录行政复议决定'

const unanswered = (result: keyof typeof reconsiderationResults, answered: boolean): Warning[] =>
  !answered && reconsiderationResults[result].column !== 'other'
    ? [{ code: 'remedyNotAnswered', zh: '没有书面答复的记录；已经答复的，请核对并说明' }]
    : []

const isResult = (result: string): result is keyof typeof reconsiderationResults =>
  Object.hasOwn(reconsiderationResults, result)

/** 收到行政复议决定 (复议法 30–74; rulebook R71, R97). */
export const decideReconsideration = command<z.infer<typeof decideSchema>>({
  zh: decideWords,
  article: 'reconsideration:75',
  schema: decideSchema,
  begins: ['ReconsiderationDecided'],
  offered: (current) => known.standing(current, 'reconsideration', open).length > 0,
  notNow: known.noneOpen('reconsideration', decideWords),
  decide: (input, current, office) => {
    const { id, result } = input
    const { one, refusal } = known.chosen(current, { kind: 'reconsideration', states: open, command: decideWords, id })
    const days = known.decidedDays(input, office)
    const refusals: (Refusal | undefined)[] = [
      refusal,
      resultRefusal(result, reconsiderationResults),
      ...known.decidedRefusals(input, one?.filedOn ?? null, office),
    ]
    return unless(
      refusals,
      () =>
        one && isResult(result)
          ? [
              {
                type: 'ReconsiderationDecided',
                id: one.id,
                result,
                column: reconsiderationResults[result].column,
                ...days,
              },
            ]
          : [],
      isResult(result) ? [...unanswered(result, Boolean(one?.answeredOn)), ...ordersAnew(result)] : [],
    )
  },
})
