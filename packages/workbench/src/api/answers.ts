/** The shapes of the interface's answers, from the very schemas that make its description. Types alone: no code crosses. */
export type {
  AccountAnswer,
  ActsAnswer,
  CaseList,
  CasePage,
  CaseRow,
  CommandAnswer,
  CurrentSession,
  Ledger,
  LogRow,
  OutcomeQuestions,
  OwnSession,
  PlacedOrganAnswer,
  RemediesAnswer,
  SettingAnswer,
  StaffRow,
  TasksAnswer,
  TraceAnswer,
  UploadAnswer,
  Words,
} from '@zhiqing/api'
export type { CommandName } from '@zhiqing/casework'
