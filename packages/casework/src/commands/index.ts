import type { Command } from '../command.js'
import { type Right, rights } from '../rights.js'
import { consultOrgan, consultThirdParty, recordOpinion } from './consultation.js'
import { acceptForm, judgeStillUnclear, receiveCorrection, requestCorrection } from './correction.js'
import { decideOutcome, divert } from './decide-outcome.js'
import { extendReply } from './extension.js'
import { chargeFee, recordPayment } from './fee.js'
import { archiveCase, calendarDay, confirmLapse, withdrawRequest } from './lapse.js'
import { filePapers } from './papers.js'
import { askReasons, deferReply, judgeReasons, receiveReasons } from './reasons.js'
import { assignOfficer, confirmReceipt, registerRequest } from './receipt.js'
import { receiveRequest } from './receive-request.js'
import { closeComplaint, fileComplaint } from './remedies-complaint.js'
import { answerRectification, fileRectification } from './remedies-rectification.js'
import { orderRedo, reviseReply } from './remedies-redo.js'
import { answerReconsideration, decideReconsideration, fileReconsideration } from './remedies-review.js'
import { answerLitigation, decideLitigation, fileLitigation } from './remedies-suit.js'
import {
  approveDraft,
  dispatchReply,
  recordLetterService,
  recordService,
  reopenDecision,
  returnDraft,
  signReply,
  submitDraft,
} from './reply.js'
import { splitRequest } from './split.js'
import { recordSuccession } from './succession.js'
import { suggestPublication } from './suggestion.js'
import { answerSupervision, chaseCase, orderSupervision } from './supervision.js'
import { closeDiscussion, giveAssistance, openDiscussion, recordSearch, requestAssistance } from './tasks.js'
import { tellOrgan } from './telling.js'

/** Everything people can do to a case, by the names of contract §2. */
export const commands = {
  receiveRequest,
  confirmReceipt,
  registerRequest,
  assignOfficer,
  requestCorrection,
  receiveCorrection,
  acceptForm,
  judgeStillUnclear,
  confirmLapse,
  requestAssistance,
  giveAssistance,
  recordSearch,
  openDiscussion,
  closeDiscussion,
  consultThirdParty,
  consultOrgan,
  recordOpinion,
  askReasons,
  receiveReasons,
  judgeReasons,
  deferReply,
  extendReply,
  chargeFee,
  recordPayment,
  divert,
  decide: decideOutcome,
  reopenDecision,
  submitDraft,
  returnDraft,
  approveDraft,
  signReply,
  dispatchReply,
  recordLetterService,
  recordService,
  withdrawRequest,
  splitRequest,
  recordSuccession,
  archiveCase,
  calendarDay,
  fileReconsideration,
  answerReconsideration,
  decideReconsideration,
  fileLitigation,
  answerLitigation,
  decideLitigation,
  orderRedo,
  reviseReply,
  fileComplaint,
  closeComplaint,
  fileRectification,
  answerRectification,
  chaseCase,
  orderSupervision,
  answerSupervision,
  tellOrgan,
  filePapers,
  suggestPublication,
} as const

export type CommandName = keyof typeof commands

export const commandNames = Object.keys(commands) as CommandName[]

/** A command together with whose it is. */
export type GivenCommand = Command<never> & Pick<Right, 'roles'>

const given = Object.fromEntries(
  commandNames.map((name) => [name, { ...commands[name], roles: rights[name].roles }]),
) as unknown as Readonly<Record<CommandName, GivenCommand>>

/** A command by name, its input unknown to the type: what was parsed with its schema fits it. */
export const commandOf = (name: CommandName): GivenCommand => given[name]
