import { type Day, paymentPeriod, perPageTariff, perRequestTariff } from '@zhiqing/law'
import type { Fee } from '../case.js'
import { type Fields, type LetterContext, toApplicant } from './context.js'

interface Part {
  readonly from: number
  readonly rate: number
}

const priceOf = (rate: number, unit: string): string => (rate === 0 ? '不收费' : `每${unit}${rate}元`)

/** The tiers in words, from the very tariff that the amount is counted by: 第11件至第30件，每件100元. */
const tiersOf = (parts: readonly Part[], unit: string): string[] =>
  parts.map(({ from, rate }, i) => {
    const next = parts[i + 1]?.from
    const through = next === undefined ? `第${from}${unit}以上` : `第${from}${unit}至第${next - 1}${unit}`
    return `${through}，${priceOf(rate, unit)}`
  })

/** Beyond the last tier by the piece the rate rises with every block; the words say so in place of an open end. */
const requestTiers = (on: Day): string[] => {
  const { tiers, block, rise } = perRequestTariff.at(on)
  const last = tiers.at(-1)
  if (!last) return []
  const ended = tiersOf([...tiers, { from: last.from + block, rate: last.rate + rise }], '件').slice(0, -1)
  return [...ended, `第${last.from + block}件以上，以${block}件为一档，每增加一档，每件增加${rise}元`]
}

const counted = ({ basis, pages, monthlyCount }: Fee, month: string): string =>
  basis === 'perPage'
    ? `本件申请所提供的信息共${pages}页（A4及以下幅面纸张的单面为1页）`
    : `本件申请是申请人${month}向本机关提出的第${monthlyCount}件政府信息公开申请`

/** How to pay where the organ's record says nothing: a fiscal voucher to the treasury, never cash to the office that answers (rulebook R50). */
const waysToPay =
  '请持本通知书到下列联系地址，或者打电话与联系部门联系，领取政府非税收入缴款通知，按其载明的缴款码通过代收银行或者网上缴入国库。缴清后，本机关提供财政票据。'

/** L06 收费通知书 (rulebook R45): basis, standard, amount, how to pay and by when; no remedy of its own (R48). */
export const feeNotice = (context: LetterContext): Fields => {
  const { fee, receivedOn, arrivedOn } = context.current
  if (!fee) throw new Error('a fee notice without a fee')
  const on = receivedOn ?? arrivedOn
  const byPage = fee.basis === 'perPage'
  const [year, month] = on.split('-').map(Number)
  return {
    ...toApplicant(context, ['ogi:42', 'fee:3', byPage ? 'fee:5' : 'fee:4', 'fee:6']),
    计收方式: byPage ? '按量' : '按件',
    计收数量: counted(fee, `${year}年${month}月`),
    收费标准: byPage ? tiersOf(perPageTariff.at(on), '页') : requestTiers(on),
    收费数额: fee.amount,
    缴费期限: paymentPeriod.at(fee.chargedOn),
    缴纳方式: context.office.organ.waysToPay?.trim() || waysToPay,
  }
}
