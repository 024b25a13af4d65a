import { createContext, useContext } from 'react'
import type { CurrentSession, Words } from '../api/answers.ts'

/** Who sits at the desk, and the words of everything. */
export interface Sitting {
  readonly session: CurrentSession
  readonly words: Words
}

export const SittingContext = createContext<Sitting | null>(null)

/** Only below the doors: whoever asks is signed in. */
export const useSitting = (): Sitting => {
  const sitting = useContext(SittingContext)
  if (!sitting) throw new Error('nobody is signed in')
  return sitting
}

export const useWords = (): Words => useSitting().words

type Role = CurrentSession['person']['roles'][number]

export const hasRole = ({ person }: CurrentSession, ...roles: readonly Role[]): boolean =>
  person.roles.some((role) => roles.includes(role))
