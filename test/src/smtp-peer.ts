import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer } from 'smtp-server'

/** A mail as it came in at the other end. */
export interface Received {
  readonly from: string
  readonly to: readonly string[]
  readonly raw: string
  readonly mail: Email
}

/** A mail server on loopback that really speaks SMTP. */
export interface SmtpPeer {
  readonly url: string
  readonly received: Received[]
  /** Answer for the next mails: a code for each, then all is accepted again. */
  readonly refusals: { at: 'recipient' | 'data'; code: number }[]
  /** Milliseconds before a mail is accepted. */
  delay: number
  /** Resolves when this many mails have come. */
  mails(count: number): Promise<readonly Received[]>
  close(): Promise<void>
}

const refusal = (code: number): Error => Object.assign(new Error('not now, not here'), { responseCode: code })

export const smtpPeer = async (): Promise<SmtpPeer> => {
  const peer: { received: Received[]; refusals: { at: 'recipient' | 'data'; code: number }[]; delay: number } = {
    received: [],
    refusals: [],
    delay: 0,
  }
  const next = (at: 'recipient' | 'data'): Error | null => {
    const first = peer.refusals[0]
    return first?.at === at ? refusal((peer.refusals.shift() as typeof first).code) : null
  }
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onRcptTo: (_, __, callback) => callback(next('recipient')),
    onData: (stream, { envelope }, callback) => {
      void buffer(stream).then(async (bytes) => {
        const no = next('data')
        if (no) return callback(no)
        await new Promise((resolve) => setTimeout(resolve, peer.delay))
        peer.received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          raw: bytes.toString('utf8'),
          mail: await PostalMime.parse(bytes),
        })
        callback()
      })
    },
  })
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return Object.assign(peer, {
    url: `smtp://127.0.0.1:${port}`,
    mails: async (count: number) => {
      while (peer.received.length < count) await new Promise((resolve) => setTimeout(resolve, 10))
      return peer.received
    },
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  })
}
