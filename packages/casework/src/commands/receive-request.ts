import {
  type ApplicantKind,
  applicantKinds,
  type Channel,
  channelNames,
  channels,
  instruments,
  type Receipt,
  receiptOf,
} from '@zhiqing/law'
import * as z from 'zod'
import { attachmentFields, attachmentsField } from '../attachment.js'
import { command, type NewFact, unless } from '../command.js'
import type { Applicant } from '../facts.js'
import { dayField, emailField, longText, text } from '../fields.js'
import { idNumberWarnings } from '../identity.js'
import { caseNumber } from '../numbering.js'
import type { Office } from '../office.js'
import { refuse, type Warning } from '../refusal.js'
import { notAfterAct } from './days.js'

const kinds = Object.keys(applicantKinds) as [ApplicantKind, ...ApplicantKind[]]

/** Who asks, as the counter and the portal take it. */
export const applicantSchema = z.strictObject({
  kind: z.enum(kinds),
  name: text(100),
  idType: text(40).optional(),
  idNumber: text(40).optional(),
  phone: text(40).optional(),
  email: emailField.optional(),
  address: text(200).optional(),
  agent: text(100).optional(),
})

const information = z.strictObject({
  description: longText(10_000),
  title: text(300).optional(),
  documentNumber: text(100).optional(),
  period: text(100).optional(),
})

const form = z.strictObject({
  medium: z.enum(['paper', 'electronic']),
  method: z.enum(['mail', 'email', 'pickup', 'inspection', 'online']),
  otherWay: z.boolean().optional(),
})

const schema = z.strictObject({
  channel: z.enum(channels),
  signedForOn: dayField.optional(),
  submittedOn: dayField.optional(),
  confirmedOn: dayField.optional(),
  transferredFrom: text(100).optional(),
  mailNumber: text(60).optional(),
  coApplicants: z.array(applicantSchema).max(50).optional(),
  applicant: applicantSchema,
  information,
  form: form.optional(),
  attachments: attachmentsField.optional(),
  /** 演练. */
  drill: z.boolean().optional(),
})

type Input = z.infer<typeof schema>

const missing = ({ name, idNumber, phone, email, address }: Applicant, description: string): string[] => [
  ...(name.trim() ? [] : ['姓名或者名称']),
  ...(idNumber ? [] : ['身份证明']),
  ...(phone || email || address ? [] : ['联系方式']),
  ...(description.trim() ? [] : ['信息的名称、文号或者其他特征']),
]

/** What article 29 asks for and the request lacks: told at once, never a bar to receiving it (rulebook R17, T1). */
const formWarnings = ({ applicant: who, information: what }: Input): Warning[] => {
  const lacks = missing(who, what.description)
  return lacks.length > 0
    ? [{ code: 'formIncomplete', zh: `申请还缺少：${lacks.join('、')}；可以先登记，再一次性告知补正` }]
    : []
}

/** In person and by post may never be refused; other channels bind only when published (rulebook R15). */
const channelWarnings = (channel: Channel, { organ }: Office): Warning[] => {
  const always = ['inPerson', 'registeredMail', 'ordinaryMail', 'oral'].includes(channel)
  const published = Object.keys(organ.channels)
  if (always || published.length === 0 || organ.channels[channel]) return []
  const named = published.map((one) => channelNames[one as Channel]).join('、')
  return [
    {
      code: 'channelNotPublished',
      zh: `本机关公布的受理渠道没有“${channelNames[channel]}”，请即告知申请人可用：当面、邮寄、${named}`,
    },
  ]
}

/** Only a confirmation that the receipt day rests on can be late; elsewhere it changes nothing (rulebook R12, R13). */
const unconfirmedWarning = ({ receivedOn, arrivedOn }: Receipt): Warning[] =>
  receivedOn && receivedOn > arrivedOn
    ? [{ code: 'confirmedLate', zh: '没有在收到当日与申请人确认，答复期限另按到达之日从严提示' }]
    : []

/** Requests received under the regulation of 2008 are closed history (rulebook A18). */
const effective = instruments.ogi.effectiveFrom

/** 接收 by every channel, with the receipt day of article 31 (rulebook R10–R19, T1–T3). */
export const receiveRequest = command<Input>({
  zh: '接收申请',
  article: 'ogi:31',
  schema,
  usual: ({ channel }) => (channel === 'online' ? 'applicant' : 'registrar'),
  only: ({ channel }) => (channel === 'online' ? undefined : ['registrar']),
  begins: ['RequestReceived'],
  decide: (input, _, office) => {
    const { channel, transferredFrom, mailNumber, coApplicants = [], applicant: who, information: what } = input
    const receipt = receiptOf({
      ...input,
      on: office.on,
      autoConfirmOnline: office.settings.autoConfirmOnline,
      transferred: transferredFrom !== undefined,
    })
    const { receivedOn, arrivedOn, ref } = receipt
    const arrived = {
      channel,
      transferredFrom,
      ...(mailNumber ? { mailNumber } : {}),
      ...(input.drill ? { drill: true as const } : {}),
      arrivedOn,
      applicant: who,
      coApplicants,
      information: what,
      form: input.form ?? { medium: 'paper' as const, method: 'mail' as const },
      ...attachmentFields(input.attachments),
    }
    const fact = (): NewFact =>
      receivedOn
        ? { type: 'RequestReceived', ...arrived, receivedOn, number: caseNumber(office, arrived), receiptArticle: ref }
        : { type: 'RequestArrived', ...arrived }
    return unless(
      [
        (receivedOn ?? arrivedOn) < effective &&
          refuse('beforeRegulation', { from: effective, day: receivedOn ?? arrivedOn }),
        input.drill && office.actor.role === 'applicant' && refuse('drillByApplicant'),
        notAfterAct('签收日期', input.signedForOn, office),
        notAfterAct('提交日期', input.submittedOn, office),
        notAfterAct('确认日期', input.confirmedOn, office),
      ],
      () => [fact()],
      [
        ...formWarnings(input),
        ...[who, ...coApplicants].flatMap(idNumberWarnings),
        ...channelWarnings(channel, office),
        ...unconfirmedWarning(receipt),
      ],
    )
  },
})
