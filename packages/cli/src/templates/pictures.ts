import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { OperatorFault } from '../operator-fault.js'
import { greyPng, readPgm } from './grey-png.js'

/** Dots an inch: a page is read at a glance, and its picture stays small. */
const resolution = '70'

/** Is poppler's pdftoppm on this machine? */
export const picturesPossible = (): boolean => spawnSync('pdftoppm', ['-v'], { stdio: 'ignore' }).error === undefined

/** CODE.png beside CODE.pdf: its first page in sixteen greys. */
export const drawFirstPage = (pdf: string): void => {
  const { status, stdout, stderr } = spawnSync('pdftoppm', ['-gray', '-r', resolution, '-f', '1', '-l', '1', pdf], {
    maxBuffer: 1 << 24,
  })
  if (status !== 0) throw new OperatorFault(`pdftoppm 画不了 ${pdf}：${String(stderr).trim()}`)
  writeFileSync(pdf.replace(/\.pdf$/, '.png'), greyPng(readPgm(stdout)))
}
