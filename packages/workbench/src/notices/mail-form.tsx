import { Button, Checkbox, Form, Input, Radio } from 'antd'
import { useState } from 'react'
import type { NoticeMailAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'

type Wish = NonNullable<NoticeMailAnswer['wish']>

interface Values extends Omit<Wish, 'digestAt'> {
  readonly when: 'at once' | 'digest'
  readonly digestAt: string
}

const usual = (kinds: NoticeMailAnswer['kinds']): Values => ({
  address: '',
  kinds: kinds.map(({ kind }) => kind),
  when: 'digest',
  digestAt: '08:30',
  quietFrom: '20:00',
  quietTo: '08:00',
  workingDaysOnly: true,
})

const valuesOf = ({ wish, kinds }: NoticeMailAnswer): Values =>
  wish
    ? { ...wish, when: wish.digestAt === null ? 'at once' : 'digest', digestAt: wish.digestAt ?? '08:30' }
    : usual(kinds)

const wishOf = ({ when, digestAt, ...rest }: Values): Wish => ({
  ...rest,
  digestAt: when === 'digest' ? digestAt : null,
})

const names: Readonly<Record<string, string>> = {
  'wish.address': '电子邮箱',
  'wish.digestAt': '汇总的时刻',
  'wish.quietFrom': '免打扰，自',
  'wish.quietTo': '免打扰，至',
}

interface MailFormProps {
  readonly kept: NoticeMailAnswer
  readonly onKept: (answer: NoticeMailAnswer, told: string) => void
}

const Fields = ({ kinds }: Pick<NoticeMailAnswer, 'kinds'>) => (
  <>
    <Form.Item name="address" label="电子邮箱">
      <Input inputMode="email" autoComplete="email" />
    </Form.Item>
    <Form.Item name="kinds" label="哪些情况发邮件（其余的只在本页）">
      <Checkbox.Group options={kinds.map(({ kind, zh }) => ({ value: kind, label: zh }))} className="kinds" />
    </Form.Item>
    <Form.Item name="when" label="什么时候发">
      <Radio.Group
        options={[
          { value: 'digest', label: '每天一封汇总' },
          { value: 'at once', label: '随时' },
        ]}
      />
    </Form.Item>
    <div className="row">
      <Form.Item name="digestAt" label="汇总的时刻">
        <Input type="time" className="day" />
      </Form.Item>
      <Form.Item name="quietFrom" label="免打扰，自">
        <Input type="time" className="day" />
      </Form.Item>
      <Form.Item name="quietTo" label="免打扰，至">
        <Input type="time" className="day" />
      </Form.Item>
    </div>
    <p className="quiet">两个时刻相同的，没有免打扰时间。落在免打扰时间的，过后一并发出，不会遗漏。</p>
    <Form.Item name="workingDaysOnly" valuePropName="checked">
      <Checkbox>只在工作日发</Checkbox>
    </Form.Item>
  </>
)

/** 邮件通知: of what, when, and when not. */
export const MailForm = ({ kept, onKept }: MailFormProps) => {
  const [problem, setProblem] = useState<Problem>()
  const keep = async (wish: Wish | null) => {
    const asked = await ask<NoticeMailAnswer>('/notice-mail', { method: 'POST', body: { wish } })
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) onKept(asked.answer, wish ? '已保存邮件通知的设置' : '已停用邮件通知')
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} nameOf={(path) => names[path] ?? path} />}
      <Form<Values>
        name="mail"
        layout="vertical"
        initialValues={valuesOf(kept)}
        onFinish={(values) => void keep(wishOf(values))}
      >
        <Fields kinds={kept.kinds} />
        <div className="row">
          <Button type="primary" htmlType="submit">
            {kept.wish ? '保存' : '开始收邮件通知'}
          </Button>
          {kept.wish && <Button onClick={() => void keep(null)}>不再发邮件</Button>}
        </div>
      </Form>
    </>
  )
}
