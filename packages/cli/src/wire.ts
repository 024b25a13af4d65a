import { isLoopback } from '@zhiqing/api'

const scheme = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '')

/** What would let letters be read on their way, whatever else the address says; nodemailer takes it from the query. */
const weakens = (name: string, value: string): boolean =>
  name === 'ignoreTLS' || (name === 'tls.rejectUnauthorized' && value !== 'true')

/**
 * Letters and the password of the mail account leave this machine encrypted, or not at all: a server that merely may
 * encrypt is one that somebody in between can talk out of it.
 */
const isOpenMail = (text: string): boolean => {
  const { searchParams } = new URL(text)
  const required = searchParams.getAll('requireTLS').join() === 'true'
  return !(scheme(text) === 'smtps:' || required) || [...searchParams].some(([name, value]) => weakens(name, value))
}

/** What is wrong with the mail server's address, if anything is; never with its password in it. */
export const mailFault = (text: string): string | undefined => {
  if (!/^smtps?:$/.test(scheme(text)))
    return 'SMTP_URL 不是邮件服务器的地址，应为 smtp://用户:口令@主机:端口 或者 smtps://…'
  if (isLoopback(text) || !isOpenMail(text)) return undefined
  return 'SMTP_URL 没有要求加密：文书和邮箱口令会在网络上明文传送。请写 smtps://用户:口令@主机:465，或者 smtp://用户:口令@主机:587?requireTLS=true，不要关闭证书核对；自建证书的，用 NODE_EXTRA_CA_CERTS 指明（本机的邮件服务器不要求）'
}

/** Plain http to a seal server on another machine: digests, seals and the token could be read and changed on their way. */
export const isOpenSeal = (text: string): boolean => scheme(text) === 'http:' && !isLoopback(text)
