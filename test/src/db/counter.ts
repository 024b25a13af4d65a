import { buildApi } from '@zhiqing/api'
import { type CabinetKeeper, hashPassword } from '@zhiqing/db'
import type { Day, Role } from '@zhiqing/law'
import { wordsOf } from '@zhiqing/letters'
import { ORGAN, on } from './office.js'

const now = () => new Date(`${on}T01:00:00Z`)

const asked = async () => {
  throw new Error('the press was asked')
}
/** Never printed with here: a letter that reaches it is told by its fields alone. */
const press = {
  print: asked,
  edit: asked,
  printLabels: asked,
  printSheets: asked,
  missingCharacters: async () => [],
  words: wordsOf(),
}

/** An officer's session, who registers too, as the keeper of the cabinet may make one; the token. */
export const signedIn = async (cabinet: CabinetKeeper): Promise<string> => {
  const [name, password] = ['qhzr-wang', '正确的口令-2']
  const passwordHash = await hashPassword(password)
  await cabinet.keepPerson({ organ: ORGAN, name, displayName: '王建国', roles: ['officer', 'registrar'], passwordHash })
  const signed = await cabinet.signIn({ name, password, address: '192.0.2.7', now: now() })
  if (typeof signed === 'string') throw new Error(signed)
  return signed.token
}

/** The counter as somebody speaks to it who may do more than read; without `roles` an administrator. */
export const adminAt = async (
  cabinet: CabinetKeeper,
  name: string,
  organ: string | null,
  roles: readonly Role[] = ['admin'],
) => {
  const password = '正确的口令-3'
  const passwordHash = await hashPassword(password)
  await cabinet.keepPerson({ organ, name, displayName: name, roles, passwordHash })
  const app = buildApi({
    cabinet,
    press,
    today: () => '2026-09-02' as Day,
    now,
    log: { info: () => {}, error: () => {} },
  })
  const signed = await cabinet.signIn({ name, password, address: '192.0.2.9', now: now() })
  if (typeof signed === 'string') throw new Error(signed)
  const headers = { authorization: `Bearer ${signed.token}` }
  return {
    get: (url: string) => app.inject({ url: `/api/v1${url}`, headers }),
    post: (url: string, payload: object) => app.inject({ method: 'POST', url: `/api/v1${url}`, headers, payload }),
    close: () => app.close(),
  }
}

/** The counter for programs over a real cabinet: reads one address as the person of the token. */
export const counterOf = (cabinet: CabinetKeeper, token: string) => {
  const log = { info: () => {}, error: () => {} }
  const app = buildApi({ cabinet, press, today: () => on as Day, now, log })
  const get = (url: string) => app.inject({ url: `/api/v1${url}`, headers: { authorization: `Bearer ${token}` } })
  return { get, close: () => app.close() }
}
