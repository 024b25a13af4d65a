import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { SignOnSettings } from '@zhiqing/api'
import type { PasswordProfile } from '@zhiqing/db'
import { type Role, roleNames } from '@zhiqing/law'
import type { FontSettings } from '@zhiqing/letters'
import { signOnOf } from './sign-on-environment.js'
import { UsageError } from './usage.js'
import { isOpenSeal, mailFault } from './wire.js'

interface Variable {
  readonly zh: string
  readonly usual: string
  readonly secret?: true
}

/** Every environment variable the program reads (contract §6). */
export const variables = {
  DATABASE_URL: { zh: 'PostgreSQL（15 以上）；不填则用自带的数据库', usual: '自带 PostgreSQL', secret: true },
  DATABASE_OWNER_URL: {
    zh: '执行迁移的数据库用户；服务本身用只能查询和追加台账的用户',
    usual: '同 DATABASE_URL',
    secret: true,
  },
  DATA_DIR: { zh: '数据库、文书、密钥所在的文件夹；同时只能由一个进程使用', usual: '.data' },
  HOST: { zh: '页面和接口监听的地址', usual: '127.0.0.1' },
  PORT: { zh: '页面和接口监听的端口', usual: '3000' },
  METRICS_PORT: { zh: '运行指标监听的端口', usual: '不开' },
  METRICS_HOST: { zh: '运行指标监听的地址；没有登录，只应让运维人员到得了', usual: '127.0.0.1，不随 HOST' },
  SMTP_URL: {
    zh: '本机关的邮件服务器：smtps://… 或者 smtp://…?requireTLS=true，本机的不要求加密；不填则邮件写入 DATA_DIR/mail',
    usual: '写入文件夹',
    secret: true,
  },
  SEAL_URL: {
    zh: '本机关的电子印章服务器，https://…（本机的可以用 http）；demo 为测试签名，只用于演示；不填则打印后手工盖章',
    usual: '手工盖章',
    secret: true,
  },
  SEAL_TOKEN: { zh: '向电子印章服务器表明身份的口令', usual: '不带', secret: true },
  SEAL_TIMEOUT: { zh: '等待电子印章服务器答复的秒数，1 至 120', usual: '15' },
  FONT_FANGSONG: { zh: '仿宋字体文件（TTF/OTF）', usual: '系统仿宋，否则霞鹜文楷' },
  FONT_KAITI: { zh: '楷体字体文件', usual: '霞鹜文楷' },
  FONT_HEITI: { zh: '黑体字体文件', usual: 'Noto Sans SC' },
  FONT_XIAOBIAOSONG: { zh: '小标宋字体文件', usual: 'Noto Serif SC' },
  TEMPLATES_DIR: {
    zh: '本机关自己的文书、条款、邮件文字所在的文件夹；同名的替换自带的，启动时核对，改后重新启动',
    usual: '只用自带的',
  },
  PUBLIC_URL: {
    zh: '本站对外的网址；https 开头的，登录 Cookie 只走加密连接，并要求浏览器一直用加密连接',
    usual: '不填：按不加密的内网处理',
  },
  TRUSTED_PROXIES: {
    zh: '前面的转发服务器的地址，逗号隔开；只有它们报来的客户端地址才算数',
    usual: '没有',
  },
  PASSWORD_PROFILE: {
    zh: '工作人员的密码规则：dengbao（等保三级：四类字符三种以上，九十天一换，不重复最近五个）或 asvs（至少十二个字，不要求换）',
    usual: 'dengbao；演示为 asvs',
  },
  TOTP_ROLES: {
    zh: '哪些岗位登录必须有动态口令：角色名，逗号隔开；all 为全部，none 为没有',
    usual: 'all；演示为 none',
  },
  OIDC_STAFF_ISSUER: {
    zh: '工作人员的统一身份认证平台（OpenID Connect）的地址；还要设客户端编号和 PUBLIC_URL，人员由系统管理员逐个关联',
    usual: '只用密码登录',
  },
  OIDC_STAFF_CLIENT_ID: {
    zh: '本系统在该平台的客户端编号；回调地址是 PUBLIC_URL/api/v1/sign-on/callback',
    usual: '没有',
  },
  OIDC_STAFF_CLIENT_SECRET: { zh: '本系统在该平台的密钥', usual: '没有，只用 PKCE', secret: true },
  OIDC_STAFF_SECOND_FACTOR: {
    zh: '该平台已经做了双因素认证的标志和从哪一天起认可，例如 amr=mfa@2026-12-01 或 acr=值@起始日，逗号隔开；其他的仍须动态口令',
    usual: '都不认可，须动态口令',
  },
  OIDC_APPLICANT_ISSUER: {
    zh: '申请人的统一身份认证平台（如“一号登录”）的地址；触摸屏上不提供，编号加查询码照旧',
    usual: '申请人没有账户',
  },
  OIDC_APPLICANT_CLIENT_ID: { zh: '本系统在该平台的客户端编号；回调地址是 PUBLIC_URL/account/callback', usual: '没有' },
  OIDC_APPLICANT_CLIENT_SECRET: { zh: '本系统在该平台的密钥', usual: '没有，只用 PKCE', secret: true },
  OIDC_APPLICANT_SCOPE: { zh: '向该平台请求的范围，空格隔开，必须有 openid', usual: 'openid profile' },
  OIDC_APPLICANT_ID_NUMBER: { zh: '该平台给出证件号码的字段名，例如 id_card；密封保存', usual: '不取证件号码' },
  DEMO: {
    zh: '1 为演示：写入虚构的青禾县；是演示的数据一直是演示',
    usual: '没有 DATABASE_URL，且 DATA_DIR 是新的或者是演示的，为 1',
  },
} as const satisfies Record<string, Variable>

