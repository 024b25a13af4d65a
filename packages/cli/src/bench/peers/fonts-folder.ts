import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { bundledFont } from '@zhiqing/letters'
import type { Look } from './look.js'

export type Role = Look['role']
export const roles: readonly Role[] = ['fangsong', 'kaiti', 'heiti', 'xiaobiaosong']

/** Where the font of a role lies in a folder of fonts. */
export const fontFile = (folder: string, role: Role): string => join(folder, `${role}.ttf`)

/** The bundled fonts as plain files: all printers are measured with the same ones, whatever the system has. */
export const writeFonts = (folder: string): void => {
  for (const role of roles) writeFileSync(fontFile(folder, role), bundledFont(role))
}
