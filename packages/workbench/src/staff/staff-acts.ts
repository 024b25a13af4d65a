import type { StaffRow } from '../api/answers.ts'

/** One thing an administrator does to somebody; `path` is its route below /staff/:person. */
export interface StaffAct {
  readonly path: string
  readonly zh: string
  /** What comes of it, said before it is done. */
  readonly effect: string
  readonly danger?: boolean
  /** What is to be filled in beside the reason. */
  readonly asks?: 'roles' | 'sub'
}

const giveRoles: StaffAct = {
  path: 'roles',
  zh: '授予岗位',
  effect: '该人须重新登录。系统、安全、审计三员互不兼任，也不兼任办理岗位。',
  asks: 'roles',
}

const resetPassword: StaffAct = {
  path: 'password',
  zh: '重置密码',
  effect: '给出一次性密码，该人的登录全部失效；动态口令不变。',
}
const joinSignOn: StaffAct = {
  path: 'sign-on',
  zh: '关联统一身份认证',
  effect:
    '关联以后本人可以用统一身份认证登录；现有的登录全部失效。用户标识请按平台管理员书面提供的填写，不能由本人口头报。',
  asks: 'sub',
}
const rejoinSignOn: StaffAct = {
  ...joinSignOn,
  zh: '换统一身份认证的关联',
  effect: '以前的关联由新的代替，该人现有的登录全部失效。用户标识请按平台管理员书面提供的填写，不能由本人口头报。',
}
const partSignOn: StaffAct = {
  path: 'sign-on/part',
  zh: '解除统一身份认证的关联',
  effect: '该人现有的登录全部失效，以后用密码登录。',
  danger: true,
}
const resetTotp: StaffAct = {
  path: 'totp-reset',
  zh: '重置动态口令',
  effect: '换手机、丢手机时用：该人的登录全部失效，下次登录须重新绑定。',
}
const unlock: StaffAct = {
  path: 'unlock',
  zh: '解除登录限制',
  effect: '因多次输错而须等待的，可以立即再试；现有的登录不受影响。',
}
const disable: StaffAct = { path: 'disable', zh: '停用', effect: '该人不能再登录，现有的登录立即失效。', danger: true }
const enable: StaffAct = { path: 'enable', zh: '恢复', effect: '该人可以重新登录，岗位不变。' }

const apart: readonly string[] = ['admin', 'securityAdmin', 'auditAdmin']

/** The three administrators do not let one another in again: that is done on the server (zhiqing staff recover). */
const isAnothers = ({ roles }: StaffRow, own: string): boolean =>
  roles.some((role) => apart.includes(role) && role !== own)

/** What joins somebody to the sign-on provider, where one is set; who is joined can be parted from it all the same. */
const signOnActs = ({ signOn }: StaffRow, offered: boolean): StaffAct[] => [
  ...(offered ? [signOn ? rejoinSignOn : joinSignOn] : []),
  ...(signOn ? [partSignOn] : []),
]

/** Accounts are the system administrator's, rights the security administrator's. */
export const actsFor = (row: StaffRow, isAdmin: boolean, offered: boolean): StaffAct[] => {
  const anothers = isAnothers(row, isAdmin ? 'admin' : 'securityAdmin')
  const letsIn = !row.disabled && !anothers
  if (isAdmin) return [...(letsIn ? [resetPassword] : []), ...signOnActs(row, offered && letsIn)]
  if (row.disabled) return [enable]
  return [giveRoles, unlock, ...(row.totp && !anothers ? [resetTotp] : []), disable]
}

/** Said in the place of acts where there are none. */
export const whyNoActs = ({ disabled }: StaffRow): string =>
  disabled ? '已停用，由安全管理员恢复' : '三员之间不能代办，进不来的在服务器上恢复'
