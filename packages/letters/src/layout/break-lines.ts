import type { Atom, Price } from './atoms.js'

/** A line is the atoms from `from` up to `to`; `next` is where the following line begins (spaces between are dropped). */
export type Break = { readonly from: number; readonly to: number; readonly next: number; readonly width: number }

/** How much a better break may leave empty before a worse one is taken, in ems. */
const tolerance = 2

/** What the room of a line is: its width and the em that slack is judged by. Points. */
export type Room = { readonly width: number; readonly em: number }

/**
 * Breaks atoms into lines, best break first fit. Forbidden marks never begin or end a line; a number stays with its unit
 * and a Latin token stays whole unless that would leave the line gaping; a piece is cut only when it has no room on a
 * line of its own. Marks may be squeezed by half when that disturbs the line less than stretching it.
 */
export function breakLines(atoms: readonly Atom[], roomOf: (line: number) => Room): Break[] {
  const lines: Break[] = []
  for (let from = 0; from < atoms.length; ) {
    const line = nextLine(atoms, from, roomOf(lines.length))
    lines.push(line)
    from = line.next
  }
  return lines
}

type Candidate = Break & { readonly price: Price; readonly squeeze: number }

function nextLine(atoms: readonly Atom[], from: number, room: Room): Break {
  const candidates = candidatesFrom(atoms, from, room)
  const end = candidates.at(-1)
  if (end && end.next === atoms.length) return end
  const allowed: Price[] = []
  let best: Candidate | undefined
  for (const price of ['free', 'unit', 'joint', 'cut'] as const) {
    if (price === 'cut' && best && !pieceIsTooLong(atoms, best.next, room)) break
    allowed.push(price)
    best = leastDisturbed(
      candidates.filter((candidate) => allowed.includes(candidate.price)),
      room,
    )
    if (best && room.width - best.width <= tolerance * room.em) return best
  }
  return best ?? candidates.at(-1) ?? { from, to: from + 1, next: from + 1, width: atoms[from]?.width ?? 0 }
}

/** Every place the line might end, short of overflowing even when squeezed. The end of the text is the last. */
function candidatesFrom(atoms: readonly Atom[], from: number, room: Room): Candidate[] {
  const found: Candidate[] = []
  let width = 0
  let trimmed = 0
  let blank = 0
  let end = from + 1
  for (let to = from + 1; to <= atoms.length; to++) {
    const atom = atoms[to - 1] as Atom
    width += atom.width
    if (atom.character !== ' ') {
      trimmed = width
      end = to
    }
    blank += atom.blank
    if (trimmed - blank > room.width + 0.01) break
    const price = atoms[to]?.price ?? 'free'
    const squeeze = Math.max(0, trimmed - room.width)
    found.push({ from, to: end, next: to, width: trimmed, price, squeeze })
  }
  return found
}

/** The longest natural line, or the squeezed one if squeezing it takes no more than stretching the other. */
function leastDisturbed(candidates: readonly Candidate[], room: Room): Candidate | undefined {
  const natural = candidates.findLast((candidate) => candidate.squeeze < 0.01)
  const squeezed = candidates.find((candidate) => candidate.squeeze >= 0.01)
  if (!natural || !squeezed) return natural ?? squeezed
  return squeezed.squeeze <= room.width - natural.width ? squeezed : natural
}

/** Would what follows, up to the next place it may end, overflow a line of its own? Then it must be cut somewhere. */
function pieceIsTooLong(atoms: readonly Atom[], from: number, room: Room): boolean {
  let width = 0
  for (let index = from; index < atoms.length; index++) {
    const atom = atoms[index] as Atom
    if (index > from && atom.price !== 'cut' && atom.price !== 'never') return false
    width += atom.width
    if (width > room.width) return true
  }
  return false
}
