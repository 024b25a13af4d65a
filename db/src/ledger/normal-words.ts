/** Widths, case, blanks and punctuation do not make another request. */
export const normalWords = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}\p{Cf}]/gu, '')
