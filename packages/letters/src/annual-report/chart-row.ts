import type { Chart } from '@zhiqing/law'
import type { Fonts } from '../fonts/fonts.js'
import { atomsOf, type Style } from '../layout/atoms.js'
import { page } from '../layout/measures.js'
import type { Part, Rule, Run } from '../layout/page.js'
import type { Row } from '../layout/row.js'
import { setLine, widthOf } from '../layout/set-line.js'
import { type Drawing, type DrawnWords, drawn } from './drawing.js'

const shift = { start: 0, middle: 0.5, end: 1 } as const

const runsOf = ({ text, x, y, size, from, heading }: DrawnWords, left: number, part: Part, fonts: Fonts): Run[] => {
  const style: Style = { role: heading ? 'heiti' : 'fangsong', size, pitch: size }
  const atoms = atomsOf(text, style, fonts)
  const width = widthOf(atoms)
  const at = left + x - shift[from] * width
  return setLine(atoms, { x: at, y, style, room: width, justify: false, colour: 'black', part })
}

/** A bar is a rule as thick as it is high. */
const rulesOf = ({ lines, bars }: Drawing, left: number, part: Part): Rule[] => [
  ...lines.map(({ x, from, to, width }): Rule => {
    const at = left + x
    return { x1: at, y1: from, x2: at, y2: to, width, colour: 'black', part }
  }),
  ...bars.map(({ x, y, width, height }): Rule => {
    const middle = y + height / 2
    return { x1: left + x, y1: middle, x2: left + x + width, y2: middle, width: height, colour: 'black', part }
  }),
]

/** A chart as one row of the flow: a figure with its words for who does not see it. */
export const chartRow = (chart: Chart, fonts: Fonts): Row => {
  const drawing = drawn(chart)
  const left = page.left + (page.right - page.left - drawing.width) / 2
  const part: Part = { role: 'Figure', alt: chart.told }
  return {
    height: drawing.height,
    runs: drawing.words.flatMap((one) => runsOf(one, left, part, fonts)),
    rules: rulesOf(drawing, left, part),
  }
}
