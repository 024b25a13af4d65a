import * as z from 'zod'
import { approval } from './approval.js'
import * as parts from './case-parts.js'
import * as remedies from './case-remedies.js'
import { dayOrNull, dayText, movedDue, reminders, stage, textOrNull, traceRow, viewFields } from './plain.js'

const end = z.object({
  outcome: textOrNull,
  reportLine: textOrNull,
  remedy: textOrNull,
  onTime: z.boolean().nullable(),
  stage,
  remedies: z.object({ reconsiderationBy: dayOrNull, litigationBy: dayOrNull }),
  trace: z.array(traceRow),
  round: z.int().meta({ description: '第几轮答复，从0起；责令重新答复或者自行纠错开始下一轮' }),
})

const calendarChange = z.object({
  notice: z.object({ number: z.string(), title: z.string(), issued: dayText }),
  changedOn: dayText,
  moved: z.array(movedDue),
})

/** A case whole. A field not named here never leaves (ASVS 15.3.1). */
export const casePageSchema = z
  .object({
    id: z.string(),
    number: textOrNull,
    drill: z.boolean().optional().meta({ description: '演练：不计入任何统计' }),
    version: z.int(),
    ...viewFields,
    permitted: z.array(z.string()),
    lastOn: dayText,
    channel: z.string(),
    mailNumber: z.string().optional().meta({ description: '来件的邮件号码' }),
    arrivedOn: dayText,
    receivedOn: dayOrNull,
    applicant: parts.applicant,
    coApplicants: z.array(parts.applicant),
    information: parts.information,
    form: parts.form,
    officer: textOrNull,
    formAccepted: z.boolean(),
    corrections: z.array(parts.correction),
    fee: parts.fee.nullable(),
    reasons: parts.reasons.nullable(),
    deferral: parts.deferral.nullable(),
    consultations: z.array(parts.consultation),
    assistances: z.array(parts.assistance),
    searches: z.array(parts.search),
    discussions: z.array(parts.discussion),
    extension: parts.extension.nullable(),
    decision: z.looseObject({ outcome: z.string() }).nullable(),
    draft: z.object({ text: textOrNull, by: textOrNull }).nullable(),
    approval: approval.nullable(),
    signedBy: textOrNull,
    reply: parts.reply.nullable(),
    lapse: z.object({ lastDay: dayText, abandonedOn: dayText }).nullable(),
    withdrawnOn: dayOrNull,
    withdrawnItems: z.array(parts.withdrawnItems),
    splitFrom: textOrNull,
    splitInto: z.array(z.string()),
    letters: z.array(z.string()),
    issued: z.array(parts.issuedLetter),
    remedies: z.array(remedies.remedy),
    rounds: z.array(remedies.round),
    redo: remedies.redo.nullable(),
    rectifications: z.array(remedies.rectification),
    retention: z.string().optional().meta({ description: '归档时记明的保管期限' }),
    calendarChanges: z.array(calendarChange).optional().meta({ description: '放假安排调整引起的期限变动' }),
    withoutReply: z
      .object({ reconsiderationBy: dayOrNull, litigationBy: dayOrNull })
      .nullable()
      .meta({ description: '逾期没有答复的，申请人可以申请复议、起诉的最后一天；没有逾期的为 null' }),
    end,
    attachments: z.array(parts.attachment).optional().meta({ description: '申请人提交的和机关收录的材料' }),
    tellings: z.array(parts.telling).optional().meta({ description: '申请人告知的情况：没有收到文书、已经缴费、其他' }),
    suggestions: z.array(parts.suggestion).optional().meta({ description: '申请人建议主动公开，至多一次' }),
    chases: z.array(parts.chase).optional().meta({ description: '主管部门的催办' }),
    supervisions: z.array(parts.supervision).optional().meta({ description: '主管部门的督办和答复' }),
    reminders,
  })
  .meta({ id: 'Case', description: '案件' })

export type CasePage = z.infer<typeof casePageSchema>
