import { Button, Input, Select } from 'antd'
import { useState } from 'react'
import type { HotRequestsAnswer, RunningAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { go, Link, useAddress } from '../app/router.tsx'
import { hasRole, useSitting } from '../app/session.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { ChecksPart } from './checks-part.tsx'
import { CarryPart, ClosedPart } from './closed-part.tsx'
import { OpenPart } from './open-part.tsx'

interface Asked {
  readonly organ: string
  readonly from: string
  readonly until: string
}

const askedOf = (address: string): Asked => {
  const query = new URLSearchParams(address.split('?')[1] ?? '')
  return { organ: query.get('organ') ?? '', from: query.get('from') ?? '', until: query.get('until') ?? '' }
}

const queryOf = (asked: Partial<Asked>): string => {
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== '')).toString()
  return query ? `?${query}` : ''
}

/** Only a supervisor has several organs to choose from. */
const ChooseOrgan = ({ asked }: { readonly asked: Asked }) => {
  const whole = useAnswer<RunningAnswer>('/statistics')
  const organs = whole.answer?.open.organs ?? []
  return (
    <label className="field" htmlFor="organ">
      <span>机关</span>
      <Select
        id="organ"
        value={asked.organ}
        options={[
          { value: '', label: '全部相加' },
          ...organs.map(({ organ: value, name: label }) => ({ value, label })),
        ]}
        onChange={(organ) => go(`/statistics${queryOf({ ...asked, organ })}`)}
      />
    </label>
  )
}

const Choose = ({ asked }: { readonly asked: Asked }) => {
  const { session } = useSitting()
  const [from, setFrom] = useState(asked.from)
  const [until, setUntil] = useState(asked.until)
  return (
    <form
      className="filters"
      aria-label="期间和机关"
      onSubmit={(event) => {
        event.preventDefault()
        go(`/statistics${queryOf({ ...asked, from, until })}`)
      }}
    >
      {session.supervises && <ChooseOrgan asked={asked} />}
      <label className="field" htmlFor="from">
        <span>从（不填为年初）</span>
        <Input id="from" type="date" className="day" value={from} onChange={(event) => setFrom(event.target.value)} />
      </label>
      <label className="field" htmlFor="until">
        <span>到（不填为今天）</span>
        <Input
          id="until"
          type="date"
          className="day"
          value={until}
          onChange={(event) => setUntil(event.target.value)}
        />
      </label>
      <Button htmlType="submit" type="primary">
        查看
      </Button>
    </form>
  )
}

/** What many ask for, and how many of it waits for somebody to decide (条例 44). */
const HotPart = ({ organ }: Pick<Asked, 'organ'>) => {
  const { session } = useSitting()
  const hot = useAnswer<HotRequestsAnswer>(`/statistics/hot-requests${queryOf({ organ })}`)
  const works = hasRole(session, 'officeHead', 'statistician')
  return (
    <section className="part" aria-labelledby="hot">
      <h2 id="hot">多人申请的信息</h2>
      <Waiting on={hot}>
        {({ requests, counts }) => (
          <>
            <p>
              等待研判{counts.waiting}项，已决定公开、待发布{counts.toPublish}项，已经主动公开{counts.published}
              项，决定不主动公开
              {counts.declined}项。
            </p>
            <ul>
              {requests
                .filter(({ state }) => state === 'waiting')
                .map(({ organ: at, topic, information, zh }) => (
                  <li key={at + topic}>
                    {information}：{zh}
                  </li>
                ))}
            </ul>
            {works && (
              <p>
                <Link to="/hot">主动公开研判</Link>
              </p>
            )}
          </>
        )}
      </Waiting>
    </section>
  )
}

/** 运行情况: the running picture, worked out anew each time from the cases. */
const StatisticsPage = () => {
  const asked = askedOf(useAddress())
  const running = useAnswer<RunningAnswer>(`/statistics${queryOf({ ...asked })}`)
  return (
    <>
      <Title>运行情况</Title>
      <Choose key={asked.from + asked.until} asked={asked} />
      <Waiting on={running}>
        {(answer) => (
          <>
            <OpenPart open={answer.open} />
            <ClosedPart answer={answer} />
            <CarryPart answer={answer} />
          </>
        )}
      </Waiting>
      <ChecksPart organ={asked.organ} />
      <HotPart organ={asked.organ} />
    </>
  )
}

export default StatisticsPage
