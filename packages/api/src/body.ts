import type { FastifyInstance } from 'fastify'
import { saysTwice } from './twice.js'

const utf8 = new TextDecoder('utf-8', { fatal: true })

const decode = (bytes: Buffer): string => {
  try {
    return utf8.decode(bytes)
  } catch {
    throw Object.assign(new Error('body is not UTF-8'), { code: 'BODY_NOT_UTF8', statusCode: 400 })
  }
}

const saidTwice = (): Error =>
  Object.assign(new Error('a field is named twice'), { code: 'BODY_SAYS_TWICE', statusCode: 400 })

/**
 * JSON in UTF-8 and nothing else: half characters are refused instead of being replaced, `__proto__` and
 * `constructor.prototype` are refused, and a field that is named twice; no body at all stands for `{}` (many commands have
 * no fields).
 */
export const acceptJson = (app: FastifyInstance): void => {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i,
    { parseAs: 'buffer' },
    (request, bytes, done) => {
      try {
        const text = decode(bytes as Buffer)
        if (text.trim() === '') done(null, undefined)
        else
          void parse(request, text, (error: Error | null, body: unknown) =>
            error || !saysTwice(text) ? done(error, body) : done(saidTwice()),
          )
      } catch (error) {
        done(error as Error)
      }
    },
  )
}
