import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'

/** Somebody the provider knows, with all it knows of them. */
export interface Known {
  readonly sub: string
  readonly name?: string
  readonly idcard?: string
  /** How they proved it. */
  readonly amr?: readonly string[]
  readonly acr?: string
}

export interface PeerOptions {
  readonly redirectUri: string | readonly string[]
  readonly afterSignOut: string | readonly string[]
  /** Claims stand in the id token; left out, at the userinfo endpoint alone, as the standard has it. */
  readonly conformIdTokenClaims?: boolean
}

/** What a token says, and how to say it otherwise: the real key signs, unless another is taken. */
export interface Tampered {
  readonly header?: Readonly<Record<string, unknown>>
  readonly claims?: Readonly<Record<string, unknown>>
  /** Undefined: the real one; null: none at all. */
  readonly key?: KeyObject | null
}

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')
const read = (text = ''): object => JSON.parse(Buffer.from(text, 'base64url').toString())

export const clientId = 'zhiqing'
export const clientSecret = 'nur-fuer-Proben-0123456789'

/** A provider of somebody else's making (`oidc-provider`) on loopback, which signs in whoever the test says. */
export const openPeer = async ({ redirectUri, afterSignOut, conformIdTokenClaims = false }: PeerOptions) => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...privateKey.export({ format: 'jwk' }), kid: 'first', alg: 'RS256', use: 'sig' }
  const people = new Map<string, Known>()
  const state = {
    who: undefined as string | undefined,
    tampered: undefined as Tampered | undefined,
    metadata: {} as object,
    broken: undefined as number | undefined,
    tokenRequests: 0,
  }
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const configuration: Configuration = {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [redirectUri].flat(),
        post_logout_redirect_uris: [afterSignOut].flat(),
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [jwk as never] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub', 'amr', 'acr'], profile: ['name', 'idcard'] },
    conformIdTokenClaims,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: async () => ({ ...people.get(id), sub: id }) as never }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: oidc.client?.clientId as string,
        accountId: oidc.session?.accountId as string,
      })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
    renderError: (ctx, { error, error_description }) => {
      ctx.body = `${error}: ${error_description}`
    },
    ttl: { AccessToken: 600, AuthorizationCode: 60, IdToken: 600, Interaction: 600, Session: 600, Grant: 600 },
  }
  const provider = new Provider(issuer, configuration)
  const peer = provider.callback()

  const resigned = (idToken: string, { header, claims, key }: Tampered): string => {
    const [head, body] = idToken.split('.')
    const text = `${part({ ...read(head), ...header })}.${part({ ...read(body), ...claims })}`
    if (key === null) return `${text}.`
    return `${text}.${sign('sha256', Buffer.from(text), key ?? privateKey).toString('base64url')}`
  }
  /** Whatever leaves as JSON is changed on its way, as somebody in between would. */
  const between = (response: ServerResponse, change: (body: Record<string, unknown>) => object): void => {
    const end = response.end.bind(response)
    response.end = ((chunk: unknown) => {
      const text = JSON.stringify(change(JSON.parse(String(chunk))))
      response.setHeader('content-length', Buffer.byteLength(text))
      return end(text)
    }) as never
  }
  const interact = (request: IncomingMessage, response: ServerResponse) => {
    const known = people.get(state.who ?? '')
    const login = { accountId: known?.sub, amr: known?.amr && [...known.amr], acr: known?.acr }
    const result = known ? { login } : { error: 'access_denied', error_description: 'End-User aborted' }
    return provider.interactionFinished(request, response, result as never, { mergeWithLastSubmission: false })
  }
  server.on('request', (request, response) => {
    const { url = '' } = request
    if (state.broken !== undefined) return response.writeHead(state.broken).end('no')
    if (url.startsWith('/interaction/')) return void interact(request, response)
    if (url.startsWith('/token')) {
      state.tokenRequests += 1
      const { tampered } = state
      if (tampered)
        between(response, (body) =>
          body.id_token ? { ...body, id_token: resigned(String(body.id_token), tampered) } : body,
        )
    }
    if (url.startsWith('/.well-known')) between(response, (body) => ({ ...body, ...state.metadata }))
    return peer(request, response)
  })
  const knows = (known: Known): void => {
    people.set(known.sub, known)
    state.who = known.sub
  }
  return {
    issuer,
    state,
    knows,
    close: () => {
      server.closeAllConnections()
      return new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}

export type Peer = Awaited<ReturnType<typeof openPeer>>

/** A browser at the provider: it goes where it is sent until it is sent back to us. */
export const wander = async (from: string, home: string): Promise<string> => {
  const jar = new Map<string, string>()
  let url = from
  for (let i = 0; i < 10; i++) {
    if (url.startsWith(home)) return url
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      jar.set(name, value)
    }
    const to = answer.headers.get('location')
    if (!to) throw new Error(`${url}: ${answer.status} ${await answer.text()}`)
    url = new URL(to, url).href
  }
  throw new Error('sent round and round')
}

/** The S256 challenge of a verifier, worked out here once more. */
export const challengeOf = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url')
