const before = '一二三四五六七八九十几甲乙丙特优头平同相高中初上下'

/**
 * Words that say neither which nor how many; the notices of 衡阳 and 榆林 warn of just these. A deed of 所有权 is exact,
 * and so is 等 that belongs to a word (平等, 一等) or ends no list.
 */
const vague = new RegExp(
  `所有(?![权制人者])|一切|全部|任何|相关|(?<!没)有关(?!于)|(?<![${before}])等(?=$|[\\s，。；、！？,;]|[文材信资情内手]|相关|有关|所有|全部)`,
  'gu',
)

/** The title of a document is what it is. */
const title = /《[^《》]*》/g

/** The vague words of a description, each once. */
export const vagueWords = (description: string): string[] => [
  ...new Set(description.replace(title, '').match(vague) ?? []),
]
