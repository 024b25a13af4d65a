import type { Office } from '@zhiqing/casework'
import type { Services } from '../services.js'

/** What a case is read with: today, the calendar, the organ's settings in force. */
export type ReadingOffice = Pick<Office, 'on' | 'calendar' | 'settings'>

/** Throws when the signed-in person's organ is not kept: that cannot be. */
export const officeFor = async (organ: string, { cabinet, today }: Services): Promise<ReadingOffice> => {
  const on = today()
  const [calendar, kept] = await Promise.all([cabinet.calendar(), cabinet.organ(organ, on)])
  if (!kept) throw new Error(`no organ ${organ}`)
  return { on, calendar, settings: kept.settings }
}
