import type { Case, CaseView } from '@zhiqing/casework'
import { type Day, inChinese, paymentPeriod } from '@zhiqing/law'
import { provisionalWords } from '../look/day-words.js'

/** What the applicant let pass when the request was given up: the days to correct, or to pay. */
export const letPass = ({ decision }: Case): string => (decision?.outcome === 'X2' ? '缴费' : '补正')

const until = ({ dueDates }: CaseView, chargedOn: Day, on: Day): string => {
  const due = dueDates.find(({ what }) => what === 'payment')
  if (!due?.dueOn) return `请在收到收费通知书的第二天起${paymentPeriod.at(chargedOn)}个工作日以内缴清。`
  if (due.dueOn < on) return `缴费期限（${inChinese(due.dueOn)}）已经过了。已经缴清的，请尽快联系我们。`
  return `请最迟在${inChinese(due.dueOn)}缴清${due.provisional ? `（${provisionalWords}）` : ''}。`
}

/** How much is to be paid, until when, and what waits for it; null where no fee is awaited. */
export const paymentWords = ({ fee, at }: Case, view: CaseView, on: Day): readonly string[] | null =>
  fee && at.state === 'awaitingPayment'
    ? [`信息处理费${fee.amount}元。${until(view, fee.chargedOn, on)}`, '缴清以前，答复期限停止计算。']
    : null
