import { Button, Input } from 'antd'
import { useState } from 'react'
import type { ModelCaseAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'

interface EndProps {
  readonly model: ModelCaseAnswer
  readonly onEnded: () => void
}

/** 撤回 of what was approved, 退回 of what was not: with a reason; the words are gone at once. */
export const EndModel = ({ model: { id, approvedOn }, onEnded }: EndProps) => {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const act = approvedOn ? '撤回' : '退回'
  const end = async () => {
    setBusy(true)
    const asked = await ask(`/model-cases/${id}/withdrawal`, { method: 'POST', body: { reason } })
    setBusy(false)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) onEnded()
  }
  if (!open) return <Button onClick={() => setOpen(true)}>{act}</Button>
  return (
    <form
      aria-label={`${act}典型案例`}
      onSubmit={(event) => {
        event.preventDefault()
        void end()
      }}
    >
      {problem && <ProblemBox problem={problem} onReload={onEnded} />}
      <label className="field" htmlFor={`end-${id}`}>
        <span>{act}的理由（要长期保存，不写姓名、号码；案情、典型意义立即删除，不能恢复）</span>
        <Input.TextArea id={`end-${id}`} rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <div className="row">
        <Button danger htmlType="submit" loading={busy}>
          确认{act}
        </Button>
      </div>
    </form>
  )
}
