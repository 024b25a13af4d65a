import { Alert } from 'antd'
import { useEffect, useRef } from 'react'
import type { StaffRow } from '../api/answers.ts'
import { momentInWords } from '../look/days.ts'

/** What was done to whom; a one-time password is shown here and nowhere else. */
export interface Done {
  readonly zh: string
  readonly person: StaffRow
  readonly password?: string | undefined
  readonly until?: string | undefined
}

const OneTime = ({ password, until = '' }: { readonly password: string; readonly until?: string | undefined }) => (
  <>
    <p>一次性密码，只在这里显示这一次；请当面交给本人，登录后须先修改：</p>
    <p className="code">{password}</p>
    <p>{until && `${momentInWords(until)}以前有效。`}以前的登录都已失效。</p>
  </>
)

/** Said as soon as it is done, and read out. */
export const DoneBox = ({ zh, person, password, until }: Done) => {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [])
  return (
    <div ref={box} tabIndex={-1} className="done">
      <Alert
        type="success"
        showIcon
        role="status"
        title={`${zh}：${person.displayName}（${person.name}）`}
        description={password && <OneTime password={password} until={until} />}
      />
    </div>
  )
}
