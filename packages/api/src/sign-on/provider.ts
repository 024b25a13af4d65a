import * as oidc from 'openid-client'
import type { Log } from '../services.js'
import { discoveryFailureOf, failureOf, type ProviderFailure, reasonOf } from './failures.js'
import { isLoopback, type ProviderSettings } from './settings.js'

const timeoutSeconds = 10
/** What the provider says of itself is asked for anew after this long. Milliseconds. */
const freshFor = 60 * 60 * 1000

/** What only the browser that began may come back with. */
export interface Beginning {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Whom the provider vouches for, with what it says of them: every claim is from outside. */
export interface Vouched {
  readonly issuer: string
  readonly sub: string
  readonly claims: Readonly<Record<string, unknown>>
}

export type Either<Right extends object> = Right | { readonly failure: ProviderFailure }

/** A sign-on provider: authorization code with PKCE, state and nonce. It throws nothing; what goes wrong is told. */
export interface Provider {
  begin(): Promise<Either<Beginning & { readonly url: string }>>
  /** `back` is the address that the browser came back to, as we know ourselves: scheme and host are never the request's. */
  finish(back: URL, beginning: Beginning): Promise<Either<Vouched>>
  /** Where to sign out there as well; undefined where it offers none, or does not answer. */
  signOutUrl(backTo: string): Promise<string | undefined>
}

export interface ProviderParts {
  readonly settings: ProviderSettings
  readonly redirectUri: string
  readonly now: () => Date
  readonly log: Pick<Log, 'error'>
  /** Claims that are asked for at the userinfo endpoint where the id token lacks them. */
  readonly wanted: readonly string[]
}

/** Basic where the provider takes it, else in the body; without a secret PKCE has to do. */
const authOf = ({ clientSecret }: ProviderSettings, methods: readonly string[] | undefined): oidc.ClientAuth => {
  if (clientSecret === undefined) return oidc.None()
  // Basic is what a provider takes that does not say.
  if (methods && !methods.includes('client_secret_basic')) return oidc.ClientSecretPost(clientSecret)
  return oidc.ClientSecretBasic(clientSecret)
}

/**
 * The library checks an id token's signature only when told to: over TLS the standard lets a client do without. We do not
 * do without, since a proxy of the house may stand in between.
 */
const discover = async (settings: ProviderSettings): Promise<oidc.Configuration> => {
  const insecure = isLoopback(settings.issuer) ? [oidc.allowInsecureRequests] : []
  const options = { execute: insecure, timeout: timeoutSeconds }
  const found = await oidc.discovery(new URL(settings.issuer), settings.clientId, undefined, oidc.None(), options)
  const server = found.serverMetadata()
  const auth = authOf(settings, server.token_endpoint_auth_methods_supported)
  const config = new oidc.Configuration(server, settings.clientId, undefined, auth)
  config.timeout = timeoutSeconds
  for (const rule of [oidc.enableNonRepudiationChecks, ...insecure]) rule(config)
  return config
}

type Config = oidc.Configuration

/** The claims of the id token, and those of userinfo that are wanted and not in it. */
const claimsOf = async (
  config: Config,
  tokens: Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>,
  wanted: readonly string[],
) => {
  const claims = tokens.claims()
  if (!claims) throw Object.assign(new Error('no id token'), { code: 'NO_ID_TOKEN' })
  const lacks = wanted.some((one) => !(one in claims))
  if (!lacks || !config.serverMetadata().userinfo_endpoint) return claims
  const more = await oidc.fetchUserInfo(config, tokens.access_token, claims.sub)
  return { ...more, ...claims }
}

export const openProvider = ({ settings, redirectUri, now, log, wanted }: ProviderParts): Provider => {
  let known: { readonly config: Config; readonly at: number } | undefined
  const configNow = async (): Promise<Config> => {
    const at = now().getTime()
    if (known && at - known.at < freshFor) return known.config
    known = { config: await discover(settings), at }
    return known.config
  }
  const told = (thrown: unknown, failure: ProviderFailure) => {
    log.error('signOn', { issuer: settings.issuer, failure, reason: reasonOf(thrown) })
    return { failure }
  }
  const configOr = () => configNow().catch((thrown: unknown) => told(thrown, discoveryFailureOf(thrown)))
  return {
    begin: async () => {
      const config = await configOr()
      if ('failure' in config) return config
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const acr = settings.secondFactor.filter(({ claim }) => claim === 'acr').map(({ value }) => value)
      const url = oidc.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: settings.scope,
        ...{
          state,
          nonce,
          code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
          code_challenge_method: 'S256',
        },
        ...(acr.length > 0 ? { acr_values: acr.join(' ') } : {}),
      })
      return { state, nonce, verifier, url: url.href }
    },
    finish: async (back, { state, nonce, verifier }) => {
      const config = await configOr()
      if ('failure' in config) return config
      try {
        const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
        const tokens = await oidc.authorizationCodeGrant(config, back, checks)
        const claims = await claimsOf(config, tokens, wanted)
        return { issuer: settings.issuer, sub: claims.sub, claims }
      } catch (thrown) {
        return told(thrown, failureOf(thrown))
      }
    },
    signOutUrl: async (backTo) => {
      const config = await configOr()
      if ('failure' in config || !config.serverMetadata().end_session_endpoint) return undefined
      // Without the id token as a hint: it says who somebody is, and has no place in an address.
      return oidc.buildEndSessionUrl(config, { post_logout_redirect_uri: backTo }).href
    },
  }
}
