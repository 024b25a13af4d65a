import type { FastifyInstance } from 'fastify'

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "connect-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

/**
 * Nothing but our own style sheet, script and picture may load, and nothing written into a page runs. The referrer stays inside this site instead
 * of being cut off: with `no-referrer` browsers send `Origin: null` with a form, and on a plain-http intranet (no
 * Sec-Fetch-Site there) nobody could tell our own pages from strangers'. Not for letters, which bring stricter rules.
 */
export const putPageHeaders = (app: FastifyInstance): void => {
  app.addHook('onSend', async (_, reply) => {
    if (reply.getHeader('content-type') === 'application/pdf') return
    reply
      .header('content-security-policy', policy)
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'same-origin')
    if (!reply.hasHeader('cache-control')) reply.header('cache-control', 'no-store')
  })
}
