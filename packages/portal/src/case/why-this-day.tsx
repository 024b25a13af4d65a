import { replyClock } from '@zhiqing/casework'
import { type Clock, citeShort, countedDays, type Day, inChinese } from '@zhiqing/law'
import { CountedTable } from '../look/counted-table.js'
import type { OpenedCase } from './open-case.js'

/** The last day to explain; while somebody is being asked nobody knows it, so today; none once it no longer matters. */
const throughOf = (clock: Clock, { current, office: { on } }: OpenedCase): Day | null => {
  if (clock.status === 'suspended') return on
  if (clock.status === 'ended' && !current.reply?.dispatchedOn) return null
  return clock.dueOn
}

/** The answer to "why this day?": every act that moved the clock with its article, and every day counted. */
export const WhyThisDay = ({ opened }: { opened: OpenedCase }) => {
  const clock = replyClock(opened.current, opened.office)
  const through = throughOf(clock, opened)
  if (clock.trace.length === 0) return null
  return (
    <section aria-labelledby="why">
      <h2 id="why">日期是怎样算的</h2>
      <ol className="timeline">
        {clock.trace.map(({ on, verb, zh, article }) => (
          <li key={`${on} ${verb} ${zh}`}>
            <span className="on">{inChinese(on)}</span>
            {zh}
            {article === 'practice' ? null : <span className="hint">依据：{citeShort(article)}</span>}
          </li>
        ))}
      </ol>
      {clock.anchor && through ? (
        <CountedTable anchor={clock.anchor} days={countedDays(clock, through, opened.office.calendar)} />
      ) : null}
    </section>
  )
}
