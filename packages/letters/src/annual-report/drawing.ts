import type { Chart } from '@zhiqing/law'

/** Words of a drawing on their baseline: beginning, in the middle or ending at `x`. Points. */
export interface DrawnWords {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly size: number
  readonly from: 'start' | 'middle' | 'end'
  readonly heading?: true
}

/** A chart as it is drawn on paper and on a page alike, from its upper left corner. Points. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly bars: readonly { readonly x: number; readonly y: number; readonly width: number; readonly height: number }[]
  /** The axis, and the fainter lines of its steps. */
  readonly lines: readonly { readonly x: number; readonly from: number; readonly to: number; readonly width: number }[]
  readonly words: readonly DrawnWords[]
}

const [width, left, right] = [440, 150, 400]
const [head, row, bar, foot] = [26, 20, 11, 20]
const size = 10.5

/** Bars as long as what they tell, from nought; each has its name before it and its figure after it, so colour tells nothing. */
export const drawn = ({ title, bars, most, step }: Chart): Drawing => {
  const bottom = head + bars.length * row
  const at = (count: number): number => left + (count / most) * (right - left)
  const steps = Array.from({ length: most / step + 1 }, (_, i) => i * step)
  const middleOf = (i: number): number => head + (i + 0.5) * row
  return {
    width,
    height: bottom + foot,
    bars: bars.map(({ count }, i) => ({ x: left, y: middleOf(i) - bar / 2, width: at(count) - left, height: bar })),
    lines: steps.map((count) => ({ x: at(count), from: head, to: bottom, width: count === 0 ? 0.8 : 0.25 })),
    words: [
      { text: `${title}（单位：件）`, x: width / 2, y: 14, size: 12, from: 'middle', heading: true },
      ...bars.flatMap(({ zh, count }, i): DrawnWords[] => [
        { text: zh, x: left - 6, y: middleOf(i) + 3.7, size, from: 'end' },
        { text: String(count), x: at(count) + 4, y: middleOf(i) + 3.7, size, from: 'start' },
      ]),
      ...steps.map(
        (count): DrawnWords => ({ text: String(count), x: at(count), y: bottom + 12, size: 8, from: 'middle' }),
      ),
    ],
  }
}
