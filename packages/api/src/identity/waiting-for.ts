import type { Person } from '@zhiqing/db'
import type { DueKind, Role, State } from '@zhiqing/law'

interface Waiting {
  readonly states?: readonly State[]
  readonly unassigned?: true
  readonly dues?: readonly DueKind[]
}

/** What stands on each desk beside the cases in one's own hands. */
const waiting: Partial<Record<Role, Waiting>> = {
  registrar: { states: ['pendingConfirmation', 'received', 'issued'] },
  assistant: { states: ['searching'], dues: ['assistance'] },
  legalReviewer: { states: ['examining'] },
  officeHead: { unassigned: true, dues: ['supervision'] },
  signatory: { states: ['signing'] },
  remedyClerk: { dues: ['reconsiderationAnswer', 'litigationAnswer', 'appeal', 'redo', 'rectification'] },
}

/** What waits for a person: their own cases, and those that have come to one of their roles. */
export const waitingFor = ({ roles, name, displayName }: Pick<Person, 'roles' | 'name' | 'displayName'>) => {
  const rows = roles.flatMap((role) => waiting[role] ?? [])
  return {
    officers: [name, displayName],
    states: rows.flatMap(({ states = [] }) => states),
    unassigned: rows.some(({ unassigned }) => unassigned === true),
    dues: rows.flatMap(({ dues = [] }) => dues),
  }
}
