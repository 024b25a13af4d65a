import type { ArticleRef } from '../citation.js'
import { type Day, laterOf } from '../day.js'
import { article } from './article.js'

/** 第31条 收到之日 */
export const article31 = article(
  31,
  '收到之日',
  '当面提交的为提交之日；需签收的邮寄为机关签收之日；平常信函等无需签收的为与申请人确认之日；互联网渠道或者传真为双方确认之日。',
)

/** The channels by which a request may arrive (contract §2). */
export const channels = ['inPerson', 'registeredMail', 'ordinaryMail', 'online', 'email', 'fax', 'oral'] as const
export type Channel = (typeof channels)[number]

/** The days known about an arrival, and whether the organ published that it confirms online requests itself (R13). */
export interface Arrival {
  readonly channel: Channel
  /** The day of the act of keying it in. */
  readonly on: Day
  readonly signedForOn?: Day | undefined
  readonly submittedOn?: Day | undefined
  readonly confirmedOn?: Day | undefined
  readonly autoConfirmOnline: boolean
  /** Handed over by 12345, a mailbox or 信访: never received before both sides confirmed (rulebook R108). */
  readonly transferred?: boolean | undefined
}

/** `receivedOn` is null while both sides still have to confirm; `arrivedOn` is the strict day (rulebook R12, R13). */
export interface Receipt {
  readonly receivedOn: Day | null
  readonly arrivedOn: Day
  readonly ref: ArticleRef
}

/** 收到申请之日 by channel (rulebook R10–R16). */
export const receiptOf = (arrival: Arrival): Receipt => {
  const { channel, on, submittedOn = on, signedForOn = on, confirmedOn } = arrival
  if (arrival.transferred)
    return { receivedOn: confirmed(confirmedOn, submittedOn), arrivedOn: submittedOn, ref: 'ogi:31(3)' }
  switch (channel) {
    case 'inPerson':
      return { receivedOn: submittedOn, arrivedOn: submittedOn, ref: 'ogi:31(1)' }
    case 'oral':
      return { receivedOn: confirmedOn ?? on, arrivedOn: confirmedOn ?? on, ref: 'ogi:31(1)' }
    case 'registeredMail':
      return { receivedOn: signedForOn, arrivedOn: signedForOn, ref: 'ogi:31(2)' }
    case 'ordinaryMail':
      return { receivedOn: confirmed(confirmedOn, submittedOn), arrivedOn: submittedOn, ref: 'ogi:31(2)' }
    case 'fax':
      return { receivedOn: confirmed(confirmedOn, submittedOn), arrivedOn: submittedOn, ref: 'ogi:31(3)' }
    case 'online':
    case 'email':
      return {
        receivedOn: arrival.autoConfirmOnline ? submittedOn : confirmed(confirmedOn, submittedOn),
        arrivedOn: submittedOn,
        ref: 'ogi:31(3)',
      }
  }
}

const confirmed = (confirmedOn: Day | undefined, submittedOn: Day): Day | null =>
  confirmedOn ? laterOf(confirmedOn, submittedOn) : null
