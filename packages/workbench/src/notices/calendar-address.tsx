import { Button, Input } from 'antd'
import { useState } from 'react'
import type { CalendarAddressAnswer, NewCalendarAddress } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { momentInWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { Waiting } from '../look/waiting.tsx'

const Shown = ({ address }: { readonly address: string }) => (
  <>
    <label htmlFor="calendar-address">订阅地址（只显示这一次）</label>
    <Input id="calendar-address" readOnly value={address} onFocus={(event) => event.target.select()} />
    <p className="quiet">
      在手机或者电脑的日历中选“添加订阅日历”，粘贴这个地址。谁有地址谁就能看到受理编号和期限，请不要转给别人；泄露了就换一个新的。
    </p>
  </>
)

/** 日历订阅: an address of one's own; shown once, renewed or taken back at will. */
export const CalendarAddress = () => {
  const kept = useAnswer<CalendarAddressAnswer>('/calendar-address')
  const [address, setAddress] = useState<string>()
  const [told, setTold] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const make = async () => {
    const asked = await ask<NewCalendarAddress>('/calendar-address', { method: 'POST', body: {} })
    setProblem(asked.ok ? undefined : asked.problem)
    if (!asked.ok) return
    setAddress(asked.answer.address)
    setTold('已取得新的订阅地址，以前的不再有效')
    kept.reload()
  }
  const withdraw = async () => {
    const asked = await ask('/calendar-address', { method: 'DELETE' })
    setProblem(asked.ok ? undefined : asked.problem)
    if (!asked.ok) return
    setAddress(undefined)
    setTold('已收回订阅地址')
    kept.reload()
  }
  return (
    <>
      <p role="status">{told}</p>
      {problem && <ProblemBox problem={problem} />}
      {address && <Shown address={address} />}
      <Waiting on={kept}>
        {({ madeAt }) => (
          <>
            <p>{madeAt ? `现有的地址取得于${momentInWords(madeAt)}。` : '还没有订阅地址。'}</p>
            <div className="row">
              <Button onClick={() => void make()}>{madeAt ? '换一个新的地址' : '取得订阅地址'}</Button>
              {madeAt && <Button onClick={() => void withdraw()}>收回地址</Button>}
            </div>
          </>
        )}
      </Waiting>
    </>
  )
}
