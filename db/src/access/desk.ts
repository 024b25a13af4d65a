import type { Role } from '@zhiqing/law'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import type { PasswordProfile } from './password-policy.js'

/** How the doors of an instance are kept. */
export interface SecurityRules {
  readonly passwords: PasswordProfile
  /** Who holds one of these roles signs in with a second factor. */
  readonly totpRoles: readonly Role[]
  readonly idleMinutes: number
  readonly absoluteMinutes: number
}

/** What was always so; the service asks for more by its environment. */
export const usualRules: SecurityRules = { passwords: 'asvs', totpRoles: [], idleMinutes: 30, absoluteMinutes: 12 * 60 }

/** What the sign-in desk works with. */
export interface Desk {
  readonly db: Db
  readonly keys: Keys
  readonly rules: SecurityRules
}

export const needsTotp = (roles: readonly Role[], { totpRoles }: SecurityRules): boolean =>
  roles.some((role) => totpRoles.includes(role))
