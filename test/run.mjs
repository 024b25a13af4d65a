// Runs tap on the compiled tests and ends with the one line that people and CI read: "N passed, N failed".
import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

const tap = dirname(createRequire(import.meta.url).resolve('tap/package.json'))
const bin = join(tap, 'dist/esm/run.mjs')
const asked = process.argv.slice(2)
const args = [bin, '-R', process.env.TAP_REPORTER ?? 'tap', ...asked]
const here = dirname(fileURLToPath(import.meta.url))

// tap carries its list of plugins as generated code, fresh from the registry with the TypeScript plugin, which cannot
// live beside TypeScript 7. A runner that rebuilds itself still runs with the old list, so it is built before the run.
const carried = dirname(createRequire(join(tap, 'package.json')).resolve('@tapjs/test/package.json'))
const plugins = readFileSync(join(carried, 'test-built/dist/esm/index.js'), 'utf8')
if (plugins.includes('@tapjs/typescript'))
  spawnSync(process.execPath, [bin, 'build'], { cwd: here, stdio: ['ignore', 'ignore', 'inherit'] })

const child = spawn(process.execPath, args, { cwd: here, stdio: ['ignore', 'pipe', 'inherit'] })
const summary = /^# \{ total: (\d+)(.*) \}$/
let last
createInterface({ input: child.stdout }).on('line', (line) => {
  console.log(line)
  const found = summary.exec(line)
  if (!found) return
  const counts = [...found[2].matchAll(/(\w+): (\d+)/g)].map(([, key, value]) => [key, Number(value)])
  last = { total: Number(found[1]), ...Object.fromEntries(counts) }
})
child.on('close', (code, signal) => {
  const { pass = 0, fail = 0, skip = 0, todo = 0, total = 0 } = last ?? {}
  if (code && !fail && total) console.log(`the tests pass, but tap exited ${code}`)
  console.log(`${pass} passed, ${fail} failed${skip + todo ? `, ${skip + todo} skipped` : ''}`)
  process.exitCode = signal || !last || total === 0 ? 1 : (code ?? 1)
})
