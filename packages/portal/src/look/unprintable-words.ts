import { unprintableCharacters } from '@zhiqing/letters'
import type { Counter } from '../counter.js'
import type { Fault } from './fault.js'

/** One field as filled in. */
export interface Written {
  readonly path: string
  readonly label: string
  readonly text: string
  /** Many lines: places are told by the line; else by the character. */
  readonly lines?: boolean
  /** Somebody's name: it may be written as it sounds. */
  readonly name?: boolean
}

interface Place {
  readonly where: string
  readonly sign: string
}

const mostPlaces = 6
/** What browsers send for half a character, and other systems for one they could not read. */
const half = '\ufffd'
/** As people count: an emoji with its colour, a letter with its accents are one. */
const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

const placesOf = ({ text, lines }: Written, odd: ReadonlySet<string>): Place[] => {
  const found = text.split('\n').flatMap((line, l) =>
    Array.from(signs.segment(line), ({ segment }, n) => ({
      where: lines ? `第${l + 1}行` : `第${n + 1}个字`,
      sign: segment,
    })),
  )
  return found.filter(({ sign }) => [...sign].some((one) => odd.has(one)))
}

const listed = (places: readonly string[]): string => {
  const once = [...new Set(places)]
  return once.length > mostPlaces ? `${once.slice(0, mostPlaces).join('、')}等${once.length}处` : once.join('、')
}

const halfWords = (places: readonly Place[]): string[] => {
  if (places.length === 0) return []
  const where = listed(places.map((one) => one.where))
  return [`${where}有${places.length === 1 ? '一个' : '几个'}字没有输入完整，请删掉重新输入`]
}

const picture = /^[\p{So}\p{Extended_Pictographic}\p{Emoji_Presentation}]/u

const way = (places: readonly Place[], name: boolean): string => {
  if (!name) return '请删掉或者用文字说明'
  return places.every(({ sign }) => picture.test(sign)) ? '请删掉' : '请用读音相同的字或者拼音代替'
}

const oddWords = (places: readonly Place[], name: boolean): string[] =>
  places.length === 0
    ? []
    : [`${listed(places.map(({ where, sign }) => `${where}“${sign}”`))}打印不出来，${way(places, name)}`]

const faultIn = (field: Written, odd: ReadonlySet<string>): Fault[] => {
  const places = placesOf(field, odd)
  const words = [
    ...halfWords(places.filter(({ sign }) => sign.includes(half))),
    ...oddWords(
      places.filter(({ sign }) => !sign.includes(half)),
      field.name ?? false,
    ),
  ]
  return words.length === 0 ? [] : [{ path: field.path, zh: `“${field.label}”${words.join('；')}` }]
}

/**
 * The characters that no letter could print, told to the person who typed them: which one and where, and what to do.
 * Nothing about fonts or codes, which are no business of theirs.
 */
export const unprintableIn = async (fields: readonly Written[], press: Counter['press']): Promise<Fault[]> => {
  const missing = await unprintableCharacters(fields.map(({ text }) => text).join('\n'), press)
  const odd = new Set([half, ...missing.map(({ character }) => character)])
  return fields.filter(({ text }) => [...odd].some((one) => text.includes(one))).flatMap((field) => faultIn(field, odd))
}
