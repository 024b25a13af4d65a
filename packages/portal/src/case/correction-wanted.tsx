import type { CaseView } from '@zhiqing/casework'
import { type Day, inChinese } from '@zhiqing/law'
import { provisionalWords } from '../look/day-words.js'
import { applicantMay } from './applicant-acts.js'
import type { OpenedCase } from './open-case.js'

/** What has to be supplied, told word for word. */
export const CorrectionItems = ({ items }: { items: readonly string[] }) => (
  <ol className="verbatim">
    {items.map((item) => (
      <li key={item}>{item}</li>
    ))}
  </ol>
)

const until = ({ view: { dueDates }, days, on }: { view: CaseView; days: number; on: Day }): string => {
  const due = dueDates.find(({ what }) => what === 'correctionReply')
  if (!due?.dueOn) return `请在收到补正告知书的第二天起${days}个工作日以内补正。`
  if (due.dueOn < on) return `补正期限（${inChinese(due.dueOn)}）已经过了。还没有按放弃处理以前，请尽快补正。`
  return `请最迟在${inChinese(due.dueOn)}补正${due.provisional ? `（${provisionalWords}）` : ''}。`
}

/** The call to correct, while the organ waits for it. */
export const Correction = ({ opened: { current, office }, view }: { opened: OpenedCase; view: CaseView }) => {
  const asked = current.corrections.at(-1)
  if (!asked || !applicantMay(current, 'receiveCorrection')) return null
  return (
    <section className="notice" aria-labelledby="correction">
      <h2 id="correction">请您补正</h2>
      <CorrectionItems items={asked.items} />
      <p>
        <strong>{until({ view, days: asked.periodWorkingDays, on: office.on })}</strong>
        没有正当理由超过期限不补正的，视为放弃申请。
      </p>
      <p>
        <a className="button" href="/case/correction">
          现在补正
        </a>
      </p>
    </section>
  )
}
