import { channelNames, type Day, laterOf, receiptOf } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { command, done, unless } from '../command.js'
import type { Applicant } from '../facts.js'
import { dayField, text } from '../fields.js'
import { caseNumber } from '../numbering.js'
import type { Office } from '../office.js'
import type { Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'

/** On the day of arrival; by the next working day for a fax, which staff find in the machine (rulebook R12, R13). */
const lastToConfirm = ({ channel, transferredFrom, arrivedOn }: Case, { calendar }: Office): Day =>
  channel === 'fax' && transferredFrom === null ? calendar.addWorkingDays(arrivedOn, 1).due : arrivedOn

/** 双方确认: the receipt day is the day of confirmation (rulebook R12, R13, T4). */
export const confirmReceipt = command({
  zh: '与申请人确认收到',
  article: 'ogi:31',
  schema: z.strictObject({ confirmedOn: dayField.optional() }),
  begins: ['ReceiptConfirmed'],
  decide: ({ confirmedOn }, current, office) => {
    const receivedOn = confirmedOn ?? office.on
    const { channel, transferredFrom } = current
    const late = receivedOn > lastToConfirm(current, office)
    const transferred = transferredFrom !== null
    const { ref } = receiptOf({ channel, on: office.on, autoConfirmOnline: true, transferred })
    return unless(
      [notAfterAct('确认日期', confirmedOn, office), notBefore('确认日期', confirmedOn, '到达日期', current.arrivedOn)],
      () => [
        {
          type: 'ReceiptConfirmed',
          receivedOn: laterOf(receivedOn, current.arrivedOn),
          number: caseNumber(office, current),
          receiptArticle: ref,
        },
      ],
      late
        ? [
            {
              code: 'confirmedLate',
              zh: `${channelNames[current.channel]}没有按时（到达当日，传真为次一工作日）确认，答复期限另按到达之日从严提示`,
            },
          ]
        : [],
    )
  },
})

/** An agent shows an authority and both identities; what is missing is asked for in one correction notice (rulebook R18). */
const agentProof = ({ agent }: Applicant): Warning[] =>
  agent?.trim()
    ? [
        {
          code: 'agentProof',
          zh: `由代理人（${agent}）提出：请核对授权委托书和双方身份证明，法定代理人核对监护关系；缺少的一次性告知补正`,
        },
      ]
    : []

/** 登记: the sheet L02, and a look for doubles (rulebook R20, T5). */
export const registerRequest = command({
  zh: '登记',
  article: 'ogi:45',
  schema: z.strictObject({ officer: text(60).optional() }),
  begins: ['RequestRegistered'],
  decide: ({ officer }, { applicant }, { doubles }) =>
    done(
      [{ type: 'RequestRegistered', officer, doubles }],
      [
        ...(doubles.length > 0
          ? [{ code: 'possibleDouble', zh: `同一申请人有内容相同的申请：${doubles.join('、')}，请核对是否重复` }]
          : []),
        ...agentProof(applicant),
      ],
    ),
})

export const assignOfficer = command({
  zh: '指派经办人',
  article: 'practice',
  schema: z.strictObject({ officer: text(60) }),
  begins: ['OfficerAssigned'],
  decide: ({ officer }) => done([{ type: 'OfficerAssigned', officer }]),
})
