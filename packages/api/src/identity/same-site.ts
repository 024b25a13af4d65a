import type { FastifyRequest } from 'fastify'

const hostOf = (origin: string): string | undefined => (URL.canParse(origin) ? new URL(origin).host : undefined)

/** From a page of ours, from elsewhere, or without a word of where from (programs send neither header). */
export const siteOf = (request: FastifyRequest): 'same' | 'other' | 'unknown' => {
  const fetched = request.headers['sec-fetch-site']
  if (fetched !== undefined) return fetched === 'same-origin' || fetched === 'none' ? 'same' : 'other'
  const { origin } = request.headers
  if (origin === undefined) return 'unknown'
  return hostOf(origin) === request.host ? 'same' : 'other'
}
