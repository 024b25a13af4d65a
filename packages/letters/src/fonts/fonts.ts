import { MissingGlyphError } from '../faults.js'
import { bundledPath, type FontChoice, type FontRole, type FontSettings, fontReport } from './choose.js'
import { type Face, openFace } from './face.js'

/** A character found in some face. `em` is its advance in ems. */
export type Found = { readonly face: string; readonly em: number }

/** The fonts of one process. Files are opened when first asked for, and stay open. */
export type Fonts = {
  readonly report: readonly FontChoice[]
  /** Looks through the role's chain of faces. Throws MissingGlyphError when none has it. */
  find(role: FontRole, character: string): Found
  /** How far the ink of a text rises above its baseline, in ems. Throws MissingGlyphError. */
  rise(role: FontRole, text: string): number
  /** The characters of a text that no face can print, each once. */
  missing(text: string): string[]
  face(key: string): Face
}

/** Throws FontError at once when a configured font cannot be used. */
export async function openFonts(settings: FontSettings = {}): Promise<Fonts> {
  const report = fontReport(settings)
  const { create } = await import('fontkit')
  const files = fontFiles(report)
  const face = remember((key: string) => openFace(key, files.get(key) ?? '', create))
  const findIn = remember((role: FontRole) => {
    const chain = fallbackChain(role, files)
    return remember((character: string) => findInChain(chain, face, character))
  })
  const find = (role: FontRole, character: string): Found => {
    const found = findIn(role)(character)
    if (!found) throw new MissingGlyphError(character)
    return found
  }
  const riseOf = (role: FontRole) => (character: string) =>
    face(find(role, character).face).rise(character.codePointAt(0) ?? 0)
  return {
    report,
    face,
    find,
    rise: (role, text) => Math.max(...Array.from(text, riseOf(role))),
    missing: (text) => [...new Set(text)].filter((character) => character >= ' ' && !findIn('fangsong')(character)),
  }
}

/** Every file by the name its face has on the page: a configured or system font keeps the bundled one behind it. */
function fontFiles(report: readonly FontChoice[]): Map<string, string> {
  const files = new Map<string, string>()
  for (const { role, path, from } of report) {
    files.set(role, path)
    if (from !== 'bundled') files.set(`${role}-bundled`, bundledPath(role))
  }
  return files
}

/** Own face, the bundled one of its kind, the thin 楷 that has most rare name characters, then whatever is left. */
function fallbackChain(role: FontRole, files: Map<string, string>): Set<string> {
  const wanted = [role, `${role}-bundled`, 'fangsong-bundled', 'kaiti', 'songti', ...files.keys()]
  return new Set(wanted.filter((key) => files.has(key)))
}

function findInChain(chain: Iterable<string>, open: (key: string) => Face, character: string): Found | undefined {
  for (const key of chain) {
    const face = open(key)
    const glyph = face.glyph(character.codePointAt(0) ?? 0)
    if (glyph) return { face: face.key, em: glyph.advanceWidth / face.unitsPerEm }
  }
  return undefined
}

function remember<Key, Value>(compute: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>()
  return (key) => {
    if (known.has(key)) return known.get(key) as Value
    const value = compute(key)
    known.set(key, value)
    return value
  }
}
