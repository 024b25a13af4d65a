import * as z from 'zod'
import { attachmentFields, attachmentsField } from '../attachment.js'
import { command, done } from '../command.js'
import { text } from '../fields.js'

/**
 * 收录材料: papers that the office puts to the case as files: a request that came on paper, proof of identity, somebody's
 * opinion, what goes out with the reply (rulebook R18, R63). No day moves.
 */
export const filePapers = command({
  zh: '收录材料',
  article: 'ogi:45',
  schema: z.strictObject({
    attachments: attachmentsField.min(1, { error: '还没有上传文件' }),
    note: text(200).optional(),
  }),
  begins: ['PapersFiled'],
  decide: ({ attachments, note }) => done([{ type: 'PapersFiled', note, ...attachmentFields(attachments) }]),
})
