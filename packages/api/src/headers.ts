import helmet, { type FastifyHelmetOptions } from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

const year = 365 * 24 * 60 * 60

/** Strict for pages and data alike: nothing from elsewhere, nothing inline, no frames. */
const options = (tls: boolean): FastifyHelmetOptions => ({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
      formAction: ["'self'"],
      // On a plain-http intranet this would turn every link into one that cannot be reached (stack T15).
      ...(tls ? { upgradeInsecureRequests: [] } : {}),
    },
  },
  strictTransportSecurity: tls ? { maxAge: year, includeSubDomains: true } : false,
  crossOriginOpenerPolicy: tls,
  originAgentCluster: tls,
  xFrameOptions: { action: 'deny' },
  referrerPolicy: { policy: 'no-referrer' },
})

/** Security headers on every answer, errors too (ASVS 3.4). */
export const putSecurityHeaders = (app: FastifyInstance, tls: boolean): void => {
  app.register(helmet, options(tls))
}
