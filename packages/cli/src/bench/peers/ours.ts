import { openPress } from '@zhiqing/letters'
import { letterCode, letterFields } from '../letter-text.js'
import { fontFile, roles } from './fonts-folder.js'
import type { Printer } from './printer.js'

/** Through the printing thread, as the service prints. */
export const openOurs = async (folder: string): Promise<Printer> => {
  const press = openPress({ fonts: Object.fromEntries(roles.map((role) => [role, fontFile(folder, role)])) })
  return {
    print: async (number) => (await press.print({ code: letterCode, fields: letterFields(number) })).pdf,
    close: () => press.close(),
  }
}
