import type { Office } from '@zhiqing/casework'
import type { Services } from '../services.js'
import type { RowOffice } from './case-row.js'

/** What a case is read with: today, the calendar, the organ's settings in force. */
export type ReadingOffice = Pick<Office, 'on' | 'calendar' | 'settings'>

/** Throws when the signed-in person's organ is not kept: that cannot be. */
export const officeFor = async (organ: string, { cabinet, today }: Services): Promise<ReadingOffice> => {
  const on = today()
  const [calendar, kept] = await Promise.all([cabinet.calendar(), cabinet.organ(organ, on)])
  if (!kept) throw new Error(`no organ ${organ}`)
  return { on, calendar, settings: kept.settings }
}

/** The same for a list: the offices of one organ or of several, by id. */
export const officesFor = async (organ: string | readonly string[], { cabinet, today }: Services) => {
  const on = today()
  const ids = typeof organ === 'string' ? [organ] : organ
  const [calendar, kept] = await Promise.all([
    cabinet.calendar(),
    ids.length === 1 && ids[0] ? cabinet.organ(ids[0], on).then((one) => (one ? [one] : [])) : cabinet.organs(on),
  ])
  const byId = new Map(kept.map((one) => [one.id, one]))
  return (id: string): RowOffice => {
    const found = byId.get(id)
    if (!found) throw new Error(`no organ ${id}`)
    return { on, calendar, settings: found.settings, organ: { id, name: found.organ.name } }
  }
}
