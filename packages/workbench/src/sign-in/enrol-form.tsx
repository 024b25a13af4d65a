import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { ask } from '../api/ask.ts'

interface Offer {
  readonly secret: string
  readonly svg: string
}

interface Confirmed {
  readonly recoveryCodes: readonly string[]
}

/** The code to be scanned, as a picture that loads nothing. */
const pictureOf = (svg: string): string => `data:image/svg+xml,${encodeURIComponent(svg)}`

const Codes = ({ codes, onDone }: { readonly codes: readonly string[]; readonly onDone: () => void }) => (
  <>
    <p>动态口令已经绑定。下面的恢复码各能用一次，只在这里显示这一次，请抄下来妥善保管：</p>
    <ul className="codes">
      {codes.map((code) => (
        <li key={code}>
          <code>{code}</code>
        </li>
      ))}
    </ul>
    <Button type="primary" onClick={onDone}>
      已经抄好
    </Button>
  </>
)

/** 绑定动态口令: the password, then the code to scan, then the first figure of the telephone. */
export const EnrolForm = ({ onDone }: { readonly onDone: () => void }) => {
  const [problem, setProblem] = useState('')
  const [offer, setOffer] = useState<Offer>()
  const [codes, setCodes] = useState<readonly string[]>()
  const begin = async ({ password = '' }: { password?: string }) => {
    const body = { password }
    if (!password) return setProblem('请填写密码')
    const asked = await ask<Offer>('/account/totp', { method: 'POST', body })
    setProblem(asked.ok ? '' : asked.problem.detail)
    if (asked.ok) setOffer(asked.answer)
  }
  const confirm = async ({ totp = '' }: { totp?: string }) => {
    const body = { totp: totp.trim() }
    if (body.totp.length < 6) return setProblem('请填写手机上现在的六位口令')
    const asked = await ask<Confirmed>('/account/totp/confirm', { method: 'POST', body })
    setProblem(asked.ok ? '' : asked.problem.detail)
    if (asked.ok) setCodes(asked.answer.recoveryCodes)
  }
  return (
    <>
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      {codes && <Codes codes={codes} onDone={onDone} />}
      {!codes && !offer && (
        <Form<{ password: string }> name="offer" layout="vertical" onFinish={(form) => void begin(form)}>
          <Form.Item label="密码" name="password">
            <Input type="password" autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            取得二维码
          </Button>
        </Form>
      )}
      {!codes && offer && (
        <Form<{ totp: string }> name="confirm" layout="vertical" onFinish={(form) => void confirm(form)}>
          <p>用手机上的动态口令程序扫描，或者手工输入种子：</p>
          <img className="qr" src={pictureOf(offer.svg)} alt="动态口令的二维码，内容与下面的种子相同" />
          <p>
            <code>{offer.secret}</code>
          </p>
          <Form.Item label="手机上现在的六位口令" name="totp">
            <Input autoComplete="one-time-code" inputMode="numeric" />
          </Form.Item>
          <Button type="primary" htmlType="submit">
            确认
          </Button>
        </Form>
      )}
    </>
  )
}
