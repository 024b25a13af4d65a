import type { FastifyReply } from 'fastify'

/** The case's version as ETag, for `If-Match`. */
export const tag = (reply: FastifyReply, version: number): FastifyReply => reply.header('etag', `"${version}"`)
