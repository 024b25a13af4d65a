import { Form, Input } from 'antd'
import { useState } from 'react'
import { GroupList } from '../acts/group-list.tsx'
import { ownFields, type Schema } from '../acts/schema.ts'

interface MoreProps {
  /** Of the command that receives a request. */
  readonly schema: Schema
}

/** What few requests have: several applicants, another organ that passed it on, a span of time. Closed, nobody steps over it. */
export const More = ({ schema }: MoreProps) => {
  const [open, setOpen] = useState(false)
  const others = ownFields(schema).find(([name]) => name === 'coApplicants')?.[1]
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>共同申请人、转来的机关、所属期间（可以不填）</summary>
      {open && (
        <>
          {others && <GroupList path={['coApplicants']} within={[]} schema={others} choices={{}} />}
          <div className="columns">
            <Form.Item name="transferredFrom" label="转来的机关" extra="收到申请后转到本机关的，例如县政务服务便民热线">
              <Input autoComplete="off" />
            </Form.Item>
            <Form.Item name={['information', 'period']} label="所属期间" extra="例如：2022年1月至2023年12月">
              <Input autoComplete="off" />
            </Form.Item>
          </div>
        </>
      )}
    </details>
  )
}
