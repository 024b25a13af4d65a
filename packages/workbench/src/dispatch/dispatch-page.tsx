import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { postForFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { Link } from '../app/router.tsx'
import { Light } from '../list/light.tsx'
import { useCasePages } from '../list/use-case-pages.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { Title } from '../look/title.tsx'
import { ImportList } from './import-list.tsx'

const papers = { labels: '邮寄标签', ems: '邮政特快专递邮寄单' } as const

/** 寄发: what is signed and on its way out; labels, mailing sheets, and the numbers that the post gives back. */
const DispatchPage = () => {
  const { rows, next, loading, more, reload, problem: unread } = useCasePages('state=issued&sort=due&limit=100')
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const [problem, setProblem] = useState<Problem>()
  const choose = (id: string, wanted: boolean) =>
    setChosen((before) => new Set([...[...before].filter((one) => one !== id), ...(wanted ? [id] : [])]))
  const print = async (paper: keyof typeof papers) => {
    const letters = rows.filter(({ id }) => chosen.has(id)).map(({ id }) => ({ case: id }))
    const asked = await postForFile('/mailings', { paper, letters })
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, `${papers[paper]}.pdf`)
  }
  return (
    <>
      <Title>寄发</Title>
      {unread && <ProblemBox problem={unread} />}
      {problem && <ProblemBox problem={problem} />}
      <p role="status">{loading ? '正在读取……' : `已签发、还没有送达的${rows.length}件${next ? '，还有更多' : ''}`}</p>
      <ul className="signing">
        {rows.map((row) => (
          <li key={row.id} className="to-sign sign-head">
            <Checkbox checked={chosen.has(row.id)} onChange={(event) => choose(row.id, event.target.checked)}>
              {row.number} {row.title ?? row.description}
            </Checkbox>
            <Light {...row} />
            <Link to={`/cases/${row.id}`}>看案件</Link>
          </li>
        ))}
      </ul>
      <div className="row">
        {Object.entries(papers).map(([paper, zh]) => (
          <Button key={paper} disabled={chosen.size === 0} onClick={() => void print(paper as keyof typeof papers)}>
            印{zh}（{chosen.size}件）
          </Button>
        ))}
        {next && <Button onClick={more}>再列一页</Button>}
      </div>
      <ImportList rows={rows} onDone={reload} />
    </>
  )
}

export default DispatchPage
