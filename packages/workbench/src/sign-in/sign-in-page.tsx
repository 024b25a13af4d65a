import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/ask.ts'
import { SizeButton, type SizeChoice } from '../app/shell.tsx'

interface Credentials {
  readonly name: string
  readonly password: string
}

interface SignInProps {
  readonly size: SizeChoice
  readonly onSignedIn: () => void
}

/** Name and password; whatever else a sign-in may want comes here and nowhere else. */
export const SignInPage = ({ size, onSignedIn }: SignInProps) => {
  const [problem, setProblem] = useState('')
  const [busy, setBusy] = useState(false)
  const signIn = async (body: Credentials) => {
    setBusy(true)
    const asked = await ask('/sessions', { method: 'POST', body })
    setBusy(false)
    if (asked.ok) onSignedIn()
    else setProblem(asked.problem.detail)
  }
  return (
    <main className="sign-in">
      <h1>依申请公开工作台</h1>
      <p>
        供行政机关工作人员使用。申请人请到<a href="/">申请和查询</a>。
      </p>
      {problem && <Alert type="error" showIcon message={problem} role="alert" />}
      <Form<Credentials> layout="vertical" onFinish={(form) => void signIn(form)}>
        <Form.Item label="用户名" name="name" rules={[{ required: true, message: '请填写用户名' }]}>
          <Input autoComplete="username" autoFocus />
        </Form.Item>
        <Form.Item label="密码" name="password" rules={[{ required: true, message: '请填写密码' }]}>
          <Input type="password" autoComplete="current-password" />
        </Form.Item>
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>
            登录
          </Button>
          <SizeButton {...size} />
        </div>
      </Form>
    </main>
  )
}
