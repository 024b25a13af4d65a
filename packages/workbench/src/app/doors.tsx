import { lazy, Suspense, useCallback, useEffect, useState } from 'react'
import type { CurrentSession, Words } from '../api/answers.ts'
import { ask, whenSignedOut } from '../api/ask.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { Pages } from './pages.tsx'
import { type Sitting, SittingContext } from './session.tsx'
import { Shell, type SizeChoice } from './shell.tsx'

/** Whoever must first do something sees that and nothing else. */
type State = 'asking' | 'outside' | 'mustChangePassword' | 'mustEnrolTotp' | Sitting

const mustFirst = ['mustChangePassword', 'mustEnrolTotp'] as const

const ChangePassword = lazy(async () => {
  const { ChangePasswordPage } = await import('../sign-in/change-password-page.tsx')
  return { default: ChangePasswordPage }
})
const Enrol = lazy(async () => {
  const { EnrolPage } = await import('../sign-in/enrol-page.tsx')
  return { default: EnrolPage }
})

const enter = async (): Promise<State> => {
  const [session, words] = await Promise.all([ask<CurrentSession>('/sessions/current'), ask<Words>('/words')])
  if (session.ok && words.ok) return { session: session.answer, words: words.answer }
  const refused = [session, words].flatMap((asked) => (asked.ok ? [] : [asked.problem.type]))
  return mustFirst.find((kind) => refused.some((type) => type.endsWith(`:${kind}`))) ?? 'outside'
}

/** Lets in who is signed in; everybody else sees the sign-in page, and comes out where they wanted to go. */
export const Doors = (size: SizeChoice) => {
  const [state, setState] = useState<State>('asking')
  const open = useCallback(() => {
    void enter().then(setState)
  }, [])
  useEffect(() => {
    whenSignedOut(() => setState('outside'))
    open()
  }, [open])
  if (state === 'asking') return <p className="waiting">正在打开……</p>
  if (state === 'outside') return <SignInPage onSignedIn={open} size={size} />
  if (typeof state === 'string')
    return <Suspense>{state === 'mustEnrolTotp' ? <Enrol onDone={open} /> : <ChangePassword onDone={open} />}</Suspense>
  return (
    <SittingContext value={state}>
      <Shell size={size} onSignedOut={() => setState('outside')}>
        <Pages />
      </Shell>
    </SittingContext>
  )
}
