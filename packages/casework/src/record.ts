import { requestStart } from '@zhiqing/workflows'
import type { Approval } from './approval.js'
import { withAttachments } from './attachment.js'
import type { Case, Consultation, Reasons } from './case.js'
import { countedAfter, countedFirst } from './counting/count.js'
import type { Fact, FactOf } from './facts.js'
import { type BesideFact, besideChanges, isBeside } from './record-remedies.js'

/** What is known of a case after a fact, the machines apart: plain bookkeeping, one line a fact. */
export const record = (before: Case | undefined, fact: Fact): Case => {
  if (isFirst(fact)) return begun(fact)
  if (!before) throw new Error(`${fact.type} before anything was received`)
  const after = { ...before, ...(isBeside(fact) ? besideChanges(before, fact) : changes(before, fact)) }
  return { ...after, counted: countedAfter(before, fact, after) }
}

/** The facts with which a case begins. */
type First = FactOf<'RequestArrived' | 'RequestReceived' | 'RequestSplitOff'>

const isFirst = (fact: Fact): fact is First =>
  fact.type === 'RequestArrived' || fact.type === 'RequestReceived' || fact.type === 'RequestSplitOff'

/** A case split from another goes on from where that one stood. */
const takenAlong = (fact: First): Pick<Case, 'corrections' | 'extension' | 'verbs' | 'splitFrom' | 'askings'> =>
  fact.type === 'RequestSplitOff'
    ? {
        corrections: fact.corrections,
        extension: fact.extension,
        verbs: fact.verbs,
        splitFrom: fact.parent,
        ...(fact.askings ? { askings: fact.askings } : {}),
      }
    : { corrections: [], extension: null, verbs: [], splitFrom: null }

const begun = (fact: First): Case => ({
  at: requestStart,
  number: fact.type === 'RequestArrived' ? null : fact.number,
  lastOn: fact.on,
  channel: fact.channel,
  transferredFrom: fact.transferredFrom ?? null,
  ...(fact.mailNumber ? { mailNumber: fact.mailNumber } : {}),
  arrivedOn: fact.arrivedOn,
  ...(fact.drill ? { drill: true as const } : {}),
  receivedOn: fact.type === 'RequestArrived' ? null : fact.receivedOn,
  applicant: fact.applicant,
  coApplicants: fact.coApplicants,
  information: fact.information,
  form: fact.form,
  officer: null,
  formAccepted: false,
  fee: null,
  reasons: null,
  deferral: null,
  consultations: [],
  assistances: [],
  searches: [],
  discussions: [],
  decision: null,
  draft: null,
  approval: null,
  signedBy: null,
  reply: null,
  lapse: null,
  withdrawnOn: null,
  withdrawnItems: [],
  splitInto: [],
  letters: [],
  remedies: [],
  rounds: [],
  redo: null,
  rectifications: [],
  counted: countedFirst(fact),
  ...takenAlong(fact),
  ...withAttachments([], fact, { on: fact.on, with: 'request' }),
})

type Change = Partial<Case>

const unsent = { method: null, dispatchedOn: null, mailNumber: null, returnedOn: null, servedOn: null }

