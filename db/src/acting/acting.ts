import type { Role } from '@zhiqing/law'

/**
 * For whom a statement is made. The database holds every row against it (migration 0015); it comes from who signed in,
 * or from the code that was shown, never from what is asked for.
 */
export type Acting =
  /** Somebody who signed in. */
  | { readonly kind: 'staff'; readonly person: string; readonly organ: string | null; readonly roles: readonly Role[] }
  /** An applicant at one case; with an account, to which the case may be added. */
  | { readonly kind: 'case'; readonly organ: string; readonly caseId: string; readonly account?: string | undefined }
  /** An applicant who signed in: the cases of that account, to be looked at. */
  | { readonly kind: 'account'; readonly account: string }
  /** Somebody who shows a number and a code, and nobody yet. */
  | { readonly kind: 'code'; readonly number: string; readonly mac: Buffer }
  /** Somebody who shows the code of a draft, or brings files to a case: what lies under that digest. */
  | { readonly kind: 'basket'; readonly mac: Buffer }
  /** Anybody: may file a new request, which is then theirs, and see what is open to all. */
  | { readonly kind: 'public' }
  /** The sign-in desk, before anybody is known. */
  | { readonly kind: 'door' }
  /** The calendar's hand and the post, in all organs. */
  | { readonly kind: 'calendar' }
  /** Reads every ledger. */
  | { readonly kind: 'verify' }
  /** Start, seed, command line, notices: who keeps the whole instance. */
  | { readonly kind: 'keeper' }

export const anybody: Acting = { kind: 'public' }
export const keeper: Acting = { kind: 'keeper' }
export const door: Acting = { kind: 'door' }
export const verifier: Acting = { kind: 'verify' }
export const calendarHand: Acting = { kind: 'calendar' }

/** Who signed in, as the database is to see them. */
export const staffActing = (person: {
  readonly id: string
  readonly organ: string | null
  readonly roles: readonly Role[]
}): Acting => ({ kind: 'staff', person: person.id, organ: person.organ, roles: person.roles })

/** No role of these opens a case: administration is kept apart from the work (三员分立), applicants have the portal. */
const outside: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin', 'applicant', 'supervisor', 'calendar']

/**
 * Who assists and does nothing else on cases is told without organs: theirs are the cases in which they were asked
 * (migration 0049).
 */
const works = (roles: readonly Role[]): boolean => roles.some((role) => role !== 'assistant' && !outside.includes(role))

/** What the database is told; `over` is the organ whose supervised ones are theirs as well. */
export interface Told {
  readonly kind: Acting['kind']
  readonly all: '' | 'read' | 'write'
  readonly organs: readonly string[]
  readonly over: string | null
  readonly caseId: string
  readonly organ: string
  readonly person: string
  readonly roles: readonly string[]
  readonly number: string
  readonly mac: string
  readonly key: string
}

const nothing = {
  all: '',
  organs: [],
  over: null,
  caseId: '',
  organ: '',
  person: '',
  roles: [],
  number: '',
  mac: '',
  key: '',
} as const satisfies Omit<Told, 'kind'>

/** `key` is the idempotency key of the form at hand. */
export const toldOf = (acting: Acting, key = ''): Told => {
  switch (acting.kind) {
    case 'staff': {
      const { person, organ, roles } = acting
      const over = roles.includes('supervisor') ? organ : null
      return {
        ...nothing,
        kind: 'staff',
        organs: organ !== null && works(roles) ? [organ] : [],
        over,
        organ: organ ?? '',
        person,
        roles,
      }
    }
    case 'case':
      return {
        ...{ ...nothing, kind: 'case', organs: [acting.organ], organ: acting.organ, caseId: acting.caseId, key },
        person: acting.account ?? '',
      }
    case 'account':
      return { ...nothing, kind: 'account', person: acting.account }
    case 'code':
      return { ...nothing, kind: 'code', number: acting.number, mac: acting.mac.toString('hex') }
    case 'basket':
      return { ...nothing, kind: 'basket', mac: acting.mac.toString('hex') }
    case 'calendar':
    case 'keeper':
      return { ...nothing, kind: acting.kind, all: 'write' }
    case 'verify':
      return { ...nothing, kind: 'verify', all: 'read' }
    case 'public':
    case 'door':
      return { ...nothing, kind: acting.kind }
  }
}
