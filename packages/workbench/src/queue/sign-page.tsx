import { Button, Checkbox } from 'antd'
import { useCallback, useState } from 'react'
import { doAct, isProblem } from '../acts/do-act.ts'
import type { CaseRow } from '../api/answers.ts'
import type { Problem } from '../api/problem.ts'
import { Link } from '../app/router.tsx'
import { Risks } from '../case/risks.tsx'
import { Light } from '../list/light.tsx'
import { useCasePages } from '../list/use-case-pages.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'
import { DraftPaper } from './draft-paper.tsx'

interface OneProps {
  readonly row: CaseRow
  readonly seen: boolean
  readonly chosen: boolean
  readonly problem: Problem | undefined
  readonly onSeen: (id: string) => void
  readonly onChoose: (id: string, chosen: boolean) => void
}

/** A draft that came back changed is another one: it was not looked at. */
const draftOf = ({ id, version }: CaseRow): string => `${id} ${version}`

const One = ({ row, seen, chosen, problem, onSeen, onChoose }: OneProps) => {
  const [open, setOpen] = useState(false)
  const draft = draftOf(row)
  const looked = useCallback(() => onSeen(draft), [onSeen, draft])
  return (
    <li className="to-sign">
      <div className="sign-head">
        <Checkbox disabled={!seen} checked={chosen} onChange={(event) => onChoose(row.id, event.target.checked)}>
          {row.number} {row.title ?? row.description}
          {!seen && <span className="quiet">（看过拟稿才能选）</span>}
        </Checkbox>
        <Light {...row} />
        <Link to={`/cases/${row.id}/review`}>单独审签、退回</Link>
      </div>
      {problem && <ProblemBox problem={problem} />}
      <details onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>看拟稿和风险检查{seen && '（已看过）'}</summary>
        {open && (
          <div className="beside">
            <DraftPaper id={row.id} onSeen={looked} />
            <Risks id={row.id} />
          </div>
        )}
      </details>
    </li>
  )
}

type Problems = Readonly<Record<string, Problem>>

/** 批量签发: several at once, each of them only after it was looked at; what stops one does not stop the others. */
const SignPage = () => {
  const { rows, next, loading, more, reload, problem } = useCasePages('state=signing&sort=due&limit=100')
  const [seen, setSeen] = useState<ReadonlySet<string>>(new Set())
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problems, setProblems] = useState<Problems>({})
  const [busy, setBusy] = useState(false)
  const [told, setTold] = useState('')
  const onSeen = useCallback((draft: string) => setSeen((before) => new Set([...before, draft])), [])
  const choose = (id: string, wanted: boolean) =>
    setChosen((before) => new Set([...[...before].filter((one) => one !== id), ...(wanted ? [id] : [])]))
  const sign = async () => {
    setBusy(true)
    const failed: Record<string, Problem> = {}
    const asked = rows.filter(({ id }) => chosen.has(id))
    for (const { id, version } of asked) {
      const answer = await doAct({ id, version, command: 'signReply', body: {} })
      if (isProblem(answer)) failed[id] = answer
    }
    setBusy(false)
    setProblems(failed)
    setChosen(new Set(Object.keys(failed)))
    setTold(
      `已签发${asked.length - Object.keys(failed).length}件${Object.keys(failed).length > 0 ? `，${Object.keys(failed).length}件没有签发，原因见各件` : ''}`,
    )
    reload()
  }
  return (
    <>
      <Title>批量签发</Title>
      {problem && <ProblemBox problem={problem} />}
      <p role="status">{told || (loading ? '正在读取……' : `等待签发${rows.length}件${next ? '，还有更多' : ''}`)}</p>
      <ul className="signing">
        {rows.map((row) => (
          <One
            key={row.id}
            row={row}
            seen={seen.has(draftOf(row))}
            chosen={chosen.has(row.id)}
            problem={problems[row.id]}
            onSeen={onSeen}
            onChoose={choose}
          />
        ))}
      </ul>
      <div className="row">
        {rows.length > 0 && (
          <Button type="primary" disabled={chosen.size === 0} loading={busy} onClick={() => void sign()}>
            签发所选的{chosen.size}件
          </Button>
        )}
        {next && <Button onClick={more}>再列一页</Button>}
      </div>
    </>
  )
}

export default SignPage
