import { correctionReplyPeriod, inChinese } from '@zhiqing/law'
import * as z from 'zod'
import { attachmentFields, attachmentsField } from '../attachment.js'
import { command, done, unless } from '../command.js'
import { correctionDue, correctionNoticeDue } from '../due.js'
import { dayField, longText, texts } from '../fields.js'
import { refuse } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { incomplete } from './incomplete.js'

const requestSchema = z.strictObject({
  items: texts(),
  guidance: longText(2000),
  periodWorkingDays: z.int().optional(),
  override: longText(500).optional(),
})

/** 告知补正: within 7 working days of receipt, once, everything at once (条例 30; rulebook R22–R24, T8). */
export const requestCorrection = command<z.infer<typeof requestSchema>>({
  zh: '告知补正',
  article: 'ogi:30',
  schema: requestSchema,
  usual: ({ override }) => (override ? 'officeHead' : 'officer'),
  only: ({ override }) => (override ? ['officeHead'] : undefined),
  begins: ['CorrectionRequested'],
  // The day that an instrument names stands: asking for a correction would begin a period of its own (rulebook R76).
  offered: ({ redo }) => !redo?.deadlineOn,
  notNow: ({ redo }) => (redo?.deadlineOn ? refuse('redoDayFixed', { limit: redo.deadlineOn }) : undefined),
  decide: ({ items, guidance, periodWorkingDays, override }, current, { on, calendar, settings }) => {
    const period = periodWorkingDays ?? settings.correctionPeriodWorkingDays
    const { least, most } = correctionReplyPeriod
    const limit = correctionNoticeDue(current, calendar)?.due
    const late = limit !== undefined && on > limit
    const again = current.corrections.length >= settings.correctionRounds
    return unless(
      [
        items.every((item) => !item.trim()) && refuse('correctionItemsMissing'),
        !guidance.trim() && refuse('correctionGuidanceMissing'),
        (period < least || period > most) && refuse('correctionPeriodUnreasonable', { least, most }),
        late && !override?.trim() && refuse('correctionTooLate', { limit }),
        again && !override?.trim() && refuse('correctionOnce'),
      ],
      () => [
        { type: 'CorrectionRequested', items, guidance, periodWorkingDays: period, requestedOn: on, late, override },
      ],
      late
        ? [{ code: 'correctionLate', zh: '补正告知已超过7个工作日，属程序瑕疵；原答复期限继续作为安全期限提示' }]
        : [],
    )
  },
})

const receiveSchema = z.strictObject({
  receivedOn: dayField.optional(),
  postedOn: dayField.optional(),
  content: longText(10_000),
  goodCause: z.boolean().optional(),
  attachments: attachmentsField.optional(),
})

/** 收到补正: the full period runs anew (条例 30; rulebook R22, R25, T9). Posted in time is in time, and undoes a lapse. */
export const receiveCorrection = command<z.infer<typeof receiveSchema>>({
  zh: '收到补正',
  article: 'ogi:30',
  schema: receiveSchema,
  begins: ['CorrectionReceived'],
  // What lapsed for want of payment waits for no correction.
  offered: ({ decision }) => decision?.outcome !== 'X2',
  decide: (input, current, office) => {
    const { postedOn, content, goodCause = false, attachments } = input
    const receivedOn = input.receivedOn ?? office.on
    const limit = correctionDue(current, office.calendar)?.due
    const late = limit !== undefined && (postedOn ?? receivedOn) > limit
    const asked = current.corrections.at(-1)?.requestedOn ?? null
    return unless(
      [
        notAfterAct('收到日期', receivedOn, office),
        notAfterAct('交邮日期', postedOn, office),
        notBefore('收到日期', receivedOn, '告知补正之日', asked),
        notBefore('收到日期', receivedOn, '交邮日期', postedOn ?? null),
        late && current.lapse && !goodCause && refuse('correctionLate', { limit }),
      ],
      () => [
        { type: 'CorrectionReceived', receivedOn, postedOn, content, goodCause, ...attachmentFields(attachments) },
      ],
      [
        ...(late && !current.lapse
          ? [
              {
                code: 'correctionLate',
                zh: `补正在期限（${inChinese(limit)}）届满后收到；尚未认定逾期，按收到补正办理`,
              },
            ]
          : []),
        ...(receivedOn < office.on
          ? [{ code: 'recordedLate', zh: '补正晚于收到之日录入，期限自实际收到之日起算' }]
          : []),
      ],
    )
  },
})

/** 形式审查通过 (rulebook T12). */
export const acceptForm = command({
  zh: '形式审查通过',
  article: 'ogi:29',
  schema: z.strictObject({}),
  begins: ['FormAccepted'],
  decide: () => done([{ type: 'FormAccepted' }]),
})

/** 补正后仍不明确: outcome N4 (rulebook R26, T11). */
export const judgeStillUnclear = command({
  zh: '判定补正后仍不明确',
  article: 'ogi:30',
  schema: z.strictObject({ unclear: longText(2000).optional(), reasons: longText(5000).optional() }),
  begins: ['StillUnclearJudged'],
  // In 内容研判 only where a correction came: there the judgement is taken up again, not made up.
  offered: ({ at, corrections }) => at.state === 'formReview' || corrections.some(({ receivedOn }) => receivedOn),
  decide: ({ unclear, reasons }, current) =>
    unless(
      [
        !current.corrections.some(({ receivedOn }) => receivedOn) && refuse('notCorrected'),
        incomplete({ outcome: 'N4', unclear, reasons }),
      ],
      () => [{ type: 'StillUnclearJudged', decision: { outcome: 'N4', unclear, reasons } }],
    ),
})
