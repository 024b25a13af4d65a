import { Button, Input } from 'antd'
import { useState } from 'react'
import type { StaffRow } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { hasRole, useSitting } from '../app/session.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { type Done, DoneBox } from './done-box.tsx'
import { NewPerson } from './new-person.tsx'
import { StaffTable } from './staff-table.tsx'

interface StaffAnswer {
  readonly staff: readonly StaffRow[]
}

const matches = ({ name, displayName, organ }: StaffRow, words: string): boolean =>
  `${name} ${displayName} ${organ ?? ''}`.toLowerCase().includes(words.trim().toLowerCase())

/** What each of the two administrators does here; neither sees a case (三员分立). */
const duties = (isAdmin: boolean): string =>
  isAdmin
    ? '系统管理员增加人员、重置密码、关联统一身份认证；岗位、动态口令、停用和恢复由安全管理员办理。'
    : '安全管理员授予岗位、重置动态口令、解除登录限制、停用和恢复；增加人员、重置密码、关联统一身份认证由系统管理员办理。'

/** 人员: who may sign in, as what, and whether they can. */
const StaffPage = () => {
  const { session } = useSitting()
  const staff = useAnswer<StaffAnswer>('/staff')
  const [words, setWords] = useState('')
  const [adding, setAdding] = useState(false)
  const [done, setDone] = useState<Done>()
  const isAdmin = hasRole(session, 'admin')
  const finished = (one: Done) => {
    setAdding(false)
    setDone(one)
    staff.reload()
  }
  return (
    <>
      <Title>人员</Title>
      <p className="quiet">{duties(isAdmin)}每一步都写明理由，记入安全日志。</p>
      {done && <DoneBox key={`${done.zh} ${done.person.id} ${done.password ?? ''}`} {...done} />}
      <div className="filters">
        <label className="field grow" htmlFor="staff-words">
          <span>查找</span>
          <Input
            id="staff-words"
            type="search"
            placeholder="姓名、用户名、机关代码"
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        </label>
        {isAdmin && (
          <Button type="primary" onClick={() => setAdding(true)}>
            增加人员
          </Button>
        )}
      </div>
      {adding && <NewPerson onClose={() => setAdding(false)} onDone={finished} />}
      <Waiting on={staff}>
        {({ staff: all }) => <StaffTable rows={all.filter((row) => matches(row, words))} onDone={finished} />}
      </Waiting>
    </>
  )
}

export default StaffPage
