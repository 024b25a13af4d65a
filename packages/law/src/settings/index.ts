export { type Allowed, allowedWords, isAllowed } from './allowed.js'
export { inForce, type SettingSet, settingsFrom, settingsOn } from './in-force.js'
export { type FixedReading, fixedReadings } from './readings.js'
export {
  defaultSettings,
  type ExtensionAfterRestart,
  isSettingName,
  type LetterFormat,
  type NoReplyRemedy,
  type Retention,
  retentions,
  type SettingName,
  type SettingRow,
  type Settings,
  settingNames,
  settingNotes,
  settingRows,
  type ThirdPartyUnasked,
} from './table.js'
