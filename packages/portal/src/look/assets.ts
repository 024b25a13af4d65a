import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'

const asset = (name: string, type: string) => {
  const bytes = readFileSync(new URL(`../../assets/${name}`, import.meta.url))
  const [stem, end] = name.split('.')
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return { bytes, small: gzipSync(bytes), type, path: `/portal/${stem}-${hash}.${end}` }
}

const style = asset('portal.css', 'text/css; charset=utf-8')
const script = asset('portal.js', 'text/javascript; charset=utf-8')
const icon = asset('icon.svg', 'image/svg+xml')

export const stylePath = style.path
export const scriptPath = script.path
export const iconPath = icon.path

/** The one style sheet, the one script and the icon; the address changes with the content, so they may be kept for good. */
export const assetRoutes = (app: FastifyInstance): void => {
  for (const { bytes, small, type, path } of [style, script, icon])
    app.get(path, (request, reply) => {
      reply.type(type).header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding')
      return /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''))
        ? reply.header('content-encoding', 'gzip').send(small)
        : reply.send(bytes)
    })
}
