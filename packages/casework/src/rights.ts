import type { Role } from '@zhiqing/law'
import type { CommandName } from './commands/index.js'

/** Who may do one thing. */
export interface Right {
  /** The first is meant when `by` is left out (contract §2). */
  readonly roles: readonly [Role, ...Role[]]
  /** Where the input narrows it further: the command's own `only` or `usual`, in words. */
  readonly narrowed?: string | undefined
}

/** A row for every command. */
export type Rights = Readonly<Record<CommandName, Right>>

const to = (...roles: Right['roles']): Right => ({ roles })

/**
 * Every command and whose it is: the one place where that is said. Doors, pages, the printed table and the tests read it
 * (contract §2; rulebook §3.2, R55, R78). What state a case must be in, the machine says.
 */
export const rights: Rights = {
  receiveRequest: {
    roles: ['registrar', 'applicant'],
    narrowed: '网上提交的可以由申请人办理，其他渠道只由登记人员办理',
  },
  confirmReceipt: to('registrar'),
  registerRequest: to('registrar'),
  assignOfficer: to('officeHead', 'registrar'),
  requestCorrection: {
    roles: ['officer', 'officeHead'],
    narrowed: '填写例外理由的（超过7个工作日、再次告知），只由公开工作机构负责人办理',
  },
  receiveCorrection: to('registrar', 'applicant'),
  acceptForm: to('officer'),
  judgeStillUnclear: to('officer'),
  confirmLapse: to('registrar'),
  requestAssistance: to('officer'),
  giveAssistance: to('assistant', 'officer'),
  recordSearch: to('officer', 'assistant'),
  openDiscussion: to('officer', 'officeHead'),
  closeDiscussion: to('officer', 'officeHead'),
  consultThirdParty: to('officer'),
  consultOrgan: to('officer'),
  recordOpinion: to('officer', 'registrar'),
  askReasons: to('officer'),
  receiveReasons: to('registrar', 'applicant'),
  judgeReasons: to('officer'),
  deferReply: {
    roles: ['officeHead', 'officer'],
    narrowed: '经办人录入的，应当填写公开工作机构负责人已经批准',
  },
  extendReply: {
    roles: ['officeHead', 'officer', 'registrar'],
    narrowed: '其他人录入的，应当填写公开工作机构负责人已经批准',
  },
  chargeFee: to('officer'),
  recordPayment: to('registrar'),
  divert: to('officer'),
  decide: to('officer'),
  reopenDecision: to('officer'),
  submitDraft: to('officer'),
  returnDraft: { roles: ['legalReviewer', 'signatory'], narrowed: '拟稿人本人不能办理' },
  approveDraft: { roles: ['legalReviewer'], narrowed: '拟稿人本人不能办理' },
  signReply: to('signatory'),
  dispatchReply: to('officer', 'registrar'),
  recordLetterService: to('registrar', 'officer'),
  recordService: to('registrar', 'officer'),
  withdrawRequest: to('registrar', 'applicant'),
  splitRequest: to('registrar', 'officer'),
  recordSuccession: to('registrar'),
  archiveCase: to('registrar'),
  calendarDay: to('calendar'),
  fileReconsideration: to('remedyClerk'),
  answerReconsideration: to('remedyClerk'),
  decideReconsideration: to('remedyClerk'),
  fileLitigation: to('remedyClerk'),
  answerLitigation: to('remedyClerk'),
  decideLitigation: to('remedyClerk'),
  orderRedo: to('remedyClerk'),
  reviseReply: to('officeHead', 'remedyClerk'),
  fileComplaint: to('remedyClerk'),
  closeComplaint: to('remedyClerk'),
  fileRectification: to('registrar', 'officer', 'remedyClerk'),
  answerRectification: to('officer', 'remedyClerk'),
  chaseCase: { roles: ['supervisor'], narrowed: '只对本部门主管的机关' },
  orderSupervision: { roles: ['supervisor'], narrowed: '只对本部门主管的机关' },
  answerSupervision: to('officeHead'),
  tellOrgan: to('registrar', 'applicant'),
  filePapers: to('registrar', 'officer', 'officeHead', 'remedyClerk'),
  suggestPublication: to('registrar', 'applicant'),
}
