import { type Day, findingNames, inChinese, type RectificationFinding } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { command, unless } from '../command.js'
import { rectificationDue } from '../due-remedies.js'
import { dayField, idField, longText, text } from '../fields.js'
import { refuse } from '../refusal.js'
import { byPaper } from './by-paper.js'
import { notAfterAct, notBefore } from './days.js'
import { idTaken, isRegistered } from './remedies-known.js'

const fileSchema = z.strictObject({
  id: idField,
  record: longText(5000),
  evidence: longText(5000),
  receivedOn: dayField.optional(),
})

/** 申请更正 a record about oneself: a procedure of its own, no request, in no statistics (条例 41; rulebook R80, R98). */
export const fileRectification = command<z.infer<typeof fileSchema>>({
  zh: '记录更正申请',
  article: 'ogi:41',
  schema: fileSchema,
  begins: ['RectificationFiled'],
  offered: isRegistered,
  decide: ({ id, record, evidence, receivedOn: told }, current, office) => {
    const receivedOn = told ?? office.on
    return unless(
      [
        idTaken(current, id),
        !evidence.trim() && refuse('rectificationEvidenceMissing'),
        notAfterAct('收到更正申请日期', receivedOn, office),
        notBefore('收到更正申请日期', receivedOn, '收到申请之日', current.receivedOn),
      ],
      () => [
        {
          type: 'RectificationFiled',
          id,
          record,
          evidence,
          receivedOn,
          periodWorkingDays: office.settings.rectificationWorkingDays,
        },
      ],
    )
  },
})

const findings = Object.keys(findingNames) as [RectificationFinding, ...RectificationFinding[]]

const answerSchema = z.strictObject({
  id: idField,
  finding: z.enum(findings),
  reasons: longText(5000),
  responsibleOrgan: text(200).optional(),
})

const openOf = ({ rectifications }: Case) => rectifications.filter(({ answeredOn }) => answeredOn === null)

/** 告知更正处理结果 by L13, with its remedies; an organ that is not competent names the one that is (条例 41; rulebook R80). */
export const answerRectification = command<z.infer<typeof answerSchema>>({
  zh: '告知更正处理结果',
  article: 'ogi:41',
  schema: answerSchema,
  begins: ['RectificationAnswered'],
  offered: (current) => openOf(current).length > 0,
  decide: ({ id, finding, reasons, responsibleOrgan }, current, office) => {
    const { on, calendar } = office
    const one = openOf(current).find((open) => open.id === id)
    const known =
      openOf(current)
        .map((open) => open.id)
        .join('、') || '无'
    const limit = one && (rectificationDue(one, calendar).due as Day)
    return unless(
      [
        !one && refuse('unknownId', { id, known }),
        !reasons.trim() && refuse('rectificationReasonMissing'),
        finding === 'otherOrgan' && !responsibleOrgan?.trim() && refuse('responsibleOrganMissing'),
      ],
      () => [{ type: 'RectificationAnswered', id, finding, reasons, responsibleOrgan, answeredOn: on }],
      [
        ...(limit && on > limit
          ? [{ code: 'rectificationLate', zh: `超过了本机关内部的更正处理期限（${inChinese(limit)}）` }]
          : []),
        ...byPaper(current, office),
      ],
    )
  },
})
