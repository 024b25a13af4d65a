import { Alert, Button } from 'antd'
import { useEffect, useRef } from 'react'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { LetterButton } from '../case/letter-button.tsx'
import { RelatedList } from '../case/related.tsx'
import { inWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import type { Entered } from './receive.ts'

/** Number, query code, day, papers, doubles; then the next one. The code is told this once and never again. */
export const EnteredBox = ({ entered, onNext }: { readonly entered: Entered; readonly onNext: () => void }) => {
  const words = useWords()
  const { received, registered, problem } = entered
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  const warnings = [...received.warnings, ...(registered?.warnings ?? [])]
  const { number, queryCode, clock } = registered
    ? { ...received, ...registered, queryCode: received.queryCode }
    : received
  return (
    <section className="panel" ref={box} tabIndex={-1} aria-label="录入结果">
      <h2>{number ? `已接收：${number}` : '已收到，待双方确认'}</h2>
      {registered ? <p>已经登记。</p> : <p>案件现在是“{words.states[received.state]}”。</p>}
      {queryCode && (
        <p>
          查询码 <strong className="code">{queryCode}</strong>（只显示这一次，已印在回执上）
        </p>
      )}
      {clock.dueOn && <p>答复期限：{inWords(clock.dueOn)}。</p>}
      {warnings.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title="请核对"
          description={
            <ul>
              {warnings.map(({ code, zh }) => (
                <li key={code + zh}>{zh}</li>
              ))}
            </ul>
          }
        />
      )}
      {problem && <ProblemBox problem={problem} />}
      <h3>同一申请人的其他申请</h3>
      <RelatedList id={received.id} />
      <div className="row">
        <Button type="primary" autoFocus onClick={onNext}>
          再录一件
        </Button>
        {[...received.issued, ...(registered?.issued ?? [])].map((letter) => (
          <LetterButton key={letter.n} id={received.id} letter={letter} />
        ))}
        <Link to={`/cases/${received.id}`}>看这个案件</Link>
      </div>
    </section>
  )
}
