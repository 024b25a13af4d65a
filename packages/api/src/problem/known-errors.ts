import { CalendarUnknown } from '@zhiqing/law'
import { FieldsError, MissingGlyphError } from '@zhiqing/letters'
import { invalid } from './answers.js'
import { type Problem, problem } from './problem.js'

const badJson = invalid([{ path: '', zh: '请求正文不是正确的 JSON，或者含有不允许的字段名（如 __proto__）' }])

/** Errors that are told as they are, by the code they carry: those of the HTTP layer, and those of the database room. */
const byCode: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: badJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: badJson,
  BODY_NOT_UTF8: invalid([{ path: '', zh: '请求正文不是 UTF-8 编码' }]),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: invalid([{ path: '', zh: '请求正文的长度与声明不符' }]),
  FST_ERR_CTP_BODY_TOO_LARGE: problem('tooLarge', 413, '请求过大', '请求正文不得超过1 MB，没有保存任何内容'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem('mediaType', 415, '不支持的格式', '请求正文请用 application/json（UTF-8）'),
  FST_ERR_BAD_URL: invalid([{ path: '', zh: '地址中的百分号编码不正确' }]),
  DATABASE_DOWN: problem('databaseDown', 503, '数据库暂时不可用', '没有保存任何内容；请稍后重试'),
  DISK_FULL: problem('diskFull', 507, '存储空间已满', '没有保存任何内容；请联系系统管理员清理磁盘后重试'),
  BUSY: problem('busy', 503, '同一案件的操作太多', '没有保存任何内容；请稍后重试'),
  OUTCOME_UNKNOWN: problem(
    'outcomeUnknown',
    503,
    '不能确定是否已经保存',
    '提交时与数据库的连接中断，可能已经保存，也可能没有；请用同一个 Idempotency-Key 重试，或者刷新案件核对后再办理',
  ),
}

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined

/** The room's one connection to anything is that to the database; reads tell its loss as Node does. */
const isLost = (error: unknown): boolean =>
  error instanceof Error &&
  (('syscall' in error && ['connect', 'read', 'write'].includes(String(error.syscall))) ||
    error.message.startsWith('Connection terminated'))

/** What a thrown error means to the caller, when that can be told; undefined for a defect. */
export const knownError = (error: unknown): Problem | undefined => {
  if (error instanceof CalendarUnknown) return problem('calendarUnknown', 422, '超出工作日历', error.message)
  if (error instanceof FieldsError || error instanceof MissingGlyphError)
    return problem('unprintable', 422, '文书不能印制', `${error.message}；案件没有变动`)
  const code = codeOf(error)
  if (code !== undefined && Object.hasOwn(byCode, code)) return byCode[code]
  return isLost(error) ? byCode.DATABASE_DOWN : undefined
}
