import { anchorOf, type Model } from './model.js'

/*
 * Which commands are open in which state, from contract §2 ("What may follow what") and rulebook §3.2: the machine is
 * asked, this table judges.
 */

const merits = ['registered', 'formReview', 'triage', 'searching', 'deciding']
const tasks = [...merits, 'discussing']
const unsigned = [...tasks, 'received', 'awaitingReasons', 'drafting', 'examining', 'signing']
const waiting = ['awaitingCorrection', 'awaitingPayment']
const handled = [...unsigned, ...waiting]
const closed = ['served', 'abandoned', 'withdrawn', 'archived']

const inOneOf =
  (...states: string[]) =>
  ({ state }: Model): boolean =>
    states.includes(state)
const some =
  (kind: string, ...states: string[]) =>
  ({ remedies }: Model): boolean =>
    remedies.some((one) => one.kind === kind && states.includes(one.state))
const isRegistered = ({ state }: Model): boolean => state !== 'pendingConfirmation' && state !== 'received'

const never = () => false
const always = () => true

export const opens: Readonly<Record<string, (model: Model) => boolean>> = {
  receiveRequest: never,
  confirmReceipt: inOneOf('pendingConfirmation'),
  registerRequest: inOneOf('received'),
  // the day that an instrument names is moved by nobody's correction (R76)
  requestCorrection: (model) => inOneOf('registered', 'formReview')(model) && model.redo !== 'named',
  acceptForm: inOneOf('registered', 'formReview'),
  receiveCorrection: ({ state, lapse }) => state === 'awaitingCorrection' || (state === 'abandoned' && lapse === 'X1'),
  judgeStillUnclear: ({ state, corrections }) =>
    state === 'formReview' || (state === 'deciding' && corrections.some(({ receivedOn }) => receivedOn !== null)),
  assignOfficer: inOneOf(...handled.filter((state) => state !== 'received'), 'issued'),
  requestAssistance: inOneOf(...tasks),
  giveAssistance: (model) =>
    model.assistances.some(({ open }) => open) &&
    inOneOf('searching', 'discussing', 'awaitingReasons', 'awaitingPayment')(model),
  recordSearch: inOneOf(...tasks),
  openDiscussion: inOneOf(...merits),
  closeDiscussion: inOneOf('discussing'),
  consultThirdParty: inOneOf(...tasks),
  consultOrgan: inOneOf(...tasks),
  recordOpinion: ({ asked }) => asked.length > 0,
  askReasons: inOneOf(...merits),
  receiveReasons: inOneOf('awaitingReasons'),
  judgeReasons: inOneOf('awaitingReasons'),
  deferReply: (model) =>
    model.reasons?.accepted === true &&
    model.redo !== 'named' &&
    inOneOf(...unsigned.filter((state) => state !== 'received' && state !== 'registered'))(model),
  extendReply: (model) => {
    if (!inOneOf(...unsigned)(model) || model.redo === 'named') return false
    const { extension, deferred } = anchorOf(model)
    return extension === 0 && !deferred
  },
  chargeFee: (model) => inOneOf(...merits)(model) && model.fee === null && model.redo !== 'named',
  recordPayment: ({ state, lapse, fee }) =>
    fee?.awaited === true && (state === 'awaitingPayment' || (state === 'abandoned' && lapse === 'X2')),
  confirmLapse: inOneOf(...waiting),
  decide: inOneOf(...tasks),
  divert: inOneOf(...tasks),
  submitDraft: inOneOf('drafting'),
  reopenDecision: inOneOf('drafting'),
  approveDraft: inOneOf('examining'),
  returnDraft: inOneOf('examining', 'signing'),
  signReply: inOneOf('signing'),
  dispatchReply: ({ state, sent, returnedOn }) => state === 'issued' && (sent === null || returnedOn !== null),
  recordService: ({ state, sent, returnedOn }) =>
    (state === 'issued' || state === 'served') && sent !== null && returnedOn === null,
  recordLetterService: always,
  calendarDay: always,
  withdrawRequest: (model) => inOneOf(...handled, 'issued')(model) && model.sent === null,
  splitRequest: inOneOf(...merits),
  recordSuccession: inOneOf(...handled, 'issued'),
  archiveCase: inOneOf('served', 'abandoned', 'withdrawn'),
  fileReconsideration: isRegistered,
  answerReconsideration: some('review', 'open'),
  decideReconsideration: some('review', 'open', 'answered'),
  fileLitigation: isRegistered,
  answerLitigation: some('suit', 'open'),
  decideLitigation: some('suit', 'open', 'answered', 'judged', 'appealing', 'over'),
  fileComplaint: isRegistered,
  closeComplaint: some('complaint', 'open'),
  fileRectification: isRegistered,
  answerRectification: ({ rectifications }) => rectifications.some(({ open }) => open),
  orderRedo: inOneOf(...unsigned, 'issued', ...closed),
  // 督办 stands beside the case wherever it is (R78)
  chaseCase: ({ state }) => state !== 'pendingConfirmation',
  orderSupervision: ({ state }) => state !== 'pendingConfirmation',
  answerSupervision: never,
  // 申请人告知情况 is filed wherever the case stands (R62)
  tellOrgan: always,
  // 收录材料 too: a paper may come at any time (R63)
  filePapers: always,
  // 建议主动公开 wants information that was given, whatever was done to the reply since (R42)
  suggestPublication: ({ given, suggested }) => given && !suggested,
  reviseReply: ({ state, signedOn }) => signedOn !== null && ['issued', 'served', 'archived'].includes(state),
}

/** What leads on from each state: a case is never stuck, late or not (T40). */
export const wayOn: Readonly<Record<string, string>> = {
  pendingConfirmation: 'confirmReceipt',
  received: 'registerRequest',
  registered: 'decide',
  formReview: 'decide',
  awaitingCorrection: 'receiveCorrection',
  triage: 'decide',
  awaitingReasons: 'judgeReasons',
  searching: 'decide',
  discussing: 'decide',
  deciding: 'decide',
  awaitingPayment: 'recordPayment',
  drafting: 'submitDraft',
  examining: 'approveDraft',
  signing: 'signReply',
  issued: 'dispatchReply',
  served: 'archiveCase',
  abandoned: 'archiveCase',
  withdrawn: 'archiveCase',
  archived: 'orderRedo',
}
