import { type Calendar, type Clock, citeShort, countedDays, inChinese } from '@zhiqing/law'
import { CountedTable } from '../look/counted-table.js'
import { DayBoxes } from '../look/day-boxes.js'
import { provisionalWords } from '../look/day-words.js'
import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf } from '../look/fault.js'
import { Field } from '../look/field.js'
import { WholeDay } from '../look/whole-day.js'
import { type Asked, type Between, between } from './reckon.js'

interface WhyProps {
  readonly asked: Asked
  readonly calendar: Calendar
  readonly clock: Clock | null
  readonly faults: readonly Fault[]
}

const words: Readonly<Record<Between, { title: string; from: string; to: string; hint: string }>> = {
  corrected: {
    title: '请您补正过',
    from: '哪一天告知补正',
    to: '哪一天收到补正',
    hint: '收到补正的第二天起，重新数。',
  },
  paid: { title: '收过信息处理费', from: '哪一天通知缴费', to: '哪一天缴清', hint: '缴清的第二天起，重新数。' },
  asked: {
    title: '征求过意见',
    from: '哪一天发出征求意见书',
    to: '哪一天收到意见',
    hint: '第三方、其他机关的意见：从发出到收到，这些天不算。',
  },
}

const something = ({ pairs, extended }: Asked): boolean =>
  [...Object.values(pairs).flatMap(({ from, to }) => [from, to]), extended.on].some(({ year }) => year !== '') ||
  extended.workingDays !== ''

const CameBetween = ({ asked, faults }: Pick<WhyProps, 'asked' | 'faults'>) => (
  <details open={something(asked) || faults.some(({ path }) => path !== 'year')}>
    <summary>中间有过补正、缴费、征求意见或者延期</summary>
    <p>有过哪一样就填哪一样，没有的空着。</p>
    {between.map((name) => (
      <section key={name} aria-labelledby={name}>
        <h2 id={name}>{words[name].title}</h2>
        <p className="hint">{words[name].hint}</p>
        <DayBoxes prefix={`${name}.from.`} legend={words[name].from} value={asked.pairs[name].from} faults={faults} />
        <DayBoxes prefix={`${name}.to.`} legend={words[name].to} value={asked.pairs[name].to} faults={faults} />
      </section>
    ))}
    <section aria-labelledby="extended">
      <h2 id="extended">延长过</h2>
      <Field
        name="extended.workingDays"
        label="延长几个工作日"
        hint="最多20个工作日，要在到期以前告知。"
        value={asked.extended.workingDays}
        fault={faultOf(faults, 'extended.workingDays')}
        className="short"
        numeric
      />
      <DayBoxes prefix="extended." legend="哪一天告知延长" value={asked.extended.on} faults={faults} />
    </section>
  </details>
)

const DayForm = ({ asked, faults }: Pick<WhyProps, 'asked' | 'faults'>) => (
  <form method="get" action="/why" noValidate>
    <DayBoxes legend="机关哪一天收到申请" value={asked.received} faults={faults} />
    <CameBetween asked={asked} faults={faults} />
    <p className="actions">
      <button type="submit">算一算</button>
    </p>
  </form>
)

const headlineOf = ({ status, dueOn }: Clock) => {
  if (status === 'suspended') return '正在征求意见，还不能确定是哪一天'
  if (status === 'stopped') return '期限停着，还不能确定是哪一天'
  return dueOn ? (
    <>
      最迟在
      <WholeDay on={dueOn} />
      答复
    </>
  ) : (
    '还不能确定是哪一天'
  )
}

/** Every step with the article it rests on: the trace of the clock, as `simulate` prints it. */
const Trace = ({ clock }: { clock: Clock }) => (
  <ol className="timeline">
    {clock.trace.map(({ on, verb, zh, article }) => (
      <li key={`${on} ${verb} ${zh}`}>
        <span className="on">{inChinese(on)}</span>
        {zh}
        {article === 'practice' ? null : <span className="hint">依据：{citeShort(article)}</span>}
      </li>
    ))}
  </ol>
)

const Result = ({ clock, calendar }: { clock: Clock; calendar: Calendar }) => {
  const { anchor, dueOn } = clock
  const running = clock.status === 'running'
  return (
    <section className="standing" aria-labelledby="result">
      <h2 id="result">{headlineOf(clock)}</h2>
      {clock.provisional ? <p>{provisionalWords}。</p> : null}
      <p>收到的这一天不算，从第二天数起。周末和法定节假日不算，调休上班的日子要算。</p>
      <Trace clock={clock} />
      {running && dueOn ? (
        <p>
          数到
          <WholeDay on={dueOn} weekday mark="。" />
        </p>
      ) : null}
      {anchor && dueOn && running ? <CountedTable anchor={anchor} days={countedDays(clock, dueOn, calendar)} /> : null}
    </section>
  )
}

/** A calculator for everybody: which day, and why. */
export const WhyPage = ({ asked, calendar, clock, faults }: WhyProps) => (
  <>
    <ErrorSummary faults={faults} />
    <h1>为什么是这一天</h1>
    <p className="lead">填上收到申请的日期，看看最迟哪一天答复，是怎样数出来的。</p>
    {clock ? <Result clock={clock} calendar={calendar} /> : null}
    <DayForm asked={asked} faults={faults} />
    <section aria-labelledby="notes">
      <h2 id="notes">什么时候会变</h2>
      <ul>
        <li>请您补正的：从收到补正的第二天起，重新数。</li>
        <li>收取信息处理费的：从缴清的第二天起，重新数。</li>
        <li>征求第三方或者其他机关意见的：征求意见用的时间不算在内。</li>
        <li>确实需要延长的：最多再加20个工作日，会在原来的期限以前告诉您。</li>
      </ul>
      <p>这里的计算和办理申请用的是同一套程序，仅供参考；您的申请以办理进度里写的日期为准。</p>
    </section>
  </>
)