export type VariableName = keyof typeof variables

/** A seal server, or the test signature of demos. The time-out is in milliseconds. */
export type SealSettings =
  | { readonly kind: 'demo' }
  | { readonly kind: 'server'; readonly url: string; readonly token: string | undefined; readonly timeout: number }

/** What the environment comes to; every path absolute. */
export interface Environment {
  readonly databaseUrl: string | undefined
  readonly ownerUrl: string | undefined
  readonly dataDir: string
  readonly host: string
  readonly port: number
  readonly metricsPort: number | undefined
  /** This machine alone, unless somebody asks for more: the figures have no sign-in. */
  readonly metricsHost: string
  readonly smtpUrl: string | undefined
  /** Who puts seals to letters; undefined where it is done by hand. */
  readonly seal: SealSettings | undefined
  readonly fonts: FontSettings
  /** The organ's own words, absolute; undefined where only ours are used. */
  readonly templatesDir: string | undefined
  /** Pages are reached over TLS at this address; undefined: plain http. */
  readonly publicUrl: string | undefined
  readonly trustedProxies: readonly string[]
  /** Sign-on providers; undefined where none is set. */
  readonly signOn: SignOnSettings | undefined
  /** Undefined: as usual, which in a demo is milder. */
  readonly passwords: PasswordProfile | undefined
  readonly totpRoles: readonly Role[] | undefined
  readonly demo: boolean
  /** DEMO=0 was given: whatever the data are, they are treated as real. */
  readonly demoRefused: boolean
}

type Env = Readonly<Record<string, string | undefined>>

const names = Object.keys(variables) as VariableName[]
const flat = (name: string): string => name.replaceAll('_', '').toUpperCase()

/** Differ two words by at most one letter put in, left out or changed? */
const oneApart = (a: string, b: string): boolean => {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let i = 0
  while (i < short.length && short[i] === long[i]) i++
  return short.slice(long.length === short.length ? i + 1 : i) === long.slice(i + 1)
}

/** A variable whose name is near one of ours but not one: a typing error that would silently do nothing. */
const nearMisses = (env: Env): string[] =>
  Object.keys(env).flatMap((name) => {
    if ((names as string[]).includes(name)) return []
    const meant = names.find((known) => flat(known) === flat(name) || (known.length >= 8 && oneApart(known, name)))
    return meant ? [`环境变量 ${name} 不认识，是不是 ${meant}？`] : []
  })

const portOf = (name: VariableName, text: string | undefined, faults: string[]): number | undefined => {
  if (text === undefined || text === '') return undefined
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  faults.push(`${name} 应为 0 至 65535 的整数，现在是“${text}”`)
  return undefined
}

/** Lies beside the data of a demo, and makes them one for ever: the sign-ins of 青禾县, null until it is seeded. */
export const demoFile = (dataDir: string): string => join(dataDir, 'demo-sign-ins.json')

/** A folder that cannot be looked into is told when it is opened; here it is not a new one. */
const isNewFolder = (folder: string): boolean => {
  try {
    return readdirSync(folder).length === 0
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT'
  }
}

/**
 * With DATABASE_URL the data are not in DATA_DIR: a folder left from a demo must not pour 青禾县 into somebody's
 * database.
 */
const isDemo = (databaseUrl: string | undefined, dataDir: string): boolean =>
  !databaseUrl && (existsSync(demoFile(dataDir)) || isNewFolder(dataDir))

const staffRoles = (Object.keys(roleNames) as Role[]).filter((role) => role !== 'applicant' && role !== 'calendar')

const listOf = (text = ''): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)

const totpRolesOf = (text: string | undefined, faults: string[]): readonly Role[] | undefined => {
  if (!text) return undefined
  if (text === 'none') return []
  if (text === 'all') return staffRoles
  const roles = listOf(text)
  const odd = roles.filter((role) => !(staffRoles as string[]).includes(role))
  if (odd.length > 0)
    faults.push(`TOTP_ROLES 里没有这样的角色：${odd.join('、')}；可以写 ${staffRoles.join(',')}，或者 all、none`)
  return roles as Role[]
}

const passwordsOf = (text: string | undefined, faults: string[]): PasswordProfile | undefined => {
  if (!text) return undefined
  if (text !== 'dengbao' && text !== 'asvs') faults.push(`PASSWORD_PROFILE 应为 dengbao 或 asvs，现在是“${text}”`)
  return text as PasswordProfile
}

