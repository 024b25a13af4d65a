import { Button } from 'antd'
import { useState } from 'react'
import type { SignOnOffer, StaffRow } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { hasRole, useSitting } from '../app/session.tsx'
import { ActDialog } from './act-dialog.tsx'
import type { Done } from './done-box.tsx'
import { actsFor, type StaffAct, whyNoActs } from './staff-acts.ts'

interface Chosen {
  readonly row: StaffRow
  readonly act: StaffAct
}

/** Is there a sign-on provider to be joined to, and is there anything of one to show? */
interface SignOnState {
  readonly offered: boolean
  readonly shown: boolean
}

interface LineProps {
  readonly row: StaffRow
  readonly signOn: SignOnState
  readonly onChoose: (act: StaffAct) => void
}

const stateOf = ({ disabled, roles, mustChangePassword }: StaffRow): readonly [string, string] => {
  if (disabled) return ['grey', '已停用']
  if (roles.length === 0) return ['yellow', '还没有岗位']
  return mustChangePassword ? ['yellow', '须先修改密码'] : ['blue', '可以登录']
}

const Line = ({ row, signOn, onChoose }: LineProps) => {
  const { session, words } = useSitting()
  const own = row.name === session.person.name
  const [colour, state] = stateOf(row)
  const acts = actsFor(row, hasRole(session, 'admin'), signOn.offered)
  return (
    <tr className={row.disabled ? 'rest' : undefined}>
      <th scope="row">
        {row.displayName}
        <span className="detail">{row.name}</span>
      </th>
      {session.organ === null && <td>{row.organ ?? '不属于任何机关'}</td>}
      <td>{row.roles.map((role) => words.roles[role] ?? role).join('、') || '—'}</td>
      <td>
        <span className={`light ${colour}`}>
          <strong>{state}</strong>
        </span>
      </td>
      <td>{row.totp ? '已绑定' : '没有绑定'}</td>
      {signOn.shown && <td>{row.signOn ? '已关联' : '没有关联'}</td>}
      <td>
        {own ? (
          <span className="quiet">本人，由另一人办理</span>
        ) : (
          <span className="row-acts">
            {acts.length === 0 && <span className="quiet">{whyNoActs(row)}</span>}
            {acts.map((act) => (
              <Button
                key={act.zh}
                size="small"
                danger={act.danger === true}
                aria-label={`${act.zh}：${row.displayName}`}
                onClick={() => onChoose(act)}
              >
                {act.zh}
              </Button>
            ))}
          </span>
        )}
      </td>
    </tr>
  )
}

interface TableProps {
  readonly rows: readonly StaffRow[]
  readonly onDone: (done: Done) => void
}

/** Everybody whose account is kept here, with what may be done. */
export const StaffTable = ({ rows, onDone }: TableProps) => {
  const { session } = useSitting()
  const [chosen, setChosen] = useState<Chosen>()
  const offered = useAnswer<SignOnOffer>('/sign-on').answer?.offered ?? false
  // Whoever was joined before the provider was taken away is still seen, and can be parted from it.
  const signOn = { offered, shown: offered || rows.some((row) => row.signOn) }
  const finished = (done: Done) => {
    setChosen(undefined)
    onDone(done)
  }
  return (
    <>
      <p className="count" role="status">
        {rows.length}人
      </p>
      <table className="cases">
        <caption className="unseen">人员</caption>
        <thead>
          <tr>
            <th scope="col">姓名、用户名</th>
            {session.organ === null && <th scope="col">机关</th>}
            <th scope="col">岗位</th>
            <th scope="col">状态</th>
            <th scope="col">动态口令</th>
            {signOn.shown && <th scope="col">统一身份认证</th>}
            <th scope="col">办理</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Line key={row.id} row={row} signOn={signOn} onChoose={(act) => setChosen({ row, act })} />
          ))}
        </tbody>
      </table>
      {chosen && <ActDialog {...chosen} onClose={() => setChosen(undefined)} onDone={finished} />}
    </>
  )
}
