import type { Words } from '../api/answers.ts'

const ones = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 1–199 as article numbers are written: 33 → 三十三. */
const figure = (value: number): string => {
  const [hundreds, tens, one] = [Math.floor(value / 100), Math.floor((value % 100) / 10), value % 10]
  const ten = tens > 0 ? `${tens === 1 && hundreds === 0 ? '' : ones[tens]}十` : hundreds > 0 && one > 0 ? '零' : ''
  return `${hundreds > 0 ? `${ones[hundreds]}百` : ''}${ten}${ones[one]}`
}

/** `ogi:33.2` → 条例第三十三条第二款; what has no article is the office's practice. */
export const articleInWords = (ref: string, { instruments }: Pick<Words, 'instruments'>): string => {
  const [, key = '', article, paragraph, item] = /^([a-z]+):(\d+)(?:\.(\d+))?(?:\((\d+)\))?$/.exec(ref) ?? []
  const title = instruments[key]
  if (!title) return '工作惯例'
  const last = item ? `第（${figure(Number(item))}）项` : ''
  return `${title}第${figure(Number(article))}条${paragraph ? `第${figure(Number(paragraph))}款` : ''}${last}`
}
