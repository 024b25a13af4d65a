import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from './atoms.js'
import type { Letterhead } from './letterhead.js'
import { ascent, grid, documentHead as measures, page, sizes } from './measures.js'
import type { Colour, Run } from './page.js'
import { baseline } from './paragraph.js'
import { setLine, widthOf } from './set-line.js'

/**
 * 文件格式 (GB/T 9704-2012 7.2.4–7.2.7): the organ's mark in red 小标宋, two empty rows, 文号 in the middle, a red rule as wide
 * as the type area 4 mm under it. `bottom` is the rule, where the title's two empty rows begin.
 */
export function documentHead(organ: string, number: string | null, fonts: Fonts): Letterhead {
  const mark = `${organ}文件`
  const style = markStyle(mark, fonts)
  const markBottom = page.top + measures.markTop + style.size
  const rowTop = markBottom + measures.emptyRows * grid.row
  const numberBottom = rowTop + baseline(grid.row, sizes.body) + (1 - ascent) * sizes.body
  const rule = (number ? numberBottom : rowTop) + measures.ruleGap
  return {
    runs: [
      ...centred(mark, page.top + measures.markTop + fonts.rise('xiaobiaosong', mark) * style.size, {
        style,
        colour: 'red',
        fonts,
      }),
      ...(number ? centred(number, rowTop + baseline(grid.row, sizes.body), { style: numberStyle, fonts }) : []),
    ],
    rules: [{ x1: page.left, x2: page.right, y1: rule, y2: rule, width: measures.rule, colour: 'red' }],
    bottom: rule,
  }
}

const numberStyle: Style = { role: 'fangsong', size: sizes.body, pitch: grid.character }

/** A long name is set smaller until it keeps within the type area. */
export function markStyle(mark: string, fonts: Fonts): Style {
  const style: Style = { role: 'xiaobiaosong', size: measures.markSize, pitch: measures.markSize * 1.05 }
  const shrink = Math.min(1, (page.right - page.left) / widthOf(atomsOf(mark, style, fonts)))
  return { ...style, size: style.size * shrink, pitch: style.pitch * shrink }
}

type Setting = { readonly style: Style; readonly colour?: Colour; readonly fonts: Fonts }

function centred(text: string, y: number, { style, colour = 'black', fonts }: Setting): Run[] {
  const atoms = atomsOf(text, style, fonts)
  // the last character's tracking is not part of its ink
  const room = widthOf(atoms) - Math.max(0, style.pitch - style.size)
  const x = (page.left + page.right - room) / 2
  return setLine(atoms, { x, y, style, room, justify: false, colour, part: { role: 'P' } })
}
