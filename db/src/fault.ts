const faultCodes = [
  'OUTCOME_UNKNOWN',
  'DATABASE_DOWN',
  'DATABASE_MISSING',
  'SIGN_IN_REFUSED',
  'ROLE_MISSING',
  'OWNER_POWERLESS',
  'DATA_DIR_IN_USE',
  'DATA_DIR_UNUSABLE',
  'EMBEDDED_FAILED',
  'DISK_FULL',
  'BUSY',
  'KEYS_DIFFER',
  'KEYS_BROKEN',
  'SEALED_BROKEN',
  'MIGRATION_EDITED',
  'PRINT_DIFFERS',
  'NOTICE_INVALID',
  'NOT_ARCHIVED',
  'ERASED',
  'FILE_MISSING',
  'EDITION_TAKEN',
] as const

/** What can go wrong with the database itself; the message is Chinese, for people. */
export type FaultCode = (typeof faultCodes)[number]

export interface Fault extends Error {
  readonly code: FaultCode
}

export const fault = (code: FaultCode, message: string, cause?: unknown): Fault =>
  Object.assign(new Error(message, cause === undefined ? {} : { cause }), { code })

const codeOf = (error: unknown): string => {
  const code = (error as { code?: unknown } | null)?.code
  return typeof code === 'string' ? code : ''
}

const unreachable = [
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENETDOWN',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENOENT',
  'EACCES',
]
const broken = ['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT']
/** 53300: the server takes no more connections. */
const lost = [...unreachable, ...broken, '53300']
const lostWords =
  /Connection terminated|not queryable|timeout exceeded when trying to connect|socket hang up|Client was closed/i

/** Told in words for people already; anything else that is thrown is a defect. */
export const isFault = (error: unknown): error is Fault =>
  error instanceof Error && (faultCodes as readonly string[]).includes(codeOf(error))

/** The connection is gone, or the server is going: what was not committed is not there. */
export const isLost = (error: unknown): boolean => {
  const code = codeOf(error)
  return (
    code.startsWith('08') ||
    code.startsWith('57P') ||
    lost.includes(code) ||
    (error instanceof Error && lostWords.test(error.message))
  )
}

/** Somebody was first: the same again will see what he did. */
export const isConflict = (error: unknown): boolean =>
  ['40001', '40P01', '23505', '55P03'].includes(codeOf(error)) || codeOf(error) === 'CONFLICT'

/** The error as the rooms above know it; anything unforeseen stays what it is, a defect. */
export const toFault = (error: unknown): unknown => {
  if (codeOf(error) === '53100')
    return fault('DISK_FULL', '数据库所在磁盘已满，没有保存任何内容；请腾出空间后重试', error)
  if (isLost(error)) return fault('DATABASE_DOWN', '数据库连接不上，没有保存任何内容；请稍后重试', error)
  return error
}

/** The same question, whose failures are told as {@link Fault}s. */
export const told =
  <Asked extends readonly unknown[], Answer>(
    ask: (...asked: Asked) => Promise<Answer>,
  ): ((...asked: Asked) => Promise<Answer>) =>
  async (...asked) => {
    try {
      return await ask(...asked)
    } catch (error) {
      throw toFault(error)
    }
  }

/** The same for answers that come one by one. */
export async function* toldEach<Answer>(answers: AsyncIterable<Answer>): AsyncGenerator<Answer> {
  try {
    yield* answers
  } catch (error) {
    throw toFault(error)
  }
}
