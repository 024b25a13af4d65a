import type { FastifyReply } from 'fastify'

interface FileHeaders {
  readonly type: string
  readonly disposition: string
}

/** A file to keep, never run in our pages and never stored on the way (ASVS 3.2.1). */
export const sendFile = (reply: FastifyReply, bytes: Uint8Array, { type, disposition }: FileHeaders): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', disposition)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex, nofollow')
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))

/** A letter as a file to keep. */
export const sendLetter = (reply: FastifyReply, pdf: Uint8Array, disposition: string): FastifyReply =>
  sendFile(reply, pdf, { type: 'application/pdf', disposition })
