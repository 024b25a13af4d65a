import { Alert } from 'antd'
import { useState } from 'react'
import { SizeButton, type SizeChoice } from '../app/shell.tsx'
import { Gate } from './gate.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { SignOnDoor } from './sign-on-door.tsx'

interface SignInProps {
  readonly size: SizeChoice
  readonly onSignedIn: () => void
}

/** The way in. */
export const SignInPage = ({ size, onSignedIn }: SignInProps) => {
  const [problem, setProblem] = useState('')
  return (
    <Gate
      title="依申请公开工作台"
      words={
        <>
          供行政机关工作人员使用。申请人请到<a href="/">申请和查询</a>。
        </>
      }
    >
      {problem && <Alert type="error" showIcon title={problem} role="alert" />}
      <SignInForm onSignedIn={onSignedIn} onProblem={setProblem}>
        <SizeButton {...size} />
      </SignInForm>
      <SignOnDoor onSignedIn={onSignedIn} />
    </Gate>
  )
}
