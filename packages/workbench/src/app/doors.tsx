import { useCallback, useEffect, useState } from 'react'
import type { CurrentSession, Words } from '../api/answers.ts'
import { ask, whenSignedOut } from '../api/ask.ts'
import { SignInPage } from '../sign-in/sign-in-page.tsx'
import { Pages } from './pages.tsx'
import { type Sitting, SittingContext } from './session.tsx'
import { Shell, type SizeChoice } from './shell.tsx'

type State = 'asking' | 'outside' | Sitting

const enter = async (): Promise<Sitting | 'outside'> => {
  const [session, words] = await Promise.all([ask<CurrentSession>('/sessions/current'), ask<Words>('/words')])
  return session.ok && words.ok ? { session: session.answer, words: words.answer } : 'outside'
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
  return (
    <SittingContext value={state}>
      <Shell size={size} onSignedOut={() => setState('outside')}>
        <Pages />
      </Shell>
    </SittingContext>
  )
}
