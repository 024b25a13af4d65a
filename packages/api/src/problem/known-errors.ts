import { CalendarUnknown } from '@zhiqing/law'
import { FieldsError, MissingGlyphError } from '@zhiqing/letters'
import { invalid } from './answers.js'
import { type Problem, problem } from './problem.js'

const badJson = invalid([{ path: '', zh: '请求正文不是正确的 JSON，或者含有不允许的字段名（如 __proto__）' }])

/** Errors that are told as they are, by the code they carry: those of the HTTP layer, and those of the database room. */
const byCode: Readonly<Record<string, Problem>> = {
  FST_ERR_CTP_INVALID_JSON_BODY: badJson,
  FST_ERR_CTP_EMPTY_JSON_BODY: badJson,
  BODY_SAYS_TWICE: invalid([{ path: '', zh: '请求正文里有字段写了两次' }]),
  // PostgreSQL: a character that no text holds.
  '22021': invalid([{ path: '', zh: '有不允许的字符（如 NUL）' }]),
  BODY_NOT_UTF8: invalid([{ path: '', zh: '请求正文不是 UTF-8 编码' }]),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: invalid([{ path: '', zh: '请求正文的长度与声明不符' }]),
  FST_ERR_CTP_BODY_TOO_LARGE: problem('tooLarge', 413, '请求过大', '请求正文不得超过1 MB，没有保存任何内容'),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: problem('mediaType', 415, '不支持的格式', '请求正文请用 application/json（UTF-8）'),
  FST_ERR_BAD_URL: invalid([{ path: '', zh: '地址中的百分号编码不正确' }]),
  ERASED: problem(
    'erased',
    410,
    '内容已经删除',
    '本案的个人信息已依法删除，文书的内容和文件不再保存；文号和台账仍可查看',
  ),
  SEAL_AWAITED: problem(
    'sealAwaited',
    409,
    '文书还没有加盖电子印章',
    '文书已经制发，等待加盖电子印章，请稍后再取；需要打印出来手工盖章的，加上 ?unsealed=1',
  ),
  FILE_MISSING: problem(
    'fileMissing',
    422,
    '附件不在',
    '附件没有上传，或者已经属于别的案件，或者与所写的散列、大小不一致；没有保存任何内容，请重新上传',
  ),
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

/**
 * A command on a day beyond the calendar is refused by casework, for another day may be given. What comes here is a
 * reading: the caller has nothing to change, the operators have.
 */
const beyondCalendar = ({ message }: CalendarUnknown): Problem =>
  problem(
    'calendarUnknown',
    503,
    '超出工作日历',
    `${message}。请系统管理员导入国务院办公厅新发布的放假安排（zhiqing calendar import），并核对服务器的日期`,
  )

/** What a thrown error means to the caller, when that can be told; undefined for a defect. */
export const knownError = (error: unknown): Problem | undefined => {
  if (error instanceof CalendarUnknown) return beyondCalendar(error)
  if (error instanceof FieldsError || error instanceof MissingGlyphError)
    return problem('unprintable', 422, '文书不能印制', `${error.message}；案件没有变动`)
  const code = codeOf(error)
  return code !== undefined && Object.hasOwn(byCode, code) ? byCode[code] : undefined
}
