import type { Sheet, YearReport } from '@zhiqing/law'
import { type PlacedCell, placed } from './placed.js'
import { editionWords, reportWords } from './words.js'

type Docx = typeof import('docx')

/** Width of the type area of A4 in twentieths of a point: 156 mm (GB/T 9704-2012 5.2.1). */
const lineWidth = 8845
const font = (name: string) => ({ ascii: name, eastAsia: name, hAnsi: name })
const [body, heading, title] = [font('仿宋'), font('黑体'), font('小标宋')]

const cellOf = ({ cell, across, down, column }: PlacedCell, sheet: Sheet, docx: Docx) => {
  const { TableCell, Paragraph, TextRun, AlignmentType, VerticalAlignTable, WidthType } = docx
  const share = sheet.widths.reduce((sum, one) => sum + one, 0)
  const width = sheet.widths.slice(column, column + across).reduce((sum, one) => sum + one, 0)
  return new TableCell({
    columnSpan: across,
    rowSpan: down,
    width: { size: Math.round((width / share) * lineWidth), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 30, right: 30 },
    children: [
      new Paragraph({
        alignment: cell.align ? AlignmentType.LEFT : AlignmentType.CENTER,
        spacing: { line: 240 },
        children: [new TextRun({ text: cell.text, font: cell.head ? heading : body, size: 18 })],
      }),
    ],
  })
}

const tableOf = (sheet: Sheet, docx: Docx) => {
  const { Table, TableRow, WidthType, TableLayoutType } = docx
  const cells = placed(sheet)
  const share = sheet.widths.reduce((sum, one) => sum + one, 0)
  return new Table({
    width: { size: lineWidth, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    columnWidths: sheet.widths.map((one) => Math.round((one / share) * lineWidth)),
    rows: sheet.rows.map(
      (_, row) =>
        new TableRow({
          cantSplit: true,
          tableHeader: row < sheet.heads,
          children: cells.filter((one) => one.row === row).map((one) => cellOf(one, sheet, docx)),
        }),
    ),
  })
}

const paragraph = (text: string, docx: Docx) =>
  new docx.Paragraph({
    indent: { firstLine: 640 },
    spacing: { line: 580, lineRule: docx.LineRuleType.EXACT },
    children: [new docx.TextRun({ text, font: body, size: 32 })],
  })

/** A long table begins a page of its own with its heading, so that it keeps one. */
const partTitle = (text: string, docx: Docx, ownPage: boolean) =>
  new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_2,
    indent: { firstLine: 640 },
    keepNext: true,
    pageBreakBefore: ownPage,
    spacing: { line: 580, lineRule: docx.LineRuleType.EXACT },
    children: [new docx.TextRun({ text, font: heading, size: 32, color: '000000' })],
  })

const head = (report: YearReport, docx: Docx) => [
  new docx.Paragraph({
    heading: docx.HeadingLevel.TITLE,
    alignment: docx.AlignmentType.CENTER,
    children: [new docx.TextRun({ text: report.title, font: title, size: 44, color: '000000' })],
  }),
  new docx.Paragraph({
    alignment: docx.AlignmentType.CENTER,
    spacing: { after: 400 },
    children: [new docx.TextRun({ text: editionWords(report), font: body, size: 28 })],
  }),
]

const mm = (length: number): number => Math.round((length / 25.4) * 1440)

/** The report as a Word file: the six parts, the tables with their merged heads, on A4 as GB/T 9704-2012 has it. */
export const reportDocx = async (report: YearReport): Promise<Buffer> => {
  const docx = await import('docx')
  const children = reportWords(report).flatMap((part) => [
    partTitle(part.title, docx, (part.table?.rows.length ?? 0) > 20),
    ...part.paragraphs.map((text) => paragraph(text, docx)),
    ...(part.table ? [tableOf(part.table, docx)] : []),
  ])
  const page = {
    size: { width: mm(210), height: mm(297) },
    margin: { top: mm(37), left: mm(28), right: mm(26), bottom: mm(35) },
  }
  const file = new docx.Document({
    title: report.title,
    creator: report.organ,
    sections: [{ properties: { page }, children: [...head(report, docx), ...children] }],
  })
  return docx.Packer.toBuffer(file)
}
