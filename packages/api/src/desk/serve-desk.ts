import { randomBytes } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Desk, DeskFile } from './read-desk.js'

/** Stands in the built page where a fresh nonce belongs. */
const placeholder = /__NONCE__/g

/**
 * No script but our own files, no style but those and what carries this answer's nonce (the component library writes its
 * styles while it runs), nothing from elsewhere. PDFs of letters are shown from memory, hence `blob:`.
 */
const policy = (nonce: string, tls: boolean): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    'frame-src blob:',
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(tls ? ['upgrade-insecure-requests'] : []),
  ].join('; ')

const hidden = { schema: { hide: true } as object }

const accepted = (request: FastifyRequest, file: DeskFile): readonly [Buffer, string | null] => {
  const offered = String(request.headers['accept-encoding'] ?? '')
  if (file.brotli && /\bbr\b/.test(offered)) return [file.brotli, 'br']
  if (file.gzip && /\bgzip\b/.test(offered)) return [file.gzip, 'gzip']
  return [file.bytes, null]
}

const sendFile = (request: FastifyRequest, reply: FastifyReply, file: DeskFile): FastifyReply => {
  const [bytes, encoding] = accepted(request, file)
  if (encoding) reply.header('content-encoding', encoding)
  return reply
    .type(file.type)
    .header('vary', 'accept-encoding')
    .header('cache-control', 'public, max-age=31536000, immutable')
    .send(bytes)
}

/** The pages of the staff under /desk. Every address below it is the one page, which looks at the address itself. */
export const serveDesk =
  ({ page, files }: Desk, { secureCookies = false }: { readonly secureCookies?: boolean | undefined } = {}) =>
  async (app: FastifyInstance): Promise<void> => {
    for (const file of files) app.get(file.path, hidden, (request, reply) => sendFile(request, reply, file))
    const sendPage = (_: FastifyRequest, reply: FastifyReply): FastifyReply => {
      const nonce = randomBytes(16).toString('base64')
      return reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', policy(nonce, secureCookies))
        .header('cache-control', 'no-store')
        .send(page.replace(placeholder, nonce))
    }
    app.get('/desk', hidden, sendPage)
    app.get('/desk/*', hidden, (request, reply) =>
      request.url.startsWith('/desk/assets/') ? reply.callNotFound() : sendPage(request, reply),
    )
  }
