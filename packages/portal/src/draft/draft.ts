import type { Application } from '../apply/application.js'

/** A request as filed: how its receipt finds it. */
export interface FiledCase {
  readonly caseId: string
  readonly number: string | null
  readonly queryCode: string | null
}

/** A request that is being filled in, as it lies sealed in the cabinet. */
export interface Draft {
  readonly organ: string
  readonly application: Application
  /** Several things: one request each? Empty until asked. */
  readonly split: '' | 'yes' | 'no'
  /** The idempotency key of filing it. */
  readonly once: string
  /** The applicant asked to keep it for later: it outlives the end of a kiosk. */
  readonly saved: boolean
  /** Filed: nothing is left of it but the way to its receipts and who asked. */
  readonly filed: readonly FiledCase[] | null
}

/** The draft of a visitor: under a code that he may write down. */
export interface OpenDraft {
  readonly code: string
  readonly draft: Draft
  readonly expiresAt: Date
}
