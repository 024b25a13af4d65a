import { type Case, type CommandName, permittedCommands } from '@zhiqing/casework'
import { defaultSettings } from '@zhiqing/law'

/** What applicants do at their own pages. */
export type ApplicantAct = Extract<
  CommandName,
  'withdrawRequest' | 'receiveCorrection' | 'receiveReasons' | 'tellOrgan' | 'suggestPublication'
>

/**
 * What the applicant may do now, asked of the machine. A correction after the case lapsed needs a good cause, which
 * the organ judges; that is done at its own desk.
 */
export const applicantMay = (current: Case, act: ApplicantAct): boolean =>
  permittedCommands(current, { settings: defaultSettings }).includes(act) &&
  (act !== 'receiveCorrection' || current.at.state === 'awaitingCorrection')
