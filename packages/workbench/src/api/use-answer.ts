import { useCallback, useEffect, useState } from 'react'
import { ask } from './ask.ts'
import type { Problem } from './problem.ts'

/** An answer on its way, come, or refused; the one before stays while it is asked for again. */
export interface Answered<Answer> {
  readonly answer: Answer | undefined
  readonly problem: Problem | undefined
  readonly loading: boolean
  readonly reload: () => void
}

interface Held<Answer> {
  readonly path: string
  readonly answer?: Answer
  readonly problem?: Problem
}

/** Reads from the interface whenever the address changes; null reads nothing. */
export const useAnswer = <Answer>(path: string | null): Answered<Answer> => {
  const [held, setHeld] = useState<Held<Answer>>()
  const [round, setRound] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks again for the same address
  useEffect(() => {
    if (path === null) return
    const calledOff = new AbortController()
    ask<Answer>(path, { signal: calledOff.signal })
      .then((asked) => {
        if (calledOff.signal.aborted) return
        setHeld(asked.ok ? { path, answer: asked.answer } : { path, problem: asked.problem })
      })
      .catch(() => {})
    return () => calledOff.abort()
  }, [path, round])
  const reload = useCallback(() => setRound((before) => before + 1), [])
  const own = held?.path === path ? held : undefined
  return { answer: own?.answer, problem: own?.problem, loading: path !== null && own === undefined, reload }
}
