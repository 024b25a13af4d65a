import type { Day } from '@zhiqing/law'

/** A word of the provider's that a second factor was asked for, and from which day on it is taken for one. */
export interface SecondFactorWord {
  readonly claim: 'acr' | 'amr'
  readonly value: string
  readonly from: Day
}

/** One sign-on provider (OpenID Connect), as the operator wrote it down. */
export interface ProviderSettings {
  /** Its address, as it names itself; https, or a loopback address. */
  readonly issuer: string
  readonly clientId: string
  /** Undefined for a client without one, which PKCE alone protects. */
  readonly clientSecret: string | undefined
  /** What is asked for, blanks between. */
  readonly scope: string
  /** Staff: when the provider's word does instead of a one-time code of ours. */
  readonly secondFactor: readonly SecondFactorWord[]
  /** Applicants: the claim with the number of the identity paper; undefined where it tells none. */
  readonly idNumberClaim: string | undefined
}

/** Who may sign in through whom; left out, it is not offered. */
export interface SignOnSettings {
  /** Where these pages are reached, without a slash at the end: the way back from a provider begins with it. */
  readonly publicUrl: string
  readonly staff?: ProviderSettings | undefined
  readonly applicants?: ProviderSettings | undefined
}

/** The ways back, to be registered with the provider. */
export const staffCallback = '/api/v1/sign-on/callback'
export const applicantCallback = '/account/callback'

/** Plain http is for a provider on this very machine alone. */
export const isLoopback = (issuer: string): boolean =>
  ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname)

/** Did the provider do the second factor, as far as the operator takes its word on this day? */
export const didSecondFactor = (
  { acr, amr }: { readonly acr?: unknown; readonly amr?: unknown },
  words: readonly SecondFactorWord[],
  today: Day,
): boolean =>
  words.some(({ claim, value, from }) => {
    if (from > today) return false
    return claim === 'acr' ? acr === value : Array.isArray(amr) && amr.includes(value)
  })
