import { type Format, formOf } from './form.js'

/** What a figure of table two is: a number of things, what a number grew or shrank by, or money of any fraction. */
export type FigureTwo = 'count' | 'change' | 'money'

/** One heading of table two: an item of article 20, the columns under it, and the kinds of information it counts. */
export interface BlockTwo {
  /** Item of article 20, as printed. */
  readonly item: string
  readonly columns: readonly { readonly zh: string; readonly is: FigureTwo }[]
  readonly kinds: readonly string[]
}

const block = (item: string, kinds: readonly string[], ...columns: readonly (readonly [string, FigureTwo?])[]) => ({
  item,
  kinds,
  columns: columns.map(([zh, is = 'count' as const]) => ({ zh, is })),
})

const grown: readonly (readonly [string, FigureTwo?])[] = [['上一年项目数量'], ['本年增/减', 'change']]

/**
 * Table two by form (rulebook §6.1). That of 2019 as two organs' published reports of that year print it, with the same
 * words (ankang.gov.cn, and one kept in a public repository); the annex of 60号 itself was not to be had.
 */
export const blocksTwo: Readonly<Record<Format, readonly BlockTwo[]>> = {
  2019: [
    block('一', ['规章', '规范性文件'], ['本年新制作数量'], ['本年新公开数量'], ['对外公开总数量']),
    block('五', ['行政许可', '其他对外管理服务事项'], ...grown, ['处理决定数量']),
    block('六', ['行政处罚', '行政强制'], ...grown, ['处理决定数量']),
    block('八', ['行政事业性收费'], ...grown),
    block('九', ['政府集中采购'], ['采购项目数量'], ['采购总金额', 'money']),
  ],
  2021: [
    block('一', ['规章', '行政规范性文件'], ['本年制发件数'], ['本年废止件数'], ['现行有效件数']),
    block('五', ['行政许可'], ['本年处理决定数量']),
    block('六', ['行政处罚', '行政强制'], ['本年处理决定数量']),
    block('八', ['行政事业性收费'], ['本年收费金额（单位：万元）', 'money']),
  ],
}

/** What the sheets call a figure of table two: by its kind, and by its place where the kind has several. */
export const nameTwo = (kind: string, i: number, of: number): string =>
  of > 1 ? `table2 ${kind} ${i}` : `table2 ${kind}`

/** A kind of information of table two with the figures wanted of it, in the order of its columns. */
export interface KindTwo {
  readonly kind: string
  readonly figures: readonly FigureTwo[]
}

/** The kinds of a form, from the top down. */
export const kindsTwo = (format: Format): KindTwo[] =>
  blocksTwo[format].flatMap(({ kinds, columns }) =>
    kinds.map((kind) => ({ kind, figures: columns.map(({ is }) => is) })),
  )

/** Of the form that a report of this year takes. */
export const kindsTwoOf = (year: number): KindTwo[] => kindsTwo(formOf(year).format)
