import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import type { CasePage, ModelCaseAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { go, Link } from '../app/router.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'

interface FormProps {
  readonly page: CasePage
  /** As it was proposed before. */
  readonly before: ModelCaseAnswer | undefined
}

const names: Readonly<Record<string, string>> = { story: '案情', point: '典型意义', confirmed: '确认' }

const Form = ({ page, before }: FormProps) => {
  const [story, setStory] = useState(before?.story ?? '')
  const [point, setPoint] = useState(before?.point ?? '')
  const [confirmed, setConfirmed] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const propose = async () => {
    setBusy(true)
    const body = { story, point, confirmed }
    const asked = await ask(`/cases/${page.id}/model-case`, { method: 'POST', body })
    setBusy(false)
    if (asked.ok) go('/model-cases')
    else setProblem(asked.problem)
  }
  return (
    <form
      aria-label="推荐为典型案例"
      onSubmit={(event) => {
        event.preventDefault()
        void propose()
      }}
    >
      {problem && <ProblemBox problem={problem} nameOf={(path) => names[path] ?? path} />}
      {before && !before.ended && <p>已经推荐过；再次推荐的代替前一次，要重新审核。</p>}
      {before?.ended && (
        <p>
          以前推荐的已经{before.ended.act === 'withdrawn' ? '撤回' : '退回'}，理由：{before.ended.reason}
          。重新推荐的要重新审核。
        </p>
      )}
      <label className="field" htmlFor="model-story">
        <span>案情（用自己的话改写，不写姓名、号码，不照抄申请书；可以不填）</span>
        <Input.TextArea id="model-story" rows={5} value={story} onChange={(event) => setStory(event.target.value)} />
      </label>
      <label className="field" htmlFor="model-point">
        <span>典型意义（为什么推荐；可以不填）</span>
        <Input.TextArea id="model-point" rows={3} value={point} onChange={(event) => setPoint(event.target.value)} />
      </label>
      <Checkbox checked={confirmed} onChange={(event) => setConfirmed(event.target.checked)}>
        确认：所写的内容没有个人信息、商业秘密，不能看出是谁
      </Checkbox>
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          推荐
        </Button>
      </div>
    </form>
  )
}

/** 推荐为典型案例: words of one's own beside the summary that the fields give. */
const ProposePage = ({ parts: [id = ''] }: { readonly parts: readonly string[] }) => {
  const page = useAnswer<CasePage>(`/cases/${id}`)
  const list = useAnswer<{ readonly cases: readonly ModelCaseAnswer[] }>('/model-cases')
  return (
    <>
      <Title>推荐为典型案例</Title>
      <Waiting on={page}>
        {(current) => (
          <>
            <p>
              <Link to={`/cases/${id}`}>{current.number ?? '（未编号）'}</Link>
              。摘要由案件的字段生成，不含任何人写的话，推荐以后可以看到。
            </p>
            <Waiting on={list}>
              {({ cases }) => <Form page={current} before={cases.find(({ caseId }) => caseId === id)} />}
            </Waiting>
          </>
        )}
      </Waiting>
    </>
  )
}

export default ProposePage
