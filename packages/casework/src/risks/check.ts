import type { ArticleRef } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { DraftLetter } from '../letters/index.js'
import type { Office } from '../office.js'

/**
 * How much a risk weighs. `refuse`: the command that would do it is refused. `block`: not signed until met, or signed on
 * the signatory's own reason. `warn` and `red` are shown and stop nothing. `ask` is a question to whoever sends.
 */
export type RiskLevel = 'refuse' | 'block' | 'warn' | 'red' | 'ask'

/** What a check is told beside the case: where and when it is asked, and the letter as it would read today. */
export interface RiskContext {
  readonly office: Pick<Office, 'on' | 'organ' | 'settings' | 'calendar'>
  /** Null before a decision, once it is signed, and for an outcome that no letter tells. */
  readonly draft: DraftLetter | null
}

/** What a check found and what would meet it; `level` only where this finding weighs less than the check's worst. */
export interface Finding {
  readonly found: string
  readonly satisfy: string
  readonly level?: RiskLevel
}

/**
 * One reason for which organs lose in court or in review. A check reads the ledger; it reads words only for an answer
 * that no field holds, and then the words can only silence it or show a plain copy of the law.
 */
export interface Check {
  readonly code: string
  /** What is looked at, for whoever reviews. */
  readonly zh: string
  readonly article: ArticleRef
  readonly level: RiskLevel
  /** Looks at one outcome: asked of every item of a decision item by item (rulebook R51). */
  readonly each?: true
  readonly look: (current: Case, context: RiskContext) => Finding | undefined
}
