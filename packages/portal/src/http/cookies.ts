import type { FastifyReply, FastifyRequest } from 'fastify'

export interface CookieRules {
  /** Until the browser is closed when left undefined. */
  readonly maxAgeSeconds: number | undefined
  readonly secure: boolean
}

/** The value of a cookie, if the browser sent one of that name. Our values need no decoding. */
export const readCookie = ({ headers }: FastifyRequest, name: string): string | undefined =>
  headers.cookie
    ?.split(';')
    .map((pair) => pair.trim())
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)

/** For this host only, unseen by scripts, never sent along from another site. */
export const setCookie = (reply: FastifyReply, name: string, value: string, rules: CookieRules): void => {
  const { maxAgeSeconds, secure } = rules
  const life = maxAgeSeconds === undefined ? '' : ` Max-Age=${maxAgeSeconds};`
  const line = `${name}=${value}; Path=/;${life} HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
  reply.header('set-cookie', line)
}
