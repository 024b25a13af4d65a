import { viewOf } from '@zhiqing/casework'
import { inChinese } from '@zhiqing/law'
import { provisionalWords } from '../look/day-words.js'
import { applicantMay } from './applicant-acts.js'
import type { OpenedCase } from './open-case.js'

/** Until when reasons are wanted, in words. */
export const reasonsUntil = ({ current, office }: OpenedCase): string => {
  const due = viewOf(current, office).dueDates.find(({ what }) => what === 'reasons')
  const days = current.reasons?.periodWorkingDays ?? 0
  if (!due?.dueOn) return `请在收到说明理由告知书的第二天起${days}个工作日以内说明。`
  if (due.dueOn < office.on) return `说明理由的期限（${inChinese(due.dueOn)}）已经过了，请尽快说明。`
  return `请最迟在${inChinese(due.dueOn)}说明${due.provisional ? `（${provisionalWords}）` : ''}。`
}

/** The call to give reasons, while the organ waits for them (条例 35). */
export const ReasonsWanted = ({ opened }: { opened: OpenedCase }) =>
  !opened.current.reasons ||
  opened.current.reasons.receivedOn ||
  !applicantMay(opened.current, 'receiveReasons') ? null : (
    <section className="notice" aria-labelledby="reasons">
      <h2 id="reasons">请您说明理由</h2>
      <p>
        <strong>{reasonsUntil(opened)}</strong>没有说明，或者理由不合理的，可能不予处理。
      </p>
      <p>
        <a className="button" href="/case/reasons">
          现在说明
        </a>
      </p>
    </section>
  )
