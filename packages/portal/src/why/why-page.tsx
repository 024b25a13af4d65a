import { type Calendar, type Clock, citeShort, countedDays, replyPeriod } from '@zhiqing/law'
import { CountedTable } from '../look/counted-table.js'
import { provisionalWords } from '../look/day-words.js'
import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf, idOf } from '../look/fault.js'
import { WholeDay } from '../look/whole-day.js'
import type { Asked } from './reckon.js'

interface WhyProps {
  readonly asked: Asked
  readonly calendar: Calendar
  readonly clock: Clock | null
  readonly faults: readonly Fault[]
}

const boxes = [
  { name: 'year', label: '年', className: 'four' },
  { name: 'month', label: '月', className: 'two' },
  { name: 'date', label: '日', className: 'two' },
] as const

const DayForm = ({ asked, fault }: { asked: Asked; fault: string | undefined }) => (
  <form method="get" action="/why" noValidate>
    <fieldset className={fault ? 'field wrong' : 'field'} aria-describedby={fault ? 'f-year-fault' : undefined}>
      <legend>机关哪一天收到申请</legend>
      {fault ? (
        <p className="fault" id="f-year-fault">
          <span className="unseen">错误：</span>
          {fault}
        </p>
      ) : null}
      <div className="day">
        {boxes.map(({ name, label, className }) => (
          <div key={name} className={className}>
            <label htmlFor={idOf(name)}>{label}</label>
            <input id={idOf(name)} name={name} inputMode="numeric" defaultValue={asked[name]} autoComplete="off" />
          </div>
        ))}
      </div>
    </fieldset>
    <p className="actions">
      <button type="submit">算一算</button>
    </p>
  </form>
)

const Result = ({ clock, calendar }: { clock: Clock; calendar: Calendar }) => {
  const { anchor, dueOn } = clock
  if (!anchor || !dueOn) return null
  return (
    <section className="standing" aria-labelledby="result">
      <h2 id="result">
        最迟在
        <WholeDay on={dueOn} />
        答复
      </h2>
      {clock.provisional ? <p>{provisionalWords}。</p> : null}
      <ol>
        <li>
          <WholeDay on={anchor} weekday />
          收到申请，这一天不算。
        </li>
        <li>从第二天起数{replyPeriod.at(anchor)}个工作日。周末和法定节假日不算，调休上班的日子要算。</li>
        <li>
          第{replyPeriod.at(anchor)}个工作日是
          <WholeDay on={dueOn} weekday mark="。" />
        </li>
      </ol>
      <p className="hint">依据：{citeShort('ogi:33.2')}</p>
      <CountedTable anchor={anchor} days={countedDays(clock, dueOn, calendar)} />
    </section>
  )
}

/** A small calculator: which day, and why. */
export const WhyPage = ({ asked, calendar, clock, faults }: WhyProps) => (
  <>
    <ErrorSummary faults={faults} />
    <h1>为什么是这一天</h1>
    <p className="lead">填上收到申请的日期，看看最迟哪一天答复，是怎样数出来的。</p>
    <DayForm asked={asked} fault={faultOf(faults, 'year')} />
    {clock ? <Result clock={clock} calendar={calendar} /> : null}
    <section aria-labelledby="notes">
      <h2 id="notes">什么时候会变</h2>
      <ul>
        <li>请您补正的：从收到补正的第二天起，重新数。</li>
        <li>收取信息处理费的：从缴清的第二天起，重新数。</li>
        <li>征求第三方或者其他机关意见的：征求意见用的时间不算在内。</li>
        <li>确实需要延长的：最多再加20个工作日，会在原来的期限以前告诉您。</li>
      </ul>
    </section>
  </>
)
