import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/ask.ts'

interface Passwords {
  readonly current: string
  readonly next: string
  readonly again: string
}

/** Before anything else: the one-time password is changed for one's own. */
export const ChangePasswordPage = ({ onDone }: { readonly onDone: () => void }) => {
  const [problem, setProblem] = useState('')
  const change = async ({ current, next, again }: Passwords) => {
    if (next !== again) return setProblem('两次填写的新密码不一样')
    const asked = await ask('/account/password', { method: 'POST', body: { current, next } })
    if (asked.ok) onDone()
    else setProblem(asked.problem.detail)
  }
  return (
    <main className="sign-in">
      <h1>请先修改密码</h1>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <Form<Passwords> layout="vertical" onFinish={(form) => void change(form)}>
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
    </main>
  )
}
