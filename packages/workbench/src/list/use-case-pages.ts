import { useCallback, useEffect, useState } from 'react'
import type { CaseList, CaseRow } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'

interface Pages {
  readonly rows: readonly CaseRow[]
  readonly next: string | null
  readonly problem?: Problem | undefined
  readonly loading: boolean
}

const nothing: Pages = { rows: [], next: null, loading: true }

/** The list that a query asks for, and more of it on demand. */
export const useCasePages = (query: string): Pages & { more(): void; reload(): void } => {
  const [pages, setPages] = useState<Pages>(nothing)
  const [round, setRound] = useState(0)
  const read = useCallback(
    async (after: string | null, signal?: AbortSignal) => {
      const cursor = after === null ? '' : `&after=${encodeURIComponent(after)}`
      const asked = await ask<CaseList>(`/cases?${query}${cursor}`, signal ? { signal } : {})
      setPages((before) =>
        asked.ok
          ? {
              rows: after === null ? asked.answer.cases : [...before.rows, ...asked.answer.cases],
              next: asked.answer.next,
              loading: false,
            }
          : { ...before, problem: asked.problem, loading: false },
      )
    },
    [query],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` reads the same list again
  useEffect(() => {
    const calledOff = new AbortController()
    setPages(nothing)
    read(null, calledOff.signal).catch(() => {})
    return () => calledOff.abort()
  }, [read, round])
  const more = () => void read(pages.next)
  return { ...pages, more, reload: () => setRound((before) => before + 1) }
}
