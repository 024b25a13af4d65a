import type { Case } from '../case.js'
import type { Decision } from '../facts.js'
import type { Check, Finding } from './check.js'
import { listOf, wordsOf } from './words.js'

/** The marks people number things with: 1. 1、 1） （1） 一、 （一） ①; each form by itself, from its first on. */
const forms: readonly { readonly mark: RegExp; readonly row: readonly string[] }[] = [
  { mark: /(?<![\d.])(\d{1,2})[.．、)）](?!\d)/gu, row: Array.from({ length: 30 }, (_, i) => String(i + 1)) },
  { mark: /[（(](\d{1,2})[)）]/gu, row: Array.from({ length: 30 }, (_, i) => String(i + 1)) },
  { mark: /(?:^|[\n。；;：:])\s*([一二三四五六七八九十])、/gu, row: [...'一二三四五六七八九十'] },
  { mark: /[（(]([一二三四五六七八九十])[)）]/gu, row: [...'一二三四五六七八九十'] },
  { mark: /([①②③④⑤⑥⑦⑧⑨⑩])/gu, row: [...'①②③④⑤⑥⑦⑧⑨⑩'] },
]

/** How many things the words number, 1, 2, 3 in this order; fewer than two is no numbering. */
export const numberedIn = (text: string): number => {
  const counts = forms.map(({ mark, row }) => {
    let n = 0
    for (const [, found] of text.matchAll(mark)) if (found === row[n]) n += 1
    return n
  })
  const most = Math.max(...counts)
  return most < 2 ? 0 : most
}

/** What was asked for in the end: the last correction where it numbers things itself. */
const askedFor = ({ information, corrections }: Case): number =>
  numberedIn(wordsOf(corrections.findLast(({ content }) => content)?.content)) ||
  numberedIn(wordsOf(information.description))

const answeredBy = ({ outcome, parts, items, given, withheld }: Decision): number | null => {
  if (parts) return parts.length
  if (outcome === 'G2') return listOf(items).length
  return outcome === 'G3' ? listOf(given).length + listOf(withheld).length : null
}

const tooFew = (asked: number, answered: number, itemised: boolean): Finding => ({
  ...(itemised ? {} : { level: 'warn' as const }),
  found: `申请逐项列明了${asked}项内容，答复只处理了${answered}项`,
  satisfy: '逐项答复，每一项写明结论、理由和依据；已经撤回的先记录部分撤回',
})

/** Every item of a request of several things is answered; what was withdrawn needs no answer (条例 36; rulebook R51, R107). */
export const items: Check = {
  code: 'ITEMS',
  zh: '多项内容逐项答复',
  article: 'ogi:36',
  level: 'block',
  look: (current) => {
    const { decision, withdrawnItems, splitInto } = current
    if (!decision || splitInto.length > 0) return undefined
    const withdrawn = withdrawnItems.reduce((sum, one) => sum + one.items.length, 0)
    const asked = askedFor(current) - withdrawn
    const answered = answeredBy(decision)
    return asked < 2 || answered === null || answered >= asked
      ? undefined
      : tooFew(asked, answered, decision.parts !== undefined)
  },
}
