import { inChinese } from '@zhiqing/law'
import type { Check } from './check.js'

/** What comes by hand or by post is never returned: it is registered, whatever it asks for (条例 45; rulebook R15, R20). */
export const refuseReceipt: Check = {
  code: 'REFUSE-RECEIPT',
  zh: '收到的申请都已登记',
  article: 'ogi:45',
  level: 'refuse',
  look: ({ at, receivedOn }, { office }) =>
    at.state === 'received' && receivedOn && receivedOn < office.on
      ? {
          level: 'warn',
          found: `${inChinese(receivedOn)}收到的申请还没有登记`,
          satisfy: '请即登记；不属于本机关或者不是公开申请的，也先登记再答复，不得退回',
        }
      : undefined,
}
