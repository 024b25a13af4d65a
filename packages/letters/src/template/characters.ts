import { unicodeName } from '../faults.js'

/**
 * The text as it will be printed: one kind of line end, no tabs, no invisible joiners, and Kangxi radicals and
 * compatibility ideographs (which look like the characters they stand for) written as those characters.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\t\u00a0]/g, ' ')
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\u2f00-\u2fdf\uf900-\ufaff]/g, (character) => character.normalize('NFKC'))
}

/** What may not stand in a letter: control and direction marks, half surrogates, and private characters that mean nothing elsewhere. */
const refused = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** The first character of a text that may not be printed, as `U+202E`; null when there is none. New lines are allowed. */
export function refusedCharacter(text: string): string | null {
  const found = refused.exec(cleanText(text).replaceAll('\n', ''))
  return found ? unicodeName(found[0].codePointAt(0) ?? 0) : null
}
