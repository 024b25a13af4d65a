import type { KeptLetter } from '@zhiqing/db'
import type { Words } from '@zhiqing/letters'
import type { Taken } from './enclosures.js'

/** The words that go with a letter, and the name of its file. */
export interface MailWords {
  readonly sender: string
  readonly subject: string
  readonly text: string
  readonly fileName: string
}

const wordOf = ({ fields }: KeptLetter, name: string): string | null => {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value.replace(/\s+/g, ' ') : null
}

const fileNameOf = (title: string, { documentNumber }: KeptLetter): string =>
  `${[title, documentNumber]
    .filter(Boolean)
    .join('-')
    .replace(/[\\/:*?"<>|\s]/g, '_')}.pdf`

/** What the mail says, by `mail/notice.md` of the templates: which request, which paper, whom to call. */
export const mailWords = (
  letter: KeptLetter,
  words: Words,
  { names, link }: Pick<Taken, 'names' | 'link'>,
): MailWords => {
  const title = words.name(letter.code)
  const sender = wordOf(letter, '机关名称') ?? '政府信息公开工作机构'
  const mail = words.mail({
    受文者: wordOf(letter, '受文者') ?? '申请人',
    文书名称: title,
    机关名称: sender,
    受理编号: wordOf(letter, '受理编号'),
    联系电话: wordOf(letter, '联系电话'),
    随附: names.length > 0 ? names : null,
    下载网址: link,
  })
  const subject = letter.fields.演练 === true ? `【演练】${mail.subject}` : mail.subject
  return { sender, ...mail, subject, fileName: fileNameOf(title, letter) }
}
