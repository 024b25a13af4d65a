import { inChinese } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Check, Finding } from './check.js'

const after = (found: string, satisfy: string): Finding => ({ found, satisfy })

const sent = ({ reply }: Case): Finding | undefined => {
  if (reply?.returnedOn && !reply.servedOn)
    return after(
      `答复书${inChinese(reply.returnedOn)}被退回，还没有再次发出`,
      '用申请人的其他联系方式核对地址后再次送达，并留存每次送达的记录',
    )
  return reply?.method === 'mail' && reply.dispatchedOn && !reply.mailNumber
    ? after('邮寄答复没有记录邮件号码', '补记邮件号码并留存回执：交邮日期要靠它证明')
    : undefined
}

const toSend = ({ applicant, coApplicants, form, reply }: Case): Finding | undefined => {
  if (reply?.dispatchedOn) return undefined
  const all = [applicant, ...coApplicants]
  if (form.method === 'mail' && !all.some(({ address }) => address?.trim()))
    return after('申请人选择邮寄，申请中没有通信地址', '与申请人核对地址并记录，或者商定其他送达方式')
  return form.method === 'email' && !all.some(({ email }) => email?.trim())
    ? after('申请人选择电子邮件，申请中没有邮箱地址', '与申请人核对邮箱并记录，或者改用邮寄、直接送达')
    : undefined
}

/** In the way and to the place the applicant chose, and provable (条例 40; rulebook R60, R62). */
export const delivery: Check = {
  code: 'DELIVERY',
  zh: '送达的方式、地址和证明',
  article: 'ogi:40',
  level: 'warn',
  look: (current) => {
    const { decision, withdrawnOn } = current
    if (!decision || withdrawnOn) return undefined
    return sent(current) ?? toSend(current)
  },
}
