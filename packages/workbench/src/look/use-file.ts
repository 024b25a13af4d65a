import { useEffect, useState } from 'react'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'

/** A file of the interface, once it is here; null reads nothing. */
export const useFile = (path: string | null): { readonly file?: Blob; readonly problem?: Problem } => {
  const [held, setHeld] = useState<{ path: string; file?: Blob; problem?: Problem }>()
  useEffect(() => {
    if (path === null) return
    let wanted = true
    void fetchFile(path).then((asked) => {
      if (wanted) setHeld(asked.ok ? { path, file: asked.answer } : { path, problem: asked.problem })
    })
    return () => {
      wanted = false
    }
  }, [path])
  return held?.path === path ? held : {}
}
