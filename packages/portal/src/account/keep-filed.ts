import { answerFor } from '@zhiqing/api'
import type { FiledCase } from '../draft/draft.js'
import type { At } from '../look/send-page.js'

/** What somebody files while signed in is among their requests from then on. */
export const keepFiled = async (
  { request, counter: { accounts, cabinet, now } }: At,
  organ: string,
  filed: readonly FiledCase[],
): Promise<void> => {
  const account = await accounts.read(request)
  if (!account) return
  for (const { caseId } of filed) {
    answerFor(request, { kind: 'case', organ, caseId, account: account.id })
    await cabinet.applicants.addCase({ account: account.id, organ, caseId, now: now() })
  }
}
