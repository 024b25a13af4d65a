import { isDay } from '../day.js'

/** What a setting may be, as data: schemas, pages and refusals are made of it. */
export type Allowed =
  | { readonly kind: 'choice'; readonly values: Readonly<Record<string, string>> }
  | { readonly kind: 'switch' }
  | { readonly kind: 'days'; readonly unit: '工作日' | '日' | '次'; readonly least: number; readonly most: number }
  /** A day of every year, written `01-26`. */
  | { readonly kind: 'yearDay'; readonly first: string; readonly last: string }
  | { readonly kind: 'byOutcome'; readonly keys: readonly string[]; readonly values: readonly string[] }

/** There every year: 29 February is none of them. */
const isYearDay = (text: string): boolean => /^\d\d-\d\d$/.test(text) && isDay(`2025-${text}`)

const yearDayWords = (day: string): string => `${Number(day.slice(0, 2))}月${Number(day.slice(3))}日`

/** What a setting may be, in words. */
export const allowedWords = (allowed: Allowed): string => {
  switch (allowed.kind) {
    case 'choice':
      return Object.entries(allowed.values)
        .map(([code, zh]) => (zh === code ? zh : `${zh}（${code}）`))
        .join('、')
    case 'switch':
      return '是（true）、否（false）'
    case 'days':
      return `${allowed.least}至${allowed.most}的整数（${allowed.unit}）`
    case 'yearDay':
      return `${yearDayWords(allowed.first)}至${yearDayWords(allowed.last)}之间的一天，写作月-日，如 ${allowed.last}`
    case 'byOutcome':
      return `按结论（${allowed.keys.join('、')}）填写${allowed.values.join('、')}`
  }
}

/** May a setting be this? Shape and limits both; what came from outside is of any type. */
export const isAllowed = (allowed: Allowed, value: unknown): boolean => {
  switch (allowed.kind) {
    case 'choice':
      return typeof value === 'string' && Object.hasOwn(allowed.values, value)
    case 'switch':
      return typeof value === 'boolean'
    case 'days':
      return Number.isInteger(value) && (value as number) >= allowed.least && (value as number) <= allowed.most
    case 'yearDay':
      return typeof value === 'string' && isYearDay(value) && value >= allowed.first && value <= allowed.last
    case 'byOutcome':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(value).every(
          ([key, one]) => allowed.keys.includes(key) && allowed.values.includes(one as string),
        )
      )
  }
}
