import { createHash } from 'node:crypto'
import type { Cabinet, Person } from '@zhiqing/db'
import { waitingFor } from '../identity/waiting-for.js'
import type { Services } from '../services.js'
import { officeFor } from '../view/office.js'
import { dueEntries } from './due-entries.js'
import { icsOf } from './ics.js'

const most = 500

const name = '依申请公开期限'

/** Whose days: who heads the office watches all of it, everybody else what waits for them. */
const casesFor = (person: Person, organ: string, cabinet: Pick<Cabinet, 'worklist'>) =>
  cabinet.worklist({
    organ: [organ],
    limit: most,
    mine: person.roles.includes('officeHead') ? undefined : waitingFor(person),
  })

/** A calendar file of somebody's due days, and what stands for its content whenever it was written. */
export const dueFile = async (
  person: Person,
  { organ, desk }: { readonly organ: string; readonly desk?: string | undefined },
  services: Services,
): Promise<{ readonly text: string; readonly tag: string }> => {
  const [{ cases }, office] = await Promise.all([casesFor(person, organ, services.cabinet), officeFor(organ, services)])
  const entries = cases.flatMap((kept) => dueEntries(kept, office, desk))
  const digest = createHash('sha256').update(JSON.stringify(entries)).digest('base64url')
  return { text: icsOf(name, entries, services.now()), tag: `W/"${digest.slice(0, 27)}"` }
}
