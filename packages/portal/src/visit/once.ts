import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

/** Tokens that make a form count once. */
export interface Once {
  /** A random one, for a form anybody may send. */
  fresh(): string
  isFresh(token: string): boolean
  /** One that only a page of ours for this case can hold. */
  forCase(caseId: string): string
  isForCase(token: string, caseId: string): boolean
}

const shape = /^[\w-]{22}$/
const random = (): string => randomBytes(16).toString('base64url')

/**
 * The token is the idempotency key of what the form does: sent twice, it is done once. For a case it also carries an
 * HMAC over the case, so that no other site can make up a form; the key lives as long as the process, and a form from
 * before a restart is simply shown again.
 */
export const onceTokens = (): Once => {
  const key = randomBytes(32)
  const mark = (token: string, caseId: string): string =>
    createHmac('sha256', key).update(`${token}.${caseId}`).digest('base64url')
  return {
    fresh: random,
    isFresh: (token) => shape.test(token),
    forCase: (caseId) => {
      const token = random()
      return `${token}.${mark(token, caseId)}`
    },
    isForCase: (token, caseId) => {
      const [head = '', tail = ''] = token.split('.')
      const [given, right] = [Buffer.from(tail), Buffer.from(mark(head, caseId))]
      return given.length === right.length && timingSafeEqual(given, right)
    },
  }
}
