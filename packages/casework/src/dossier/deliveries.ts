import type { Day, ServiceMethod } from '@zhiqing/law'
import type { LetterCode } from '@zhiqing/workflows'
import { type Filed, isFiled } from './filed.js'

/** How one letter went out and arrived; a reply that came back and was sent again has a row each time (rulebook R62). */
export interface Delivery {
  readonly n: number
  readonly letter: LetterCode
  readonly documentNumber: string | null
  readonly addressee: string | null
  readonly issuedOn: Day
  readonly dispatchedOn: Day | null
  readonly method: ServiceMethod | null
  readonly mailNumber: string | null
  readonly returnedOn: Day | null
  readonly servedOn: Day | null
  /** The rows of the ledger that say so: their versions, and the hash of the last. */
  readonly proof: readonly number[]
  readonly proofHash: string
}

type Change = Partial<Omit<Delivery, 'n' | 'proof' | 'proofHash'>>

const noted = (rows: readonly Delivery[], at: number, change: Change, { version, hash }: Filed): Delivery[] =>
  rows.map((row, i) => (i === at ? { ...row, ...change, proof: [...row.proof, version], proofHash: hash } : row))

const issued = (filed: Filed): Delivery[] => {
  if (!isFiled('LetterIssued')(filed)) return []
  const { n, letter, documentNumber, fields, on } = filed.fact
  const addressee = typeof fields?.受文者 === 'string' ? fields.受文者 : null
  const unsent = { dispatchedOn: null, method: null, mailNumber: null, returnedOn: null, servedOn: null }
  const proof = { proof: [filed.version], proofHash: filed.hash }
  return [{ n, letter, documentNumber, addressee, issuedOn: on, ...unsent, ...proof }]
}

const again = { returnedOn: null, servedOn: null }

/** A second sending is a row of its own, beside the first. */
const dispatched = (rows: readonly Delivery[], at: number, filed: Filed): Delivery[] => {
  if (!isFiled('ReplyDispatched')(filed)) return [...rows]
  const { method, dispatchedOn, mailNumber = null } = filed.fact
  const sent = { method, dispatchedOn, mailNumber }
  const row = rows[at]
  if (!row?.dispatchedOn) return noted(rows, at, sent, filed)
  const next: Delivery = { ...row, ...sent, ...again, proof: [filed.version], proofHash: filed.hash }
  return [...rows.slice(0, at + 1), next, ...rows.slice(at + 1)]
}

const after = (rows: readonly Delivery[], filed: Filed): Delivery[] => {
  const { fact } = filed
  const reply = rows.findLastIndex(({ letter }) => letter.startsWith('S'))
  switch (fact.type) {
    case 'LetterIssued':
      return [...rows, ...issued(filed)]
    case 'LetterServed': {
      const at = rows.findLastIndex(({ n }) => n === fact.n)
      return noted(rows, at, { servedOn: fact.servedOn }, filed)
    }
    case 'ReplyDispatched':
      return dispatched(rows, reply, filed)
    case 'ReplyReturned':
      return noted(rows, reply, { returnedOn: fact.returnedOn }, filed)
    case 'ReplyServed':
      return noted(rows, reply, { servedOn: fact.servedOn }, filed)
    default:
      return [...rows]
  }
}

/** Every letter with its proof of service, folded from the ledger (rulebook R60, R61). */
export const deliveriesOf = (facts: readonly Filed[]): Delivery[] => facts.reduce<Delivery[]>(after, [])
