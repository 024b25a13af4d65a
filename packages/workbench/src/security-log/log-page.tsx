import { Button } from 'antd'
import { useState } from 'react'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { Title } from '../look/title.tsx'
import { LogFilters } from './log-filters.tsx'
import { LogTable } from './log-table.tsx'
import { type LogQuery, noQuery, textOf } from './query.ts'
import { useLog } from './use-log.ts'

/** 安全日志: what was done at the doors, for the audit administrator; append-only, and so is this page. */
const SecurityLogPage = () => {
  const { session } = useSitting()
  const [query, setQuery] = useState<LogQuery>(noQuery)
  const log = useLog(textOf(query))
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const asked = await fetchFile(`/security-log.csv?${textOf(query)}`)
    setBusy(false)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, `安全日志-${session.today}.csv`)
    log.reload()
  }
  return (
    <>
      <Title>安全日志</Title>
      <p className="quiet">登录、账号和机关的变动、查看完整个人信息和调取案卷的记录，只增不改。导出也记一笔。</p>
      <LogFilters acts={log.acts} onAsk={setQuery} />
      {problem && <ProblemBox problem={problem} />}
      {log.problem && <ProblemBox problem={log.problem} onReload={log.reload} />}
      <LogTable rows={log.rows} loading={log.loading} />
      <div className="row">
        {log.more && <Button onClick={log.more}>再看更早的</Button>}
        <Button onClick={() => void save()} loading={busy}>
          导出（CSV）
        </Button>
      </div>
    </>
  )
}

export default SecurityLogPage
