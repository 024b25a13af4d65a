import type { Fonts } from '../fonts/fonts.js'
import { atomsOf } from './atoms.js'
import { breakLines } from './break-lines.js'
import { grid, sizes } from './measures.js'

/** The lines a body text takes in a column of so many characters, as plain text: what a preview or a test wants to see. */
export function breakText(text: string, characters: number, fonts: Fonts): string[] {
  const atoms = atomsOf(text, { role: 'fangsong', size: sizes.body, pitch: grid.character }, fonts)
  const lines = breakLines(atoms, () => ({ width: characters * grid.character, em: sizes.body }))
  return lines.map(({ from, to }) =>
    atoms
      .slice(from, to)
      .map((atom) => atom.character)
      .join(''),
  )
}
