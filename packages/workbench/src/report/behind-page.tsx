import { Button } from 'antd'
import { useState } from 'react'
import type { CasesBehindAnswer, YearReportAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link, useAddress } from '../app/router.tsx'
import { useSitting, useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Scroll } from '../look/scroll.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { cellAt, type Place, pageAt, reportAt } from './address.ts'
import { columnIn } from './column-names.ts'

type Behind = CasesBehindAnswer['cases'][number]

/** As they came in; the interface hands them out by their ids. */
const inOrder = (cases: readonly Behind[]): Behind[] =>
  [...cases].sort((a, b) => (a.receivedOn + (a.number ?? '') < b.receivedOn + (b.number ?? '') ? -1 : 1))

const Cases = ({ cases, label }: { readonly cases: readonly Behind[]; readonly label: string }) => {
  const words = useWords()
  const several = new Set(cases.map(({ organ }) => organ)).size > 1
  return (
    <Scroll label={label}>
      <table className="plain">
        <caption className="unseen">{label}</caption>
        <thead>
          <tr>
            <th scope="col">受理编号</th>
            <th scope="col">收到</th>
            <th scope="col">办结</th>
            <th scope="col">现在的状态</th>
            {several && <th scope="col">机关</th>}
          </tr>
        </thead>
        <tbody>
          {inOrder(cases).map(({ name, id, number, receivedOn, closedOn, state, remedy }) => (
            <tr key={id + (remedy ?? '')}>
              <th scope="row">
                <Link to={`/cases/${id}`}>{number ?? '（未编号）'}</Link>
                {remedy && <span className="detail">{remedy}</span>}
              </th>
              <td>{inWords(receivedOn)}</td>
              <td>{closedOn ? inWords(closedOn) : '在办'}</td>
              <td>{words.states[state as keyof typeof words.states] ?? state}</td>
              {several && <td>{name}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}

interface PagesProps {
  readonly first: CasesBehindAnswer
  readonly path: string
  readonly label: string
}

/** Page after page; what was read stays. */
const All = ({ first, path, label }: PagesProps) => {
  const [held, setHeld] = useState(first)
  const [problem, setProblem] = useState<Problem>()
  const more = async () => {
    const asked = await ask<CasesBehindAnswer>(`${path}${path.includes('?') ? '&' : '?'}after=${held.next}`)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) setHeld({ cases: [...held.cases, ...asked.answer.cases], next: asked.answer.next })
  }
  return (
    <>
      <p className="count" role="status">
        {held.cases.length === 0
          ? '这个数字背后没有案件。'
          : `列出${held.cases.length}件${held.next ? '，还有更多' : ''}。`}
      </p>
      {held.cases.length > 0 && <Cases cases={held.cases} label={label} />}
      {problem && <ProblemBox problem={problem} />}
      {held.next && <Button onClick={() => void more()}>再列一页</Button>}
    </>
  )
}

/** The cases that one figure of tables three and four is added up from. */
const BehindPage = ({ parts }: { readonly parts: readonly string[] }) => {
  const [year = '', line = '', column = ''] = parts
  const { session } = useSitting()
  const query = new URLSearchParams(useAddress().split('?')[1] ?? '')
  const organ = query.get('organ') ?? ''
  // Who supervises and has no report of an own organ to read sees the sum of all.
  const sum = organ === '' && (query.get('sum') === 'true' || !session.reads.includes('reports'))
  const place: Place = { year: Number(year), organ, sum }
  const path = cellAt(place, `${line} ${column}`)
  const behind = useAnswer<CasesBehindAnswer>(path)
  const report = useAnswer<YearReportAnswer>(reportAt(place))
  const four = !/^\d/.test(line)
  const row = [...(report.answer?.table3 ?? []), ...(report.answer?.table4 ?? [])].find((one) => one.line === line)
  const label = `${year}年${row?.zh ?? line}，${columnIn(four, column)}`
  return (
    <>
      <Title>数字背后的案件</Title>
      <p>
        {four ? '表四' : '表三'}：<strong>{label}</strong>
      </p>
      <p>
        <Link to={pageAt(sum ? '/roll-up' : '/report', place)}>{sum ? '回到年报汇总' : '回到年度报告'}</Link>
      </p>
      <Waiting on={behind}>{(first) => <All key={path} first={first} path={path} label={label} />}</Waiting>
    </>
  )
}

export default BehindPage
