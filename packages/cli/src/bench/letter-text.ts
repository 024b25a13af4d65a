import { type Block, composeLetter, type Fields, loadTemplate, sampleFields } from '@zhiqing/letters'

/** The letter that all are measured by: a reply of three pages, as long as most that are sent. */
export const letterCode = 'S12'
export const letterPages = 3

const template = loadTemplate(letterCode)
const sample = sampleFields(template)
const twice = (name: string): string => String(sample[name]).repeat(2)

/** The fields of the letter; no two numbers give the same words, so that nobody prints from memory. */
export const letterFields = (number: number): Fields => ({
  ...sample,
  受理编号: `QHZR2025${String(10_000 + number)}`,
  申请内容: `青禾镇东湾村${2000 + (number % 20)}年第${number}批土地整理项目的竣工验收报告、招标投标文件、施工合同、工程结算书及其审计结论，以及该项目资金拨付的全部凭证。`,
  检索方式: twice('检索方式'),
  检索结果: twice('检索结果'),
  理由: twice('理由'),
})

/** The same letter as its parts, for printers that are not ours. */
export const letterBlocks = (number: number): readonly Block[] => composeLetter(template, letterFields(number))
