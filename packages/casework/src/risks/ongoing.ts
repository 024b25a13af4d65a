import type { Check } from './check.js'
import { bearsOn } from './grounds-in.js'
import { reasonsOf, wordsOf } from './words.js'

/** The reasons say how far the matter is, or that the paper bound nobody outside. */
const answered = /对外|外部|效力|生效|尚未|尚在|还未|正在|未作出|未形成|未定稿|草稿|初稿|内部/u

/** 过程性: still open, and without effect outside? A number of its own, or 会议纪要, says the contrary (条例 16.2; R54). */
export const inProcess: Check = {
  code: 'PROCESS',
  zh: '过程性信息是否仍在过程中、是否对外生效',
  article: 'ogi:16.2',
  level: 'warn',
  each: true,
  look: ({ decision, information }) => {
    if (!decision || !bearsOn(decision, 'W6') || answered.test(reasonsOf(decision) + wordsOf(decision.progress)))
      return undefined
    const number = wordsOf(information.documentNumber)
    const minutes = wordsOf(decision.category).includes('会议纪要')
    if (!number && !minutes) return undefined
    return {
      found: minutes
        ? '会议纪要不同于会议记录，可能已经对外发生效力'
        : `所申请的文件有文号（${number}），可能已经制发并对外发生效力`,
      satisfy: '核对该事项是否已经办结、文件是否对外生效、有没有法律法规规章要求公开，并在理由中说明',
    }
  },
}
