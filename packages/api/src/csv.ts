import { harmless } from '@zhiqing/letters'

/** A cell of a CSV file: never a formula, and its quotes doubled (RFC 4180). */
export const csvCell = (value: string | number | null): string => {
  return `"${harmless(String(value ?? '')).replaceAll('"', '""')}"`
}

/** A file of lines, the head among them, with the mark by which spreadsheets know UTF-8. */
export const csvFile = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
