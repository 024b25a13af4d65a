import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import type { PlacedOrganAnswer, StaffRow } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSitting } from '../app/session.tsx'
import { Dialog } from '../look/dialog.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import type { Done } from './done-box.tsx'

interface Values {
  readonly name?: string
  readonly displayName?: string
  readonly organ?: string
}

interface Made {
  readonly person: StaffRow
  readonly password: string
  readonly until: string
}

const names: Readonly<Record<string, string>> = { name: '用户名', displayName: '姓名', organ: '机关' }

/** Only who is of no organ says which one somebody belongs to. */
const OrganChoice = () => {
  const { answer } = useAnswer<{ readonly organs: readonly PlacedOrganAnswer[] }>('/organs')
  const organs = (answer?.organs ?? []).map(({ code, name }) => ({ value: code, label: `${name}（${code}）` }))
  return (
    <Form.Item name="organ" label="机关（不选的不属于任何机关）">
      <Select allowClear options={organs} showSearch={{ optionFilterProp: 'label' }} />
    </Form.Item>
  )
}

interface NewPersonProps {
  readonly onClose: () => void
  readonly onDone: (done: Done) => void
}

/** 增加人员: name and sign-in name; rights come from the security administrator afterwards. */
export const NewPerson = ({ onClose, onDone }: NewPersonProps) => {
  const { session } = useSitting()
  const [problem, setProblem] = useState<Problem>()
  const add = async ({ name = '', displayName = '', organ }: Values) => {
    const body = { name, displayName, ...(organ ? { organ } : {}) }
    const asked = await ask<Made>('/staff', { method: 'POST', body })
    if (asked.ok) onDone({ zh: '已增加', ...asked.answer })
    else setProblem(asked.problem)
  }
  return (
    <Dialog title="增加人员" onClose={onClose}>
      <p>增加后给出一次性密码；岗位由安全管理员授予，授予以前不能办理任何事项。</p>
      {problem && <ProblemBox problem={problem} nameOf={(path) => names[path] ?? path} />}
      <Form<Values> name="new-person" layout="vertical" onFinish={(values) => void add(values)}>
        <Form.Item name="displayName" label="姓名">
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label="用户名（2至40个字：文字、数字、点、横线；全部机关中唯一）">
          <Input autoComplete="off" />
        </Form.Item>
        {session.organ === null && <OrganChoice />}
        <Button type="primary" htmlType="submit">
          增加
        </Button>
      </Form>
    </Dialog>
  )
}
