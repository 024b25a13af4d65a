import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../app/session.tsx'
import { articleInWords } from './articles.ts'

interface ProblemBoxProps {
  readonly problem: Problem
  /** Offered where looking again may help: a stale screen, a lost connection. */
  readonly onReload?: (() => void) | undefined
  /** What a faulty field is called. */
  readonly nameOf?: ((path: string) => string) | undefined
}

/** What the pages ask by, whichever of them. */
const asked: Readonly<Record<string, string>> = { from: '起始日期', until: '截止日期' }

const Faults = ({ problem, nameOf = (path) => asked[path] ?? path }: ProblemBoxProps) => (
  <ul>
    {problem.faults?.map(({ path, zh }) => (
      <li key={`${path} ${zh}`}>{path ? `${nameOf(path)}：${zh}` : zh}</li>
    ))}
  </ul>
)

const Refused = ({ problem }: ProblemBoxProps) => {
  const words = useWords()
  const all = [
    { code: String(problem.code), article: problem.article ?? '', zh: problem.detail },
    ...(problem.also ?? []),
  ]
  return (
    <ul>
      {all.map(({ code, article, zh }) => (
        <li key={code + zh}>
          {zh}
          {article && article !== 'practice' && <span className="basis">（{articleInWords(article, words)}）</span>}
        </li>
      ))}
    </ul>
  )
}

const stale = (problem: Problem): boolean => problem.status === 412
const isRefusal = ({ code }: Problem): boolean => typeof code === 'string'

const titleOf = (problem: Problem): string =>
  stale(problem) ? '别人刚刚办理过这个案件，您看到的不是最新情况' : problem.title

/** Why not, whole: every fault with its field, every refusal with its article. Read out as soon as it appears. */
export const ProblemBox = (props: ProblemBoxProps) => {
  const { problem, onReload } = props
  const box = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: every new problem is brought into view
  useEffect(() => box.current?.focus(), [problem])
  const words = problem.faults ? <Faults {...props} /> : isRefusal(problem) ? <Refused {...props} /> : problem.detail
  return (
    <div ref={box} tabIndex={-1} className="problem">
      <Alert
        type="error"
        showIcon
        role="alert"
        title={titleOf(problem)}
        description={
          stale(problem) ? '没有保存任何内容。请先刷新，核对新的情况，再决定是否办理；您填写的内容还在。' : words
        }
        action={onReload && <Button onClick={onReload}>刷新</Button>}
      />
    </div>
  )
}
