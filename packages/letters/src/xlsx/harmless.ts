/** What a spreadsheet may take for the beginning of a formula, full-width twins and what is blank before them included. */
const begins = /^[\s\u200b\ufeff]*[=+\-@＝＋－＠﹢﹣﹦﹫\t\r|]/u

/**
 * A text that no spreadsheet works out: an apostrophe before it makes it words. For every cell of an export that holds
 * what people wrote; figures go as numbers and need none.
 */
export const harmless = (text: string): string => (begins.test(text) || /^[\t\r\n\0]/.test(text) ? `'${text}` : text)
