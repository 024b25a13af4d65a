import type { Case } from '../case.js'
import type { Check, Finding } from './check.js'
import { numberKey, wordsOf } from './words.js'

const noRecord: Finding = {
  found: '认定信息不存在，但没有检索记录（L11）',
  satisfy: '检索业务、财务、档案等系统和前身机构的材料，并记录检索的系统、关键词、人员和结果',
}

/** The applicant's own lead, a document number, that neither the search nor the reasons take up. */
const clueUnanswered = ({ information, searches, decision }: Case): Finding | undefined => {
  const clue = numberKey(wordsOf(information.documentNumber))
  if (!clue) return undefined
  const answered = [...searches.flatMap(({ keywords }) => keywords), wordsOf(decision?.reasons)]
  return answered.some((words) => numberKey(words).includes(clue))
    ? undefined
    : {
        level: 'warn',
        found: `申请人提供了文号${wordsOf(information.documentNumber)}，检索关键词和理由都没有提到`,
        satisfy: '用该文号补充检索并记录，或者在理由中说明为什么没有制作、保存该文件的职责',
      }
}

const doubts = (current: Case): Finding | undefined => {
  if (current.searches.at(-1)?.found)
    return {
      level: 'warn',
      found: '最近一次检索记录为“已找到”，与信息不存在的结论不一致',
      satisfy: '核对找到的是不是所申请的信息；不是的，重新记录检索结果',
    }
  const open = current.assistances.filter(({ findings }) => findings === null).map(({ unit }) => unit)
  return open.length > 0
    ? {
        level: 'warn',
        found: `请${open.join('、')}协查，还没有反馈`,
        satisfy: '取得并记录协查反馈后再认定信息不存在',
      }
    : clueUnanswered(current)
}

/** 信息不存在 rests on a search that can be shown: the organ bears the proof (条例 36(4); rulebook R37, R53). */
export const noSearch: Check = {
  code: 'NO-SEARCH',
  zh: '信息不存在的检索记录',
  article: 'ogi:36(4)',
  level: 'block',
  each: true,
  look: (current) => {
    if (current.decision?.outcome !== 'N1') return undefined
    return current.searches.length === 0 ? noRecord : doubts(current)
  },
}
