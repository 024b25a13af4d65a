import { instruments } from '../citation.js'
import { addDays, type Day, inChinese } from '../day.js'
import { firstDay } from './counted.js'

const begins = instruments.ogi.effectiveFrom as Day

/**
 * What a year's figures cannot hold, for whoever reads them: requests received before the regulation was in force are in no
 * ledger here (条例 56; rulebook A18), so the report of its first year begins with it; `carriedOn` is how many the year before
 * carried into it. Undefined for years that are whole.
 */
export const scopeOf = (year: number, carriedOn?: number | null): string | undefined => {
  if (firstDay(year) >= begins) return undefined
  const [first, last] = [inChinese(firstDay(year)), inChinese(addDays(begins, -1))]
  const carried = carriedOn ? `（${year - 1}年报告的结转下年度为${carriedOn}件）` : ''
  return `统计范围：本系统从${inChinese(begins)}（条例施行之日）起登记申请，表三、表四不含此前收到的申请，即${first}至${last}收到的和${year - 1}年结转的${carried}；这些申请的数字见当时的台账。`
}
