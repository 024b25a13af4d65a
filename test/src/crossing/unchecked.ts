import type { Acting, Cabinet } from '@zhiqing/db'
import type { Role } from '@zhiqing/law'

/** Everything an office can do; whoever is asked has it all. */
const everything: readonly Role[] = [
  ...(['registrar', 'officer', 'assistant', 'legalReviewer', 'officeHead', 'signatory', 'remedyClerk'] as const),
  'statistician',
]

const firstFull = async <Answer>(
  organs: readonly string[],
  ask: (organ: string) => Promise<Answer[]>,
): Promise<Answer[]> => {
  for (const organ of organs) {
    const found = await ask(organ)
    if (found.length > 0) return found
  }
  return []
}

/**
 * The cabinet as a counter would see it that checks nothing: it asks for a case in every organ at once, writes into the
 * organ the case really belongs to, and takes everybody for somebody who may do everything. What still holds back is
 * the database alone, which is told who really asks. It exists in this test and nowhere else.
 */
export const unchecked = (
  cabinet: Cabinet,
  organs: readonly string[],
  organOf: (caseId: string) => string | undefined,
): Cabinet => {
  const real = new Map<string, readonly Role[]>()
  const honest = (acting: Acting): Acting =>
    acting.kind === 'staff' ? { ...acting, roles: real.get(acting.person) ?? acting.roles } : acting
  const blind = (view: Cabinet): Cabinet => ({
    ...view,
    findCase: (_, id) => view.findCase(organs, id),
    listCases: (query) => view.listCases({ ...query, organ: organs }),
    ledger: (_, id) => firstFull(organs, async (organ) => [...(await view.ledger(organ, id))]),
    letter: async (_, id, n) =>
      (
        await firstFull(organs, async (organ) => [await view.letter(organ, id, n)].filter((one) => one !== undefined))
      )[0],
    proof: async (_, id) =>
      (await firstFull(organs, async (organ) => [await view.proof(organ, id)].filter((one) => one !== undefined)))[0],
    store: {
      transaction: (work) =>
        view.store.transaction((inner) =>
          work({
            open: (task) => inner.open({ ...task, organ: (task.caseId && organOf(task.caseId)) || task.organ }),
            save: (change) => inner.save(change),
          }),
        ),
    },
  })
  return {
    ...blind(cabinet),
    as: (acting) => blind(cabinet.as(honest(acting))),
    session: async (token, now) => {
      const person = await cabinet.session(token, now)
      if (!person) return undefined
      real.set(person.id, person.roles)
      return { ...person, organ: person.organ ?? organs[0] ?? null, roles: everything }
    },
  }
}
