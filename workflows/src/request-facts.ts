/** The facts that move a request; the words are those of the ledger. */
export const requestFacts = [
  'RequestArrived',
  'RequestReceived',
  'ReceiptConfirmed',
  'RequestRegistered',
  'OfficerAssigned',
  'FormAccepted',
  'CorrectionRequested',
  'CorrectionReceived',
  'RequestAbandoned',
  'FeeCharged',
  'PaymentReceived',
  'AssistanceRequested',
  'AssistanceGiven',
  'SearchRecorded',
  'DiscussionOpened',
  'DiscussionClosed',
  'ThirdPartyConsulted',
  'CoProducerConsulted',
  'OrganConsulted',
  'OpinionReceived',
  'ConsultationReturned',
  'ConsultationLapsed',
  'ReasonsAsked',
  'ReasonsReceived',
  'ReasonsJudged',
  'ReplyExtended',
  'ReplyDeferred',
  'RequestSplit',
  'RequestSplitOff',
  'ApplicantSucceeded',
  'OutcomeDecided',
  'StillUnclearJudged',
  'DraftSubmitted',
  'DraftReturned',
  'DraftApproved',
  'DecisionReopened',
  'ReplySigned',
  'ReplyDispatched',
  'ReplyReturned',
  'ReplyServed',
  'RequestWithdrawn',
  'ItemsWithdrawn',
  'CaseArchived',
  'LetterIssued',
  'LetterServed',
  'OpinionFiled',
  'ReconsiderationFiled',
  'ReconsiderationAnswered',
  'ReconsiderationDecided',
  'LitigationFiled',
  'LitigationAnswered',
  'LitigationAppealed',
  'LitigationDecided',
  'ComplaintFiled',
  'ComplaintClosed',
  'RectificationFiled',
  'RectificationAnswered',
  'RedoOrdered',
  'ReplyRevised',
  'CaseChased',
  'SupervisionOrdered',
  'SupervisionAnswered',
  'CalendarChanged',
  'ApplicantTold',
  'PapersFiled',
  'PublicationSuggested',
] as const
export type RequestFact = (typeof requestFacts)[number]

/** Only what guards need: how many tasks are open, and whether the reply went out in a way that ends the clock. */
export interface RequestContext {
  readonly tasks: number
  readonly sent: boolean
}

/** A fact as the machine sees it; the rest of it passes through untouched. */
export interface RequestEvent {
  readonly type: RequestFact
  /** ReplyDispatched: post, electronic service and public notice end the clock at dispatch (rulebook R60). */
  readonly endsClock?: boolean
  /** OutcomeDecided: the applicant is no more, a file note closes the case (rulebook R101). */
  readonly closes?: boolean
  /** RedoOrdered: the day that the instrument names; null where it names none (rulebook R76). */
  readonly until?: string | null
  /** ReasonsJudged: false leads to outcome Z4. */
  readonly accepted?: boolean
}
