import type { Role } from '@zhiqing/law'
import type { Must } from './accounts.js'

export interface Person {
  readonly id: string
  readonly name: string
  readonly displayName: string
  readonly organ: string | null
  readonly roles: readonly Role[]
}

export interface SignedIn {
  readonly token: string
  readonly person: Person
  /** ISO instant at which the session ends at the latest. */
  readonly endsAt: string
  /** What has to be done before anything else is open. */
  readonly must?: Must | null | undefined
  /** Marks the device as one the person signed in from; only where it was not known. */
  readonly device?: string | undefined
}

/** Somebody at the door. */
export interface Knock {
  readonly name: string
  readonly password: string
  /** A one-time code, or a recovery code. */
  readonly totp?: string | undefined
  readonly address: string
  readonly now: Date
  /** The mark of a device that was given before. */
  readonly device?: string | undefined
  /** What the browser calls itself. */
  readonly program?: string | undefined
  /** The session this browser held until now; it ends. */
  readonly before?: string | undefined
}
