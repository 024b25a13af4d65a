import { inChinese, isDay } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Check } from './check.js'
import { numberKey, wordsOf } from './words.js'

/** Numbers of one register are given in turn: a greater one of the same year and organ was received later. */
const isLater = (earlier: string, own: string): boolean =>
  earlier.length === own.length && earlier.slice(0, -5) === own.slice(0, -5) && earlier > own

const wrongNumber = ({ decision, number }: Case): string | undefined => {
  const earlier = numberKey(wordsOf(decision?.earlierNumber))
  if (!earlier) return '没有写明前次申请的受理编号'
  if (!number) return undefined
  if (earlier === number) return `前次受理编号（${earlier}）就是本件的编号`
  return isLater(earlier, number) ? `前次受理编号（${earlier}）在本件（${number}）之后` : undefined
}

/** 重复申请: an earlier request of the same was answered; its number and day show it (条例 36(6)). */
export const repeat: Check = {
  code: 'REPEAT',
  zh: '重复申请的前次答复',
  article: 'ogi:36(6)',
  level: 'block',
  each: true,
  look: (current, { office }) => {
    const { decision, receivedOn } = current
    if (decision?.outcome !== 'Z2') return undefined
    const wrong = wrongNumber(current)
    if (wrong) return { found: wrong, satisfy: '填写同一申请人就相同信息提出、已经答复的那一件的受理编号' }
    const replied = wordsOf(decision.earlierRepliedOn)
    if (!isDay(replied)) return undefined
    if (replied > office.on)
      return { found: `前次答复日期（${inChinese(replied)}）还没有到`, satisfy: '填写前次答复实际作出的日期' }
    return receivedOn && replied > receivedOn
      ? {
          found: `前次答复（${inChinese(replied)}）在收到本件（${inChinese(receivedOn)}）之后，申请人提出本件时前次还没有答复`,
          satisfy: '核对日期；确属前次答复以前先后提出的同一请求，不是重复申请：一并答复，写明各受理编号',
        }
      : undefined
  },
}
