import { useCallback, useEffect, useState } from 'react'
import type { RemediesAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'

interface Listed {
  readonly rows: RemediesAnswer['remedies']
  readonly next: string | null
  readonly problem?: Problem | undefined
  readonly loading: boolean
}

const nothing: Listed = { rows: [], next: null, loading: true }

/** The ledger of remedies page by page; what was read stays while more is asked for. */
export const useRemedies = () => {
  const [listed, setListed] = useState(nothing)
  const [round, setRound] = useState(0)
  const read = useCallback(async (after: string | null, signal?: AbortSignal) => {
    const path = after === null ? '/remedies' : `/remedies?after=${encodeURIComponent(after)}`
    const asked = await ask<RemediesAnswer>(path, signal ? { signal } : {})
    setListed((before) => {
      if (!asked.ok) return { ...before, problem: asked.problem, loading: false }
      const { remedies, next } = asked.answer
      return { rows: after === null ? remedies : [...before.rows, ...remedies], next, loading: false }
    })
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` reads the ledger again
  useEffect(() => {
    const calledOff = new AbortController()
    setListed(nothing)
    read(null, calledOff.signal).catch(() => {})
    return () => calledOff.abort()
  }, [read, round])
  return { ...listed, more: () => void read(listed.next), reload: () => setRound((before) => before + 1) }
}
