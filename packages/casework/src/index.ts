export { type CalendarNote, type CalendarShift, calendarShift, movedDays } from './calendar-shift.js'
export type * from './case.js'
export type * from './case-remedies.js'
export type * from './case-supervision.js'
export { replyClock, strictClock } from './clocks.js'
export type { Command } from './command.js'
export { type CommandName, commandNames, commandOf, commands } from './commands/index.js'
export * from './counting/index.js'
export { type Accepted, decide, type IssuedLetter, type Refused, stateRefusal, usualRole } from './decide.js'
export * from './dossier/index.js'
export { correctionDue, type DueDate, dueDates, opinionDue, paymentDue, remediesOf } from './due.js'
export { evolve, replay } from './evolve.js'
export type * from './facts.js'
export { privateFields } from './facts.js'
export { envelopeFields } from './fields.js'
export { foldVersion } from './fold-version.js'
export { handle } from './handle.js'
export { isCreditCode, isIdNumber } from './identity.js'
export { type FormCode, formCodes, formFields } from './letters/forms.js'
export { type DraftLetter, draftLetter, secretFields } from './letters/index.js'
export { mailingSheet, type Parcel, type ParcelAsk, parcelsOf, senderOf } from './letters/parcels.js'
export { type MemoryStore, memoryStore } from './memory-store.js'
export { noticeSchema, readNotice } from './notice.js'
export { type SeriesPlace, seriesPlace } from './numbering.js'
export { type Actor, type Numbers, type Office, type Series, seriesNames, type Unsealed } from './office.js'
export { type Fault, isCommandName, type Parse, type Parsed, parseCommand } from './parse.js'
export { givenTo, permittedCommands, type RightCell, rightCells } from './permitted.js'
export { type PlayEvent, play, type Scenario } from './play.js'
export type { Post } from './post.js'
export { type Refusal, type RefusalCode, refusals, refuse, type Warning } from './refusal.js'
export { remediesWithoutReply, remedyBlockOf, type WithoutReply } from './remedy-block.js'
export { type Right, type Rights, rights } from './rights.js'
export {
  type Check,
  checks,
  type Finding,
  type Reviewed,
  type Risk,
  type RiskLevel,
  reviewed,
  risks,
} from './risks/index.js'
export { type ReadScenario, readScenario, type ScenarioFault, scenarioSchema } from './scenario/read.js'
export { readWhatIf, whatIfSchema } from './scenario/read-what-if.js'
export type { Change, Child, Opened, Store, Transaction } from './store.js'
export { type Reminder, remindersOf } from './supervision.js'
export type { Answer, Done, RefusedAnswer, Task, Unfit } from './task.js'
export { type CaseEnd, type CaseView, endOf, stageOf, stateOf, viewOf } from './view.js'
export { type WhatIf, type WhatIfEvent, whatIf } from './what-if.js'
