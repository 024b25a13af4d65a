import {
  type CalendarMailValues,
  type MailText,
  type MailValues,
  type StaffMailValues,
  writeCalendarMail,
  writeMail,
  writeStaffMail,
} from './mail.js'
import { type Folders, foldersWith, loadTemplate } from './template.js'

/** The words of a service beside its letters: an organ's own where it has them, else ours. */
export type Words = {
  /** What a letter is called. Throws TemplateError for an unknown code. */
  name(code: string): string
  /** The mail that carries a letter. */
  mail(values: MailValues): MailText
  /** The mail that tells a moved due day. */
  calendarMail(values: CalendarMailValues): MailText
  /** The mail that tells one of the staff what has come. */
  staffMail(values: StaffMailValues): MailText
}

/** The words of some folders of letters, ours when left out. */
export const wordsOf = (folders: Folders = foldersWith(undefined)): Words => ({
  name: (code) => loadTemplate(code, folders).name,
  mail: (values) => writeMail(values, folders),
  calendarMail: (values) => writeCalendarMail(values, folders),
  staffMail: (values) => writeStaffMail(values, folders),
})
