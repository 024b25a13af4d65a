import { isLoopback, type ProviderSettings, type SecondFactorWord, type SignOnSettings } from '@zhiqing/api'
import type { Day } from '@zhiqing/law'

type Env = Readonly<Record<string, string | undefined>>

/** The environment variables of one provider. */
const namesOf = (who: 'STAFF' | 'APPLICANT') => {
  const name = (what: string) => `OIDC_${who}_${what}`
  return { issuer: name('ISSUER'), clientId: name('CLIENT_ID'), clientSecret: name('CLIENT_SECRET') }
}

const isIssuer = (text: string): boolean => {
  if (!URL.canParse(text)) return false
  const { protocol, username, password, search, hash } = new URL(text)
  if ([username, password, search, hash].some((part) => part !== '')) return false
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(text))
}

const isDay = (text: string): boolean => {
  const at = new Date(`${text}T00:00:00Z`)
  return /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const secondFactorOf = (text: string | undefined, faults: string[]): SecondFactorWord[] =>
  (text ?? '').split(',').flatMap((one) => {
    const word = one.trim()
    if (word === '') return []
    const [, claim, value, from] = /^(acr|amr)=([\x21-\x7e]+)@([\d-]+)$/.exec(word) ?? []
    if (claim && value && from && isDay(from)) return [{ claim: claim as 'acr' | 'amr', value, from: from as Day }]
    faults.push(
      `OIDC_STAFF_SECOND_FACTOR 里的“${word}”不对，应为 acr=值@起始日 或者 amr=值@起始日，例如 amr=mfa@2026-12-01，多个用逗号隔开`,
    )
    return []
  })

const scopeOf = (text: string | undefined, faults: string[]): string => {
  const scope = text?.trim().replace(/\s+/g, ' ') || 'openid profile'
  if (!scope.split(' ').includes('openid'))
    faults.push(`OIDC_APPLICANT_SCOPE 里必须有 openid，例如“openid profile”，现在是“${text}”`)
  return scope
}

const noBlanks = /^[\x21-\x7e]+$/

/** Issuer, client and secret; undefined where none of the provider's variables is set, or one of them is wrong. */
const clientOf = (who: 'STAFF' | 'APPLICANT', env: Env, faults: string[]) => {
  const names = namesOf(who)
  const [issuer, clientId, clientSecret] = [env[names.issuer], env[names.clientId], env[names.clientSecret]]
  const prefix = `OIDC_${who}_`
  const set = Object.keys(env).filter((name) => name.startsWith(prefix) && env[name])
  if (set.length === 0) return undefined
  if (!issuer) faults.push(`设了 ${set.join('、')}，没有设 ${names.issuer}`)
  if (!clientId) faults.push(`设了 ${set.join('、')}，没有设 ${names.clientId}`)
  if (issuer && !isIssuer(issuer))
    faults.push(
      `${names.issuer} 不是统一身份认证平台的地址，应为 https://主机/路径（本机的可以用 http），现在是“${issuer}”`,
    )
  for (const [name, value] of [
    [names.clientId, clientId],
    [names.clientSecret, clientSecret],
  ] as const)
    if (value && !noBlanks.test(value)) faults.push(`${name} 里有空格或者不能放进请求的字符`)
  if (!env.PUBLIC_URL) faults.push(`设了 ${names.issuer} 的，也要设 PUBLIC_URL：登录以后由它回到本站`)
  if (!issuer || !clientId) return undefined
  return { issuer: issuer.replace(/\/+$/, ''), clientId, clientSecret: clientSecret || undefined }
}

const staffOf = (env: Env, faults: string[]): ProviderSettings | undefined => {
  const client = clientOf('STAFF', env, faults)
  const secondFactor = secondFactorOf(env.OIDC_STAFF_SECOND_FACTOR, faults)
  return client && { ...client, scope: 'openid', secondFactor, idNumberClaim: undefined }
}

const applicantsOf = (env: Env, faults: string[]): ProviderSettings | undefined => {
  const client = clientOf('APPLICANT', env, faults)
  const scope = scopeOf(env.OIDC_APPLICANT_SCOPE, faults)
  const idNumberClaim = env.OIDC_APPLICANT_ID_NUMBER || undefined
  if (idNumberClaim && !/^[\w.:/-]{1,100}$/.test(idNumberClaim))
    faults.push(`OIDC_APPLICANT_ID_NUMBER 应为平台给出证件号码的字段名，例如 id_card，现在是“${idNumberClaim}”`)
  return client && { ...client, scope, secondFactor: [], idNumberClaim }
}

/** Who may sign in through which provider; undefined where none is set. A wrong setting is a fault, never left out. */
export const signOnOf = (env: Env, faults: string[]): SignOnSettings | undefined => {
  const [staff, applicants] = [staffOf(env, faults), applicantsOf(env, faults)]
  if (!staff && !applicants) return undefined
  return { publicUrl: (env.PUBLIC_URL ?? '').replace(/\/$/, ''), staff, applicants }
}
