import { type RawBuilder, sql } from 'kysely'
import type { ListQuery } from '../cabinet.js'

/** As the database keeps what is searched: one width, small letters. */
const normal = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/**
 * Cases in which words occur: in the number, the number of the mail, the number of a letter, the applicant's name, the
 * information asked for. One page of ids, the newest first, with everything else that a list asks for: of a common word
 * nobody wants all.
 */
export const foundPage = (
  { organ, state, officer, withRemedies = false, byName = true, limit }: ListQuery,
  search: string,
  before: number | undefined,
): RawBuilder<boolean> => sql<boolean>`(c.organ, c.id) in (
  select organ, id from find_cases(${normal(search)}, ${typeof organ === 'string' ? [organ] : [...organ]}::text[],
    ${state ?? null}, ${officer ?? null}, ${withRemedies}, ${before ?? null}::bigint, ${limit + 1}, ${byName}))`

/** The same of each case of a list that something else has made short. */
export const says = (search: string, byName = true): RawBuilder<boolean> =>
  sql<boolean>`case_says(c.organ, c.id, ${normal(search)}, ${byName})`
