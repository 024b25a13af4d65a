import type { CommandName } from '@zhiqing/casework'
import type { ServiceMethod } from '@zhiqing/law'
import { demoDisplayName } from './people.js'

/**
 * One act of a little life: on which working day before today (0: today or the last working day), what, with which
 * fields. A text `@3` in the fields is the day three working days back, `@-2` two ahead.
 */
export type Step = readonly [back: number, command: CommandName, input?: Readonly<Record<string, unknown>>]

/** Registered on the day of receipt, given to the officer on the next. */
export const taken = (organ: string, back: number): Step[] => [
  [back, 'registerRequest'],
  [back - 1, 'assignOfficer', { officer: demoDisplayName(organ, 'officer') }],
]

/** Told what to correct; P01 reached the applicant three working days later. */
export const askedToCorrect = (back: number, ...items: string[]): Step[] => [
  [back, 'requestCorrection', { items, guidance: '写明文件的名称、文号，或者形成的年份和事项，就能查到' }],
  [back - 3, 'recordLetterService', { letter: 'P01', servedOn: `@${back - 3}` }],
]

export const searched = (back: number, keywords: string[], found: boolean): Step => [
  back,
  'recordSearch',
  {
    systems: ['档案管理系统', '办公自动化系统', '纸质文书档案'],
    keywords,
    period: '2015年至今',
    people: ['档案室管理员', '业务股经办人'],
    found,
  },
]

/** A third party is asked in writing and has the letter three working days later. */
export const consulted = (back: number, party: string, interest: string): Step[] => [
  [back, 'consultThirdParty', { id: '第三方1', party, interest }],
  [back - 3, 'recordLetterService', { letter: 'P04', consultation: '第三方1', servedOn: `@${back - 3}` }],
]

const approvedWith = (back: number, more: object): Step[] => [
  [back + 2, 'submitDraft'],
  [back + 1, 'approveDraft', { opinion: '事实清楚，适用依据正确，同意。', ...more }],
  [back, 'signReply'],
]

/** Drafted, examined and signed on three days in a row. */
export const signed = (back: number): Step[] => approvedWith(back, {})

/** The same where something is given: the reviewer confirms the 保密审查 on the day of the approval (条例 17). */
export const signedToGive = (back: number): Step[] => approvedWith(back, { secrecyReviewedOn: `@${back + 1}` })

/** Sent the day after it was signed; post takes three working days, electronic service none. */
export const sent = (back: number, method: ServiceMethod = 'mail'): Step[] =>
  method === 'electronic'
    ? [[back, 'dispatchReply', { method }]]
    : [
        [back, 'dispatchReply', { method, ...(method === 'mail' ? { mailNumber: `EMS-DEMO-${1000 + back}` } : {}) }],
        [back - 3, 'recordService', { servedOn: `@${back - 3}` }],
      ]

export const archived = (back: number): Step => [back, 'archiveCase']
