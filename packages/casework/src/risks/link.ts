import { isDay } from '@zhiqing/law'
import type { Check } from './check.js'
import { wordsOf } from './words.js'

const address = /https?:\/\/[^\s，。；、）)》”]+/u
/** An address as nobody can open it: full-width marks, blanks or the scheme left out. */
const broken = /https?[：︰]|https?:\s|https?:\/\s|(?<![/\w.@])www\.[^\s，。]+/iu

/** 已主动公开: the address opens and shows what was asked for; that somebody looked is on file (条例 36(1)). */
export const link: Check = {
  code: 'LINK',
  zh: '公开网址能够打开',
  article: 'ogi:36(1)',
  level: 'warn',
  each: true,
  look: ({ decision }) => {
    if (decision?.outcome !== 'G1') return undefined
    const where = wordsOf(decision.where)
    if (broken.test(where))
      return {
        found: '公开位置里的网址不完整或者带有全角符号，申请人打不开',
        satisfy: '从浏览器地址栏复制完整网址（以 http:// 或者 https:// 开头）',
      }
    return address.test(where) && !isDay(wordsOf(decision.checkedOn))
      ? {
          found: '告知了网址，没有记录核对过网址能否打开、是不是所申请的信息',
          satisfy: '打开网址核对，并填写网址核对日期',
        }
      : undefined
  },
}
