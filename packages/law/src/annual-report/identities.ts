import {
  type Column,
  columnNames,
  columns,
  type FormRow,
  forms,
  type Line,
  remedyColumns,
  remedyGroupNames,
  remedyGroups,
} from './form.js'
import { type Cell, finding, type PublishedReport, type ReportFinding } from './report.js'
import { scopeOf } from './scope.js'

/** A blank counts as nothing: organs leave out zeros. */
const value = (cell: Cell | undefined): number => cell ?? 0
const sum = (cells: readonly (Cell | undefined)[]): number => cells.reduce<number>((all, one) => all + value(one), 0)

type Table3 = PublishedReport['table3']

const isGiven = (cell: Cell | undefined): boolean => cell !== null && cell !== undefined

/** Does the report tell the six kinds of applicant at all, or totals alone? */
const tellsParts = (table3: Table3): boolean => Object.values(table3).some((cells) => cells.slice(0, 6).some(isGiven))

/**
 * The columns to check: the six, since with every row's total right the total column follows from them and one wrong cell
 * should not be told twice; the total column alone where a report gives no more.
 */
const columnsOf = (...tables: readonly Table3[]): readonly { readonly column: Column; readonly i: number }[] => {
  const all = columns.map((column, i) => ({ column, i }))
  return tables.every(tellsParts) ? all.slice(0, -1) : all.slice(-1)
}

const cellOf = (table3: Table3, line: Line, i: number): number => {
  const cells = table3[line] ?? []
  return i < 6 || isGiven(cells[i]) ? value(cells[i]) : sum(cells.slice(0, 6))
}

const at = (line: Line, column: Column): string => `${line} ${column}`
const inWords = (row: FormRow, column: Column): string => `“${row.zh}”的“${columnNames[column]}”`

const rowTotals = (report: PublishedReport): ReportFinding[] =>
  forms[report.format].rows.flatMap((row) => {
    const cells = report.table3[row.line]
    if (!cells?.slice(0, 6).some(isGiven)) return []
    const expected = sum(cells.slice(0, 6))
    const printed = cells[6] ?? null
    const where = at(row.line, 'total')
    if (printed === null)
      return expected === 0
        ? []
        : finding('T3-ROW-TOTAL-MISSING', {
            where,
            expected,
            printed,
            zh: `${inWords(row, 'total')}没有填写，应为${expected}`,
          })
    return printed === expected
      ? []
      : finding('T3-ROW-TOTAL', {
          where,
          expected,
          printed,
          zh: `${inWords(row, 'total')}是${printed}，各类申请人相加是${expected}`,
        })
  })

const columnSums = (report: PublishedReport): ReportFinding[] => {
  const { leaves, rows } = forms[report.format]
  const total = rows.find(({ line }) => line === '3.7') as FormRow
  const { table3 } = report
  return columnsOf(table3).flatMap(({ column, i }) => {
    const expected = leaves.reduce((all, { line }) => all + cellOf(table3, line, i), 0)
    const printed = cellOf(table3, '3.7', i)
    return printed === expected
      ? []
      : finding('T3-COL-SUM', {
          where: at('3.7', column),
          expected,
          printed,
          zh: `${inWords(total, column)}是${printed}，第三项各行相加是${expected}`,
        })
  })
}

/** 第一项加第二项之和，等于第三项加第四项之和 (rulebook R90). */
const columnIdentities = ({ table3 }: PublishedReport): ReportFinding[] =>
  columnsOf(table3).flatMap(({ column, i }) => {
    const cell = (line: Line): number => cellOf(table3, line, i)
    const [received, dealt] = [cell('1') + cell('2'), cell('3.7') + cell('4')]
    return received === dealt
      ? []
      : finding('T3-COL-IDENTITY', {
          where: at('4', column),
          expected: received,
          printed: dealt,
          zh: `“${columnNames[column]}”一列：第一项加第二项是${received}，第三项总计加第四项是${dealt}，应当相等`,
        })
  })

const remedyTotals = ({ table4 }: PublishedReport): ReportFinding[] =>
  remedyGroups.flatMap((group) => {
    const cells = table4[group]
    if (!cells) return []
    const expected = sum(cells.slice(0, 4))
    const printed = cells[4] ?? null
    const blank = printed === null && expected === 0
    return blank || printed === expected
      ? []
      : finding('T4-TOTAL', {
          where: `${group} ${remedyColumns[4]}`,
          expected,
          printed,
          zh: `表四“${remedyGroupNames[group]}”的总计${printed === null ? '没有填写' : `是${printed}`}，四种结果相加是${expected}`,
        })
  })

const outdated = ({ format, year }: PublishedReport): ReportFinding[] =>
  format === '2019' && year >= forms[2021].firstYear
    ? [
        finding('FORMAT-OUTDATED', {
          where: 'format',
          expected: '2021',
          printed: '2019',
          zh: `${year}年的报告用的是2019年试行格式，应当使用${forms[2021].number}的格式：其他处理分为三行`,
        }),
      ]
    : []

/**
 * What last year carried on and no ledger here holds, where the report says so itself: no fault of last year's report, which
 * counts what was received before the regulation was in force (rulebook A18). More than was carried on stays an error.
 */
const isBeforeLedger = ({ scope, year }: PublishedReport, expected: number, printed: number): boolean =>
  scope !== undefined && scopeOf(year) !== undefined && printed < expected

/** 上年结转 is last year's 结转下年度, column by column (rulebook R93). */
const carried = (report: PublishedReport): ReportFinding[] => {
  const { previous, table3 } = report
  if (!previous) return []
  return columnsOf(table3, previous.table3).flatMap(({ column, i }) => {
    const [expected, printed] = [cellOf(previous.table3, '4', i), cellOf(table3, '2', i)]
    if (expected === printed) return []
    const where = { where: at('2', column), expected, printed }
    const zh = `上年结转“${columnNames[column]}”是${printed}，上年报告的结转下年度是${expected}`
    return isBeforeLedger(report, expected, printed)
      ? finding('CARRY-BEFORE-LEDGER', {
          ...where,
          zh: `${zh}；条例施行以前收到的申请不在本系统的台账里，统计范围已经写明，上年报告不用因此更正，可以公布；这些申请的办理情况可以写在“六、其他需要报告的事项”里`,
        })
      : finding('CROSS-YEAR-CARRY', { ...where, zh })
  })
}

/** 现行有效件数 is last year's with this year's made added and abolished taken away; the form of 2019 has no such column. */
const stock = ({ table2, previous, format }: PublishedReport): ReportFinding[] =>
  Object.entries(format === '2021' && previous?.format === '2021' ? (table2 ?? {}) : {}).flatMap(
    ([kind, [made, abolished, inForce]]) => {
      const before = previous?.table2?.[kind]?.[2]
      if (before === undefined || before === null || inForce === undefined || inForce === null) return []
      const expected = before + value(made) - value(abolished)
      return inForce === expected
        ? []
        : finding('CROSS-YEAR-STOCK', {
            where: `table2 ${kind}`,
            expected,
            printed: inForce,
            zh: `表二“${kind}”现行有效件数是${inForce}；上年${before}，加本年制发${value(made)}，减本年废止${value(abolished)}，应为${expected}`,
          })
    },
  )

/** Everything in the tables that cannot be so (rulebook R90–R93). */
export const tableFindings = (report: PublishedReport): ReportFinding[] => [
  ...outdated(report),
  ...rowTotals(report),
  ...columnSums(report),
  ...columnIdentities(report),
  ...remedyTotals(report),
  ...carried(report),
  ...stock(report),
]
