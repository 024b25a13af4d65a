import type { Organ } from '@zhiqing/law'
import type { Case } from './case.js'
import type { IssuedLetter } from './decide.js'
import { type Enclosed, enclosed } from './enclosures.js'
import type { Fact } from './facts.js'
import { mayGoOnline } from './letters/electronic.js'

/** A letter to be mailed: its number in the case, and the one address it goes to. */
export interface Post {
  readonly n: number
  readonly to: string
  /** The papers that go with it. */
  readonly enclosed?: Enclosed | undefined
}

const toApplicant = ['P01', 'P02', 'P03', 'P05', 'L06', 'L12', 'L13', 'L15']

/** Notices go by e-mail when the applicant chose it; the receipt also answers an e-mail or online request. */
const byMail = ({ letter }: IssuedLetter['fact'], { form, channel }: Case): boolean => {
  if (letter === 'L03') return form.method === 'email' || channel === 'email' || channel === 'online'
  return form.method === 'email' && toApplicant.includes(letter)
}

/** The reply that these facts send, with what goes with it. */
const replySent = (facts: readonly Fact[], current: Case): Omit<Post, 'to'>[] => {
  const sent = facts.find((fact) => fact.type === 'ReplyDispatched')
  const reply = current.letters.findLast(({ letter }) => letter.startsWith('S'))
  if (sent?.method !== 'electronic' || !reply) return []
  const files = enclosed(current, sent.enclosures ?? [])
  return [{ n: reply.n, ...(files ? { enclosed: files } : {}) }]
}

/**
 * Which letters the worker mails, and where; empty without an address. A letter with remedies waits for paper where the organ
 * has no online way to review to tell (复议法 22.2; rulebook R58).
 */
export const postOf = (
  facts: readonly Fact[],
  letters: readonly IssuedLetter[],
  current: Case,
  organ: Organ,
): Post[] => {
  const to = current.applicant.email
  if (!to) return []
  const notices = letters
    .filter(({ fact }) => byMail(fact, current) && mayGoOnline(fact.fields, organ))
    .map(({ fact: { n } }) => ({ n }))
  return [...notices, ...replySent(facts, current)].map((one) => ({ ...one, to }))
}
