/**
 * Raised whenever the fold of a ledger tells more, or otherwise, than before (a new member of `Case`, say). Rows that an
 * older program folded are then folded anew when the service starts; ledgers never change.
 */
export const foldVersion = 8
