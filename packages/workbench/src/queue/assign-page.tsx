import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { type ColleaguesAnswer, handsOf } from '../acts/choices.ts'
import { doAct, isProblem } from '../acts/do-act.ts'
import type { CaseRow } from '../api/answers.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { Light } from '../list/light.tsx'
import { useCasePages } from '../list/use-case-pages.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'

interface TableProps {
  readonly rows: readonly CaseRow[]
  readonly chosen: ReadonlySet<string>
  readonly onChoose: (id: string, chosen: boolean) => void
}

const Table = ({ rows, chosen, onChoose }: TableProps) => {
  const words = useWords()
  return (
    <table className="cases">
      <caption className="unseen">可以指派的案件</caption>
      <thead>
        <tr>
          <th scope="col">选择</th>
          <th scope="col">期限</th>
          <th scope="col">受理编号</th>
          <th scope="col">申请内容</th>
          <th scope="col">状态</th>
          <th scope="col">经办人</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <Checkbox
                aria-label={`选择${row.number}`}
                checked={chosen.has(row.id)}
                onChange={(event) => onChoose(row.id, event.target.checked)}
              />
            </td>
            <td>
              <Light {...row} />
            </td>
            <th scope="row">
              <Link to={`/cases/${row.id}`}>{row.number}</Link>
            </th>
            <td>{row.title ?? row.description}</td>
            <td>{words.states[row.state]}</td>
            <td>{row.officer ?? <strong>没有指派</strong>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Beyond these nobody is given a case any more. */
const open = (row: CaseRow): boolean =>
  row.number !== null &&
  !['received', 'pendingConfirmation', 'served', 'abandoned', 'withdrawn', 'archived'].includes(row.state)

/** 批量指派: open cases, those without anybody first, given to one officer at once. */
const AssignPage = () => {
  const { rows, next, more, reload, problem } = useCasePages('sort=due&limit=100')
  const people = useAnswer<ColleaguesAnswer>('/colleagues')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [officer, setOfficer] = useState<string>()
  const [problems, setProblems] = useState<readonly Problem[]>([])
  const [told, setTold] = useState('')
  const shown = rows.filter(open).toSorted((a, b) => Number(a.officer !== null) - Number(b.officer !== null))
  const choose = (id: string, wanted: boolean) =>
    setChosen((before) => new Set([...[...before].filter((one) => one !== id), ...(wanted ? [id] : [])]))
  const assign = async () => {
    const failed: Problem[] = []
    const asked = rows.filter(({ id }) => chosen.has(id))
    for (const { id, version, number } of asked) {
      const answer = await doAct({ id, version, command: 'assignOfficer', body: { officer } })
      if (isProblem(answer)) failed.push({ ...answer, title: `${number}：${answer.title}` })
    }
    setProblems(failed)
    setTold(`已指派${asked.length - failed.length}件`)
    setChosen(new Set())
    reload()
    people.reload()
  }
  const officers = (people.answer?.colleagues ?? []).filter(({ roles }) => roles.includes('officer'))
  return (
    <>
      <Title>指派经办人</Title>
      {problem && <ProblemBox problem={problem} />}
      {problems.map((one) => (
        <ProblemBox key={one.title} problem={one} />
      ))}
      <p role="status">{told}</p>
      <div className="filters">
        <label className="field grow" htmlFor="officer">
          <span>指派给</span>
          <Select id="officer" value={officer} onChange={setOfficer} options={officers.map(handsOf)} />
        </label>
        <Button type="primary" disabled={!officer || chosen.size === 0} onClick={() => void assign()}>
          指派所选的{chosen.size}件
        </Button>
      </div>
      <Table rows={shown} chosen={chosen} onChoose={choose} />
      {next && (
        <div className="row">
          <Button onClick={more}>再列一页</Button>
        </div>
      )}
    </>
  )
}

export default AssignPage
