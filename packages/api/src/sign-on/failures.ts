import type { NotIn } from '@zhiqing/db'

/** Why somebody is not signed in through the provider, each in words that may be shown. */
export const signOnFailures = {
  down: '统一身份认证平台现在连接不上，请稍后再试',
  misset:
    '统一身份认证平台不接受本系统的登录请求，请告诉系统管理员核对统一身份认证的设置（地址、客户端编号、密钥、回调地址）',
  cancelled: '没有在统一身份认证平台完成登录，可以再试一次',
  strayed: '这次登录不是从本页开始的，或者等得太久，请再点一次“用统一身份认证登录”',
  unproven: '统一身份认证平台的答复没有通过核对，没有登录；请再试一次，一直这样的，请告诉系统管理员',
  unknown: '您的统一身份还没有关联本系统的人员，请本机关的系统管理员办理关联',
  disabled: '您在本系统的账号已经停用，请联系本机关的安全管理员',
  no: '动态口令不正确',
  tooMany: '登录尝试次数过多，请稍后再试',
  totpNeeded: '还需要动态口令：请输入手机上的六位口令，或者一个恢复码',
} as const satisfies Readonly<Record<NotIn | 'down' | 'misset' | 'cancelled' | 'strayed' | 'unproven', string>>
export type SignOnFailure = keyof typeof signOnFailures

/** What went wrong between us and the provider. */
export type ProviderFailure = 'down' | 'misset' | 'cancelled' | 'unproven'

interface Thrown {
  readonly name?: unknown
  readonly code?: unknown
  readonly error?: unknown
  readonly status?: unknown
  readonly cause?: unknown
}

const ours = ['invalid_client', 'unauthorized_client', 'invalid_scope', 'unsupported_response_type', 'invalid_request']
const theirs = ['temporarily_unavailable', 'server_error']

const byError = (error: string): ProviderFailure => {
  if (theirs.includes(error)) return 'down'
  if (ours.includes(error)) return 'misset'
  return ['access_denied', 'login_required', 'interaction_required', 'consent_required'].includes(error)
    ? 'cancelled'
    : 'unproven'
}

const isServerFault = (cause: unknown): boolean => {
  const status = (cause as { status?: unknown } | null)?.status
  return typeof status === 'number' && status >= 500
}

/** What a thrown error of the library comes to. Nothing that was not proven is ever taken for proven. */
export const failureOf = (thrown: unknown): ProviderFailure => {
  const { name, code, error, status, cause } = (thrown ?? {}) as Thrown
  if (typeof status === 'number' && status >= 500) return 'down'
  if (typeof error === 'string') return byError(error)
  // A client that is not known, or has another secret, is challenged once more (RFC 6749 §5.2).
  if (code === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') return 'misset'
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || isServerFault(cause)) return 'down'
  // What `fetch` throws when nobody answers; the library's own complaints of that name carry a code.
  if (name === 'TypeError' && code === undefined) return 'down'
  return 'unproven'
}

/** The same while the provider is first looked up: whatever it says wrong there is a wrong address. */
export const discoveryFailureOf = (thrown: unknown): ProviderFailure =>
  failureOf(thrown) === 'down' ? 'down' : 'misset'

/** A line for operators: which check said no, without a word of what it looked at. */
export const reasonOf = (thrown: unknown): string => {
  const { name, code, error } = (thrown ?? {}) as Thrown
  return [name, code, error].filter((one) => typeof one === 'string' && one.length < 80).join(' ')
}
