import { rectificationPeriod } from '@zhiqing/law'
import { remedyStart } from '@zhiqing/workflows'
import type { Case } from './case.js'
import type { Rectification, Redo, Remedy, RemedyDecision, Round } from './case-remedies.js'
import type { FactOf, FactType } from './facts.js'

/** The facts that stand beside the request, and those that begin a new round of its reply. */
const besides = [
  'ReconsiderationFiled',
  'ReconsiderationAnswered',
  'ReconsiderationDecided',
  'LitigationFiled',
  'LitigationAnswered',
  'LitigationAppealed',
  'LitigationDecided',
  'ComplaintFiled',
  'ComplaintClosed',
  'RedoOrdered',
  'ReplyRevised',
  'RectificationFiled',
  'RectificationAnswered',
] as const satisfies readonly FactType[]
export type BesideFact = FactOf<(typeof besides)[number]>

type Change = Partial<Case>

export const isBeside = (fact: { readonly type: FactType }): fact is BesideFact =>
  (besides as readonly FactType[]).includes(fact.type)

const added = ({ remedies }: Case, remedy: Remedy): Change => ({ remedies: [...remedies, remedy] })

const changed = ({ remedies }: Case, id: string, change: (one: Remedy) => Remedy): Change => ({
  remedies: remedies.map((one) => (one.id === id ? change(one) : one)),
})

const decided =
  (decision: RemedyDecision) =>
  (one: Remedy): Remedy =>
    one.kind === 'complaint' ? one : { ...one, decisions: [...one.decisions, decision] }

const answered =
  (answeredOn: Rectification['receivedOn']) =>
  (one: Remedy): Remedy =>
    one.kind === 'complaint' ? one : { ...one, answeredOn }

/** What a remedy has from the day it is filed. */
const filed = (before: Case, { id, filedOn }: Pick<Remedy, 'id' | 'filedOn'>) => ({
  id,
  filedOn,
  at: remedyStart,
  round: before.rounds.length,
})

const heard = ({ copyReceivedOn, caseNumber }: FactOf<'ReconsiderationFiled' | 'LitigationFiled'>) => ({
  copyReceivedOn,
  caseNumber: caseNumber ?? null,
  answeredOn: null,
  decisions: [],
})

const reviewFiled = (before: Case, fact: FactOf<'ReconsiderationFiled'>): Change =>
  added(before, {
    ...filed(before, fact),
    ...heard(fact),
    kind: 'reconsideration',
    procedure: fact.procedure,
    body: fact.body ?? null,
  })

const suitFiled = (before: Case, fact: FactOf<'LitigationFiled'>): Change =>
  added(before, {
    ...filed(before, fact),
    ...heard(fact),
    kind: 'litigation',
    path: fact.path,
    ...(fact.review ? { review: fact.review } : {}),
    court: fact.court ?? null,
    coDefendant: fact.coDefendant,
    appealedOn: null,
  })

const appealed = (before: Case, { id, filedOn, caseNumber, court }: FactOf<'LitigationAppealed'>): Change =>
  changed(before, id, (one) =>
    one.kind === 'litigation'
      ? { ...one, appealedOn: filedOn, caseNumber: caseNumber ?? one.caseNumber, court: court ?? one.court }
      : one,
  )

const complained = (before: Case, fact: FactOf<'ComplaintFiled'>): Change => {
  const { to, about } = fact
  return added(before, {
    ...filed(before, fact),
    kind: 'complaint',
    to,
    about,
    result: null,
    ordered: false,
    closedOn: null,
  })
}

const complaintClosed = (before: Case, { id, result, ordered, closedOn }: FactOf<'ComplaintClosed'>): Change =>
  changed(before, id, (one) => (one.kind === 'complaint' ? { ...one, result, ordered, closedOn } : one))

const replyNumber = ({ reply, letters }: Case): string | null =>
  reply ? (letters.findLast(({ letter }) => letter.startsWith('S'))?.documentNumber ?? null) : null

