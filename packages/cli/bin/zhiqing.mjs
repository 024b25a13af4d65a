#!/usr/bin/env node
// Runs the program; builds a missing dist first and says so on stderr (contract §4).
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { setFlagsFromString } from 'node:v8'

// Node's nursery of 16 MB, kept three times over, is sized for throughput that a counter never needs.
setFlagsFromString('--max-semi-space-size=4')

const house = join(dirname(fileURLToPath(import.meta.url)), '../../..')
const entry = join(house, 'packages/cli/dist/index.js')
if (!existsSync(entry)) {
  console.error('zhiqing：还没有构建，正在构建……')
  const tsc = join(dirname(createRequire(join(house, 'package.json')).resolve('typescript/package.json')), 'bin/tsc')
  const built = spawnSync(process.execPath, [tsc, '-b'], { cwd: house, stdio: ['ignore', 2, 2] })
  if (built.status !== 0) process.exit(built.status ?? 1)
  const pages = spawnSync(process.execPath, [join(house, 'packages/workbench/build.mjs')], { stdio: ['ignore', 2, 2] })
  if (pages.status !== 0) process.exit(pages.status ?? 1)
}
const { run } = await import(entry)
process.exitCode = await run(process.argv.slice(2))
