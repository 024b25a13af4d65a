import { useEffect, useState } from 'react'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import type { Check } from '../case/risks.tsx'

export interface Preview {
  readonly letter: string | null
  /** base64. */
  readonly pdf: string | null
  readonly checks: readonly Check[]
  readonly warnings: readonly { readonly code: string; readonly zh: string }[]
}

export interface Previewed {
  readonly preview?: Preview
  readonly problem?: Problem
  readonly busy: boolean
}

const pause = 700

/** What the reply would be, asked for when the hands rest; the last one stays in sight meanwhile. */
export const usePreview = (id: string, command: string, body: object): Previewed => {
  const [held, setHeld] = useState<Previewed>({ busy: true })
  const words = JSON.stringify(body)
  useEffect(() => {
    const calledOff = new AbortController()
    setHeld((before) => ({ ...before, busy: true }))
    const timer = setTimeout(() => {
      ask<Preview>(`/cases/${id}/previews/${command}`, {
        method: 'POST',
        body: JSON.parse(words) as object,
        signal: calledOff.signal,
      })
        .then((asked) => {
          if (asked.ok) setHeld({ preview: asked.answer, busy: false })
          else setHeld((before) => ({ ...before, problem: asked.problem, busy: false }))
        })
        .catch(() => {})
    }, pause)
    return () => {
      clearTimeout(timer)
      calledOff.abort()
    }
  }, [id, command, words])
  return held
}
