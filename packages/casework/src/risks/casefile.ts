import type { Check } from './check.js'
import { bearsOn } from './grounds-in.js'
import { numberKey, reasonsOf, wordsOf } from './words.js'

/** The name of a paper that decides something outwardly, as a title ends. */
const deciding = /(?:决定书?|裁决书?|许可证|确认书|通知书|告知书|批复|公告)[》”"]?$/u

/** 执法案卷 covers the file; the decision itself that the applicant asks for is another matter (条例 16.2, 20; R54). */
export const casefile: Check = {
  code: 'CASEFILE',
  zh: '申请的是执法案卷还是处理决定本身',
  article: 'ogi:16.2',
  level: 'warn',
  each: true,
  look: ({ decision, information }) => {
    if (!decision || !bearsOn(decision, 'W7')) return undefined
    const number = wordsOf(information.documentNumber)
    const title = wordsOf(information.title)
    const asked = deciding.test(title) ? title : number
    const said = numberKey(reasonsOf(decision))
    if (!asked || said.includes(numberKey(asked)) || said.includes('决定')) return undefined
    return {
      found: `申请人指明了具体文书（${asked}），可能只要处理决定本身`,
      satisfy: '申请处理决定本身的，审查能否公开；申请案卷的，在理由中说明',
    }
  },
}
