import { useCallback, useEffect, useState } from 'react'
import type { LogRow } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'

interface LogAnswer {
  readonly rows: readonly LogRow[]
  readonly acts: Readonly<Record<string, string>>
}

interface Log extends LogAnswer {
  readonly problem?: Problem | undefined
  readonly loading: boolean
  /** A page that is full may have one after it. */
  readonly full: boolean
}

const nothing: Log = { rows: [], acts: {}, loading: true, full: false }
const page = 100

/** The lines that a query asks for, and older ones on demand. */
export const useLog = (query: string) => {
  const [log, setLog] = useState<Log>(nothing)
  const [round, setRound] = useState(0)
  const read = useCallback(
    async (before: readonly LogRow[], signal?: AbortSignal) => {
      const last = before.at(-1)
      const path = `/security-log?${query}${last ? `&before=${last.id}` : ''}`
      const asked = await ask<LogAnswer>(path, signal ? { signal } : {})
      setLog((kept) => {
        if (!asked.ok) return { ...kept, problem: asked.problem, loading: false }
        const { rows, acts } = asked.answer
        return { rows: [...before, ...rows], acts, loading: false, full: rows.length === page }
      })
    },
    [query],
  )
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` reads the same lines again
  useEffect(() => {
    const calledOff = new AbortController()
    setLog((kept) => ({ ...nothing, acts: kept.acts }))
    read([], calledOff.signal).catch(() => {})
    return () => calledOff.abort()
  }, [read, round])
  const more = log.full ? () => void read(log.rows) : undefined
  return { ...log, more, reload: () => setRound((kept) => kept + 1) }
}
