import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/ask.ts'

interface Passwords {
  readonly current: string
  readonly next: string
  readonly again: string
}

/** The old password, the new one twice. */
export const PasswordForm = ({ onDone }: { readonly onDone: () => void }) => {
  const [problem, setProblem] = useState('')
  const change = async ({ current = '', next = '', again = '' }: Partial<Passwords>) => {
    if (!current || !next) return setProblem('请填写现在的密码和新密码')
    if (next !== again) return setProblem('两次填写的新密码不一样')
    const asked = await ask('/account/password', { method: 'POST', body: { current, next } })
    if (asked.ok) onDone()
    else setProblem(asked.problem.detail)
  }
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<Passwords> name="password" layout="vertical" onFinish={(form) => void change(form)}>
        <Form.Item label="现在的密码" name="current">
          <Input type="password" autoComplete="current-password" />
        </Form.Item>
        <Form.Item label="新密码" name="next">
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Form.Item label="再写一次新密码" name="again">
          <Input type="password" autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          修改密码
        </Button>
      </Form>
    </>
  )
}
