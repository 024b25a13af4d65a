import type { RemedyResult } from '@zhiqing/law'
import { type Refusal, refuse, type Warning } from '../refusal.js'

type Results = Readonly<Record<string, RemedyResult>>

/** A result that the law does not know is refused with those it knows (rulebook R71). */
export const resultRefusal = (result: string, results: Results): Refusal | undefined =>
  Object.hasOwn(results, result)
    ? undefined
    : refuse('resultUnknown', {
        given: result,
        known: Object.entries(results)
          .map(([code, { zh }]) => `${zh}（${code}）`)
          .join('、'),
      })

const anew = ['redoOrdered', 'performOrdered', 'disclosureOrdered']

/** A new round is begun by the order itself, with its day; the result alone does not know it (rulebook R76). */
export const ordersAnew = (result: string): Warning[] =>
  anew.includes(result)
    ? [{ code: 'redoToRecord', zh: '文书责令重新答复，请办理“记录责令重新答复”，填写文书指定的期限' }]
    : []
