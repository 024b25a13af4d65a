import { Button, Checkbox, Input, Radio } from 'antd'
import { useState } from 'react'
import type { HotRequestsAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'

type Topic = HotRequestsAnswer['requests'][number]
type Act = Topic['permitted'][number]

const choices: Readonly<Record<Act, string>> = {
  publish: '主动公开',
  decline: '不主动公开',
  published: '已经公开了，记下在哪里',
}

const names: Readonly<Record<string, string>> = { title: '信息的名称', reason: '理由', place: '在哪里公开' }

interface DecideFormProps {
  readonly topic: Topic
  readonly onDecided: () => void
}

/** Publish or not, and why; once published, where it stands. What is put down stays. */
export const DecideForm = ({ topic, onDecided }: DecideFormProps) => {
  const { permitted, topic: of, information } = topic
  const [act, setAct] = useState<Act>()
  const [title, setTitle] = useState(information)
  const [reason, setReason] = useState('')
  const [place, setPlace] = useState('')
  const [reviewed, setReviewed] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const short = of.slice(0, 8)
  const decide = async () => {
    setBusy(true)
    const body = { act, title, reason, place: act === 'published' ? place : '', reviewed }
    const asked = await ask(`/statistics/hot-requests/${of}/decisions`, { method: 'POST', body })
    setBusy(false)
    if (asked.ok) onDecided()
    else setProblem(asked.problem)
  }
  return (
    <form
      aria-label={`研判：${information}`}
      onSubmit={(event) => {
        event.preventDefault()
        void decide()
      }}
    >
      {problem && <ProblemBox problem={problem} nameOf={(path) => names[path] ?? path} onReload={onDecided} />}
      <fieldset>
        <legend>研判</legend>
        <Radio.Group
          aria-label="研判"
          value={act}
          options={permitted.map((value) => ({ value, label: choices[value] }))}
          onChange={(event) => setAct(event.target.value as Act)}
        />
      </fieldset>
      {act && (
        <>
          <label className="field" htmlFor={`title-${short}`}>
            <span>信息的名称（用机关自己的话，不写申请人）</span>
            <Input id={`title-${short}`} value={title} onChange={(event) => setTitle(event.target.value)} />
          </label>
          {act === 'published' ? (
            <label className="field" htmlFor={`place-${short}`}>
              <span>在哪里公开（网址或者栏目）</span>
              <Input id={`place-${short}`} value={place} onChange={(event) => setPlace(event.target.value)} />
            </label>
          ) : (
            <label className="field" htmlFor={`reason-${short}`}>
              <span>理由{topic.suggestions > 0 && '（建议的申请人看得到，不写申请人和第三方）'}</span>
              <Input id={`reason-${short}`} value={reason} onChange={(event) => setReason(event.target.value)} />
            </label>
          )}
          {act === 'publish' && (
            <Checkbox checked={reviewed} onChange={(event) => setReviewed(event.target.checked)}>
              已经审查：拟公开的信息不涉及国家秘密，不损害第三方合法权益（条例第十七条）
            </Checkbox>
          )}
          <div className="row">
            <Button type="primary" htmlType="submit" loading={busy}>
              记下
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
