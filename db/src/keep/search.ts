import { type RawBuilder, sql } from 'kysely'

/** As `search_grams` of the database sees words. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

const gramsOf = (text: string): string[] => {
  const letters = [...text]
  return [...new Set(letters.slice(1).map((letter, i) => `${letters[i]}${letter}`))]
}

/** Marks that LIKE would take for more than themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, '\\$&')

/** Words of the applicant's name or of what is asked; the pairs find candidates, the text decides. One character is read through. */
const inWords = (text: string): RawBuilder<unknown> => {
  const grams = gramsOf(text)
  const like = `%${literal(text)}%`
  const said = sql`lower(normalize(concat_ws(chr(10), w.words -> 'applicant' ->> 'name', w.words -> 'information' ->> 'title',
    w.words -> 'information' ->> 'documentNumber', w.words -> 'information' ->> 'description'), nfkc)) like ${like}`
  return grams.length === 0 ? said : sql`(search_grams(w.words) @> ${grams}::text[] and ${said})`
}

/**
 * Cases in which words occur: in the number, the number of the mail, the number of a letter, the applicant's name, the
 * information asked for. Wants `cases c` and `case_words w`.
 */
export const found = (search: string): RawBuilder<unknown> => {
  const text = normal(search)
  const numbered = /^[\x20-\x7e〔〕号\p{Script=Han}]+$/u.test(text) && /\d/.test(text)
  if (!numbered) return inWords(text)
  const like = `%${literal(text)}%`
  return sql`(${inWords(text)} or lower(c.number) like ${like} or lower(c.snapshot -> 'reply' ->> 'mailNumber') like ${like}
    or lower(c.snapshot ->> 'mailNumber') like ${like}
    or exists (select from letters l where l.organ = c.organ and l.case_id = c.id
      and lower(normalize(l.document_number, nfkc)) like ${like}))`
}
