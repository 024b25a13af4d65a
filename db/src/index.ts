export type { SecurityRules } from './access/desk.js'
export { hashPassword } from './access/password.js'
export { type PasswordProfile, passwordFaults, passwordProfiles } from './access/password-policy.js'
export {
  type SecurityActName,
  type SecurityResult,
  securityActNames,
  securityResults,
} from './access/security-names.js'
export type { NotIn } from './access/sign-on.js'
export type { NewPerson } from './access/staff.js'
export type * from './accounts.js'
export { type Acting, anybody, calendarHand, staffActing } from './acting/acting.js'
export { type CopyOrder, copiedCode, copyCases } from './bench/copy-cases.js'
export { layDownCases, type ManyCase, plainClient, plainCount } from './bench/many-cases.js'
export { chanceOf } from './bench/other-words.js'
export type * from './cabinet.js'
export type { CabinetKeeper, OrganPlace } from './cabinet-keeper.js'
export { refusedAtTheDoor } from './connect/door.js'
export { migrate } from './connect/migrate.js'
export {
  asRole,
  ensureDatabase,
  type RolePowers,
  RUNTIME_ROLE,
  roleOf,
  rolePowers,
  runtimeRoleOf,
} from './connect/runtime-role.js'
export * from './embedded/index.js'
export { type Fault, type FaultCode, isFault } from './fault.js'
export { addMaster, forgetMasters, type Keys, keysFrom, loadKeys } from './keys.js'
export type * from './notices/notice-cabinet.js'
export { type CabinetOptions, openCabinet } from './open-cabinet.js'
export type * from './report/report-cabinet.js'
export { type DemoPerson, type Seeded, seedDemo } from './seed/seed-demo.js'
export type * from './sign-ons.js'
export type { Sabotage } from './store/store.js'
