import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Columns and rows of the coarse picture of a page: an A4 sheet in squares of about 13 mm. */
const [across, down] = [16, 23]

/** Ink of each square, 0 (white) to 9, one text a page: coarse enough for another rasteriser, fine enough for a lost line. */
export const inkOf = (pdf: Uint8Array): string[] => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-ink-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, pdf)
    const { status, stderr } = spawnSync('pdftoppm', ['-gray', '-r', '36', file, join(folder, 'p')], {
      encoding: 'utf8',
    })
    if (status !== 0) throw new Error(`pdftoppm: ${stderr}`)
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
      .map((name) => gridOf(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const gridOf = (pgm: Buffer): string => {
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(pgm.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('no PGM')
  const [width, height, start] = [Number(head[1]), Number(head[2]), head[0].length]
  const sums = new Array<number>(across * down).fill(0)
  const counts = new Array<number>(across * down).fill(0)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const square = Math.floor((y * down) / height) * across + Math.floor((x * across) / width)
      sums[square] = (sums[square] as number) + 255 - (pgm[start + y * width + x] as number)
      counts[square] = (counts[square] as number) + 1
    }
  return sums.map((sum, i) => Math.min(9, Math.round((sum / (counts[i] as number) / 255) * 30))).join('')
}

/** How far two pages differ: the sum of the differences of all squares. A lost line of text is some twenty. */
export const inkBetween = (one: string, other: string): number =>
  [...one].reduce((sum, ink, i) => sum + Math.abs(Number(ink) - Number(other[i] ?? 0)), 0)
