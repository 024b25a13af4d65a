import { join } from 'node:path'
import { mailTemplatesFolder } from '@zhiqing/templates'
import { Liquid } from 'liquidjs'
import { z } from 'zod'
import { TemplateError } from '../faults.js'
import { besideLetters } from './beside.js'
import { fileAt } from './files.js'
import { splitFile } from './front-matter.js'

/** What a mail that carries a letter may say; nothing of the request's content (ASVS 14.2.1). */
export type MailValues = {
  readonly 受文者: string
  readonly 文书名称: string
  readonly 机关名称: string
  readonly 受理编号: string | null
  readonly 联系电话: string | null
  /** What the papers are called that go with the letter; left out where there are none. */
  readonly 随附?: readonly string[] | null
  /** Given where they are too big for a mail: there they lie for whoever has number and code. */
  readonly 下载网址?: string | null
}

/** A mail's subject (one line) and its plain text. */
export type MailText = { readonly subject: string; readonly text: string }

const head = z.strictObject({ 主题: z.string().min(1) })
const engine = new Liquid({ strictVariables: true, strictFilters: true, ownPropertyOnly: true, templates: {} })

const oneLine = (words: string): string => words.replace(/\s+/g, ' ').trim()

/** What the applicant is told when a holiday notice moved the reply's day; days in Chinese. */
export type CalendarMailValues = {
  readonly 机关名称: string
  readonly 受理编号: string
  readonly 联系电话: string | null
  readonly 通知名称: string
  readonly 通知文号: string
  readonly 原期限: string
  readonly 现期限: string
}

/** What a mail to staff says: how many things, each in a line, and where to look. */
export type StaffMailValues = {
  readonly 机关名称: string
  readonly 件数: string
  readonly 事项: readonly string[]
  /** How many more there are than lines. */
  readonly 其余: string | null
  readonly 网址: string | null
}

/** Words of `mail/notice.md` with the values in place; `folders` are those of letters. Throws TemplateError when the template is at fault. */
export function writeMail(values: MailValues, folders: readonly string[] = []): MailText {
  return write('notice.md', { 随附: null, 下载网址: null, ...values }, folders)
}

/** Words of `mail/calendar.md` with the values in place. Throws TemplateError when the template is at fault. */
export function writeCalendarMail(values: CalendarMailValues, folders: readonly string[] = []): MailText {
  return write('calendar.md', values, folders)
}

/** Words of `mail/staff.md` with the values in place. Throws TemplateError when the template is at fault. */
export function writeStaffMail(values: StaffMailValues, folders: readonly string[] = []): MailText {
  return write('staff.md', values, folders)
}

/** An organ's own words go before ours. */
const pathOf = (name: string, folders: readonly string[]): string =>
  [...folders.flatMap((folder) => besideLetters(folder, 'mail')), mailTemplatesFolder]
    .map((folder) => join(folder, name))
    .find((path) => fileAt(path)) ?? join(mailTemplatesFolder, name)

type Value = string | null | readonly string[]

const tidied = (value: Value): Value => (typeof value === 'string' ? oneLine(value) : (value?.map(oneLine) ?? null))

function write(name: string, values: Readonly<Record<string, Value>>, folders: readonly string[]): MailText {
  const path = pathOf(name, folders)
  const file = splitFile(String(fileAt(path)))
  const front = head.safeParse(file?.head)
  if (!file || !front.success) throw new TemplateError(`邮件模板读不通：${path}`)
  const scope = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, tidied(value)]))
  try {
    const subject = oneLine(engine.parseAndRenderSync(front.data.主题, scope))
    return { subject, text: `${engine.parseAndRenderSync(file.body, scope).trim()}\n` }
  } catch (error) {
    throw new TemplateError(`邮件模板 ${path}：${error instanceof Error ? error.message : String(error)}`)
  }
}
