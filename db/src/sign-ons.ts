import type { SecurityResult } from './access/security-names.js'
import type { NotIn } from './access/sign-on.js'
import type { KeptCase, Knock, SignedIn } from './cabinet.js'

/** Who somebody is at a sign-on provider. */
export interface Subject {
  readonly issuer: string
  /** What the provider calls them; kept nowhere but as a keyed digest. */
  readonly sub: string
}

/** Somebody of the staff at the door, whom a provider vouches for. */
export interface VouchedFor extends Subject, Pick<Knock, 'totp' | 'address' | 'now' | 'program' | 'before'> {
  /** The provider itself asked for a second factor, and the operator takes its word for it. */
  readonly secondFactor: boolean
}

/** What a provider told of an applicant; a field it does not tell is left out. */
export interface ApplicantWords {
  readonly name?: string | undefined
  readonly idNumber?: string | undefined
}

/** An applicant's account. */
export interface ApplicantAccount extends ApplicantWords {
  readonly id: string
}

/** An applicant at the door, whom a provider vouches for. */
export interface VouchedApplicant extends Subject {
  readonly words: ApplicantWords
  readonly address: string
  readonly now: Date
  /** The session this browser held until now; it ends. */
  readonly before?: string | undefined
}

/** The doors that open by a sign-on provider. */
export interface SignOns {
  /** Counts a way back from the provider; false when this address had too many that came to nothing. */
  admit(address: string, now: Date): Promise<boolean>
  /** Writes down a way back that ended before anybody was known. */
  tell(refused: { readonly result: SecurityResult; readonly address: string; readonly now: Date }): Promise<void>
  /** Words that only this house can read or write: what waits in a browser while its owner is at the provider. */
  seal(who: 'staff' | 'applicant', words: string): string
  /** Undefined when it was not sealed here for these, or was changed. */
  open(who: 'staff' | 'applicant', sealed: string): string | undefined
  /** What `admit` counted at that instant came to something. */
  forgive(address: string, now: Date): Promise<void>
  /** Somebody of the staff; the refusal is written down. */
  staff(knock: VouchedFor): Promise<SignedIn | NotIn>
  /** An applicant; the account is made at the first time. `endsAt` is an ISO instant. */
  applicant(knock: VouchedApplicant): Promise<{ readonly token: string; readonly endsAt: string }>
}

/** Accounts of applicants; what is seen of cases is what the one who asks may see. */
export interface Applicants {
  /** Who holds this token now; being asked keeps the session awake. */
  session(token: string, now: Date): Promise<ApplicantAccount | undefined>
  signOut(token: string): Promise<void>
  /** The cases of the acting account, the newest first; at most a hundred. */
  cases(): Promise<readonly KeptCase[]>
  /** Adds the case that is acted at to the account that acts; once is as good as twice. */
  addCase(of: {
    readonly account: string
    readonly organ: string
    readonly caseId: string
    readonly now: Date
  }): Promise<void>
  /** Ends the account and all its sessions; its cases stay, and are looked up by number and code again. */
  close(token: string, from: { readonly address: string; readonly now: Date }): Promise<void>
}
