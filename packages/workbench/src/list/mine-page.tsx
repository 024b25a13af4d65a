import { Button } from 'antd'
import { useState } from 'react'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { hasRole, useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { Title } from '../look/title.tsx'
import { CaseList } from './case-list.tsx'

/** The days of the list for one's own calendar; only numbers and kinds of days leave. */
const CalendarButton = () => {
  const [problem, setProblem] = useState<Problem>()
  const take = async () => {
    const asked = await fetchFile('/due-days.ics')
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, '依申请公开期限.ics')
  }
  return (
    <>
      <Button onClick={() => void take()}>期限存为日历（ICS）</Button>
      {problem && <ProblemBox problem={problem} />}
    </>
  )
}

/** 我的案件: what waits for whoever is signed in, the nearest day first. */
const MinePage = () => {
  const { session } = useSitting()
  const title = hasRole(session, 'officer') ? '我的案件' : '待办案件'
  return (
    <>
      <Title>{title}</Title>
      <CaseList path="/" caption={title} query={{ mine: 'true' }} empty="没有等您办理的案件" />
      <div className="row">
        <CalendarButton />
      </div>
    </>
  )
}

export default MinePage
