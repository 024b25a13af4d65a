/**
 * A cell that a spreadsheet would run as a formula is made text, full-width signs too, which some take for the narrow ones;
 * quotes are doubled (RFC 4180).
 */
export const csvCell = (value: string | number | null): string => {
  const words = String(value ?? '')
  return `"${(/^\s*[=+\-@\t\r\n\0＝＋－＠]/.test(words) ? `'${words}` : words).replaceAll('"', '""')}"`
}
