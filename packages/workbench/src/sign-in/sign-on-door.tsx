import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import type { SignOnOffer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useAnswer } from '../api/use-answer.ts'

/** Why the way back from the provider ended here; null where nobody comes from there. */
const cameBackWith = (): string | null => new URLSearchParams(location.search).get('sign-on')

interface CodeProps {
  readonly onSignedIn: () => void
  readonly onProblem: (words: string) => void
}

/** The provider has spoken; the one-time code of this house is still to come. */
const CodeForm = ({ onSignedIn, onProblem }: CodeProps) => {
  const give = async ({ totp }: { totp: string }) => {
    const asked = await ask('/sign-on', { method: 'POST', body: { totp: totp.trim() } })
    if (!asked.ok) return onProblem(asked.problem.detail)
    history.replaceState(null, '', location.pathname)
    onSignedIn()
  }
  return (
    <Form<{ totp: string }> layout="vertical" onFinish={(form) => void give(form)}>
      <Form.Item
        label="手机上的六位动态口令，或者一个恢复码"
        name="totp"
        rules={[{ required: true, message: '请填写动态口令' }]}
      >
        <Input autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit">
        继续登录
      </Button>
    </Form>
  )
}

/** The other way in, where the office has set one; nothing at all where it has not. */
export const SignOnDoor = ({ onSignedIn }: Pick<CodeProps, 'onSignedIn'>) => {
  const { answer } = useAnswer<SignOnOffer>('/sign-on')
  const [cameBack] = useState(cameBackWith)
  const [problem, setProblem] = useState('')
  if (!answer?.begin) return null
  const words = problem || (cameBack && Object.hasOwn(answer.words, cameBack) ? answer.words[cameBack] : '')
  return (
    <section className="sign-on" aria-label="统一身份认证">
      {words && <Alert type="warning" showIcon title={words} role="alert" />}
      {cameBack === 'totpNeeded' && <CodeForm onSignedIn={onSignedIn} onProblem={setProblem} />}
      <Button href={`${answer.begin}?to=${encodeURIComponent(location.pathname)}`}>用统一身份认证登录</Button>
    </section>
  )
}
