import type { FontRole } from '../fonts/choose.js'
import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from '../layout/atoms.js'
import type { Part, Rule, Run } from '../layout/page.js'
import { baseline, paragraphRows } from '../layout/paragraph.js'
import { type Row, space } from '../layout/row.js'
import { setLine, widthOf } from '../layout/set-line.js'
import type { LabelSheet } from './label-sheet.js'

/** A name with where its post goes. */
export type Postal = { readonly name: string; readonly address: string; readonly postcode: string | null }

/** The upper left corner of one label on its page. */
export type Corner = { readonly x: number; readonly y: number }

type Setting = { readonly sheet: LabelSheet; readonly corner: Corner; readonly fonts: Fonts }
type Drawn = { readonly runs: readonly Run[]; readonly rules: readonly Rule[] }

/**
 * One label: the post code in its boxes, the address, the name; at the foot who sends it. Words keep their size and wrap;
 * null where they do not fit.
 */
export function drawLabel(to: Postal, sender: Postal, setting: Setting): Drawn | null {
  const { sheet, corner } = setting
  const [, boxHeight] = sheet.box
  const upper = [
    ...textRows(to.address, setting, { role: 'fangsong', type: sheet.address }),
    space(sheet.address[1] / 4),
    ...textRows(`${to.name}　收`, setting, { role: 'heiti', type: sheet.name }),
  ]
  const code = sender.postcode ? `　邮编${sender.postcode}` : ''
  const lower = [
    ...textRows(`寄件人：${sender.name}`, setting, { role: 'fangsong', type: sheet.sender }),
    ...textRows(`${sender.address}${code}`, setting, { role: 'fangsong', type: sheet.sender }),
  ]
  const top = corner.y + sheet.padding
  const foot = corner.y + sheet.height - sheet.padding
  const gap = boxHeight + sheet.address[1] / 4
  if (top + gap + heightOf(upper) + heightOf(lower) > foot + 0.01) return null
  const boxes = codeBoxes(to.postcode ?? '', setting, top)
  return {
    runs: [...boxes.runs, ...placed(upper, top + gap), ...placed(lower, foot - heightOf(lower))],
    rules: boxes.rules,
  }
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.height, 0)

type Face = { readonly role: FontRole; readonly type: readonly [size: number, row: number] }

function textRows(text: string, { sheet, corner, fonts }: Setting, { role, type: [size, rowHeight] }: Face): Row[] {
  const left = corner.x + sheet.padding
  const right = corner.x + sheet.width - sheet.padding
  const part: Part = { role: 'P' }
  return paragraphRows(text, { style: { role, size, pitch: size }, left, right, rowHeight, part }, fonts)
}

function placed(rows: readonly Row[], top: number): Run[] {
  let y = top
  return rows.flatMap((row) => {
    const at = y
    y += row.height
    return row.runs.map((run) => ({ ...run, y: run.y + at }))
  })
}

/** Six boxes, as on an envelope; empty ones are filled in by hand. */
function codeBoxes(code: string, { sheet, corner, fonts }: Setting, top: number): Drawn {
  const [width, height] = sheet.box
  const step = width * 1.15
  const size = sheet.address[0]
  const style: Style = { role: 'songti', size, pitch: size }
  const part: Part = { role: 'P' }
  const boxes = Array.from({ length: 6 }, (_, i) => corner.x + sheet.padding + i * step)
  const digits = Array.from(code).slice(0, 6)
  return {
    rules: boxes.flatMap((x) => frame(x, top, width, height)),
    runs: digits.flatMap((digit, i) => {
      const atoms = atomsOf(digit, style, fonts)
      const room = widthOf(atoms)
      const x = (boxes[i] ?? 0) + (width - room) / 2
      return setLine(atoms, { x, y: top + baseline(height, size), style, room, justify: false, colour: 'black', part })
    }),
  }
}

function frame(x: number, y: number, width: number, height: number): Rule[] {
  const line = (x1: number, y1: number, x2: number, y2: number): Rule => ({
    x1,
    y1,
    x2,
    y2,
    width: 0.5,
    colour: 'black',
  })
  return [
    line(x, y, x + width, y),
    line(x, y + height, x + width, y + height),
    line(x, y, x, y + height),
    line(x + width, y, x + width, y + height),
  ]
}
