import type { Check, Finding } from './check.js'
import { wordsOf } from './words.js'

/** The reasons say that nobody can tell which organ it is: then there is no name to give. */
const cannotTell = /(?:无法|不能|难以|未能)(?:确定|判断|查明|知悉)/u

const told = (missing: string): Finding => ({
  level: 'warn',
  found: `答复不属于本机关负责公开，没有告知${missing}`,
  satisfy: `能够确定负责公开的机关的，写明其${missing}；不能确定的，在理由中说明`,
})

/** 不属于本机关: the reason is owed, and the organ in charge where it can be told (条例 36(5)). */
export const notMine: Check = {
  code: 'NOT-MINE',
  zh: '不属于本机关负责公开的理由和去处',
  article: 'ogi:36(5)',
  level: 'block',
  each: true,
  look: ({ decision }, { office }) => {
    if (decision?.outcome !== 'N2') return undefined
    const organ = wordsOf(decision.responsibleOrgan)
    if (!wordsOf(decision.reasons))
      return { found: '没有写明为什么不属于本机关负责公开', satisfy: '写明该信息由谁制作或者保存' }
    if (organ === office.organ.name)
      return {
        found: `负责公开的机关写的是本机关（${organ}）`,
        satisfy: '改填负责公开的机关；确由本机关负责的，重新研究处理决定',
      }
    if (cannotTell.test(wordsOf(decision.reasons))) return undefined
    if (!organ) return told('名称和联系方式')
    return wordsOf(decision.contact) ? undefined : told('联系方式')
  },
}
