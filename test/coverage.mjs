// The tests whose processes end by themselves: a killed one writes no coverage, so the crash storms stay out.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

const here = fileURLToPath(new URL('.', import.meta.url))
const killing = ['crash', 'embedded']
const tests = readdirSync(`${here}dist`, { recursive: true })
  .filter((file) => file.endsWith('.test.js') && !killing.some((word) => file.includes(word)))
  .map((file) => `dist/${file}`)
process.exitCode = spawnSync(process.execPath, ['run.mjs', ...tests], { cwd: here, stdio: 'inherit' }).status ?? 1
