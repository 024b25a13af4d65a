import { type Fault, fault, matchesIn, type Piece } from './finding.js'

const notEnd = '[^。；！？\\n]'

/** Words that were right under an older law, and what stands in their place. */
const outdated: readonly (readonly [RegExp, string])[] = [
  [
    new RegExp(
      `(?:15|十五)\\s*个?(?:工作日|日)${notEnd}{0,30}?(?:答复|回复)|(?:答复|回复)${notEnd}{0,30}?(?:15|十五)\\s*个?工作日`,
      'g',
    ),
    '答复期限是20个工作日（2019年5月15日起，条例第三十三条）',
  ],
  [
    new RegExp(`延长${notEnd}{0,12}?(?:15|十五)\\s*个?工作日`, 'g'),
    '延长答复最多20个工作日（2019年5月15日起，条例第三十三条）',
  ],
  [
    /三需要|生产、生活、科研(?:等)?(?:的)?特殊需要|自身特殊需要/g,
    '“三需要”已经取消，不得要求申请人说明用途（2019年5月15日起）',
  ],
  [
    new RegExp(`(?:3|三)个月${notEnd}{0,40}?(?:诉讼|起诉)|(?:诉讼|起诉)${notEnd}{0,20}?(?:3|三)个月`, 'g'),
    '起诉期限是6个月（2015年5月1日起，行政诉讼法第四十六条）',
  ],
  [
    new RegExp(
      `上一?级(?:行政)?主管(?:部门|机关)${notEnd}{0,20}?复议|(?:或者?|、)上一?级(?:行政)?主管(?:部门|机关)`,
      'g',
    ),
    '政府部门的复议机关是本级人民政府，不能选择上一级主管部门（2024年1月1日起，行政复议法第二十四条）',
  ],
]

/** Words of an older law. */
export const oldWordingFaults = (piece: Piece): Fault[] =>
  outdated.flatMap(([pattern, now]) =>
    matchesIn(piece, pattern).map(({ found, place }) =>
      fault(place, 'old-wording', `“${found[0].slice(0, 30)}”是旧的写法：${now}`),
    ),
  )
