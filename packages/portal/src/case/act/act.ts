import type { AttachmentKind, Case, TellingKind } from '@zhiqing/casework'
import type { ReactNode } from 'react'
import type { OpenedCase } from '../open-case.js'

/** Something an applicant writes to the office about the case of the visit: one page, one command. */
export interface Act {
  /** Of its pages, below /case. */
  readonly path: string
  readonly command: 'receiveCorrection' | 'receiveReasons' | 'tellOrgan'
  readonly about?: TellingKind | undefined
  readonly title: string
  readonly label: string
  readonly hint?: string | undefined
  /** Nothing to send without words. */
  readonly required: boolean
  /** Characters. */
  readonly most: number
  readonly button: string
  readonly kinds: readonly AttachmentKind[]
  /** Asks for the day of payment. */
  readonly paid?: boolean | undefined
  readonly may: (current: Case) => boolean
  readonly Intro: (props: { readonly opened: OpenedCase }) => ReactNode
  /** Why it is not open now. */
  readonly notNow: string
  readonly done: { readonly title: string; readonly stamp: string; readonly words: string }
}