const changes = (before: Case, fact: Exclude<Fact, BesideFact | First>): Change => {
  switch (fact.type) {
    case 'ReceiptConfirmed':
      return { receivedOn: fact.receivedOn, number: fact.number }
    case 'RequestRegistered':
      return { officer: fact.officer ?? before.officer }
    case 'OfficerAssigned':
      return { officer: fact.officer }
    case 'FormAccepted':
      return { formAccepted: true }
    case 'CorrectionRequested':
      return correctionRequested(before, fact)
    case 'CorrectionReceived':
      return correctionReceived(before, fact)
    case 'RequestAbandoned':
      return { decision: { outcome: fact.outcome }, lapse: { lastDay: fact.lastDay, abandonedOn: fact.abandonedOn } }
    case 'FeeCharged': {
      const { basis, pages, monthlyCount, amount, chargedOn } = fact
      const counts = { pages: pages ?? null, monthlyCount: monthlyCount ?? null }
      return { fee: { basis, ...counts, amount, chargedOn, servedOn: null, paidOn: null } }
    }
    case 'PaymentReceived':
      return { ...anew, fee: before.fee && { ...before.fee, paidOn: fact.paidOn } }
    case 'AssistanceRequested': {
      const { id, unit, question, dueOn } = fact
      return { assistances: [...before.assistances, { id, unit, question, dueOn: dueOn ?? null, findings: null }] }
    }
    case 'AssistanceGiven':
      return {
        assistances: before.assistances.map((one) => (one.id === fact.id ? { ...one, findings: fact.findings } : one)),
      }
    case 'SearchRecorded': {
      const { systems, keywords, period, people, found, on, method, result } = fact
      const told = { ...(method ? { method } : {}), ...(result ? { result } : {}) }
      return {
        searches: [...before.searches, { systems, keywords, period: period ?? null, people, found, on, ...told }],
      }
    }
    case 'DiscussionOpened':
      return {
        discussions: [
          ...before.discussions,
          { question: fact.question, members: fact.members, conclusion: null, on: fact.on },
        ],
      }
    case 'DiscussionClosed':
      return {
        discussions: before.discussions.map((one) => (one.conclusion === null ? { ...one, ...concluded(fact) } : one)),
      }
    case 'ThirdPartyConsulted':
    case 'CoProducerConsulted':
    case 'OrganConsulted':
      return {}
    case 'OpinionReceived':
      return consultation(before, fact.id, {
        endedOn: fact.receivedOn,
        opinion: fact.opinion,
        reasons: fact.reasons ?? null,
      })
    case 'OpinionFiled':
      return fact.inTime
        ? consultation(before, fact.id, {
            endedOn: fact.receivedOn,
            opinion: fact.opinion,
            reasons: fact.reasons ?? null,
          })
        : {}
    case 'ConsultationReturned':
      return consultation(before, fact.id, { endedOn: fact.receivedOn })
    case 'ConsultationLapsed':
      return consultation(before, fact.id, lapsed(before, fact))
    case 'ReplyExtended': {
      const { workingDays, reason, notifiedOn, formerDueOn, approvedBy } = fact
      return { extension: { workingDays, reason, notifiedOn, formerDueOn, approvedBy } }
    }
    case 'ReasonsAsked':
      return { reasons: reasonsAsked(fact) }
    case 'ReasonsReceived':
      return {
        ...reasons(before, { receivedOn: fact.receivedOn, content: fact.content }),
        ...withAttachments(before.attachments, fact, { on: fact.on, with: 'reasons' }),
      }
    case 'ReasonsJudged':
      return {
        ...reasons(before, { accepted: fact.accepted }),
        ...(fact.decision ? { decision: fact.decision } : {}),
      }
    case 'ReplyDeferred': {
      const { until, reason, notifiedOn, formerDueOn } = fact
      return { deferral: { until, reason: reason ?? null, notifiedOn, formerDueOn } }
    }
    case 'RequestSplit':
      return {
        splitInto: [...before.splitInto, ...fact.children],
        information: { ...before.information, description: fact.items[0] ?? before.information.description },
      }
    case 'ApplicantSucceeded':
      return { applicant: fact.applicant }
    case 'OutcomeDecided':
    case 'StillUnclearJudged':
      return { decision: fact.decision, formAccepted: true }
    case 'DraftSubmitted':
      return { draft: { text: fact.text ?? null, by: fact.by ?? null, on: fact.on } }
    case 'DraftReturned':
      return { approval: null }
    case 'DraftApproved':
      return { approval: approved(fact) }
    case 'DecisionReopened':
      return { decision: null, draft: null, approval: null }
    case 'ReplySigned':
      return {
        signedBy: fact.by ?? null,
        reply: { ...unsent, signedOn: fact.signedOn, ...(fact.remedy ? { remedy: fact.remedy } : {}) },
      }
    case 'ReplyDispatched':
      return reply(before, {
        method: fact.method,
        dispatchedOn: fact.dispatchedOn,
        mailNumber: fact.mailNumber ?? null,
        returnedOn: null,
        ...(fact.noticeDays ? { noticeDays: fact.noticeDays } : {}),
        ...(fact.enclosures ? { enclosures: fact.enclosures } : {}),
      })
    case 'ReplyReturned':
      return reply(before, { returnedOn: fact.returnedOn })
    case 'ReplyServed':
      return reply(before, { servedOn: fact.servedOn })
    case 'RequestWithdrawn':
      // A reply that was signed and never sent is none.
      return { decision: { outcome: 'X3', kind: 'withdrawn' }, withdrawnOn: fact.withdrawnOn, reply: null }
    case 'ItemsWithdrawn':
      return {
        withdrawnItems: [...before.withdrawnItems, { items: fact.items, withdrawnOn: fact.withdrawnOn }],
      }
    case 'CaseArchived':
      return fact.retention ? { retention: fact.retention } : {}
    case 'LetterIssued': {
      const { n, letter, documentNumber, consultation: about, on } = fact
      return {
        letters: [
          ...before.letters,
          { n, letter, documentNumber, consultation: about ?? null, issuedOn: on, servedOn: null },
        ],
      }
    }
    case 'LetterServed':
      return letterServed(before, fact)
    case 'ApplicantTold':
      return told(before, fact)
    case 'PublicationSuggested': {
      const { reasons: named, statement, on } = fact
      return { suggestions: [{ reasons: named, statement: statement ?? null, on }] }
    }
    case 'PapersFiled':
      return withAttachments(before.attachments, fact, { on: fact.on, with: 'filing' })
    case 'CaseChased':
      return { chases: [...(before.chases ?? []), { opinion: fact.opinion, on: fact.on }] }
    case 'SupervisionOrdered': {
      const { id, order, article, dueOn, on } = fact
      const ordered = { id, order, article, orderedOn: on, dueOn, answer: null, answeredOn: null }
      return { supervisions: [...(before.supervisions ?? []), ordered] }
    }
    case 'SupervisionAnswered': {
      const { id, answer, answeredOn } = fact
      return { supervisions: before.supervisions?.map((one) => (one.id === id ? { ...one, answer, answeredOn } : one)) }
    }
    case 'CalendarChanged': {
      const { notice, changedOn, moved } = fact
      return { calendarChanges: [...(before.calendarChanges ?? []), { notice, changedOn, moved }] }
    }
  }
}

