import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import type { CommandAnswer } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { LetterButton } from '../case/letter-button.tsx'

/** What was done, what it made, and what to know of it. */
export const DoneBox = ({ zh, done }: { readonly zh: string; readonly done: CommandAnswer }) => {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="done">
      <Alert
        type={done.warnings.length > 0 ? 'warning' : 'success'}
        showIcon
        role="status"
        title={`已办理：${zh}。案件现在是“${words.states[done.state]}”。`}
        description={
          <>
            {done.warnings.length > 0 && (
              <ul>
                {done.warnings.map(({ code, zh: told }) => (
                  <li key={code + told}>{told}</li>
                ))}
              </ul>
            )}
            {done.issued.map((letter) => (
              <LetterButton key={letter.n} id={done.id} letter={letter} />
            ))}
          </>
        }
      />
    </div>
  )
}
