import { createTransport } from 'nodemailer'
import type { PostOffice, Sent } from './mail.js'
import { messageOf, unsendable } from './message.js'

/** Shorter than a job's lease, so that no second worker sends while the first still waits. */
const timeouts = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 }

interface SmtpError {
  readonly code?: string
  readonly responseCode?: number
  readonly message?: string
}

/** 5xx to this sender, recipient or message is final; a server that is down, busy or refuses our password is not. */
const failure = (error: unknown): Sent => {
  const { code = '', responseCode = 0, message = String(error) } = error as SmtpError
  const permanent = responseCode >= 500 && responseCode < 600 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return { ok: false, permanent, reason: `${responseCode || code} ${message}`.trim() }
}

/** The organ's mail server. `url` as nodemailer wants it (`smtp://name:word@host:587`); `from` is the organ's address. */
export const smtpPost = (url: string, from: string): PostOffice => {
  const transport = createTransport({ url, ...timeouts, disableFileAccess: true, disableUrlAccess: true })
  const send = async (message: ReturnType<typeof messageOf>): Promise<Sent> => {
    try {
      const { accepted } = await transport.sendMail(message)
      const [one, ...more] = accepted
      const right = more.length === 0 && String(one) === message.to.address
      return right ? { ok: true } : { ok: false, permanent: true, reason: '邮件服务器接受的收件人与文书的不符' }
    } catch (error) {
      return failure(error)
    }
  }
  return {
    send: async (mail) => unsendable(mail) ?? (await send(messageOf(mail, from))),
    close: async () => transport.close(),
  }
}
