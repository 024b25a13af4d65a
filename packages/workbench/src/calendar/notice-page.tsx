import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { inWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'

interface Effect {
  readonly applied: boolean
  readonly digest: string
  readonly notice: { readonly number: string; readonly title: string; readonly issued: string }
  readonly cases: number
  readonly moved: readonly {
    readonly caseId: string
    readonly number: string
    readonly what: string
    readonly from: string | null
    readonly to: string | null
  }[]
  readonly elsewhere: readonly { readonly organ: string; readonly cases: number }[]
}

const day = (on: string | null): string => (on ? inWords(on) : '没有')

const Moved = ({ moved }: Pick<Effect, 'moved'>) => {
  const words = useWords()
  if (moved.length === 0) return <p>没有在办案件的期限因此变动。</p>
  return (
    <table className="plain">
      <caption>期限有变动的案件</caption>
      <thead>
        <tr>
          <th scope="col">受理编号</th>
          <th scope="col">期限</th>
          <th scope="col">原来</th>
          <th scope="col">改为</th>
        </tr>
      </thead>
      <tbody>
        {moved.map(({ caseId, number, what, from, to }) => (
          <tr key={caseId + what}>
            <th scope="row">
              <Link to={`/cases/${caseId}`}>{number}</Link>
            </th>
            <td>{words.dues[what as keyof typeof words.dues]}</td>
            <td>{day(from)}</td>
            <td>{day(to)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

const badJson: Problem = {
  type: 'urn:zhiqing:problem:invalid',
  title: '不是放假安排',
  status: 400,
  detail: '内容不是 JSON；请选择 calendar/cn-YYYY.json 格式的文件，或者把它的全部内容粘贴进来',
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** 导入放假安排: first what it would move, then, exactly that, done. */
const NoticePage = () => {
  const [text, setText] = useState('')
  const [effect, setEffect] = useState<Effect>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const send = async (query: string) => {
    const body = parsed(text)
    if (typeof body !== 'object' || body === null) return setProblem(badJson)
    setBusy(true)
    const asked = await ask<Effect>(`/calendar-notices?${query}`, { method: 'POST', body })
    setBusy(false)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) setEffect(asked.answer)
    else if (asked.problem.status === 409) setEffect({ ...(asked.problem as unknown as Effect), applied: false })
  }
  const read = async (file: File | undefined) => {
    if (file) setText(await file.text())
    setEffect(undefined)
  }
  return (
    <>
      <Title>导入放假安排</Title>
      <p>国务院办公厅公布新的放假安排后在这里导入。先预览：列出哪些案件的期限会变动；确认以后才导入。</p>
      {problem && <ProblemBox problem={problem} />}
      <div className="panel">
        <label className="field" htmlFor="notice-file">
          <span>选择文件</span>
          <input id="notice-file" type="file" accept=".json" onChange={(event) => void read(event.target.files?.[0])} />
        </label>
        <label className="field" htmlFor="notice-text">
          <span>或者粘贴内容</span>
          <Input.TextArea
            id="notice-text"
            rows={8}
            value={text}
            onChange={(event) => {
              setText(event.target.value)
              setEffect(undefined)
            }}
          />
        </label>
        <div className="row">
          <Button type="primary" loading={busy} disabled={text === ''} onClick={() => void send('preview=true')}>
            预览
          </Button>
        </div>
      </div>
      {effect && (
        <section className="part" aria-label="变动">
          <h2>
            {effect.notice.title}（{effect.notice.number}）
          </h2>
          {effect.applied && <Alert type="success" showIcon role="status" title="已经导入" />}
          <p>有期限变动的在办案件{effect.cases}件。</p>
          <Moved moved={effect.moved} />
          {effect.elsewhere.map(({ organ, cases }) => (
            <p key={organ}>
              {organ}：{cases}件
            </p>
          ))}
          {!effect.applied && (
            <Button type="primary" loading={busy} onClick={() => void send(`preview=false&digest=${effect.digest}`)}>
              确认导入
            </Button>
          )}
        </section>
      )}
    </>
  )
}

export default NoticePage
