import type { Job } from '@zhiqing/db'
import { type Day, inChinese, isDay } from '@zhiqing/law'
import type { CalendarMailValues } from '@zhiqing/letters'
import type { Sent } from '../post/mail.js'
import type { WorkerServices } from '../services.js'

const text = (value: unknown): string => {
  if (typeof value !== 'string' || value === '') throw new Error('a note without its words')
  return isDay(value) ? inChinese(value as Day) : value
}

const valuesOf = (words: Readonly<Record<string, unknown>>): CalendarMailValues => ({
  机关名称: text(words.机关名称),
  受理编号: text(words.受理编号),
  联系电话: typeof words.联系电话 === 'string' && words.联系电话 !== '' ? words.联系电话 : null,
  通知名称: text(words.通知名称),
  通知文号: text(words.通知文号),
  原期限: text(words.原期限),
  现期限: text(words.现期限),
})

/** A few words by mail, without a letter: a holiday notice moved the day of the reply. */
export const noteJob = async (
  { to, words = {}, messageId }: Job,
  { post, press, now }: WorkerServices,
): Promise<Sent> => {
  if (to === null) return { ok: false, permanent: true, reason: '没有收件地址' }
  const values = valuesOf(words)
  return post.send({ ...press.words.calendarMail(values), sender: values.机关名称, to, messageId, date: now() })
}
