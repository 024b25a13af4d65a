import { plus } from '../../law/civil-days.js'
import { a } from '../court.js'
import { backDated, type Life, type Move, max, nextId, plain } from './life.js'
import { byTasks, type Heard, isClosed, type Model, restart } from './model.js'

/* 复议、诉讼、投诉、更正, and the new rounds of reply that follow from them (R70–R80, R118). */

const heard = (id: string, kind: Heard['kind'], { round }: Model, days: Pick<Heard, 'filedOn' | 'copyReceivedOn'>) => ({
  id,
  kind,
  round,
  ...days,
  simplified: false,
  after: false,
  state: 'open' as const,
  answeredOnce: false,
  corrects: false,
  agreed: false,
  sued: false,
  carriedOut: false,
  decidedOn: null,
  receivedOn: null,
  ruling: false,
})

const filing = (life: Life, least: string) => {
  const copyReceivedOn = backDated(life, least)
  return { filedOn: copyReceivedOn, copyReceivedOn }
}

export const fileReview = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  if (model.remedies.some(({ kind, round }) => kind === 'review' && round === model.round)) return undefined
  const id = nextId(life, '复')
  const days = filing(life, model.receivedOn as string)
  const simplified = chance.chance(0.5)
  return {
    act: a(on, 'fileReconsideration', { id, ...days, procedure: simplified ? 'simplified' : 'ordinary' }),
    expected: 'done',
    apply: (model) => {
      model.remedies.push({ ...heard(id, 'review', model, days), simplified })
    },
  }
}

const pickOne = (life: Life, fits: (one: Heard) => boolean): Heard | undefined => {
  const fitting = life.model.remedies.filter(fits)
  return fitting.length > 0 ? life.chance.pick(fitting) : undefined
}

export const answer =
  (kind: 'review' | 'suit') =>
  (life: Life): Move | undefined => {
    const one = pickOne(life, (each) => each.kind === kind && each.state === 'open')
    if (!one) return undefined
    const answeredOn = backDated(life, one.copyReceivedOn)
    return {
      act: a(life.on, kind === 'review' ? 'answerReconsideration' : 'answerLitigation', { id: one.id, answeredOn }),
      expected: 'done',
      apply: () => {
        one.state = 'answered'
        one.answeredOnce = true
      },
    }
  }

const reviewResults = ['upheld', 'redoOrdered', 'revoked', 'performOrdered', 'illegal', 'mediated', 'notAccepted']
const correcting = ['redoOrdered', 'revoked', 'performOrdered', 'disclosureOrdered', 'illegal']
const rulings = ['suitDismissed', 'withdrawn', 'remanded', 'appealWithdrawn']

const decidedOn = (one: Heard, receivedOn: string, result: string): void => {
  one.receivedOn = receivedOn
  one.decidedOn = receivedOn
  one.ruling = rulings.includes(result)
  one.agreed = result === 'mediated'
  if (!['appealDismissed', 'appealWithdrawn'].includes(result)) one.corrects = correcting.includes(result)
}

export const decideReview = (life: Life): Move | undefined => {
  const one = pickOne(life, ({ kind, state }) => kind === 'review' && (state === 'open' || state === 'answered'))
  if (!one) return undefined
  const receivedOn = backDated(life, one.filedOn)
  const result = life.chance.pick(reviewResults)
  return {
    act: a(life.on, 'decideReconsideration', { id: one.id, result, receivedOn }),
    expected: 'done',
    apply: () => {
      one.state = 'over'
      decidedOn(one, receivedOn, result)
    },
  }
}

export const fileSuit = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const after = chance.chance(0.5)
  const review = after ? model.remedies.findLast(({ kind, state }) => kind === 'review' && state === 'over') : undefined
  if (review?.sued) return undefined
  const id = nextId(life, '诉')
  const days = filing(life, max(model.receivedOn as string, review?.decidedOn ?? ''))
  return {
    act: a(on, 'fileLitigation', { id, path: after ? 'afterReconsideration' : 'direct', ...days }),
    expected: after && !review ? 'refused' : 'done',
    apply: (model) => {
      if (review) review.sued = true
      model.remedies.push({ ...heard(id, 'suit', model, days), after })
    },
  }
}

const firstResults = [
  'claimDismissed',
  'revoked',
  'redoOrdered',
  'performOrdered',
  'disclosureOrdered',
  'suitDismissed',
]
const secondResults = ['appealDismissed', 'revoked', 'remanded', 'appealWithdrawn', 'disclosureOrdered']

export const judge = (life: Life): Move | undefined => {
  const one = pickOne(life, ({ kind, state }) => kind === 'suit' && state !== 'over')
  if (!one) return undefined
  const second = one.state === 'judged' || one.state === 'appealing'
  const result = life.chance.pick(second ? secondResults : firstResults)
  const receivedOn = backDated(life, one.decidedOn ?? one.filedOn)
  return {
    act: a(life.on, 'decideLitigation', { id: one.id, result, instance: second ? 'second' : 'first', receivedOn }),
    expected: 'done',
    apply: () => {
      one.state = second ? (result === 'remanded' ? 'open' : 'over') : 'judged'
      decidedOn(one, receivedOn, result)
    },
  }
}

