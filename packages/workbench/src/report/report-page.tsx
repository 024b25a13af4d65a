import { Button } from 'antd'
import { useEffect, useState } from 'react'
import type { YearReportAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link, useAddress } from '../app/router.tsx'
import { hasRole, useSitting } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { cellPage, type Place, pageAt, placeOf, reportAt, writeAt } from './address.ts'
import { Carry } from './carry.tsx'
import { ChangedPart, ChangedPrevious } from './changed-part.tsx'
import { ChooseYear } from './choose-year.tsx'
import { Doubles } from './doubles.tsx'
import { Downloads } from './downloads.tsx'
import { Editions } from './editions.tsx'
import { partNames } from './entries.ts'
import { EntriesForm } from './entries-form.tsx'
import { Identities } from './identities.tsx'
import { marksFour, marksThree, marksTwo } from './marks.ts'
import { MovedList } from './moved.tsx'
import { ChangedElsewhere } from './moved-remedies.tsx'
import { Publish } from './publish.tsx'
import { Scope } from './scope.tsx'
import { SheetTable } from './sheet-table.tsx'
import { sinceWhen } from './since.ts'

interface PartProps {
  readonly report: YearReportAnswer
  readonly place: Place
  readonly writes: boolean
  /** The report as it is after something was written. */
  readonly onWritten: (report: YearReportAnswer) => void
  /** It must be read anew. */
  readonly onChanged: () => void
}

const OpenDraft = ({ report: { year }, place, onWritten }: Pick<PartProps, 'report' | 'place' | 'onWritten'>) => {
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const open = async () => {
    setBusy(true)
    const asked = await ask<YearReportAnswer>(writeAt(place, 'entries'), { method: 'PUT', body: {} })
    setBusy(false)
    if (asked.ok) onWritten(asked.answer)
    else setProblem(asked.problem)
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} />}
      <p>打开草稿以后，记下此刻每个案件所在的行、表四、表二、文字、来源和上年的报告，以后有变动的标出来。</p>
      <Button type="primary" loading={busy} onClick={() => void open()}>
        打开{year}年的草稿
      </Button>
    </>
  )
}

const State = ({ report, place, writes, onWritten }: PartProps) => (
  <section className="panel" aria-labelledby="state">
    <h2 id="state">{report.title}</h2>
    {report.kind === 'sum' && (
      <p>
        {report.organs.length}个机关的汇总，草稿和各版与本机关的报告分开。
        <Link to={pageAt('/roll-up', place)}>回到年报汇总</Link>
      </p>
    )}
    {report.draft ? (
      <p>
        草稿：{inWords(report.draft.openedOn)}
        {sinceWhen(report) === '公布' ? '公布以后从头记变动' : '打开'}
        {report.draft.openedBy ? `（${report.draft.openedBy}）` : ''}。
      </p>
    ) : (
      !writes && <p>还没有打开草稿；下面是按台账现在的情况算出的。</p>
    )}
    {writes && !report.draft && <OpenDraft report={report} place={place} onWritten={onWritten} />}
    <MovedList report={report} />
    <ChangedElsewhere report={report} />
    <h3>草稿的文件</h3>
    <Downloads place={place} title={report.title} />
  </section>
)

const Words = ({ report }: Pick<PartProps, 'report'>) => (
  <>
    <SheetTable sheet={report.sheets.two} moved={marksTwo(report)} />
    {(Object.keys(partNames) as (keyof typeof partNames)[]).map((name) => (
      <section key={name} aria-label={partNames[name]}>
        <h3>{partNames[name]}</h3>
        <ChangedPart report={report} name={name} />
        <p className="long">{report.parts[name] || '（没有填写）'}</p>
      </section>
    ))}
  </>
)

const Entered = ({ report, place, writes, onWritten }: PartProps) => (
  <section className="part" aria-labelledby="entered">
    <h2 id="entered">表二和文字部分</h2>
    {writes && report.draft ? (
      <EntriesForm key={report.year} report={report} place={place} onSaved={onWritten} />
    ) : (
      <>
        {writes && <p>先打开草稿，再填写。</p>}
        <Words report={report} />
      </>
    )}
  </section>
)

const Report = (props: PartProps) => {
  const { report, place, writes, onChanged } = props
  const link = (figure: string): string => cellPage(place, figure)
  return (
    <>
      <State {...props} />
      <section className="part" aria-labelledby="three">
        <h2 id="three">表三</h2>
        <Scope scope={report.scope} />
        <p>每个数字都可以打开，看是哪些案件。</p>
        <SheetTable sheet={report.sheets.three} linkOf={link} moved={marksThree(report)} />
      </section>
      <section className="part" aria-labelledby="four">
        <h2 id="four">表四</h2>
        <SheetTable sheet={report.sheets.four} linkOf={link} moved={marksFour(report)} />
        <Doubles doubles={report.doubles} />
      </section>
      <Identities identities={report.identities} findings={report.findings} />
      <section className="part" aria-labelledby="carry">
        <h2 id="carry">上年结转</h2>
        <ChangedPrevious report={report} />
        <Carry report={report} />
      </section>
      <Entered {...props} />
      <section className="part" aria-labelledby="published">
        <h2 id="published">公布</h2>
        {writes && <Publish report={report} place={place} onPublished={onChanged} />}
        <h3>已公布的各版</h3>
        <Editions report={report} place={place} />
      </section>
    </>
  )
}

type LiveProps = Omit<PartProps, 'report' | 'onWritten'> & { readonly answer: YearReportAnswer }

/** What writing answers is shown at once, without reading it all again. */
const Live = ({ answer, ...props }: LiveProps) => {
  const [report, setReport] = useState(answer)
  useEffect(() => setReport(answer), [answer])
  return <Report {...props} report={report} onWritten={setReport} />
}

/** 年度报告: a year in the national form, from the ledgers; entered, checked and published by the statistician. */
const ReportPage = () => {
  const { session } = useSitting()
  const place = placeOf(useAddress(), session.today)
  const report = useAnswer<YearReportAnswer>(reportAt(place))
  const own = place.organ === '' || place.organ === session.organ?.id
  const writes = own && hasRole(session, 'statistician') && (!place.sum || session.supervises)
  return (
    <>
      <Title>{place.sum ? '汇总的年度报告' : '年度报告'}</Title>
      <div className="filters">
        <ChooseYear path="/report" place={place} />
      </div>
      <Waiting on={report}>
        {(answer) => <Live answer={answer} place={place} writes={writes} onChanged={report.reload} />}
      </Waiting>
    </>
  )
}

export default ReportPage
