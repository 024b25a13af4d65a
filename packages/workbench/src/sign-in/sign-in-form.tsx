import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { ask } from '../api/ask.ts'

interface Credentials {
  readonly name: string
  readonly password: string
  readonly totp?: string
}

interface SignInFormProps {
  readonly onSignedIn: () => void
  readonly onProblem: (words: string) => void
  readonly children: ReactNode
}

/** Name and password, and the one-time code where the account has one: asked for only when it is needed. */
export const SignInForm = ({ onSignedIn, onProblem, children }: SignInFormProps) => {
  const [busy, setBusy] = useState(false)
  const [coded, setCoded] = useState(false)
  const signIn = async ({ name, password, totp }: Credentials) => {
    setBusy(true)
    const body = { name, password, ...(totp?.trim() ? { totp: totp.trim() } : {}) }
    const asked = await ask('/sessions', { method: 'POST', body })
    setBusy(false)
    if (asked.ok) return onSignedIn()
    if (asked.problem.type.endsWith(':totpNeeded')) setCoded(true)
    onProblem(asked.problem.detail)
  }
  return (
    <Form<Credentials> layout="vertical" onFinish={(form) => void signIn(form)}>
      <Form.Item label="用户名" name="name" rules={[{ required: true, message: '请填写用户名' }]}>
        <Input autoComplete="username" autoFocus />
      </Form.Item>
      <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填写密码' }]}>
        <Input type="password" autoComplete="current-password" />
      </Form.Item>
      {coded && (
        <Form.Item label="动态口令（六位），或者一个恢复码" name="totp">
          <Input autoComplete="one-time-code" autoFocus />
        </Form.Item>
      )}
      <div className="row">
        <Button type="primary" htmlType="submit" loading={busy}>
          登录
        </Button>
        {children}
      </div>
    </Form>
  )
}
