import { useEffect, useSyncExternalStore } from 'react'
import type { UnreadAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import { useAddress } from '../app/router.tsx'

/** Going from page to page asks at most so often, sitting at one page and working there at most so often. Milliseconds. */
const whileGoing = 30_000
const whileStaying = 300_000

let unread: number | undefined
let askedAt = Number.NEGATIVE_INFINITY
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const setUnread = (count: number): void => {
  unread = count
  for (const listener of listeners) listener()
}

const refresh = async (every: number): Promise<void> => {
  const now = performance.now()
  if (document.visibilityState === 'hidden' || now - askedAt < every) return
  askedAt = now
  const asked = await ask<UnreadAnswer>('/notices/count')
  if (asked.ok) setUnread(asked.answer.unread)
}

const acts = ['pointerdown', 'keydown', 'focus'] as const

/**
 * How many notices are new; undefined until it is known. Asked when somebody does something, never by the clock: a page that is
 * left open asks for nothing, and does not keep its session awake (ASVS 7.3.1).
 */
export const useUnread = (): number | undefined => {
  const address = useAddress()
  // biome-ignore lint/correctness/useExhaustiveDependencies: every page gone to is an occasion
  useEffect(() => {
    void refresh(whileGoing)
  }, [address])
  useEffect(() => {
    const here = () => void refresh(whileStaying)
    for (const one of acts) addEventListener(one, here, { passive: true })
    return () => {
      for (const one of acts) removeEventListener(one, here)
    }
  }, [])
  return useSyncExternalStore(subscribe, () => unread)
}

/** Somebody else signs in: nothing is known of theirs. */
export const forgetUnread = (): void => {
  unread = undefined
  askedAt = Number.NEGATIVE_INFINITY
}
