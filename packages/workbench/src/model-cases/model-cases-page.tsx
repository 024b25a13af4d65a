import { Button } from 'antd'
import { useState } from 'react'
import type { ModelCaseAnswer } from '../api/answers.ts'
import { ask, fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { hasRole, useSitting } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { EndModel } from './end-model.tsx'

interface OneProps {
  readonly model: ModelCaseAnswer
  readonly onApproved: () => void
}

/** 审核: what is approved is what is on the screen; who proposed it is refused. */
const Approve = ({ model, onApproved }: OneProps) => {
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const approve = async () => {
    setBusy(true)
    const asked = await ask(`/model-cases/${model.id}/approval`, { method: 'POST', body: {} })
    setBusy(false)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) onApproved()
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} onReload={onApproved} />}
      <Button type="primary" loading={busy} onClick={() => void approve()}>
        审核通过
      </Button>
    </>
  )
}

/** What stands of it, and since when. */
const stands = ({ approvedOn, ended }: ModelCaseAnswer): string => {
  if (ended) return `${inWords(ended.on)}${ended.act === 'withdrawn' ? '撤回' : '退回'}`
  return approvedOn ? `${inWords(approvedOn)}审核` : '待审核'
}

const One = ({ model, onApproved }: OneProps) => {
  const { session } = useSitting()
  const { caseId, name, zh, story, point, proposedOn, approvedOn, ended } = model
  const reviews = hasRole(session, 'legalReviewer')
  const waiting = approvedOn === null && caseId !== null && !ended
  return (
    <section className="part" aria-label={zh}>
      <p>
        <span className="state-tag">{stands(model)}</span>　{name}，{inWords(proposedOn)}推荐
      </p>
      <p className="long">{zh}</p>
      {ended && <p className="long">理由：{ended.reason}。原来的案情、典型意义已经删除，不再列给主管部门，不导出。</p>}
      {story && (
        <>
          <h2>案情</h2>
          <p className="long">{story}</p>
        </>
      )}
      {point && (
        <>
          <h2>典型意义</h2>
          <p className="long">{point}</p>
        </>
      )}
      {caseId && (
        <p>
          <Link to={`/cases/${caseId}`}>背后的案件（只对本机关显示）</Link>
          {hasRole(session, 'officer', 'officeHead') && (
            <Link className="beside" to={`/cases/${caseId}/model-case`}>
              改写，重新推荐
            </Link>
          )}
        </p>
      )}
      {waiting && reviews && <Approve model={model} onApproved={onApproved} />}
      {caseId && !ended && reviews && <EndModel model={model} onEnded={onApproved} />}
      {waiting && !reviews && <p>由审核人员审核；推荐人本人不能审核。</p>}
    </section>
  )
}

/** Who supervises others sees theirs beside the own ones; nobody else has a sum to ask for. */
const listAt = (supervises: boolean, form?: 'csv'): string => {
  const query = [supervises ? 'sum=true' : '', form ? `form=${form}` : ''].filter(Boolean).join('&')
  return `/model-cases${query ? `?${query}` : ''}`
}

const Export = () => {
  const { session } = useSitting()
  const [problem, setProblem] = useState<Problem>()
  const take = async () => {
    const asked = await fetchFile(listAt(session.supervises, 'csv'))
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, '典型案例.csv')
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} />}
      <Button onClick={() => void take()}>导出已审核的（CSV）</Button>
    </>
  )
}

/** 典型案例: anonymous, each approved by another than who proposed it; what waits stands first. */
const ModelCasesPage = () => {
  const { session } = useSitting()
  const list = useAnswer<{ readonly cases: readonly ModelCaseAnswer[] }>(listAt(session.supervises))
  return (
    <>
      <Title>典型案例</Title>
      <p>
        摘要由案件的字段生成；案情、典型意义由推荐人改写并确认不含个人信息。审核以后，主管部门可以看，但看不到背后的案件。
      </p>
      <Waiting on={list}>
        {({ cases }) => {
          const waiting = cases.filter(({ approvedOn, ended }) => approvedOn === null && !ended)
          const ended = cases.filter((one) => one.ended)
          const approved = cases.filter(({ approvedOn }) => approvedOn !== null)
          return (
            <>
              {cases.length === 0 && <p>还没有典型案例。在办结的案件页面上推荐。</p>}
              {[...waiting, ...approved, ...ended].map((model) => (
                <One key={model.id} model={model} onApproved={list.reload} />
              ))}
              {approved.length > 0 && <Export />}
            </>
          )
        }}
      </Waiting>
    </>
  )
}

export default ModelCasesPage
