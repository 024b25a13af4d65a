import { useCallback, useState } from 'react'

/** What this device remembers for its user; nothing of a case is ever among it. */
export const remembered = (name: string): string | null => {
  try {
    return localStorage.getItem(`zhiqing.${name}`)
  } catch {
    return null
  }
}

export const remember = (name: string, value: string | null): void => {
  try {
    if (value === null) localStorage.removeItem(`zhiqing.${name}`)
    else localStorage.setItem(`zhiqing.${name}`, value)
  } catch {
    // A browser that keeps nothing works all the same.
  }
}

/** A choice kept on this device. */
export const useRemembered = (name: string, usual: string): [string, (value: string) => void] => {
  const [value, setValue] = useState(() => remembered(name) ?? usual)
  const set = useCallback(
    (next: string) => {
      remember(name, next === usual ? null : next)
      setValue(next)
    },
    [name, usual],
  )
  return [value, set]
}
