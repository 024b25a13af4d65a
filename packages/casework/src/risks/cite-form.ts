import { citationFaults } from '@zhiqing/law'
import type { Check } from './check.js'
import { ownReasonsOf } from './words.js'

/** A judge reads the article by its full name and number; the same forms as the letters' templates (rulebook R52). */
export const citeForm: Check = {
  code: 'CITE-FORM',
  zh: '引注的写法',
  article: 'ogi:36',
  level: 'warn',
  each: true,
  look: ({ decision }) => {
    const faults = decision ? citationFaults(ownReasonsOf(decision)) : []
    return faults.length
      ? {
          found: `理由中的引注写法不对：${faults.map(({ words, zh }) => `“${words}”（${zh}）`).join('；')}`,
          satisfy: '引用法律、法规写成《全称》第几条第几款第（几）项，号数用汉字',
        }
      : undefined
  },
}
