import * as z from 'zod'
import type { Case } from '../case.js'
import type { Decision } from '../facts.js'
import { idField, longText } from '../fields.js'
import { overruledIn, overruledParties } from '../letters/overruled.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'

/** What P06 says to each third party whose objection does not stand: of its own information alone (条例 15, 32; R29, R85). */
export const overruledField = z
  .array(
    z.strictObject({
      id: idField,
      publicInterest: z.boolean().optional(),
      content: longText(2000),
      reason: longText(5000),
    }),
  )
  .max(20)

/** Those to whom P06 would have nothing to say. */
const unsaidIn = (decision: Decision, current: Case): string[] => {
  const said = overruledIn(decision).filter(({ content, reason }) => content.trim() && reason.trim())
  const parties = overruledParties(decision, current).map(({ id }) => id)
  return parties.filter((one) => !said.some(({ id }) => id === one))
}

/** An objection may come after the decision: nobody signs before it is answered, for the letter goes out by itself (条例 32). */
export const overruledSince = (current: Case): Refusal | undefined => {
  const unsaid = current.decision ? unsaidIn(current.decision, current) : []
  return unsaid.length > 0 ? refuse('overruledSince', { open: unsaid.join('、') }) : undefined
}

/** Every third party that is overruled is told what is given out and why, each for itself. */
export const overruledRefusals = (decision: Decision, current: Case): Refusal[] => {
  const told = overruledIn(decision)
  const parties = overruledParties(decision, current).map(({ id }) => id)
  const strange = told.map(({ id }) => id).filter((id) => !parties.includes(id))
  const unsaid = unsaidIn(decision, current)
  return [
    ...(unsaid.length > 0 ? [refuse('overruledUnsaid', { open: unsaid.join('、') })] : []),
    ...(strange.length > 0
      ? [refuse('overruledUnknown', { id: strange.join('、'), known: parties.join('、') || '无' })]
      : []),
  ]
}

/** Several objected and nobody was named: all are kept, which somebody should have meant. */
export const allKept = (decision: Decision, current: Case): Warning[] => {
  const withheld = [decision, ...(decision.parts ?? [])].some(
    ({ grounds, consultation }) => grounds?.includes('W4') && !consultation,
  )
  const objected = current.consultations.filter(
    ({ kind, opinion }) => kind === 'thirdParty' && (opinion === 'object' || opinion === 'partial'),
  )
  return withheld && objected.length > 1 && overruledIn(decision).length === 0
    ? [
        {
          code: 'allThirdPartiesKept',
          zh: `不同意公开的第三方（${objected.map(({ id }) => id).join('、')}）都按不公开处理；其中有公开其信息的，请写明不采纳其意见的内容和理由`,
        },
      ]
    : []
}
