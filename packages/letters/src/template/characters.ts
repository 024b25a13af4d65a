import { unicodeName } from '../faults.js'
import { unradical } from './radicals.js'

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
    .replace(/[\u2e80-\u2eff]/g, unradical)
}

/** What may not stand in a letter: control and direction marks, half surrogates, and private characters that mean nothing elsewhere. */
const refused = /[\p{Cc}\p{Cs}\p{Co}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u

/** Characters that every font here has; a text of these alone needs no question to the press. */
const usual =
  /[\t\n\r\x20-\x7e\u00b7\u2014\u2018\u2019\u201c\u201d\u2026\u3000-\u3011\u3014\u3015\uff01-\uff5e\u4e00-\u9fff]/u

/** The first character of a text that may not be printed, as `U+202E`; null when there is none. New lines are allowed. */
export function refusedCharacter(text: string): string | null {
  const found = refused.exec(cleanText(text).replaceAll('\n', ''))
  return found ? unicodeName(found[0].codePointAt(0) ?? 0) : null
}

/** A character that no letter could print. Where it is `refused` it means nothing or turns the text, and is not shown. */
export type Unprintable = { readonly character: string; readonly name: string; readonly refused: boolean }

/**
 * The characters of a text, as written there, that no letter could print, each once: those that may not stand in one,
 * and those whose printed form is in no font.
 */
export async function unprintableCharacters(
  text: string,
  press: { missingCharacters(text: string): Promise<readonly string[]> },
): Promise<Unprintable[]> {
  const odd = [...new Set(text)].filter((character) => !usual.test(character))
  if (odd.length === 0) return []
  const missing = new Set(await press.missingCharacters(odd.map(cleanText).join('')))
  return odd.flatMap((character) => {
    const refused = refusedCharacter(character) !== null
    const name = unicodeName(character.codePointAt(0) ?? 0)
    return refused || missing.has(cleanText(character)) ? [{ character, name, refused }] : []
  })
}
