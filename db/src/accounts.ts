import type { Organ, Role } from '@zhiqing/law'
import type { SecurityActName, SecurityResult } from './access/security-names.js'
import type { Person } from './cabinet.js'

/** What somebody has to do before anything else is open to them. */
export type Must = 'changePassword' | 'enrolTotp'

/** How a session was begun: by a password, or by who vouches for the person from outside. */
export type SessionVia = 'password' | 'provider'

/** Who holds a session, with what of it concerns the counter. */
export interface SessionPerson extends Person {
  readonly sessionId?: string | undefined
  readonly must?: Must | null | undefined
  readonly via?: SessionVia | undefined
}

/** A session of one's own. */
export interface OwnSession {
  readonly id: string
  readonly beganAt: string
  readonly seenAt: string
  readonly endsAt: string
  readonly address: string | null
  readonly program: string | null
}

/** How somebody signs in. */
export interface AccountState {
  readonly totp: boolean
  readonly recoveryCodesLeft: number
  readonly passwordSetAt: string
  readonly must: Must | null
}

/** A seed of one-time codes, shown this once. */
export interface TotpOffer {
  /** Base 32, to be typed. */
  readonly secret: string
  readonly uri: string
}

/** Something an account was asked for and did not do, in words that may be shown; nothing was changed. */
export interface AccountRefusal {
  readonly no: 'wrong' | 'tooMany' | 'unfit' | 'notThere' | 'notYours'
  readonly zh: readonly string[]
}

/** Somebody of the staff, for their administrators. */
export interface StaffRow {
  readonly id: string
  readonly organ: string | null
  readonly name: string
  readonly displayName: string
  readonly roles: readonly Role[]
  readonly disabled: boolean
  readonly totp: boolean
  readonly mustChangePassword: boolean
  /** Is joined to a person at the sign-on provider. */
  readonly signOn: boolean
}

/** A line of the security log. */
export interface SecurityRow {
  readonly id: number
  readonly at: string
  readonly organ: string | null
  readonly name: string
  readonly act: string
  readonly result: string
  readonly subject: string | null
  readonly caseId: string | null
  readonly reason: string | null
  readonly address: string | null
}

/** Which lines of the log are wanted: instants, from this one on and before that one; whose, and of what kind. */
export interface LogFilter {
  readonly from?: Date | undefined
  readonly before?: Date | undefined
  /** Part of a sign-in name: of who did it, or of whom it was done to. */
  readonly who?: string | undefined
  readonly act?: string | undefined
}

/** An organ with its place among the others. */
export interface PlacedOrgan {
  readonly id: string
  readonly organ: Organ
  /** The id of the organ that supervises it. */
  readonly supervisedBy: string | null
}

/** An administrator's act on an organ; `supervisedBy` left out stays as it is. */
export interface OrganAct {
  readonly act: 'addOrgan' | 'changeOrgan'
  readonly organ: Organ
  readonly supervisedBy?: string | null | undefined
  readonly reason: string
}

/** Where an act of an account comes from and when. */
export interface From {
  readonly address: string
  readonly now: Date
}

/** An administrator's act on somebody. */
export type StaffAct =
  | { readonly act: 'create'; readonly name: string; readonly displayName: string; readonly organ?: string | undefined }
  | { readonly act: 'resetPassword'; readonly person: string; readonly reason: string }
  /** `sub` is what the provider at `issuer` calls the person; whoever was joined before is not any more. */
  | {
      readonly act: 'joinSignOn'
      readonly person: string
      readonly issuer: string
      readonly sub: string
      readonly reason: string
    }
  | { readonly act: 'partSignOn'; readonly person: string; readonly reason: string }
  | { readonly act: 'resetTotp'; readonly person: string; readonly reason: string }
  | { readonly act: 'giveRoles'; readonly person: string; readonly roles: readonly Role[]; readonly reason: string }
  | { readonly act: 'disable' | 'enable' | 'unlock'; readonly person: string; readonly reason: string }

/** What came of it; a one-time password is told here and nowhere else. */
export interface StaffActDone {
  readonly person: StaffRow
  readonly password?: string | undefined
  readonly until?: string | undefined
}

/** Accounts: one's own, and those an administrator keeps. A refusal has changed nothing. */
export interface Accounts {
  account(person: SessionPerson, now: Date): Promise<AccountState>
  /** A new token: whatever was open before is ended. */
  changePassword(
    person: SessionPerson,
    asked: From & { readonly current: string; readonly next: string },
  ): Promise<{ readonly token: string; readonly endsAt: string } | AccountRefusal>
  offerTotp(person: SessionPerson, asked: From & { readonly password: string }): Promise<TotpOffer | AccountRefusal>
  /** The first code shows that the seed arrived; the recovery codes are told this once. */
  confirmTotp(
    person: SessionPerson,
    asked: From & { readonly code: string },
  ): Promise<
    { readonly token: string; readonly endsAt: string; readonly recoveryCodes: readonly string[] } | AccountRefusal
  >
  ownSessions(person: SessionPerson, now: Date): Promise<readonly OwnSession[]>
  endOwnSession(person: SessionPerson, id: string, from: From): Promise<boolean>
  staff(): Promise<readonly StaffRow[]>
  actOnStaff(by: SessionPerson, act: StaffAct, from: From): Promise<StaffActDone | AccountRefusal>
  /** The newest first, a hundred at a time; `after` is the id of the last one seen. */
  securityLog(after?: number, filter?: LogFilter): Promise<readonly SecurityRow[]>
  /** The organs an administrator keeps: the own one, or all for who is of none. */
  placedOrgans(by: SessionPerson): Promise<readonly PlacedOrgan[]>
  actOnOrgan(by: SessionPerson, act: OrganAct, from: From): Promise<PlacedOrgan | AccountRefusal>
  /** Writes down an act of a signed-in person that another room does, such as a full look at an applicant. */
  writeDown(
    by: SessionPerson,
    act: {
      readonly act: SecurityActName
      readonly result: SecurityResult
      readonly caseId?: string
      readonly reason?: string
    },
    from: From,
  ): Promise<void>
}
