import { isOneAddress } from './address.js'
import type { Mail, Sent } from './mail.js'

const attached = ({ pdf, enclosures = [] }: Mail) =>
  [...(pdf ? [{ ...pdf, mediaType: 'application/pdf' }] : []), ...enclosures].map(({ name, mediaType, bytes }) => ({
    filename: name,
    content: Buffer.from(bytes),
    contentType: mediaType,
  }))

/** What nodemailer is given: one recipient named in the envelope itself, everything in memory, no file, no address to fetch. */
export const messageOf = (mail: Mail, from: string) => ({
  envelope: { from, to: [mail.to] },
  from: { name: mail.sender, address: from },
  to: { name: '', address: mail.to },
  subject: mail.subject,
  text: mail.text,
  date: mail.date,
  messageId: mail.messageId,
  headers: { 'Auto-Submitted': 'auto-generated' },
  attachments: attached(mail),
  disableFileAccess: true,
  disableUrlAccess: true,
})

/** Refuses what is not one address, before anything is sent. */
export const unsendable = ({ to }: Mail): Sent | undefined =>
  isOneAddress(to) ? undefined : { ok: false, permanent: true, reason: '收件地址不是一个电子邮箱地址' }
