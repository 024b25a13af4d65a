import { harmless } from '@zhiqing/letters'

/** A cell of a CSV file: never a formula, and its quotes doubled (RFC 4180). */
export const csvCell = (value: string | number | null): string => {
  return `"${harmless(String(value ?? '')).replaceAll('"', '""')}"`
}
