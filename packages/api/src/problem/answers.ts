import type { Fault, Unfit } from '@zhiqing/casework'
import { type Problem, problem } from './problem.js'

export const noIdentity: Problem = problem(
  'unauthenticated',
  401,
  '没有登录',
  '请先登录：POST /api/v1/sessions，再以 Authorization: Bearer 或者登录 Cookie 访问',
)

/** Unknown name and wrong password are told alike. */
export const signInFailed: Problem = problem('signInFailed', 401, '登录失败', '用户名或者密码不正确')

export const tooManyAttempts: Problem = problem('tooManyAttempts', 429, '尝试次数过多', '登录尝试次数过多，请稍后再试')

export const crossSite: Problem = problem(
  'crossSite',
  403,
  '请求来源不被接受',
  '以 Cookie 登录的请求必须来自本站页面；程序请改用 Authorization: Bearer',
)

/** For a case of another organ and for one that never was: not a byte differs. */
export const noSuchCase: Problem = problem('notFound', 404, '没有找到', '没有这个案件，或者不在您可以查看的范围内')

export const noSuchLetter: Problem = problem('notFound', 404, '没有找到', '本案没有这一份文书')

export const noSuchRoute: Problem = problem('notFound', 404, '没有找到', '没有这个地址，请对照 /api/v1/openapi.json')

export const notForReading: Problem = problem(
  'forbidden',
  403,
  '没有权限',
  '系统管理员、安全管理员、审计管理员和不属于任何机关的人员不能查看案件；主管部门人员只查看所主管机关的案件',
)

/** The case may be seen, this part of it not. */
export const notForYou = (zh: string, readers: string): Problem =>
  problem('forbidden', 403, '不在您的职责之内', `${zh}不在您可以查看的范围内，由${readers}查看`)

/** A letter to a third party, one that quotes what it said, or the sheet with the draft (rulebook R85). */
export const letterWithheld: Problem = problem(
  'forbidden',
  403,
  '不在您的职责之内',
  '这份文书写给第三方、引述了第三方的意见或者载有拟稿，只由办理机关查看',
)

export const keyReused: Problem = problem(
  'keyReused',
  422,
  '幂等键已用于别的请求',
  '这个 Idempotency-Key 已经用于内容不同的请求，没有保存任何内容；请换一个新的键',
)

export const stale = (version: number | undefined): Problem =>
  problem('stale', 412, '页面已经过时', '案件在您打开之后又有变动，没有保存任何内容；请刷新后再办理', { version })

/** The input is not well formed: every fault at once, with its path. */
export const invalid = (faults: readonly Fault[]): Problem =>
  problem(
    'invalid',
    400,
    '填写不符合格式',
    `共有${faults.length}处不符合格式：${faults.map(({ path, zh }) => (path ? `${path}：${zh}` : zh)).join('；')}`,
    { faults },
  )

/** Reasons outside the law, as casework tells them. */
export const unfit = (answer: Unfit): Problem => {
  switch (answer.unfit) {
    case 'unknownCase':
      return noSuchCase
    case 'stale':
      return stale(answer.version)
    case 'keyReused':
      return keyReused
  }
}

export const noOrgan: Problem = problem(
  'forbidden',
  403,
  '没有权限',
  '设置属于机关；不属于任何机关的人员没有可以查看的设置',
)

/** What was seen is not what would be done: nothing was, and the new list comes along. */
export const movedSincePreview = (effect: object): Problem =>
  problem(
    'movedSincePreview',
    409,
    '预览之后有变动',
    '预览之后又有案件变动，或者导入的不是预览的那一份，没有导入；请核对新的清单，用新的 digest 再次导入',
    { ...effect },
  )
