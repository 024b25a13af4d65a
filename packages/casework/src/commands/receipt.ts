import { channelNames, laterOf, receiptOf } from '@zhiqing/law'
import * as z from 'zod'
import { command, done, unless } from '../command.js'
import type { Applicant } from '../facts.js'
import { dayField, text } from '../fields.js'
import { caseNumber } from '../numbering.js'
import type { Warning } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'

/** 双方确认: the receipt day is the day of confirmation (rulebook R12, R13, T4). */
export const confirmReceipt = command({
  zh: '与申请人确认收到',
  article: 'ogi:31',
  schema: z.strictObject({ confirmedOn: dayField.optional() }),
  begins: ['ReceiptConfirmed'],
  decide: ({ confirmedOn }, current, office) => {
    const receivedOn = confirmedOn ?? office.on
    const late = receivedOn > current.arrivedOn
    const { channel, transferredFrom } = current
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
              zh: `${channelNames[current.channel]}没有在到达当日确认，答复期限另按到达之日从严提示`,
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
