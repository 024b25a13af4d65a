import type { FontRole } from '../fonts/choose.js'
import type { Fonts } from '../fonts/fonts.js'
import { isClosing, isDigit, isDoubled, isJoint, isLatin, isOpening, mayNotBegin, mayNotEnd } from './marks.js'

/** How a text is set. `pitch` is the room of a full-width character, which may be less than its size. Points. */
export type Style = { readonly role: FontRole; readonly size: number; readonly pitch: number }

/**
 * The price of ending a line before a character. `free` anywhere in Chinese; `unit` between a number and its unit;
 * `joint` after a joint of a long Latin token; `cut` inside its pieces; `never`.
 */
export type Price = 'free' | 'unit' | 'joint' | 'cut' | 'never'

/** One character, measured. `blank` is how much of its box may be squeezed away, on the side named. */
export type Atom = {
  readonly character: string
  readonly face: string
  readonly width: number
  readonly blank: number
  readonly blankSide: 'before' | 'after'
  /** Of ending the line just before this atom. */
  readonly price: Price
}

/** Measures a text of one line's or paragraph's worth; it holds no line breaks. Throws MissingGlyphError. */
export function atomsOf(text: string, style: Style, fonts: Fonts): Atom[] {
  const characters = Array.from(text)
  const lengths = tokenLengths(characters)
  return characters.map((character, index) => {
    const { face, em } = fonts.find(style.role, character)
    const wide = em > 0.95
    const squeezable = wide && (isClosing(character) || isOpening(character))
    return {
      character,
      face,
      width: wide ? style.pitch * em : style.size * em,
      blank: squeezable ? style.pitch / 2 : 0,
      blankSide: isOpening(character) ? 'before' : 'after',
      price: index === 0 ? 'never' : priceBetween(characters[index - 1] ?? '', character, lengths[index] ?? 0),
    }
  })
}

/** For each character the length of the Latin token it is in; 0 outside. */
function tokenLengths(characters: readonly string[]): number[] {
  const lengths: number[] = []
  for (let from = 0; from < characters.length; ) {
    let to = from
    while (to < characters.length && isLatin(characters[to] ?? '')) to += 1
    if (to === from) lengths.push(0)
    else lengths.push(...Array.from({ length: to - from }, () => to - from))
    from = Math.max(to, from + 1)
  }
  return lengths
}

/**
 * A Latin token of so many characters or fewer (a case number, a telephone number) is not cut at its joints: text taken
 * from the file would lose the hyphen at a line's end.
 */
const wholeToken = 24

/** Prices follow the forbidden marks first (避头尾), then what belongs together. */
function priceBetween(before: string, after: string, token: number): Price {
  if (after === ' ') return 'never'
  if (mayNotBegin(after) || mayNotEnd(before)) return 'never'
  if (isDoubled(before) && before === after) return 'never'
  if (isLatin(before) && isLatin(after)) return isJoint(before) && token > wholeToken ? 'joint' : 'cut'
  if (isDigit(before) && /^\p{Script=Han}$/u.test(after)) return 'unit'
  return 'free'
}
