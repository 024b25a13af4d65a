import { legislationLevel, type WithholdingGround } from '@zhiqing/law'
import type { Decision } from '../facts.js'
import type { Check, Finding } from './check.js'
import { groundsIn } from './grounds-in.js'
import { isHollow, reasonsOf, wordsOf } from './words.js'

/** What each ground of article 14 still lacks. A refusal on it alone cannot lack its fields: the command asks for them. */
const lacks: Partial<Record<WithholdingGround, (decision: Decision, reasons: string) => string | false>> = {
  W1: ({ classification, secrecyPeriod }, reasons) =>
    !(wordsOf(classification) && wordsOf(secrecyPeriod)) &&
    !/密级|绝密|机密|秘密级|定密|保密(?:期限|审查)/u.test(reasons) &&
    '国家秘密的密级和保密期限（可以写明的）',
  W2: ({ law }, reasons) =>
    /政府信息公开条例/u.test(wordsOf(law))
      ? '另一部禁止公开的法律、行政法规'
      : !wordsOf(law) && !/《(?![^》]*政府信息公开条例)[^》]+》/u.test(reasons) && '禁止公开的法律、行政法规和条款',
  W3: ({ harm }, reasons) => !wordsOf(harm) && isHollow(reasons) && '公开可能造成的危害',
}

/** 办法 or 规定 may be the State Council's or a department's: the name alone does not tell (条例 14). */
const unsure = (decision: Decision): Finding | undefined => {
  const law = wordsOf(decision.law)
  return groundsIn(decision).includes('W2') && legislationLevel(law) === 'unsure'
    ? {
        level: 'warn',
        found: `从名称看不出${law.startsWith('《') ? law : `“${law}”`}是不是法律、行政法规`,
        satisfy: '核对它是法律或者国务院制定的行政法规；是部门规章或者文件的，不能依据它不予公开',
      }
    : undefined
}

/**
 * Article 14 is proved by what stands behind it: the classification, the forbidding article, the harm (rulebook R53).
 * In a partial reply the reasons may say it in words.
 */
export const secretProof: Check = {
  code: 'SECRET-PROOF',
  zh: '国家秘密、禁止公开、安全稳定的依据',
  article: 'ogi:14',
  level: 'block',
  each: true,
  look: ({ decision }) => {
    if (!decision) return undefined
    const missing = groundsIn(decision).flatMap(
      (code) => lacks[code as WithholdingGround]?.(decision, reasonsOf(decision)) || [],
    )
    return missing.length > 0
      ? {
          found: `依据条例第十四条不予公开，还没有写明：${missing.join('；')}`,
          satisfy: '填写相应栏目，或者在理由中写明',
        }
      : unsure(decision)
  },
}
