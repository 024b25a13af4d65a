/** What Word, web pages and other systems end a line with. */
const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g

/** What nobody sees: control and direction marks, joiners of no width, selectors of a form. Tab and line end stay. */
const unseen = /(?![\t\n])\p{Cc}|\p{Default_Ignorable_Code_Point}|[\ufff9-\ufffb]/gu

/**
 * A text as the person who typed or pasted it sees it. Nobody can be asked to delete what nobody can see, so it is
 * taken away without a word.
 */
export const seenText = (text: string): string => text.replace(lineEnds, '\n').replace(unseen, '')

/** How long a text is to who reads it, and to the command's schema: in characters, a rare one counting once. */
export const charactersIn = (text: string): number => [...text].length
