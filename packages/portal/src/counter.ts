import { type AccountsHere, accountsHere } from './account/accounts.js'
import { type Drafts, drafts } from './draft/drafts.js'
import type { PortalServices } from './services.js'
import { type Once, onceTokens } from './visit/once.js'
import { type Visits, visits } from './visit/visit.js'

/** What every page of the room is handed. */
export interface Counter extends PortalServices {
  readonly visits: Visits
  readonly once: Once
  readonly drafts: Drafts
  readonly accounts: AccountsHere
}

export const openCounter = (services: PortalServices): Counter => ({
  ...services,
  visits: visits(services),
  once: onceTokens(),
  drafts: drafts(services),
  accounts: accountsHere(services),
})
