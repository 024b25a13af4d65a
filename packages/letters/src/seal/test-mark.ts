import type { PathCommand } from 'fontkit'
import type { Fonts } from '../fonts/fonts.js'
import { mm } from '../layout/measures.js'
import type { SealLook } from './look.js'

/** Square and pale, so that nobody takes it for a seal; the words stand above the organ's name and the date. Points. */
const box = { width: 42 * mm, height: 42 * mm } as const
const lines = [
  { text: '样章', size: 18, y: 98 },
  { text: '测试签名 不是印章', size: 10, y: 84 },
  { text: '没有法律效力', size: 10, y: 71 },
] as const

type Point = readonly [x: number, y: number]

const operatorOf = ({ command, args }: PathCommand, place: (x: number, y: number) => Point, at: Point): string => {
  const points = args.flatMap((x, i) => (i % 2 === 0 ? place(x, args[i + 1] ?? 0) : []))
  const [cx = 0, cy = 0, x = 0, y = 0] = points
  const words = (numbers: readonly number[]): string => numbers.map((one) => one.toFixed(2)).join(' ')
  switch (command) {
    case 'moveTo':
      return `${words(points)} m`
    case 'lineTo':
      return `${words(points)} l`
    case 'bezierCurveTo':
      return `${words(points)} c`
    case 'quadraticCurveTo': {
      const third = (from: number, control: number): number => from + (2 / 3) * (control - from)
      return `${words([third(at[0], cx), third(at[1], cy), third(x, cx), third(y, cy), x, y])} c`
    }
    default:
      return 'h'
  }
}

/** A character's outline with its left end at `x` on a baseline at `y`: no font is needed to show it. */
function outlined(character: string, fonts: Fonts, { x, y, size }: { x: number; y: number; size: number }): string[] {
  const found = fonts.find('heiti', character)
  const face = fonts.face(found.face)
  const scale = size / face.unitsPerEm
  const id = face.glyph(character.codePointAt(0) ?? 0)?.id ?? 0
  const place = (px: number, py: number): Point => [x + px * scale, y + py * scale]
  let at: Point = [0, 0]
  return face.outline(id).map((one) => {
    const operator = operatorOf(one, place, at)
    if (one.args.length > 0) at = place(one.args.at(-2) ?? 0, one.args.at(-1) ?? 0)
    return operator
  })
}

/** What a test signature shows in the place of a seal: that it is none. */
export function testMark(fonts: Fonts): SealLook {
  const drawn = lines.flatMap(({ text, size, y }) => {
    const characters = Array.from(text)
    const wide = characters.map((one) => fonts.find('heiti', one).em * size)
    let x = (box.width - wide.reduce((sum, one) => sum + one, 0)) / 2
    return characters.flatMap((character, i) => {
      const left = x
      x += wide[i] ?? 0
      return character === ' ' ? [] : outlined(character, fonts, { x: left, y, size })
    })
  })
  const frame = `0.8 w [4 3] 0 d 1 1 ${(box.width - 2).toFixed(2)} ${(box.height - 2).toFixed(2)} re S`
  return { ...box, operators: ['q 0.45 0.6 0.75 rg 0.45 0.6 0.75 RG', frame, ...drawn, 'f', 'Q'].join('\n') }
}
