import { isDay } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Fields } from '../letters/index.js'
import type { Check } from './check.js'
import { wordsOf } from './words.js'

/** What the request said of the information, anywhere: where it said nothing, the letter has nothing to quote. */
const isQuoted = ({ information, corrections }: Case): boolean =>
  [information.description, information.title, information.documentNumber, ...corrections.map(({ content }) => content)]
    .map(wordsOf)
    .some(Boolean)

const missing = (current: Case, fields: Fields): string[] => [
  ...(wordsOf(fields.机关名称) ? [] : ['机关名称']),
  ...(wordsOf(fields.文号) ? [] : ['文号']),
  ...(isDay(wordsOf(fields.成文日期)) ? [] : ['成文日期']),
  ...(current.applicant.name.trim() ? [] : ['申请人的姓名或者名称']),
  ...(wordsOf(fields.受理编号) ? [] : ['受理编号']),
  ...(isQuoted(current) ? [] : ['所申请的内容']),
]

/** A reply is a document: who writes to whom, on what request, when (条例 36; rulebook R52). The number comes with the signature. */
export const form: Check = {
  code: 'FORM',
  zh: '答复书的要素',
  article: 'ogi:36',
  level: 'block',
  look: (current, { draft }) => {
    if (!draft?.letter.startsWith('S')) return undefined
    const lacks = missing(current, draft.fields)
    return lacks.length > 0
      ? { found: `答复书缺少：${lacks.join('、')}`, satisfy: '补全后再签发；申请本身没有写明的，与申请人核对并记录' }
      : undefined
  },
}
