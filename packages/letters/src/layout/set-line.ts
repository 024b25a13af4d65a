import type { Atom, Style } from './atoms.js'
import { isLatin } from './marks.js'
import type { Colour, Part, Run } from './page.js'

/** A line to be set: where it stands, how wide it must become (`justify`), and what it is. Points. */
export type LineSetting = {
  readonly x: number
  readonly y: number
  readonly style: Style
  readonly room: number
  readonly justify: boolean
  readonly colour: Colour
  readonly part?: Part
}

/**
 * Most that a gap between two characters may be stretched, in ems. A line that would need more (a long number went to the
 * next line whole) is set as it is and stays short: stretched half way it would look wide and still not reach the margin.
 * Readers of the file (search, copy, screen readers) take wider gaps for spaces between words.
 */
const mostStretch = 0.1

/** Places every character of a line: squeezes its marks when it is too wide, spreads its gaps when it is too short. */
export function setLine(atoms: readonly Atom[], setting: LineSetting): Run[] {
  const placed = stretch(squeeze(atoms, setting), atoms, setting)
  return runsOf(placed, setting)
}

type Placed = { readonly atom: Atom; readonly x: number; readonly end: number }

export const widthOf = (atoms: readonly Atom[]): number => atoms.reduce((sum, atom) => sum + atom.width, 0)

/** All marks give the same share of their blank half; an opening mark moves left, a closing mark draws its follower in. */
function squeeze(atoms: readonly Atom[], setting: LineSetting): Placed[] {
  const blank = atoms.reduce((sum, atom) => sum + atom.blank, 0)
  const excess = Math.max(0, widthOf(atoms) - setting.room)
  const share = blank > 0 ? Math.min(1, excess / blank) : 0
  let x = setting.x
  return atoms.map((atom) => {
    const given = atom.blank * share
    const start = atom.blankSide === 'before' ? x - given : x
    x += atom.width - given
    return { atom, x: start, end: x }
  })
}

/** What is missing is shared by all gaps but those inside Latin words. */
function stretch(placed: Placed[], atoms: readonly Atom[], setting: LineSetting): Placed[] {
  const slack = setting.x + setting.room - (placed.at(-1)?.end ?? setting.x)
  if (!setting.justify || slack <= 0.01) return placed
  const opens = atoms.map((atom, index) => index > 0 && !insideWord(atoms[index - 1], atom))
  const gaps = opens.filter(Boolean).length
  const even = gaps > 0 ? slack / gaps : 0
  const step = even <= mostStretch * setting.style.size ? even : 0
  let shift = 0
  return placed.map(({ atom, x, end }, index) => {
    if (opens[index]) shift += step
    return { atom, x: x + shift, end: end + shift }
  })
}

const insideWord = (before: Atom | undefined, after: Atom): boolean =>
  before !== undefined && isLatin(before.character) && isLatin(after.character)

/** Neighbours in one face are one run; a character's advance is the way to its follower. */
function runsOf(placed: readonly Placed[], setting: LineSetting): Run[] {
  const { style, y, colour, part } = setting
  const groups: Placed[][] = []
  for (const one of placed) {
    const last = groups.at(-1)
    if (last?.[0]?.atom.face === one.atom.face) last.push(one)
    else groups.push([one])
  }
  return groups.map((group) => ({
    face: group[0]?.atom.face ?? '',
    size: style.size,
    x: group[0]?.x ?? 0,
    y,
    text: group.map(({ atom }) => atom.character).join(''),
    advances: group.map((one, index) => (group[index + 1]?.x ?? one.x + one.atom.width) - one.x),
    colour,
    ...(part ? { part } : {}),
  }))
}
