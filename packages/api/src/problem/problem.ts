import type { Fault } from '@zhiqing/casework'
import type { FastifyReply } from 'fastify'

/** An answer that says no, as RFC 9457 wants it. `detail` is for people, in Chinese; `type` is for programs. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail: string
  /** Every fault of the input at once. */
  readonly faults?: readonly Fault[]
  readonly [field: string]: unknown
}

export const media = 'application/problem+json; charset=utf-8'

/** Sends a problem; the text is made here, so that no response schema takes a field away. */
export const send = (reply: FastifyReply, problem: Problem): FastifyReply =>
  reply.status(problem.status).header('cache-control', 'no-store').type(media).send(JSON.stringify(problem))

/** A problem of our own kind: `urn:zhiqing:problem:<kind>`. */
export const problem = (kind: string, status: number, title: string, detail: string, more: object = {}): Problem => ({
  type: `urn:zhiqing:problem:${kind}`,
  title,
  status,
  detail,
  ...more,
})
