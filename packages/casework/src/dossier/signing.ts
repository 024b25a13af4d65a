import { inChinese } from '@zhiqing/law'
import type { FactOf } from '../facts.js'
import type { Fields } from '../letters/context.js'
import { type Filed, isFiled } from './filed.js'

const isSheet =
  (n: number) =>
  ({ fact }: Filed): boolean =>
    fact.type === 'LetterIssued' && fact.n === n && fact.letter === 'L08'

const unsigned = { 签发人: null, 签发日期: null, 签发意见: null, 文书文号: null }

const givenBack = ({ fact }: Filed): Fields | null => {
  if (fact.type === 'DraftReturned') return { ...unsigned, 签发去向: `${inChinese(fact.on)}退回修改` }
  return fact.type === 'RequestWithdrawn'
    ? { ...unsigned, 签发去向: `${inChinese(fact.withdrawnOn)}申请人撤回申请` }
    : null
}

/** The reply is issued by the very act that signs it. */
const signed = ({ by, signedOn, reason }: FactOf<'ReplySigned'>, after: readonly Filed[]): Fields => {
  const reply = after.filter(isFiled('LetterIssued')).find(({ fact }) => fact.letter.startsWith('S'))
  return {
    签发人: by ?? '没有记录',
    签发日期: signedOn,
    签发意见: reason ?? null,
    签发去向: null,
    文书文号: reply?.fact.documentNumber ?? null,
  }
}

/**
 * How the sheet L08 goes on (rulebook R55): it is issued at the approval, its last part is the signatory's. The fields of that
 * part as the ledger has them, signed or not to be signed any more; null for any other letter, and while that is open.
 */
export const signingOf = (ledger: readonly Filed[], n: number): Fields | null => {
  const at = ledger.findIndex(isSheet(n))
  const after = at < 0 ? [] : ledger.slice(at + 1)
  for (const [i, filed] of after.entries()) {
    if (isFiled('ReplySigned')(filed)) return signed(filed.fact, after.slice(i + 1))
    const back = givenBack(filed)
    if (back) return back
  }
  return null
}
