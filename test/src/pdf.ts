import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** The words of a PDF in reading order, read by a reader that is not ours. */
export const textOf = async (pdf: Uint8Array): Promise<string> => {
  const document = await getDocument({ data: new Uint8Array(pdf), useSystemFonts: false, verbosity: 0 }).promise
  const pages: string[] = []
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join(''))
  }
  await document.destroy()
  return pages.join('\n')
}

/** Millimetres of the 版心 on an A4 page (GB/T 9704—2012): where the body stands. */
const body = { left: 28, top: 60, width: 156, height: 195 }
const dotsPerMillimetre = 50 / 25.4

/**
 * Dark dots where the body stands, page by page, of the page as a printer would draw it (Debian's pdftoppm, 50 dpi):
 * a blank page can extract well. Null where pdftoppm is not installed.
 */
export const inkOf = (pdf: Uint8Array): number[] | null => {
  const folder = mkdtempSync(join(tmpdir(), 'zhiqing-ink-'))
  try {
    writeFileSync(join(folder, 'letter.pdf'), pdf)
    const drawn = spawnSync('pdftoppm', ['-gray', '-r', '50', join(folder, 'letter.pdf'), join(folder, 'page')])
    if (drawn.error) return null
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .toSorted()
      .map((name) => darkDots(readFileSync(join(folder, name))))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const darkDots = (picture: Buffer): number => {
  const [head = '', width = '', height = ''] =
    /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40)) ?? []
  const dots = picture.subarray(head.length)
  const at = (millimetres: number): number => Math.round(millimetres * dotsPerMillimetre)
  let dark = 0
  for (let y = at(body.top); y < Math.min(at(body.top + body.height), Number(height)); y++) {
    for (let x = at(body.left); x < at(body.left + body.width); x++)
      if ((dots[y * Number(width) + x] ?? 255) < 128) dark += 1
  }
  return dark
}
