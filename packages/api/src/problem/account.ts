import type { AccountRefusal } from '@zhiqing/db'
import { type Problem, problem } from './problem.js'

const kinds: Readonly<Record<AccountRefusal['no'], readonly [kind: string, status: number, title: string]>> = {
  wrong: ['notProven', 403, '没有核对上'],
  tooMany: ['tooManyAttempts', 429, '尝试次数过多'],
  unfit: ['unfit', 422, '不能这样办理'],
  notThere: ['notFound', 404, '没有找到'],
  notYours: ['forbidden', 403, '不在您的职责之内'],
}

/** What an account said no to: nothing was changed. */
export const accountRefused = ({ no, zh }: AccountRefusal): Problem => {
  const [kind, status, title] = kinds[no]
  return problem(kind, status, title, zh.join('；'))
}

export const totpNeeded: Problem = problem(
  'totpNeeded',
  401,
  '还需要动态口令',
  '请同时给出手机上的六位动态口令，或者一个恢复码',
)

/** Signed in, but nothing else is open before this is done. */
export const mustFirst = (must: 'changePassword' | 'enrolTotp'): Problem =>
  must === 'changePassword'
    ? problem('mustChangePassword', 403, '请先修改密码', '请先修改密码：POST /api/v1/account/password', { must })
    : problem('mustEnrolTotp', 403, '请先绑定动态口令', '请先绑定动态口令：POST /api/v1/account/totp', { must })

export const noSuchSession: Problem = problem('notFound', 404, '没有找到', '您没有这个登录')
