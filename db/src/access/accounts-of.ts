import type { Accounts } from '../accounts.js'
import type { Db } from '../connect/connect.js'
import { told } from '../fault.js'
import { account, changePassword, confirmTotp, offerTotp } from './account.js'
import type { Desk } from './desk.js'
import { actOnOrgan, placedOrgans } from './organ-acts.js'
import { securityLog, writeDown } from './security-log.js'
import { endOwnSession, ownSessions } from './sessions.js'
import { actOnStaff, staffList } from './staff-acts.js'

/** One's own account is kept at the door; others' accounts and the log are seen as the one who asks may see them. */
export const accountsOf = (desk: Desk, seen: Db): Accounts => ({
  account: told((person) => account(desk, person)),
  changePassword: told((person, asked) => changePassword(desk, person, asked)),
  offerTotp: told((person, asked) => offerTotp(desk, person, asked)),
  confirmTotp: told((person, asked) => confirmTotp(desk, person, asked)),
  ownSessions: told((person, now) => ownSessions(desk, person.id, now)),
  endOwnSession: told(async (person, id, { now, address }) => {
    const ended = await endOwnSession(desk.db, person.id, id)
    const { organ, name } = person
    if (ended)
      await writeDown(desk.db, { at: now, organ, person: person.id, name, act: 'endSession', result: 'ok', address })
    return ended
  }),
  staff: told(() => staffList(seen)),
  actOnStaff: told((by, act, from) => actOnStaff({ db: seen, keys: desk.keys }, by, act, from)),
  securityLog: told((after, filter) => securityLog(seen, after, filter)),
  placedOrgans: told((by) => placedOrgans(seen, by)),
  actOnOrgan: told((by, act, from) => actOnOrgan(seen, by, act, from)),
  writeDown: told(({ organ, id, name }, act, { now, address }) =>
    writeDown(seen, { at: now, organ, person: id, name, address, ...act }),
  ),
})
