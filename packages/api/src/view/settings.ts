import { allowedWords, type Day, inForce, type SettingSet, settingNames, settingRows } from '@zhiqing/law'

/** Every setting of an organ as it stands on a day, and how it came to be so. */
export const settingsView = (sets: readonly SettingSet[], today: Day) =>
  settingNames.map((name) => {
    const { zh, rule, reading, allowed, usual } = settingRows[name]
    const set = inForce(sets, name, today)
    return {
      name,
      zh,
      rule,
      reading,
      allowed: { ...allowed, zh: allowedWords(allowed) },
      usual,
      value: set?.value ?? usual,
      since: set?.from ?? null,
      history: sets.filter((one) => one.name === name).map(({ name: _, ...one }) => one),
    }
  })
