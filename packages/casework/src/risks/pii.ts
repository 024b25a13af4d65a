import { isIdNumber } from '../identity.js'
import type { Check } from './check.js'

/** What a letter prints of the organ itself is no personal matter. */
const ofTheOrgan = [
  '机关名称',
  '文号',
  '受理编号',
  '联系部门',
  '联系电话',
  '联系地址',
  '邮政编码',
  '救济告知',
  '法律依据',
]

const kinds: readonly { readonly zh: string; readonly find: (text: string) => boolean }[] = [
  { zh: '公民身份号码', find: (text) => (text.match(/(?<!\d)\d{17}[\dXx](?!\d)/gu) ?? []).some(isIdNumber) },
  { zh: '手机号码', find: (text) => /(?<!\d)1[3-9]\d{9}(?!\d)/u.test(text) },
  {
    zh: '银行账号',
    find: (text) => (text.match(/(?<![\d〔])\d{16,19}(?!\d)/gu) ?? []).some((one) => !isIdNumber(one)),
  },
]

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value
  return Array.isArray(value) ? value.map(textOf).join('\n') : ''
}

/** Kinds of numbers in a text that tell a person. */
export const kindsOfNumbers = (text: string): string[] => kinds.filter(({ find }) => find(text)).map(({ zh }) => zh)

/** Numbers that tell a person, in what is about to leave: a question to whoever sends it, never a bar (条例 15; rulebook R83). */
export const pii: Check = {
  code: 'PII',
  zh: '答复中的个人信息',
  article: 'ogi:15',
  level: 'ask',
  look: (_, { draft }) => {
    if (!draft) return undefined
    const text = Object.entries(draft.fields)
      .filter(([name]) => !ofTheOrgan.includes(name))
      .map(([, value]) => textOf(value))
      .join('\n')
    const found = kindsOfNumbers(text)
    return found.length > 0
      ? {
          found: `答复书的文字里像是有${found.join('、')}`,
          satisfy: '核对是谁的、该不该写；不该写的遮盖或者删去，随附的材料也请一并检查',
        }
      : undefined
  },
}
