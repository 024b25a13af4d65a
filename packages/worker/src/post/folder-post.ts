import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { createTransport } from 'nodemailer'
import type { PostOffice } from './mail.js'
import { messageOf, unsendable } from './message.js'

/** The sender of mail that never leaves the machine. */
const from = 'zhiqing@localhost.localdomain'

const fileName = (messageId: string): string => `${messageId.replace(/^<|>$/g, '').replace(/[^\w.@-]/g, '_')}.eml`

/** Whole or not at all: written beside, brought to the disk, then renamed. */
const writeWhole = async (path: string, bytes: Buffer): Promise<void> => {
  const beside = `${path}.part`
  const file = await open(beside, 'w', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, path)
}

/** Without a mail server: each mail becomes `<message id>.eml` in this folder; the same mail again, the same file. */
export const folderPost = (folder: string): PostOffice => {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return {
    send: async (mail) => {
      const refused = unsendable(mail)
      if (refused) return refused
      const { message } = await transport.sendMail(messageOf(mail, from))
      await mkdir(folder, { recursive: true, mode: 0o700 })
      await writeWhole(join(folder, fileName(mail.messageId)), message as Buffer)
      return { ok: true }
    },
    close: async () => transport.close(),
  }
}
