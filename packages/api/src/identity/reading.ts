import type { Person } from '@zhiqing/db'
import { type Role, roleNames } from '@zhiqing/law'

/** Who may look at one thing: in the own organ, and in an organ that the own one supervises. */
export interface ReadingRight {
  readonly zh: string
  readonly own: readonly Role[]
  readonly supervised: readonly Role[]
}

/**
 * All who work on cases. Administration is kept apart from the work (三员分立); applicants have the portal; who only
 * assists sees what is asked and nothing of the case (协查单位).
 */
const workers: readonly Role[] = [
  'registrar',
  'officer',
  'legalReviewer',
  'officeHead',
  'signatory',
  'remedyClerk',
  'statistician',
]
const admins: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin']
const supervisor: readonly Role[] = ['supervisor']
const nobody: readonly Role[] = []

/**
 * Everything that is read at this counter and whose it is: the one place where that is said; every route asks here. What
 * a supervisor reads is covered by `view/cover.ts` (rulebook R55, R78, R85).
 */
export const readings = {
  tasks: { zh: '协查任务', own: [...workers, 'assistant'], supervised: nobody },
  list: { zh: '案件列表', own: workers, supervised: supervisor },
  page: { zh: '案件', own: workers, supervised: supervisor },
  facts: { zh: '台账', own: workers, supervised: supervisor },
  trace: { zh: '期限的计算', own: workers, supervised: supervisor },
  letters: { zh: '文书', own: workers, supervised: supervisor },
  risks: { zh: '败诉风险检查', own: workers, supervised: supervisor },
  draft: { zh: '拟稿', own: workers, supervised: nobody },
  whatIf: { zh: '设想', own: workers, supervised: nobody },
  /** An officer that of his own case alone: `mayTake` of the route. */
  dossier: {
    zh: '案卷',
    own: ['registrar', 'officer', 'legalReviewer', 'officeHead', 'remedyClerk'],
    supervised: nobody,
  },
  /** Names and addresses uncovered; an officer those of his own cases alone. */
  mailing: { zh: '邮寄标签和邮寄单', own: ['registrar', 'officer'], supervised: nobody },
  reports: { zh: '年度报告和统计', own: workers, supervised: supervisor },
  /** An officer that of his own case alone: `mayLook` of the route. */
  fullLook: { zh: '完整的申请人信息', own: ['registrar', 'officer', 'officeHead', 'remedyClerk'], supervised: nobody },
  settings: { zh: '本机关的设置', own: [...workers, 'assistant', ...supervisor, ...admins], supervised: nobody },
} as const satisfies Readonly<Record<string, ReadingRight>>
export type Reading = keyof typeof readings

/** What changes no case, and whose it is. */
export const offices = {
  changeSetting: { zh: '改变设置', roles: ['admin'] },
  importNotice: { zh: '导入放假安排', roles: ['admin'] },
  prepareReport: { zh: '编制、公布年度报告', roles: ['statistician'] },
  bringFiles: { zh: '上传材料', roles: ['registrar', 'officer', 'officeHead', 'remedyClerk'] },
  proposeModelCase: { zh: '推荐典型案例', roles: ['officer', 'officeHead'] },
  approveModelCase: { zh: '审核典型案例', roles: ['legalReviewer'] },
  endModelCase: { zh: '撤回、退回典型案例', roles: ['legalReviewer'] },
  /** 公开工作机构 itself (条例 44). */
  decidePublication: { zh: '研判是否主动公开', roles: ['officeHead'] },
  keepStaff: { zh: '人员和岗位', roles: ['admin', 'securityAdmin'] },
  keepOrgans: { zh: '机关档案', roles: ['admin'] },
  readSecurityLog: { zh: '安全日志', roles: ['auditAdmin'] },
} as const satisfies Readonly<Record<string, { readonly zh: string; readonly roles: readonly Role[] }>>

type HasRoles = Pick<Person, 'roles'>

const has = ({ roles }: HasRoles, right: readonly Role[]): boolean => roles.some((role) => right.includes(role))

export const mayRead = (person: HasRoles, reading: Reading, where: 'own' | 'supervised'): boolean =>
  has(person, readings[reading][where])

export const holds = (person: HasRoles, office: keyof typeof offices): boolean => has(person, offices[office].roles)

/** Whose it is, in words. */
export const readersOf = (reading: Reading, where: 'own' | 'supervised'): string =>
  readings[reading][where].map((role) => roleNames[role]).join('、')
