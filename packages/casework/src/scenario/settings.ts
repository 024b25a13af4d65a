import { type Allowed, isAllowed, type Settings, settingNames, settingRows } from '@zhiqing/law'
import * as z from 'zod'

type Values = [string, ...string[]]

/** The schema of one setting's value, made of the one table of settings. */
export const allowedSchema = (allowed: Allowed): z.ZodType => {
  switch (allowed.kind) {
    case 'choice':
      return z.enum(Object.keys(allowed.values) as Values)
    case 'switch':
      return z.boolean()
    case 'days':
      return z.int().min(allowed.least).max(allowed.most)
    case 'yearDay':
      return z.string().refine((value) => isAllowed(allowed, value))
    case 'byOutcome':
      return z.partialRecord(z.enum(allowed.keys as unknown as Values), z.enum(allowed.values as unknown as Values))
  }
}

/** What a scenario may set; the rest is usual. */
export const settingsSchema = z.strictObject(
  Object.fromEntries(settingNames.map((name) => [name, allowedSchema(settingRows[name].allowed).optional()])),
) as z.ZodType<Partial<Settings>>
