import { readdirSync, readFileSync, statSync } from 'node:fs'
import { extname, join } from 'node:path'

/** A file of the desk as it leaves, in each of the encodings it was built in. */
export interface DeskFile {
  readonly path: string
  readonly type: string
  readonly bytes: Buffer
  readonly gzip: Buffer | undefined
  readonly brotli: Buffer | undefined
}

/** The pages of the staff as built: one page, and what it loads by names that change with the content. */
export interface Desk {
  readonly page: string
  readonly files: readonly DeskFile[]
}

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
}

const read = (path: string): Buffer | undefined =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path) : undefined

/** Reads a build of the desk into memory; undefined where there is none. */
export const readDesk = (folder: string): Desk | undefined => {
  const page = read(join(folder, 'index.html'))
  if (!page) return undefined
  const names = readdirSync(join(folder, 'assets')).filter((name) => extname(name) in types)
  const files = names.map((name): DeskFile => {
    const path = join(folder, 'assets', name)
    return {
      path: `/desk/assets/${name}`,
      type: types[extname(name)] ?? '',
      bytes: readFileSync(path),
      gzip: read(`${path}.gz`),
      brotli: read(`${path}.br`),
    }
  })
  return { page: page.toString(), files }
}