const concluded = ({ conclusion, views, followUpBy, followUpOn }: FactOf<'DiscussionClosed'>) => ({
  conclusion,
  ...(views ? { views } : {}),
  ...(followUpBy ? { followUpBy } : {}),
  ...(followUpOn ? { followUpOn } : {}),
})

const approved = ({ opinion, by, on, secrecyReviewedOn }: FactOf<'DraftApproved'>): Approval => ({
  opinion: opinion ?? null,
  by: by ?? null,
  on,
  ...(secrecyReviewedOn ? { secrecyReviewedOn } : {}),
})

const reasonsAsked = ({ months, requests, periodWorkingDays, askedOn }: FactOf<'ReasonsAsked'>): Reasons => ({
  months: months ?? null,
  requests: requests ?? null,
  periodWorkingDays,
  askedOn,
  servedOn: null,
  receivedOn: null,
  content: null,
  accepted: null,
})

const reasons = ({ reasons: asked }: Case, change: Partial<Reasons>): Change => ({
  reasons: asked && { ...asked, ...change },
})

const correctionRequested = (before: Case, fact: FactOf<'CorrectionRequested'>): Change => {
  const { items, guidance, periodWorkingDays, requestedOn, late } = fact
  return {
    corrections: [
      ...before.corrections,
      {
        items,
        ...(guidance ? { guidance } : {}),
        periodWorkingDays,
        requestedOn,
        late,
        servedOn: null,
        receivedOn: null,
        content: null,
      },
    ],
  }
}

/** The period begins anew: what was extended before belongs to the old one, and a lapse is undone (rulebook T9, T27). */
const anew = { extension: null, deferral: null, decision: null, lapse: null } as const

/** A correction starts the period anew (rulebook T9). */
const correctionReceived = (before: Case, fact: FactOf<'CorrectionReceived'>): Change => ({
  corrections: before.corrections.map((one, i, all) =>
    i === all.length - 1 ? { ...one, receivedOn: fact.receivedOn, content: fact.content } : one,
  ),
  ...anew,
  ...withAttachments(before.attachments, fact, { on: fact.on, with: 'correction' }),
})

const told = (before: Case, fact: FactOf<'ApplicantTold'>): Change => {
  const { about, content, paidOn, on } = fact
  return {
    tellings: [...(before.tellings ?? []), { about, content: content ?? null, paidOn: paidOn ?? null, on }],
    ...withAttachments(before.attachments, fact, { on, with: 'telling' }),
  }
}

const consultation = (before: Case, id: string, change: Partial<Consultation>): Change => ({
  consultations: before.consultations.map((one) => (one.id === id ? { ...one, ...change } : one)),
})

/** Silence of a co-making organ is consent (条例 34); of a third party it is neither (条例 32). */
const lapsed = (before: Case, { id, lapsedOn }: FactOf<'ConsultationLapsed'>): Partial<Consultation> => {
  const kind = before.consultations.find((one) => one.id === id)?.kind
  return { endedOn: lapsedOn, ...(kind === 'coProducer' ? { opinion: 'consent' } : {}) }
}

const reply = (before: Case, change: Partial<NonNullable<Case['reply']>>): Change => {
  if (!before.reply) throw new Error('a reply moved before it was signed')
  return { reply: { ...before.reply, ...change } }
}

const letterServed = (before: Case, fact: FactOf<'LetterServed'>): Change => ({
  letters: before.letters.map((one) => (one.n === fact.n ? { ...one, servedOn: fact.servedOn } : one)),
  ...(fact.letter === 'P01'
    ? {
        corrections: before.corrections.map((one, i, all) =>
          i === all.length - 1 ? { ...one, servedOn: fact.servedOn } : one,
        ),
      }
    : {}),
  ...(fact.letter === 'P02' ? reasons(before, { servedOn: fact.servedOn }) : {}),
  ...(fact.letter === 'L06' && before.fee ? { fee: { ...before.fee, servedOn: fact.servedOn } } : {}),
  ...(fact.id ? consultation(before, fact.id, { servedOn: fact.servedOn }) : {}),
})
