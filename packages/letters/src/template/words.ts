import { type CalendarMailValues, type MailText, type MailValues, writeCalendarMail, writeMail } from './mail.js'
import { type Folders, foldersWith, loadTemplate } from './template.js'

/** The words of a service beside its letters: an organ's own where it has them, else ours. */
export type Words = {
  /** What a letter is called. Throws TemplateError for an unknown code. */
  name(code: string): string
  /** The mail that carries a letter. */
  mail(values: MailValues): MailText
  /** The mail that tells a moved due day. */
  calendarMail(values: CalendarMailValues): MailText
}

/** The words of some folders of letters, ours when left out. */
export const wordsOf = (folders: Folders = foldersWith(undefined)): Words => ({
  name: (code) => loadTemplate(code, folders).name,
  mail: (values) => writeMail(values, folders),
  calendarMail: (values) => writeCalendarMail(values, folders),
})
