import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'

/** 接收 登记 办理 协查 答复 办结 归档, and where the case stands. */
export const Stages = ({ page }: { readonly page: CasePage }) => {
  const { stages } = useWords()
  const at = stages.indexOf(page.stage)
  return (
    <ol className="stages" aria-label="阶段">
      {stages.map((stage, i) => (
        <li
          key={stage}
          className={i < at ? 'past' : i === at ? 'now' : ''}
          aria-current={i === at ? 'step' : undefined}
        >
          {stage}
          {i < at && <span className="unseen">（已过）</span>}
        </li>
      ))}
    </ol>
  )
}
