import { Button, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { SettingAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { ByOutcome, chosenOf, setOnly } from './by-outcome.tsx'

interface Values {
  readonly value: unknown
  readonly from?: string
  readonly reason: string
}

/** A choice, yes or no, or a number: drawn from what the setting allows. */
const control = ({ allowed }: SettingAnswer) => {
  const { kind } = allowed
  if (kind === 'choice')
    return (
      <Radio.Group
        options={Object.entries(allowed.values as Record<string, string>).map(([value, label]) => ({ value, label }))}
      />
    )
  if (kind === 'switch')
    return (
      <Radio.Group
        options={[
          { value: true, label: '是' },
          { value: false, label: '否' },
        ]}
      />
    )
  if (kind === 'yearDay') return <Input placeholder="01-26" maxLength={5} className="number" />
  return <Input type="number" className="number" />
}

const sentValue = ({ allowed }: SettingAnswer, value: unknown): unknown => {
  if (allowed.kind === 'byOutcome') return setOnly(value)
  return allowed.kind === 'days' ? Number(value) : value
}

const heldValue = (setting: SettingAnswer): unknown =>
  setting.allowed.kind === 'byOutcome' ? chosenOf(setting) : setting.value

interface SettingFormProps {
  readonly setting: SettingAnswer
  readonly today: string
  readonly onChanged: () => void
}

/** 改变一项设置: the value, from which day, and why. */
export const SettingForm = ({ setting, today, onChanged }: SettingFormProps) => {
  const [problem, setProblem] = useState<Problem>()
  const change = async ({ value, from, reason = '' }: Values) => {
    const body = { value: sentValue(setting, value), reason, ...(from ? { from } : {}) }
    const asked = await ask(`/settings/${setting.name}`, { method: 'POST', body })
    if (asked.ok) onChanged()
    else setProblem(asked.problem)
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} />}
      <Form<Values>
        name={setting.name}
        layout="vertical"
        initialValues={{ value: heldValue(setting) }}
        onFinish={(values) => void change(values)}
      >
        {setting.allowed.kind === 'byOutcome' ? (
          <ByOutcome allowed={setting.allowed} />
        ) : (
          <Form.Item name="value" label="改为">
            {control(setting)}
          </Form.Item>
        )}
        <Form.Item name="from" label="自哪一天起（不填为今天）">
          <Input type="date" min={today} className="day" />
        </Form.Item>
        <Form.Item name="reason" label="理由">
          <Input />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          改变设置
        </Button>
      </Form>
    </>
  )
}
