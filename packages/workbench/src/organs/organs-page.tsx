import { Button } from 'antd'
import { useState } from 'react'
import type { PlacedOrganAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSitting } from '../app/session.tsx'
import { Facts } from '../case/section.tsx'
import { inWords } from '../look/days.ts'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { OrganForm } from './organ-form.tsx'

interface OrgansAnswer {
  readonly organs: readonly PlacedOrganAnswer[]
}

const Record = ({
  organ,
  nameOf,
}: {
  readonly organ: PlacedOrganAnswer
  readonly nameOf: (code: string) => string
}) => {
  const { words } = useSitting()
  const channels = Object.entries(organ.channels).map(
    ([channel, on]) => `${words.channels[channel] ?? channel}（${inWords(on)}公布）`,
  )
  return (
    <Facts
      rows={[
        ['代码', organ.code],
        ['种类', words.organTypes[organ.type]],
        ['文号代字', organ.prefix],
        ['工作机构', organ.department],
        ['地址', `${organ.address}（${organ.postcode}）`],
        ['电话', organ.telephone],
        ['办公时间', organ.hours],
        ['主管部门', organ.supervisedBy ? nameOf(organ.supervisedBy) : '没有'],
        ['管辖法院', organ.court ?? '有管辖权的人民法院'],
        ['受理渠道', ['当面', '邮寄', ...channels].join('、')],
        ['申请网址', organ.portalUrl],
      ]}
    />
  )
}

interface OneProps {
  readonly organ: PlacedOrganAnswer
  readonly all: readonly PlacedOrganAnswer[]
  readonly onDone: (zh: string) => void
}

const One = ({ organ, all, onDone }: OneProps) => {
  const [editing, setEditing] = useState(false)
  const nameOf = (code: string) => all.find((one) => one.code === code)?.name ?? code
  return (
    <section className="part" aria-labelledby={`organ-${organ.code}`}>
      <div className="part-head">
        <h2 id={`organ-${organ.code}`}>{organ.name}</h2>
        <Button
          aria-label={`${editing ? '不改了' : '修改'}：${organ.name}`}
          aria-expanded={editing}
          onClick={() => setEditing(!editing)}
        >
          {editing ? '不改了' : '修改'}
        </Button>
      </div>
      {editing ? <OrganForm organ={organ} all={all} onDone={onDone} /> : <Record organ={organ} nameOf={nameOf} />}
    </section>
  )
}

/** 机关: what letters and pages print of each, and who supervises whom. */
const OrgansPage = () => {
  const { session } = useSitting()
  const organs = useAnswer<OrgansAnswer>('/organs')
  const [adding, setAdding] = useState(false)
  const [told, setTold] = useState('')
  const [round, setRound] = useState(0)
  const done = (zh: string) => {
    setTold(zh)
    setAdding(false)
    setRound(round + 1)
    organs.reload()
  }
  return (
    <>
      <Title>机关</Title>
      <p className="quiet">
        文书、救济告知和申请页面都从这里取用机关的情况；已经制发的文书不变。
        {session.organ !== null && '增加机关、设定主管关系，由不属于任何机关的系统管理员办理。'}
      </p>
      <p role="status">{told}</p>
      {session.organ === null && (
        <div className="filters">
          <Button type="primary" aria-expanded={adding} onClick={() => setAdding(!adding)}>
            增加机关
          </Button>
        </div>
      )}
      <Waiting on={organs}>
        {({ organs: all }) => (
          <>
            {adding && (
              <section className="panel" aria-label="增加机关">
                <h2>增加机关</h2>
                <OrganForm all={all} onDone={done} />
              </section>
            )}
            {all.map((organ) => (
              <One key={`${organ.code} ${round}`} organ={organ} all={all} onDone={done} />
            ))}
          </>
        )}
      </Waiting>
    </>
  )
}

export default OrgansPage
