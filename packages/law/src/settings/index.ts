export { type Allowed, allowedWords, isAllowed } from './allowed.js'
export { inForce, type SettingSet, settingsFrom, settingsOn } from './in-force.js'
export {
  defaultSettings,
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