export const appeal = (life: Life): Move | undefined => {
  const one = pickOne(life, ({ kind, state }) => kind === 'suit' && state === 'judged')
  if (!one) return undefined
  const path = one.after ? 'afterReconsideration' : 'direct'
  const filedOn = backDated(life, one.decidedOn as string)
  return {
    act: a(life.on, 'fileLitigation', { id: one.id, path, instance: 'second', filedOn }),
    expected: 'done',
    apply: () => {
      one.state = 'appealing'
    },
  }
}

export const complain = (life: Life): Move => {
  const id = nextId(life, '投')
  const days = { filedOn: life.on, copyReceivedOn: life.on }
  return plain('fileComplaint', { id, to: 'superior', about: '没有答复' }, (model) => {
    model.remedies.push(heard(id, 'complaint', model, days))
  })(life)
}

export const settleComplaint = (life: Life): Move | undefined => {
  const one = pickOne(life, ({ kind, state }) => kind === 'complaint' && state === 'open')
  if (!one) return undefined
  const ordered = life.chance.chance(0.5)
  return plain('closeComplaint', { id: one.id, result: '已经处理', ordered }, () => {
    one.state = 'over'
    one.corrects = ordered
    one.decidedOn = life.on
  })(life)
}

export const rectify = (life: Life): Move => {
  const id = nextId(life, '更')
  const receivedOn = backDated(life, life.model.receivedOn as string)
  return plain('fileRectification', { id, record: '姓名', evidence: '户口簿', receivedOn }, (model) => {
    model.rectifications.push({ id, receivedOn, open: true })
  })(life)
}

export const answerRectification = (life: Life): Move | undefined => {
  const one = life.model.rectifications.find(({ open }) => open)
  if (!one) return undefined
  return plain(
    'answerRectification',
    { id: one.id, finding: 'corrected', reasons: '已经更正' },
    () => {
      one.open = false
    },
    ['L13'],
  )(life)
}

/** 建议主动公开: once a case, of what was given (R42). */
export const suggest = (life: Life): Move | undefined => {
  const { given, suggested } = life.model
  if (!given || suggested) return undefined
  const reasons = [life.chance.pick(['publicInterest', 'widelyKnown', 'participation'])]
  return plain('suggestPublication', { reasons }, (model) => {
    model.suggested = true
  })(life)
}

/** A decision in force that finds against the organ, and that nobody carried out yet (R76). */
const binding = ({ corrects, carriedOut, state }: Heard): boolean =>
  corrects && !carriedOut && (state === 'over' || state === 'judged')

const wasAnswered = ({ signedOn, lapse, withdrawn, state }: Model): boolean =>
  Boolean(signedOn || lapse || withdrawn) || state === 'archived'

/** Taken back before it ended the clock: the period runs on as it stood (R118). */
const takenBack = (model: Model): void => {
  model.round += 1
  Object.assign(model, { decision: null, signedOn: null, sent: null, returnedOn: null, servedOn: null })
  model.formAccepted = true
  byTasks(model)
}

const anew = (model: Model, receivedOn: string, until: string | null): void => {
  const over = wasAnswered(model)
  model.round += 1
  restart(model, receivedOn, 'redo', until)
  model.redo = until ? 'named' : 'unnamed'
  model.sentInTime = false
  if (isClosed(model)) byTasks(model)
  if (!over) return
  Object.assign(model, { decision: null, signedOn: null, sent: null, returnedOn: null, servedOn: null })
  Object.assign(model, { lapse: null, lapseServedOn: null, withdrawn: false, formAccepted: true })
  byTasks(model)
}

export const order = (life: Life): Move => {
  const { chance, model, on } = life
  const fitting = model.remedies.filter(binding)
  const named = fitting.length > 0 && chance.chance(0.7) ? chance.pick(fitting) : undefined
  const basis = named ?? (fitting.length === 1 ? fitting[0] : undefined)
  const least = max(model.receivedOn as string, basis?.decidedOn ?? '')
  const told = chance.chance(0.5) ? backDated(life, least) : null
  const receivedOn = told ?? basis?.receivedOn ?? on
  const until = chance.chance(0.5) ? plus(receivedOn, chance.pick([0, 5, 15, 30, 60])) : null
  const unclear = !named && fitting.length > 1
  return {
    act: a(on, 'orderRedo', {
      ...(named && { remedy: named.id }),
      ...(told && { receivedOn: told }),
      ...(until && { deadlineOn: until }),
    }),
    expected: unclear || (!basis && !wasAnswered(model)) ? 'refused' : 'done',
    apply: (model) => {
      if (basis) basis.carriedOut = true
      anew(model, receivedOn, until)
    },
  }
}

export const revise = (life: Life): Move | undefined =>
  life.model.signedOn
    ? plain('reviseReply', { reason: '适用依据有误' }, (model) =>
        model.endedOn === null ? takenBack(model) : anew(model, life.on, null),
      )(life)
    : undefined
