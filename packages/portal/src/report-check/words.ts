import {
  columnNames,
  columns,
  type FindingRule,
  formats,
  forms,
  remedyColumnNames,
  remedyColumns,
  remedyGroupNames,
  remedyGroups,
} from '@zhiqing/law'

/** What each rule of the checker holds a report to. */
export const ruleWords: Readonly<Record<FindingRule, string>> = {
  'T3-COL-IDENTITY': '表三每一列：第一项加第二项，等于第三项总计加第四项',
  'T3-COL-SUM': '表三每一列：第三项各行相加，等于（七）总计',
  'T3-ROW-TOTAL': '表三每一行：各类申请人相加，等于总计',
  'T3-ROW-TOTAL-MISSING': '表三有数字的行，总计应当填写',
  'T4-TOTAL': '表四：四种结果相加，等于总计',
  'FORMAT-OUTDATED': '2021年以后的报告用国办公开办函〔2021〕30号的格式',
  'CROSS-YEAR-CARRY': '本年的上年结转，等于上年报告的结转下年度',
  'CARRY-BEFORE-LEDGER': '上年结转里条例施行以前收到的申请，报告写明不在表中',
  'CROSS-YEAR-STOCK': '现行有效件数：上年的，加制发，减废止',
  'NARRATIVE-NUMBER': '正文的数字与表一致',
  'NARRATIVE-PERCENT': '正文的百分比算得对',
  'NARRATIVE-CONFLICT': '正文前后一致',
}

const lineNames = new Map(
  formats.flatMap((format) => forms[format].rows.map(({ line, zh }) => [line as string, zh] as const)),
)
const columnIn = new Map(columns.map((column) => [column as string, columnNames[column]]))
const groupNames = new Map(remedyGroups.map((group) => [group as string, remedyGroupNames[group]]))
const resultIn = new Map(remedyColumns.map((column, i) => [column as string, remedyColumnNames[i] ?? column]))

/** `3.1 natural` as somebody finds it on the page: 表三，“（一）予以公开”一行，“自然人”一列. Words of the text stay as they are. */
export const placeWords = (where: string): string => {
  const [row = '', column = ''] = where.split(' ')
  if (where === 'format') return '报告的格式'
  if (row === 'table2') return `表二，“${where.slice(7)}”`
  const [line, group] = [lineNames.get(row), groupNames.get(row)]
  if (line) return `表三，“${line}”一行，“${columnIn.get(column) ?? column}”一列`
  return group ? `表四，“${group}”，“${resultIn.get(column) ?? column}”` : `正文：“${where}”`
}
