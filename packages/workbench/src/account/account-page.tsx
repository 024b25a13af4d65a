import { Button } from 'antd'
import { useState } from 'react'
import type { AccountAnswer } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSitting } from '../app/session.tsx'
import { Facts } from '../case/section.tsx'
import { momentInWords } from '../look/days.ts'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { EnrolForm } from '../sign-in/enrol-form.tsx'
import { PasswordForm } from '../sign-in/password-form.tsx'
import { Sessions } from './sessions.tsx'

type Open = 'password' | 'totp' | undefined

const Own = ({ account }: { readonly account: AccountAnswer }) => {
  const { session, words } = useSitting()
  return (
    <Facts
      rows={[
        ['姓名', account.displayName],
        ['用户名', account.name],
        ['机关', session.organ?.name ?? '不属于任何机关'],
        ['岗位', account.roles.map((role) => words.roles[role] ?? role).join('、')],
        ['密码', `${momentInWords(account.passwordSetAt)}设定`],
        ['动态口令', account.totp ? `已绑定，还有${account.recoveryCodesLeft}个恢复码` : '没有绑定'],
      ]}
    />
  )
}

/** 本人账号: everybody’s own, whatever they do here. */
const AccountPage = () => {
  const account = useAnswer<AccountAnswer>('/account')
  const [open, setOpen] = useState<Open>()
  const [told, setTold] = useState('')
  const [round, setRound] = useState(0)
  const done = (zh: string) => {
    setTold(zh)
    setOpen(undefined)
    setRound(round + 1)
    account.reload()
  }
  return (
    <>
      <Title>本人账号</Title>
      <p role="status">{told}</p>
      <Waiting on={account}>
        {(own) => (
          <section className="part" aria-label="账号">
            <Own account={own} />
            <div className="row">
              <Button
                aria-expanded={open === 'password'}
                onClick={() => setOpen(open === 'password' ? undefined : 'password')}
              >
                修改密码
              </Button>
              {!own.totp && (
                <Button aria-expanded={open === 'totp'} onClick={() => setOpen(open === 'totp' ? undefined : 'totp')}>
                  绑定动态口令
                </Button>
              )}
            </div>
            {own.totp && <p className="quiet">换手机的，请本机关的安全管理员先重置动态口令。</p>}
            <div className="narrow">
              {open === 'password' && <PasswordForm onDone={() => done('密码已经修改，其他登录都已失效')} />}
              {open === 'totp' && <EnrolForm onDone={() => done('动态口令已经绑定，其他登录都已失效')} />}
            </div>
          </section>
        )}
      </Waiting>
      <Sessions key={round} />
    </>
  )
}

export default AccountPage
