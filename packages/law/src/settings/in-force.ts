import type { Day } from '../day.js'
import { defaultSettings, isSettingName, type SettingName, type Settings, settingNames } from './table.js'

/** A setting as an organ set it: from this day on, by whom and why. `value` null takes the usual one again. */
export interface SettingSet {
  readonly name: SettingName
  readonly value: unknown
  readonly from: Day
  readonly reason: string
  readonly by: string | null
  /** ISO instant. */
  readonly at: string
}

/** Of what was set, in the order it was set, what is in force on a day; undefined: the usual value is. */
export const inForce = (sets: readonly SettingSet[], name: SettingName, on: Day): SettingSet | undefined =>
  sets.reduce<SettingSet | undefined>(
    (found, one) => (one.name === name && one.from <= on && one.from >= (found?.from ?? one.from) ? one : found),
    undefined,
  )

/** All settings from the values an organ set; what it left out, set back, or what is no setting any more, is usual. */
export const settingsFrom = (values: Readonly<Record<string, unknown>> | null): Settings => ({
  ...defaultSettings,
  ...Object.fromEntries(Object.entries(values ?? {}).filter(([name, value]) => isSettingName(name) && value !== null)),
})

/** The settings in force on a day. */
export const settingsOn = (sets: readonly SettingSet[], on: Day): Settings =>
  settingsFrom(Object.fromEntries(settingNames.map((name) => [name, inForce(sets, name, on)?.value ?? null])))
