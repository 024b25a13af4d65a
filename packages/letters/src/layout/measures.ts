/** One millimetre in points; all lengths of the layout are points, counted from the page's top left corner. */
export const mm = 72 / 25.4

/** A4 and the type area of an official document: 天头 37 mm, 订口 28 mm, 版心 156 × 225 mm (GB/T 9704-2012 5.2.1). */
export const page = {
  width: 210 * mm,
  height: 297 * mm,
  left: 28 * mm,
  right: (28 + 156) * mm,
  top: 37 * mm,
  bottom: (37 + 225) * mm,
} as const

/** 22 rows of 28 characters fill the type area (5.2.3): 28.99 pt a row, 15.79 pt a character. */
export const grid = { row: (225 * mm) / 22, character: (156 * mm) / 28 } as const

/** 三号 body and headings, 二号 title, 四号 page number (5.2.2, 7.3.1, 7.5). */
export const sizes = { body: 16, title: 22, pageNumber: 14, cell: 14 } as const

/** Height of a title row, and of a line in a table cell. */
export const rows = { title: 36, cell: 21 } as const

/** A table of the yearly report: 小五, so that all twenty-five rows keep one page. */
export const sheet = { size: 9, line: 11.5 } as const

/** 信函格式 (10.1): organ name 30 mm from the page's top, red double rules 170 mm long, the lower 20 mm from its foot. */
export const letterhead = {
  organTop: 30 * mm,
  organSize: 32,
  ruleGap: 4 * mm,
  ruleLength: 170 * mm,
  lowerRule: (297 - 20) * mm,
  thick: 2.4,
  thin: 0.8,
  between: 1.6,
  /** 文号 stands under the rule at 7/8 of a 三号 character. */
  numberGap: (7 / 8) * 16,
} as const

/**
 * 文件格式 (7.2): the mark's upper edge 35 mm under that of the type area, two empty rows, 文号, and 4 mm under it a red rule
 * as long as the type area is wide. The standard leaves the mark's size open; this one fills the line with ten characters.
 */
export const documentHead = { markTop: 35 * mm, markSize: 42, emptyRows: 2, ruleGap: 4 * mm, rule: 1.5 } as const

/** 版记 (7.4): 四号, one character in on either side; outer rules 0.35 mm, the inner 0.25 mm. */
export const imprint = { size: 14, row: 22, outer: 0.35 * mm, inner: 0.25 * mm } as const

/** The round seal of a county organ, 42 mm: its place is kept free, it is never drawn. */
export const sealSize = 42 * mm

/** Where a character's box begins above its baseline, in ems: the ideographic em box. */
export const ascent = 0.88
