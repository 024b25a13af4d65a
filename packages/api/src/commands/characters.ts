import type { Fault } from '@zhiqing/casework'
import type { Services } from '../services.js'

/** Characters that every letter font has; a text of these alone needs no question to the press. */
const usual =
  /[\t\n\r\x20-\x7e\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u3011\u3014\u3015\uff01-\uff5e\u4e00-\u9fff]/u

/** Left out or written otherwise on paper, so no letter fails over them. */
const mended = /[\u00a0\u00ad\u200b\u2060\ufeff]/u
const lookAlike = /[\u2f00-\u2fdf\uf900-\ufaff]/u

/** Direction marks, odd line ends and private characters: no font can give them a meaning. */
const meaningless = /[\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f]/u

interface Found {
  readonly path: string
  readonly character: string
}

const odd = (text: string): string[] =>
  [...new Set(text)].filter((character) => !usual.test(character) && !mended.test(character))

const findOdd = (value: unknown, path: string): Found[] => {
  if (typeof value === 'string') return odd(value).map((character) => ({ path, character }))
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, one]) => findOdd(one, path ? `${path}.${key}` : key))
}

const printed = (character: string): string => (lookAlike.test(character) ? character.normalize('NFKC') : character)

const fault = ({ path, character }: Found): Fault => {
  const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const shown = meaningless.test(character) ? '' : `“${character}”`
  return { path, zh: `含有字库无法印出的字符${shown}（U+${code}），请改用其他写法或者请系统管理员配置字库` }
}

/** Characters of the input that no letter could print, each with its place: told at the door, not at the printer. */
export const unprintable = async (input: unknown, press: Services['press']): Promise<Fault[]> => {
  const found = findOdd(input, '')
  if (found.length === 0) return []
  const missing = new Set(
    await press.missingCharacters([...new Set(found.map(({ character }) => printed(character)))].join('')),
  )
  return found.filter(({ character }) => meaningless.test(character) || missing.has(printed(character))).map(fault)
}
