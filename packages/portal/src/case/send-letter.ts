import type { FastifyReply } from 'fastify'

/** A letter as a file to keep, never run in our pages and never stored on the way (ASVS 3.2.1). */
export const sendLetter = (reply: FastifyReply, pdf: Uint8Array, disposition: string): FastifyReply =>
  reply
    .type('application/pdf')
    .header('content-disposition', disposition)
    .header('content-security-policy', "sandbox; default-src 'none'")
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .header('x-robots-tag', 'noindex, nofollow')
    .send(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength))
