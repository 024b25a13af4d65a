/** The shapes of the interface's answers, from the very schemas that make its description. Types alone: no code crosses. */
export type {
  ActsAnswer,
  CaseList,
  CasePage,
  CaseRow,
  CommandAnswer,
  CurrentSession,
  Ledger,
  OutcomeQuestions,
  RemediesAnswer,
  SettingAnswer,
  TasksAnswer,
  TraceAnswer,
  Words,
} from '@zhiqing/api'
export type { CommandName } from '@zhiqing/casework'
