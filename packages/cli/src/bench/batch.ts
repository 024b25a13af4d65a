import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Figure } from './figure.js'
import { letterCode, letterFields } from './letter-text.js'
import { peakMb } from './resident.js'

const program = fileURLToPath(new URL('../../bin/zhiqing.mjs', import.meta.url))
const letters = 500
const lookEveryMs = 50

/** Runs the program to its end: the most memory it took, in MB. */
const run = (args: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'ignore', 'inherit'] })
    let most = Number.NaN
    const look = setInterval(() => {
      const now = peakMb(child.pid ?? 0)
      if (!Number.isNaN(now)) most = now
    }, lookEveryMs)
    child.once('error', reject)
    child.once('exit', (code) => {
      clearInterval(look)
      if (code === 0) resolve(most)
      else reject(new Error(`the batch ended with ${code}`))
    })
  })

/** A signatory's day: so many letters from a file of fields, by the program itself, start and fonts included. */
export const measureBatch = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-bench-'))
  try {
    const [data, out] = [join(folder, 'letters.jsonl'), join(folder, 'out')]
    const lines = Array.from({ length: letters }, (_, number) => JSON.stringify(letterFields(number)))
    writeFileSync(data, lines.join('\n'))
    const begun = performance.now()
    const memory = await run(['letter', letterCode, '--data', data, '--out', out])
    const seconds = (performance.now() - begun) / 1000
    const made = readdirSync(out).length
    if (made !== letters) throw new Error(`${made} letters made of ${letters}`)
    const peak: Figure = {
      name: 'letters.batchMemory',
      zh: '同上，最多用内存',
      value: memory,
      unit: 'MB',
      bar: { most: 400 },
    }
    return [
      { name: 'letters.batch', zh: `一批${letters}份，从启动到全部写好`, value: seconds, unit: 's' },
      ...(Number.isNaN(memory) ? [] : [peak]),
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
