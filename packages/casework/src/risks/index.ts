import type { ArticleRef } from '@zhiqing/law'
import type { Case } from '../case.js'
import { draftLetter } from '../letters/index.js'
import { archive } from './archive.js'
import { bulk } from './bulk.js'
import { casefile } from './casefile.js'
import type { Check, Finding, RiskContext, RiskLevel } from './check.js'
import { citeForm } from './cite-form.js'
import { citeMatch } from './cite-match.js'
import { clarify } from './clarify.js'
import { delivery } from './delivery.js'
import { discretion } from './discretion.js'
import { extNotice } from './ext-notice.js'
import { form } from './form.js'
import { items } from './items.js'
import { link } from './link.js'
import { noReason } from './no-reason.js'
import { noSearch } from './no-search.js'
import { nonresponsive } from './nonresponsive.js'
import { notMine } from './not-mine.js'
import { inProcess } from './ongoing.js'
import { overdue } from './overdue.js'
import { pii } from './pii.js'
import { refuseReceipt } from './refuse-receipt.js'
import { remedy } from './remedy.js'
import { repeat } from './repeat.js'
import { secrecyReview } from './secrecy-review.js'
import { secretProof } from './secret-proof.js'
import { sever } from './sever.js'
import { thirdParty } from './third-party.js'
import { unfitDeferral } from './unfit-deferral.js'

/** Every check, in the order in which a reviewer reads a case: time, search, ground, reasons, paper. */
export const checks: readonly Check[] = [
  refuseReceipt,
  overdue,
  extNotice,
  unfitDeferral,
  clarify,
  items,
  noSearch,
  archive,
  notMine,
  citeMatch,
  citeForm,
  noReason,
  secretProof,
  secrecyReview,
  thirdParty,
  sever,
  discretion,
  inProcess,
  casefile,
  repeat,
  bulk,
  link,
  nonresponsive,
  remedy,
  form,
  delivery,
  pii,
]

/** Something that was found: what, under which article, how heavy, and what would meet it. */
export interface Risk {
  readonly code: string
  readonly level: RiskLevel
  readonly article: ArticleRef
  readonly zh: string
  readonly satisfy: string
}

/** One check as the reviewer sees it; `found` is null where it looked and found nothing. */
export interface Reviewed {
  readonly code: string
  readonly zh: string
  readonly level: RiskLevel
  readonly article: ArticleRef
  readonly found: Finding | null
}

/** What a check finds; of several items, what it finds first, with the item named. */
const lookAt = ({ each, look }: Check, current: Case, context: RiskContext): Finding | null => {
  const parts = each ? current.decision?.parts : undefined
  if (!parts) return look(current, context) ?? null
  for (const [i, part] of parts.entries()) {
    const found = look({ ...current, decision: part }, context)
    if (found) return { ...found, found: `第${i + 1}项（${part.what}）：${found.found}` }
  }
  return null
}

/** All checks on a case and on the letter as it would read today, found or not. */
export const reviewed = (current: Case, office: RiskContext['office']): Reviewed[] => {
  const context = { office, draft: draftLetter(current, office) }
  return checks.map((check) => {
    const { code, zh, level, article } = check
    const found = lookAt(check, current, context)
    return { code, zh, level: found?.level ?? level, article, found }
  })
}

/** What was found, in the same order; empty for a case in order. It stops nothing by itself. */
export const risks = (current: Case, office: RiskContext['office']): Risk[] =>
  reviewed(current, office).flatMap(({ code, level, article, found }) =>
    found ? [{ code, level, article, zh: found.found, satisfy: found.satisfy }] : [],
  )

export type { Check, Finding, RiskContext, RiskLevel } from './check.js'
