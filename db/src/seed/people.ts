import { type Role, roleNames } from '@zhiqing/law'
import { demoOrgans, demoSupervisor } from './organs.js'

/** Somebody of the demo's staff; the name to sign in with says organ and role. */
export interface DemoPerson {
  readonly organ: string | null
  readonly name: string
  readonly displayName: string
  readonly roles: readonly Role[]
}

const displayNames: Readonly<Record<string, string>> = {
  QHZR: '李文静 王建国 周晓梅 陈志远 赵立新 孙海涛 吴敏 郑秋实 冯国栋 何俊杰 沈佳怡 韩松',
  QHZF: '刘慧 张春生 杨帆 徐正道 高明远 马振华 朱琳 林思齐 唐伟 彭博 曹颖 邓超群',
  QHZ: '许小燕 谢东升 罗大江 梁秉公 宋宏图 董建业 潘玉兰 袁算盘 蒋督 蔡新宇 贾安 丁审言',
}

/** One person a role; applicants and the calendar do not sign in here. */
const roles = (Object.keys(roleNames) as Role[]).filter((role) => role !== 'applicant' && role !== 'calendar')

const kebab = (role: Role): string => role.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The sign-in name of a role in an organ: `qhzr-legal-reviewer`. */
export const demoName = (organ: string, role: Role): string => `${organ.toLowerCase()}-${kebab(role)}`

/** Under this name somebody stands in the ledger, as everybody who works at a desk does. */
export const demoDisplayName = (organ: string, role: Role): string =>
  displayNames[organ]?.split(' ')[(roles as readonly Role[]).indexOf(role)] ?? roleNames[role]

/** Only who supervises somebody has a supervisor. */
const has = (code: string, role: Role): boolean => role !== 'supervisor' || code === demoSupervisor

/** Of no organ: imports holiday notices, adds organs and says who supervises whom. */
const wholeInstance: DemoPerson = { organ: null, name: 'admin', displayName: '夏总管', roles: ['admin'] }

const ofOrgans: readonly DemoPerson[] = demoOrgans.flatMap(({ code }) =>
  roles
    .map((role) => ({
      organ: code,
      name: demoName(code, role),
      displayName: demoDisplayName(code, role),
      roles: [role],
    }))
    .filter((person) => person.roles.every((role) => has(code, role))),
)

export const demoPeople: readonly DemoPerson[] = [...ofOrgans, wholeInstance]
