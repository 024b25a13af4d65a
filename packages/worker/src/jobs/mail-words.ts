import type { KeptLetter } from '@zhiqing/db'
import { loadTemplate } from '@zhiqing/letters'

/** The words that go with a letter, and the name of its file. */
export interface MailWords {
  readonly sender: string
  readonly subject: string
  readonly text: string
  readonly fileName: string
}

const wordOf = ({ fields }: KeptLetter, name: string): string | undefined => {
  const value = fields[name]
  return typeof value === 'string' && value !== '' ? value.replace(/\s+/g, ' ') : undefined
}

const paragraphs = (lines: readonly (string | undefined)[]): string =>
  `${lines.filter((line) => line !== undefined).join('\n\n')}\n`

/**
 * What the mail says: which request, which paper, whom to call. All else stands in the attached letter; no secret and
 * nothing of the request's content is in the subject (ASVS 14.2.1).
 */
export const mailWords = (letter: KeptLetter): MailWords => {
  const title = loadTemplate(letter.code).name
  const organ = wordOf(letter, '机关名称') ?? '政府信息公开工作机构'
  const number = wordOf(letter, '受理编号')
  const telephone = wordOf(letter, '联系电话')
  const about = number ? `受理编号为${number}的` : '您的'
  const call = telephone ? `不能打开附件，或者需要纸质文书的，请致电${telephone}。` : ''
  return {
    sender: organ,
    subject: `${organ}：${title}${number ? `（受理编号 ${number}）` : ''}`,
    text: paragraphs([
      `${wordOf(letter, '受文者') ?? '申请人'}：`,
      `现就${about}政府信息公开申请，向您发送《${title}》。文书见本邮件附件，请查收。`,
      `文书内容以附件为准。${call}`,
      '本邮件由系统发出，请勿直接回复。',
      organ,
    ]),
    fileName: `${[title, letter.documentNumber]
      .filter(Boolean)
      .join('-')
      .replace(/[\\/:*?"<>|\s]/g, '_')}.pdf`,
  }
}