/** Null where a round had no reply of its own: what is decided and drafted then goes on into the next. */
const finished = (before: Case): Round => {
  const { decision, approval, signedBy, reply, lapse, withdrawnOn, redo, verbs } = before
  const closed = isClosed(before)
  return {
    decision: closed ? decision : null,
    approval: closed ? approval : null,
    signedBy: closed ? signedBy : null,
    reply: reply && {
      signedOn: reply.signedOn,
      method: reply.method,
      dispatchedOn: reply.dispatchedOn,
      servedOn: reply.servedOn,
      ...(reply.enclosures ? { enclosures: reply.enclosures } : {}),
    },
    lapse,
    withdrawnOn,
    replyNumber: replyNumber(before),
    redo,
    verbs: verbs.length,
  }
}

/** Answered, lapsed or withdrawn: there is something to take back. */
const isClosed = ({ reply, lapse, withdrawnOn, at }: Case): boolean =>
  Boolean(reply || lapse || withdrawnOn) || at.state === 'archived'

const cleared = {
  decision: null,
  draft: null,
  approval: null,
  signedBy: null,
  reply: null,
  lapse: null,
  withdrawnOn: null,
} as const

/** A new round: the finished one is put away, and what was extended belonged to its period (rulebook R76, R118). */
const newRound = (before: Case, redo: Redo): Change => ({
  rounds: [...before.rounds, finished(before)],
  redo,
  extension: null,
  deferral: null,
  ...(isClosed(before) ? { ...cleared, formAccepted: true } : {}),
})

/** Taken back before it ended the clock: the period, its extension and its deferral stay what they were (rulebook R118). */
const takenBack = (before: Case): Change => ({
  rounds: [...before.rounds, finished(before)],
  ...cleared,
  formAccepted: true,
})

const redoOf = (fact: FactOf<'RedoOrdered' | 'ReplyRevised'>): Redo =>
  fact.type === 'RedoOrdered'
    ? {
        by: 'order',
        kind: fact.kind,
        remedy: fact.remedy ?? null,
        article: fact.orderArticle,
        receivedOn: fact.receivedOn,
        deadlineOn: fact.until,
      }
    : { by: 'organ', kind: 'redo', remedy: null, article: 'practice', receivedOn: fact.revisedOn, deadlineOn: null }

const rectificationFiled = (before: Case, fact: FactOf<'RectificationFiled'>): Change => {
  const { id, record, evidence, receivedOn, periodWorkingDays = rectificationPeriod } = fact
  const open = { finding: null, reasons: null, responsibleOrgan: null, answeredOn: null }
  return {
    rectifications: [...before.rectifications, { id, record, evidence, receivedOn, periodWorkingDays, ...open }],
  }
}

const rectificationAnswered = (before: Case, fact: FactOf<'RectificationAnswered'>): Change => {
  const { id, finding, reasons, responsibleOrgan, answeredOn } = fact
  const told = { finding, reasons, responsibleOrgan: responsibleOrgan ?? null, answeredOn }
  return { rectifications: before.rectifications.map((one) => (one.id === id ? { ...one, ...told } : one)) }
}

/** The bookkeeping of remedies, new rounds and rectifications, one line a fact. */
export const besideChanges = (before: Case, fact: BesideFact): Change => {
  switch (fact.type) {
    case 'ReconsiderationFiled':
      return reviewFiled(before, fact)
    case 'LitigationFiled':
      return suitFiled(before, fact)
    case 'ReconsiderationAnswered':
    case 'LitigationAnswered':
      return changed(before, fact.id, answered(fact.answeredOn))
    case 'ReconsiderationDecided': {
      const { id, result, column, decidedOn, receivedOn } = fact
      return changed(before, id, decided({ result, column, instance: null, kind: null, decidedOn, receivedOn }))
    }
    case 'LitigationDecided': {
      const { id, result, column, instance, kind, decidedOn, receivedOn } = fact
      return changed(before, id, decided({ result, column, instance, kind, decidedOn, receivedOn }))
    }
    case 'LitigationAppealed':
      return appealed(before, fact)
    case 'ComplaintFiled':
      return complained(before, fact)
    case 'ComplaintClosed':
      return complaintClosed(before, fact)
    case 'RedoOrdered':
      return newRound(before, redoOf(fact))
    case 'ReplyRevised':
      return before.at.context.sent ? newRound(before, redoOf(fact)) : takenBack(before)
    case 'RectificationFiled':
      return rectificationFiled(before, fact)
    case 'RectificationAnswered':
      return rectificationAnswered(before, fact)
  }
}
