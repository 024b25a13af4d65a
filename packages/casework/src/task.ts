import type { Day } from '@zhiqing/law'
import type { CommandName } from './commands/index.js'
import type { Actor } from './office.js'
import type { Refusal, Warning } from './refusal.js'
import type { CaseView } from './view.js'

/** One command to be handled: who, when, on which case, with input that has passed its schema. */
export interface Task {
  readonly organ: string
  /** Left out for `receiveRequest`. */
  readonly caseId?: string | undefined
  readonly command: CommandName
  readonly input: unknown
  readonly on: Day
  readonly actor: Actor
  /** A repeat with the same key gets the first answer; the same key with another body is refused. */
  readonly key?: { readonly value: string; readonly person: string; readonly body: string } | undefined
  /** The version the caller saw; another one is stale. */
  readonly seen?: number | undefined
  /** Letters get an electronic seal before they leave: what awaits one is asked when a reply is sent. */
  readonly sealing?: boolean | undefined
}

export interface Done extends CaseView {
  readonly ok: true
  readonly id: string
  readonly number: string | null
  readonly version: number
  readonly letters: readonly string[]
  readonly issued: readonly { readonly n: number; readonly letter: string; readonly documentNumber: string | null }[]
  readonly warnings: readonly Warning[]
  readonly permitted: readonly CommandName[]
  /** Numbers of the cases that were split off. */
  readonly children?: readonly string[]
  /** Told once, with the receipt. */
  readonly queryCode?: string
}

export interface RefusedAnswer {
  readonly ok: false
  readonly refusal: Refusal & { readonly permitted: readonly CommandName[]; readonly also: readonly Refusal[] }
  readonly view: CaseView | null
}

/** Reasons outside the law: no such case here, a stale screen, a key used for something else. */
export interface Unfit {
  readonly ok: false
  readonly unfit: 'unknownCase' | 'stale' | 'keyReused'
  readonly version?: number
}

export type Answer = Done | RefusedAnswer | Unfit
