// Builds the pages of the staff with Vite into dist/desk, each file in gzip and brotli beside it; skipped when nothing
// that goes into them has changed since.
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

const here = fileURLToPath(new URL('./', import.meta.url))
const desk = join(here, 'dist/desk')
const mark = join(here, 'dist/desk.sha256')

const digest = () => {
  const hash = createHash('sha256')
  const names = readdirSync(join(here, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
  for (const name of ['package.json', 'index.html', 'build.mjs'].map((one) => join(here, one)).concat(names.toSorted()))
    hash.update(`${name.slice(here.length)}\0`).update(readFileSync(name))
  return hash.digest('hex')
}

const wanted = digest()
const fresh = () => existsSync(join(desk, 'index.html')) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted

const compress = () => {
  for (const name of readdirSync(join(desk, 'assets'))) {
    if (!['.js', '.css', '.svg'].includes(extname(name))) continue
    const path = join(desk, 'assets', name)
    const bytes = readFileSync(path)
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }))
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }))
  }
}

if (!fresh()) {
  const [{ build }, { default: react }] = await Promise.all([import('vite'), import('@vitejs/plugin-react')])
  await build({
    root: here,
    base: '/desk/',
    configFile: false,
    logLevel: process.env.VITE_LOG ?? 'warn',
    plugins: [react()],
    html: { cspNonce: '__NONCE__' },
    build: {
      target: 'chrome87',
      outDir: desk,
      emptyOutDir: true,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      modulePreload: { polyfill: false },
    },
  })
  compress()
  mkdirSync(join(here, 'dist'), { recursive: true })
  writeFileSync(mark, wanted)
}