/** How the doors are kept: in a demo everybody can walk in and see; a real office asks for both factors. */
export const securityOf = ({ passwords, totpRoles, demo }: Environment) => ({
  passwords: passwords ?? (demo ? ('asvs' as const) : ('dengbao' as const)),
  totpRoles: totpRoles ?? (demo ? [] : staffRoles),
})

const isWebAddress = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && [username, password, search, hash].every((part) => part === '')
}

const usualSealTimeout = 15

const sealOf = (env: Env, faults: string[]): SealSettings | undefined => {
  const { SEAL_URL: url, SEAL_TOKEN: token, SEAL_TIMEOUT: given } = env
  const seconds = given ? Number(given) : usualSealTimeout
  if (!(Number.isInteger(seconds) && seconds >= 1 && seconds <= 120))
    faults.push(`SEAL_TIMEOUT 应为 1 至 120 的整数（秒），现在是“${given}”`)
  if (token && !/^[\x21-\x7e]+$/.test(token)) faults.push('SEAL_TOKEN 里有空格或者不能放进请求头的字符')
  if (!url) {
    if (token || given) faults.push('设了 SEAL_TOKEN 或者 SEAL_TIMEOUT，没有设 SEAL_URL')
    return undefined
  }
  if (url === 'demo') return { kind: 'demo' }
  if (!isWebAddress(url))
    faults.push('SEAL_URL 不是电子印章服务器的地址，应为 https://主机:端口/路径（口令写在 SEAL_TOKEN），或者 demo')
  else if (isOpenSeal(url))
    faults.push('SEAL_URL 没有加密：待盖章的内容和 SEAL_TOKEN 会在网络上明文传送，应为 https://…（本机的可以用 http）')
  return { kind: 'server', url: url.replace(/\/+$/, ''), token: token || undefined, timeout: seconds * 1000 }
}

/** Reads the environment; all faults at once as a UsageError. */
export const readEnvironment = (env: Env): Environment => {
  const faults = nearMisses(env)
  const value = (name: VariableName): string | undefined => env[name] || undefined
  const port = portOf('PORT', env.PORT, faults) ?? 3000
  const metricsPort = portOf('METRICS_PORT', env.METRICS_PORT, faults)
  if (env.METRICS_HOST && metricsPort === undefined) faults.push('设了 METRICS_HOST，没有设 METRICS_PORT')
  if (env.DEMO && !['0', '1'].includes(env.DEMO)) faults.push(`DEMO 应为 0 或 1，现在是“${env.DEMO}”`)
  const mail = env.SMTP_URL ? mailFault(env.SMTP_URL) : undefined
  if (mail) faults.push(mail)
  const seal = sealOf(env, faults)
  if (env.PUBLIC_URL && !/^https?:\/\/[^/?#]+\/?$/.test(env.PUBLIC_URL))
    faults.push('PUBLIC_URL 应为 http:// 或 https:// 开头、没有路径的网址')
  const [passwords, totpRoles] = [passwordsOf(env.PASSWORD_PROFILE, faults), totpRolesOf(env.TOTP_ROLES, faults)]
  const signOn = signOnOf(env, faults)
  if (faults.length > 0) throw new UsageError(faults.join('\n'))
  const dataDir = resolve(value('DATA_DIR') ?? '.data')
  const databaseUrl = value('DATABASE_URL')
  return {
    databaseUrl,
    ownerUrl: value('DATABASE_OWNER_URL') ?? databaseUrl,
    dataDir,
    host: value('HOST') ?? '127.0.0.1',
    port,
    metricsPort,
    metricsHost: value('METRICS_HOST') ?? '127.0.0.1',
    smtpUrl: value('SMTP_URL'),
    seal,
    fonts: {
      fangsong: value('FONT_FANGSONG'),
      kaiti: value('FONT_KAITI'),
      heiti: value('FONT_HEITI'),
      xiaobiaosong: value('FONT_XIAOBIAOSONG'),
    },
    templatesDir: value('TEMPLATES_DIR') && resolve(value('TEMPLATES_DIR') as string),
    publicUrl: value('PUBLIC_URL')?.replace(/\/$/, ''),
    trustedProxies: listOf(value('TRUSTED_PROXIES')),
    signOn,
    passwords,
    totpRoles,
    demo: env.DEMO ? env.DEMO === '1' : isDemo(databaseUrl, dataDir),
    demoRefused: env.DEMO === '0',
  }
}

/** A setting as people should see it. */
export interface Described {
  readonly name: string
  readonly value: string
  readonly from: string
  readonly zh: string
}

/** Each setting as people should see it: secrets hidden. */
export const describeEnvironment = (env: Env): Described[] =>
  names.map((name) => {
    const { zh, usual, ...rest } = variables[name] as Variable
    const given = env[name] || undefined
    const value = given === undefined ? usual : rest.secret ? '（已设置，不显示）' : given
    return { name, value, from: given === undefined ? '默认' : '环境变量', zh }
  })
