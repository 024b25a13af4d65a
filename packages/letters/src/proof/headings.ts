import { type Fault, fault, matchesIn, type Piece } from './finding.js'

/** Levels go down one at a time: # 一、 then ## （一） then ### 1. (GB/T 9704-2012 7.3.3). */
export function headingFaults(piece: Piece): Fault[] {
  let level = 0
  return matchesIn(piece, /^(#+)(.?)/gm).flatMap(({ found, place }) => {
    const [, marks = '', next = ''] = found
    if (marks.length > 3) return [fault(place, 'heading', `标题最多三级，这里有${marks.length}个 #`)]
    if (next !== ' ') return [fault(place, 'heading', '标题的 # 后面要空一格')]
    const skipped = marks.length > level + 1
    const above = level
    level = marks.length
    return skipped ? [fault(place, 'heading', skippedWords(above, marks.length))] : []
  })
}

const names = ['', '一、', '（一）', '1.']

const skippedWords = (above: number, level: number): string =>
  above === 0
    ? `标题从第${level}级（${names[level]}）开始，应从第1级（${names[1]}）开始`
    : `标题从第${above}级跳到第${level}级，应先有第${above + 1}级（${names[above + 1]}）`
