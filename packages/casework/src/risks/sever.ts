import { isReconsiderationFirst } from '@zhiqing/law'
import type { Check } from './check.js'
import { reasonsOf, wordsOf } from './words.js'

/** Any word on dividing, or on the whole falling under the ground, is an answer. */
const answered =
  /区分|分割|分离|剥离|拆分|可分|遮盖|遮挡|隐去|删除|屏蔽|第?(?:三十七|37)条|全文|全部|整体|整份|通篇|均(?:属|为|涉)|都(?:属|是|涉)|部分公开|密不可分|不能分开|每一?页|逐[页项条]|无可公开|单独公开|相互关联|其余|可以公开的/u

/**
 * Before all is refused under 14, 15 or 16: can what may be given be divided from the rest? That it cannot, with the
 * reason, is an answer (条例 37).
 */
export const sever: Check = {
  code: 'SEVER',
  zh: '能否区分处理',
  article: 'ogi:37',
  level: 'block',
  each: true,
  look: ({ decision }, { draft }) => {
    if (!decision || decision.outcome === 'G3' || !isReconsiderationFirst(decision.outcome)) return undefined
    const said = answered.test(reasonsOf(decision)) || wordsOf(draft?.fields.区分处理说明) !== ''
    return said
      ? undefined
      : {
          found: '全部不予公开，没有说明能否区分处理',
          satisfy: '能够区分的改为部分公开；不能区分的，在理由中写明“不能区分处理，因为……”',
        }
  },
}
