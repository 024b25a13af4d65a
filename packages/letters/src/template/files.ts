import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The files of words of some folders as they were at one moment, by path. */
export type Snapshot = { readonly folders: readonly string[]; readonly files: { readonly [path: string]: Uint8Array } }

const fixed = new Map<string, Uint8Array>()
const closed: string[] = []

/** A file of words; undefined where there is none. In a folder that was fixed, as it was then. */
export function fileAt(path: string): Buffer | undefined {
  const real = resolve(path)
  if (closed.some((folder) => real.startsWith(folder))) {
    const bytes = fixed.get(real)
    return bytes && Buffer.from(bytes)
  }
  try {
    return readFileSync(real)
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined
    throw error
  }
}

/** Reads the words that lie in folders and one level below them. */
export function takeSnapshot(folders: readonly string[]): Snapshot {
  const roots = folders.map((folder) => join(resolve(folder), '/'))
  const files = roots.flatMap((root) => wordsUnder(root, 1)).map((path) => [path, new Uint8Array(readFileSync(path))])
  return { folders: roots, files: Object.fromEntries(files) }
}

/** From now on these folders are as the snapshot has them: a thread that starts later prints with the words of its service's start. */
export function fixFiles({ folders, files }: Snapshot): void {
  closed.push(...folders)
  for (const [path, bytes] of Object.entries(files)) fixed.set(path, bytes)
}

function wordsUnder(folder: string, deeper: number): string[] {
  return namesIn(folder).flatMap((name) => {
    const path = join(folder, name)
    if (/\.(?:md|yaml)$/.test(name)) return statSync(path).isFile() ? [path] : []
    return deeper > 0 && statSync(path).isDirectory() ? wordsUnder(path, deeper - 1) : []
  })
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
