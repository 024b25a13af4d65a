import type { Cabinet, CabinetKeeper } from '@zhiqing/db'
import type { Day } from '@zhiqing/law'
import type { Press } from '@zhiqing/letters'
import type { PostOffice } from './post/mail.js'
import type { SealPort } from './seal/seal-port.js'

/** Where lines for operators go. Never an address, an id number or the words of a letter. */
export interface Log {
  info(event: string, more?: Readonly<Record<string, unknown>>): void
  error(event: string, more?: Readonly<Record<string, unknown>>): void
}

/** What the worker works with. It reads no clock of its own; its timers only say when to look again. */
export interface WorkerServices {
  readonly cabinet: Cabinet & Pick<CabinetKeeper, 'tidy'>
  readonly press: Pick<Press, 'print' | 'words'>
  readonly post: PostOffice
  /** Puts the organ's seal to letters that bear one; left out where they are sealed by hand on paper. */
  readonly seal?: SealPort | undefined
  /** Where staff work, for mails to them; left out, they are told without an address. */
  readonly deskUrl?: string | undefined
  /** The day in Asia/Shanghai. */
  readonly today: () => Day
  readonly now: () => Date
  readonly log: Log
  /** Under this name jobs are leased; another process needs another one. */
  readonly name: string
}
