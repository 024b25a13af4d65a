import type { Refusal, RefusedAnswer } from '@zhiqing/casework'
import type { Problem } from './problem.js'

const statuses = { role: 403, state: 409, law: 422, unknown: 422 } as const
const titles = {
  role: '不在您的职责之内',
  state: '案件现在的状态不能这样办理',
  law: '依照规定不能这样办理',
  unknown: '没有所指的记录',
} as const

const told = ({ code, article, zh }: Refusal) => ({ code, article, zh })

/** A refusal with its article and words (contract §2): 403 role, 409 state, 422 what the law says. */
export const refused = ({ permitted, also, ...refusal }: RefusedAnswer['refusal']): Problem => ({
  type: `urn:zhiqing:refusal:${refusal.code}`,
  title: titles[refusal.kind],
  status: statuses[refusal.kind],
  detail: refusal.zh,
  ...told(refusal),
  permitted,
  also: also.map(told),
})
