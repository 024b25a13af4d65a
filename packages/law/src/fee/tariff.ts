import { dated } from '../dated.js'
import type { Day } from '../day.js'

/** One part of a tariff: from which piece or page on (counted from 1) each costs how many 元. */
interface Tier {
  readonly from: number
  readonly rate: number
}

/** 按件: the requests of one applicant to one organ in one calendar month (办法第四条). */
interface PerRequest {
  readonly tiers: readonly Tier[]
  /** Beyond the last tier the rate rises by `rise` with every `block` further requests. */
  readonly block: number
  readonly rise: number
}

/** 按件 (rulebook §7): the first 10 free, 11–30 at 100 元, from 31 on 100 元 more with every ten. */
export const perRequestTariff = dated<PerRequest>('fee:4', [
  {
    from: '2021-01-01',
    value: {
      tiers: [
        { from: 1, rate: 0 },
        { from: 11, rate: 100 },
        { from: 31, rate: 200 },
      ],
      block: 10,
      rise: 100,
    },
    cite: '国办函〔2020〕109号 第四条',
  },
])

/** 按量 (rulebook §7): A4 pages of one request, never added up across requests (办法第五条). */
export const perPageTariff = dated<readonly Tier[]>('fee:5', [
  {
    from: '2021-01-01',
    value: [
      { from: 1, rate: 0 },
      { from: 31, rate: 10 },
      { from: 101, rate: 20 },
      { from: 201, rate: 40 },
    ],
    cite: '国办函〔2020〕109号 第五条',
  },
])

const rateOf = (tiers: readonly Tier[], place: number): number => tiers.findLast(({ from }) => from <= place)?.rate ?? 0

const counted = (count: number): number => {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`不是件数或者页数：${count}`)
  return count
}

/** 元 for the request that is the `place`-th (from 1) of its applicant at this organ in the month. */
export const requestFee = (place: number, on: Day): number => {
  const { tiers, block, rise } = perRequestTariff.at(on)
  const last = tiers.at(-1)
  if (!last || counted(place) < last.from) return rateOf(tiers, place)
  return last.rate + rise * Math.floor((place - last.from) / block)
}

/** 元 for one request of so many pages: each part of the pages at its own rate. */
export const pageFee = (pages: number, on: Day): number => {
  const tiers = perPageTariff.at(on)
  return tiers.reduce((sum, { from, rate }, i) => {
    const next = tiers[i + 1]?.from ?? Number.POSITIVE_INFINITY
    return sum + rate * Math.max(0, Math.min(counted(pages) + 1, next) - from)
  }, 0)
}
