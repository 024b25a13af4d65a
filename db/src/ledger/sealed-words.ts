import type { Keys } from '../keys.js'

type Fields = Readonly<Record<string, unknown>>

/** Where words stand: a sealed number cannot be moved to another case. */
export interface Place {
  readonly organ: string
  readonly caseId: string
}

/** The members whose text is sealed, wherever in the words they stand. */
const sealed: ReadonlySet<string> = new Set(['idNumber'])
/** Begins every sealed text. */
const MARK = '密:'

const placeOf = ({ organ, caseId }: Place): string => `words.idNumber ${organ} ${caseId}`

const mapped = (value: unknown, change: (text: string) => string, name = ''): unknown => {
  if (typeof value === 'string') return sealed.has(name) ? change(value) : value
  if (Array.isArray(value)) return value.map((one) => mapped(one, change, name))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapped(one, change, key)]))
}

/** Words as they are kept: the same words give the same text, so that nothing is written that did not change. */
export const sealWords = (keys: Keys, place: Place, words: Fields): Fields =>
  mapped(words, (text) => MARK + keys.sealSame(placeOf(place), Buffer.from(text, 'utf8')).toString('base64')) as Fields

const opened = (keys: Keys, place: Place, text: string): string =>
  text.startsWith(MARK)
    ? keys.open(placeOf(place), Buffer.from(text.slice(MARK.length), 'base64')).toString('utf8')
    : text

/** Words as they were said; null stays null (erased). Throws SEALED_BROKEN. */
export const openWords = <Words extends Fields | null>(keys: Keys, place: Place, words: Words): Words =>
  (words === null ? null : mapped(words, (text) => opened(keys, place, text))) as Words
