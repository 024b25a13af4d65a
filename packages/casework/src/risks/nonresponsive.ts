import type { Check } from './check.js'
import { listOf, numberKey, wordsOf } from './words.js'

const documentNumber = /[^\s，。；、《》]{1,20}〔\d{4}〕\d+号/gu

/** What is given bears document numbers, and the one asked for is not among them (条例 36). */
export const nonresponsive: Check = {
  code: 'NONRESPONSIVE',
  zh: '答复针对所申请的信息',
  article: 'ogi:36',
  level: 'warn',
  each: true,
  look: ({ decision, information }) => {
    const asked = numberKey(wordsOf(information.documentNumber))
    if (!asked || (decision?.outcome !== 'G2' && decision?.outcome !== 'G3')) return undefined
    const all = [...listOf(decision.items), ...listOf(decision.given), ...listOf(decision.withheld)].map(numberKey)
    const numbered = all.some((words) => words.match(documentNumber))
    const answers = [...all, numberKey(wordsOf(decision.reasons))].some((words) => words.includes(asked))
    return numbered && !answers
      ? {
          found: `申请的是${wordsOf(information.documentNumber)}，答复处理的文件都是别的文号`,
          satisfy: '核对是不是所申请的文件；文号有误而内容相同的，在补充说明中写明',
        }
      : undefined
  },
}
