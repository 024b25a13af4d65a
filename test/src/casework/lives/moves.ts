import { at, plus } from '../../law/civil-days.js'
import { a, applicant } from '../court.js'
import { accepts, backDated, type Life, type Move, max, nextId, plain, taskEnded, to } from './life.js'
import { type Asked, anchorOf, byTasks, type Decided, type Model, openAsked, restart } from './model.js'
import { correctionLast, dueInForce, lastDay, noticeLast, paymentLast, reasonsLast } from './oracle.js'

/* The acts of 接收, 登记, 办理 and 协查, each with what the rulebook says of it. */

const end = (model: Model, on: string, state: string): void => {
  model.endedOn = on
  model.state = state
}

export const begin = (model: Model, receivedOn: string): void => {
  model.receivedOn = receivedOn
  restart(model, receivedOn, 'receipt')
  model.state = 'received'
}

export const confirm = (life: Life): Move => {
  const confirmedOn = backDated(life, life.model.arrivedOn)
  return {
    act: a(life.on, 'confirmReceipt', { confirmedOn }),
    expected: 'done',
    apply: (model) => begin(model, confirmedOn),
    letters: ['L03'],
  }
}

export const register = plain('registerRequest', {}, to('registered'), ['L02'])
export const assign = plain('assignOfficer', { officer: '李四' }, (model) => {
  if (model.state === 'registered') model.state = 'formReview'
})
export const acceptForm = plain('acceptForm', {}, accepts)

export const askCorrection = (life: Life): Move => {
  const { chance, model, on } = life
  const late = on > noticeLast(model)
  const again = model.corrections.length > 0
  const override = (late || again) && chance.chance(0.6)
  const period = chance.pick([5, 5, 7, 10, 15, 30, 31])
  return {
    act: a(on, 'requestCorrection', {
      items: ['名称'],
      guidance: '可以写明文件名称、文号或者形成年份',
      periodWorkingDays: period,
      ...(override && { override: '难以联系' }),
    }),
    expected: ((late || again) && !override) || period > 30 ? 'refused' : 'done',
    apply: (model) => {
      model.corrections.push({ requestedOn: on, late, period, servedOn: null, receivedOn: null })
      model.held = { from: on, cause: 'correction', late }
      model.state = 'awaitingCorrection'
    },
    letters: ['P01'],
  }
}

export const serveCorrection = (life: Life): Move | undefined => {
  const last = life.model.corrections.at(-1)
  if (!last || last.servedOn) return undefined
  const servedOn = backDated(life, last.requestedOn)
  return {
    act: a(life.on, 'recordLetterService', { letter: 'P01', servedOn }),
    expected: 'done',
    apply: () => {
      last.servedOn = servedOn
    },
  }
}

export const correct = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const correction = model.corrections.at(-1)
  if (!correction) return undefined
  const receivedOn = backDated(life, correction.requestedOn)
  const span = Math.min(5, at(receivedOn) - at(correction.requestedOn))
  const postedOn = chance.chance(0.4) ? plus(receivedOn, -chance.between(0, span)) : null
  const goodCause = chance.chance(0.2)
  const last = correctionLast(model)
  const inTime = last === null || (postedOn ?? receivedOn) <= last
  return {
    act: a(on, 'receiveCorrection', {
      content: '指2023年第5批次',
      receivedOn,
      ...(postedOn && { postedOn }),
      ...(goodCause && { goodCause }),
    }),
    expected: model.lapse && !inTime && !goodCause ? 'refused' : 'done',
    apply: (model) => {
      correction.receivedOn = receivedOn
      restart(model, receivedOn, 'correction')
      undone(model)
      model.state = 'formReview'
    },
  }
}

const undone = (model: Model): void => {
  model.lapse = null
  model.lapseServedOn = null
  model.decision = null
}

export const lapse = (life: Life): Move => {
  const unpaid = life.model.state === 'awaitingPayment'
  const last = unpaid ? paymentLast(life.model) : correctionLast(life.model)
  const outcome = unpaid ? 'X2' : 'X1'
  return {
    act: a(life.on, 'confirmLapse'),
    expected: last !== null && life.on > last ? 'done' : 'refused',
    apply: (model) => {
      model.lapse = outcome
      model.decision = { outcome, block: 'RB2', letter: 'L15', discloses: false }
      end(model, plus(last as string, 1), 'abandoned')
    },
    letters: ['L15'],
  }
}

export const serveLapse = (life: Life): Move | undefined => {
  const { model, on } = life
  if (!model.lapse || model.lapseServedOn) return undefined
  return {
    act: a(on, 'recordLetterService', { letter: 'L15', servedOn: on }),
    expected: 'done',
    apply: (model) => {
      model.lapseServedOn = on
    },
  }
}

/** Counts with their sums, by hand from rulebook §7. */
const counts = [
  [{ basis: 'perRequest', monthlyCount: 10 }, 0],
  [{ basis: 'perRequest', monthlyCount: 12 }, 100],
  [{ basis: 'perRequest', monthlyCount: 35 }, 200],
  [{ basis: 'perPage', pages: 45 }, 150],
  [{ basis: 'perPage', pages: 101 }, 720],
] as const

export const charge = (life: Life): Move => {
  const { chance, model, on } = life
  const [fields, amount] = chance.pick(counts)
  const due = dueInForce(model)
  const fine =
    amount > 0 &&
    model.fee === null &&
    model.redo !== 'named' &&
    openAsked(model).length === 0 &&
    (model.receivedOn as string) >= '2021-01-01' &&
    due !== null &&
    on <= due
  return {
    act: a(on, 'chargeFee', { ...fields }),
    expected: fine ? 'done' : 'refused',
    apply: (model) => {
      model.formAccepted = true
      model.fee = { chargedOn: on, amount, servedOn: null, awaited: true }
      model.held = { from: on, cause: 'payment', late: false }
      model.state = 'awaitingPayment'
    },
    letters: ['L06'],
  }
}

export const serveFee = (life: Life): Move | undefined => {
  const { fee } = life.model
  if (!fee || fee.servedOn) return undefined
  const servedOn = backDated(life, fee.chargedOn)
  return {
    act: a(life.on, 'recordLetterService', { letter: 'L06', servedOn }),
    expected: 'done',
    apply: () => {
      fee.servedOn = servedOn
    },
  }
}

export const pay = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const { fee } = model
  if (!fee) return undefined
  const paidOn = backDated(life, fee.chargedOn)
  const short = chance.chance(0.2) ? 1 : 0
  const last = paymentLast(model)
  const late = model.lapse !== null && last !== null && paidOn > last
  return {
    act: a(on, 'recordPayment', { paidOn, amount: fee.amount - short }),
    expected: short || late ? 'refused' : 'done',
    apply: (model) => {
      fee.awaited = false
      restart(model, paidOn, 'payment')
      undone(model)
      byTasks(model)
    },
  }
}

/** What undoes a lapse: the payment for want of which it lapsed, or the correction. */
export const undoLapse = (life: Life): Move | undefined => (life.model.lapse === 'X2' ? pay(life) : correct(life))

export const ask = (life: Life): Move => {
  const { chance, model, on } = life
  const kind = chance.pick(['thirdParty', 'thirdParty', 'coProducer', 'other'] as const)
  const id = nextId(life, '询')
  const dispatchedOn = backDated(life, max(anchorOf(model).on, model.receivedOn as string))
  const due = dueInForce(model)
  const fields =
    kind === 'thirdParty'
      ? { id, party: '青禾建材公司', interest: '商业秘密', dispatchedOn }
      : { id, organ: '县财政局', as: kind, dispatchedOn }
  const told = anchorOf(model).until === null && openAsked(model).length === 0
  return {
    act: a(on, kind === 'thirdParty' ? 'consultThirdParty' : 'consultOrgan', fields),
    expected: due !== null && dispatchedOn > due ? 'refused' : 'done',
    apply: (model) => {
      accepts(model)
      if (model.state !== 'discussing') model.state = 'searching'
      const since = model.basis === 'dispatch' ? model.anchors.length - 1 : null
      model.asked.push({ id, kind, dispatchedOn, servedOn: null, endedOn: null, how: 'open', objected: false, since })
    },
    letters: [kind === 'thirdParty' ? 'P04' : 'P07', ...(told ? ['P05'] : [])],
  }
}

const unservedOf = (model: Model): Asked[] => openAsked(model).filter(({ servedOn }) => servedOn === null)

export const serveAsked = (life: Life): Move | undefined => {
  const unserved = unservedOf(life.model)
  if (unserved.length === 0) return undefined
  const asked = life.chance.pick(unserved)
  const servedOn = backDated(life, asked.dispatchedOn)
  return {
    act: a(life.on, 'recordLetterService', {
      letter: asked.kind === 'thirdParty' ? 'P04' : 'P07',
      consultation: asked.id,
      servedOn,
    }),
    expected: 'done',
    apply: (model) => {
      asked.servedOn = servedOn
      asked.since ??= model.anchors.length - 1
    },
  }
}

/** Nobody's opinion is awaited any more where the case has ended; a late one is filed wherever it stands. */
const takesOpinions = ({ state }: Model): boolean => ['searching', 'discussing', 'awaitingReasons'].includes(state)

export const answerAsked = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  const answerable = model.asked.filter(({ how }) => how === 'open' || how === 'lapsed')
  if (answerable.length === 0) return undefined
  const asked = chance.pick(answerable)
  const receivedOn = backDated(life, asked.servedOn ?? asked.dispatchedOn)
  const opinion = chance.pick(['consent', 'partial', 'object'])
  const awaited = asked.how === 'lapsed' || takesOpinions(model)
  return {
    act: a(on, 'recordOpinion', { id: asked.id, opinion, receivedOn, reasons: '报价' }),
    expected: 'done',
    apply: (model) => {
      // what comes when nobody waits for it is filed and moves nothing (contract §2)
      if (!awaited) return
      const last = lastDay(asked)
      // an opinion after the last day is filed and reopens nothing; another organ has no last day
      if (asked.how === 'lapsed' && last !== null && receivedOn > last) return
      const wasOpen = asked.how === 'open'
      asked.endedOn = receivedOn
      asked.how = 'opinion'
      asked.objected = opinion !== 'consent'
      if (wasOpen) taskEnded(model)
    },
  }
}

export const comeBack = (life: Life): Move | undefined => {
  const unserved = unservedOf(life.model)
  if (unserved.length === 0) return undefined
  const asked = life.chance.pick(unserved)
  const receivedOn = backDated(life, asked.dispatchedOn)
  return {
    act: a(life.on, 'recordOpinion', { id: asked.id, returned: true, receivedOn }),
    expected: takesOpinions(life.model) ? 'done' : 'refused',
    apply: (model) => {
      asked.endedOn = receivedOn
      asked.how = 'returned'
      taskEnded(model)
    },
  }
}

export const prolong = (life: Life): Move => {
  const { chance, model, on } = life
  const workingDays = chance.pick([0, 1, 3, 5, 10, 20, 20, 21])
  const { on: anchoredOn, extension, until } = anchorOf(model)
  const notifiedOn = backDated(life, anchoredOn)
  const stopped = model.held !== null || model.endedOn !== null || model.signedOn !== null
  const due = stopped ? null : dueInForce(model)
  const tooLate = due !== null && notifiedOn > due
  const free = extension === 0 && until === null && model.redo !== 'named'
  const within = workingDays >= 1 && workingDays <= 20
  const fine = !stopped && !tooLate && within && free && notifiedOn >= anchoredOn
  return {
    act: a(on, 'extendReply', { workingDays, reason: '资料分散', notifiedOn }),
    expected: fine ? 'done' : 'refused',
    apply: (model) => {
      anchorOf(model).extension = workingDays
    },
    letters: ['P03'],
  }
}

export const askReasons = plain(
  'askReasons',
  { months: 3, requests: 120 },
  (model) => {
    model.formAccepted = true
    model.reasons = { askedOn: '', servedOn: null, given: false, accepted: null }
    model.state = 'awaitingReasons'
  },
  ['P02'],
)

export const serveReasons = (life: Life): Move | undefined => {
  const { model, on } = life
  if (!model.reasons || model.reasons.servedOn) return undefined
  return {
    act: a(on, 'recordLetterService', { letter: 'P02', servedOn: on }),
    expected: 'done',
    apply: ({ reasons }) => {
      if (reasons) reasons.servedOn = on
    },
  }
}

export const receiveReasons = plain('receiveReasons', { content: '研究需要' }, ({ reasons }) => {
  if (reasons) reasons.given = true
})

/** Nobody finds that there are no reasons while they may still come. */
const reasonsOver = ({ model, on }: Life): boolean => {
  const last = reasonsLast(model)
  return model.reasons?.given === true || (last !== null && on > last)
}

export const judgeReasons = (life: Life): Move => {
  const accepted = life.chance.chance(0.75)
  return {
    act: a(life.on, 'judgeReasons', accepted ? { accepted } : { accepted, reasons: '没有正当理由' }),
    expected: !accepted && (openAsked(life.model).length > 0 || !reasonsOver(life)) ? 'refused' : 'done',
    apply: (model) => {
      if (model.reasons) model.reasons.accepted = accepted
      if (accepted) return byTasks(model)
      model.decision = { outcome: 'Z4', block: 'RB2', letter: 'S19', discloses: false }
      model.state = 'drafting'
    },
  }
}

export const deferIt = (life: Life): Move => {
  const { chance, model, on } = life
  const due = dueInForce(model)
  const open = model.reasons?.accepted === true && model.redo !== 'named' && model.signedOn === null
  const running = model.held === null && model.endedOn === null && due !== null
  const until = plus(due ?? on, chance.pick([-1, 0, 1, 5, 40, 90]))
  return {
    act: a(on, 'deferReply', { until, reason: '量大' }),
    expected: open && running && on <= (due as string) && until > (due as string) ? 'done' : 'refused',
    apply: (model) => {
      Object.assign(anchorOf(model), { until, deferred: true })
    },
    letters: ['L12'],
  }
}

export const search = plain(
  'recordSearch',
  { systems: ['县档案馆'], keywords: ['征地'], people: ['李四'], found: true, method: '逐卷查阅', result: '找到一件' },
  (model) => {
    accepts(model)
    if (model.state === 'triage') model.state = 'deciding'
    model.searched = true
  },
  ['L11'],
)

export const assist = (life: Life): Move => {
  const id = nextId(life, '协')
  const dueOn = life.chance.chance(0.5) ? plus(life.on, 10) : null
  return plain(
    'requestAssistance',
    { id, unit: '规划股', question: '有无', ...(dueOn && { dueOn }) },
    (model) => {
      accepts(model)
      if (model.state !== 'discussing') model.state = 'searching'
      model.assistances.push({ id, dueOn, open: true })
    },
    ['L05'],
  )(life)
}

export const giveAssistance = (life: Life): Move | undefined => {
  const one = life.model.assistances.find(({ open }) => open)
  if (!one) return undefined
  return plain('giveAssistance', { id: one.id, findings: '有' }, (model) => {
    one.open = false
    taskEnded(model)
  })(life)
}

export const discuss = plain('openDiscussion', { question: '是否公开', members: ['法制股'] }, (model) => {
  accepts(model)
  model.state = 'discussing'
})
export const conclude = plain(
  'closeDiscussion',
  { conclusion: '公开', views: '各方同意', followUpBy: '规划股', followUpOn: '2027-03-01' },
  byTasks,
  ['L10'],
)

type Decision = readonly [fields: object, decided: Decided, command?: 'divert']
const decided = (outcome: string, block: Decided['block'], letter: string, discloses = false): Decided => ({
  outcome,
  block,
  letter,
  discloses,
})
const reasons = '见说明'
const w6 = { outcome: 'W6', category: '讨论记录', reasons }
const g2 = { outcome: 'G2', items: ['标准'], route: '邮寄' }
const n3 = { outcome: 'N3', reasons }

/** Outcomes with their letter and remedy, by hand from rulebook §4 and R56. */
const decisions: readonly Decision[] = [
  [g2, decided('G2', 'RB2', 'S02', true)],
  [g2, decided('G2', 'RB2', 'S02', true)],
  [{ outcome: 'G1', where: '门户网站' }, decided('G1', 'RB2', 'S01')],
  [w6, decided('W6', 'RB1', 'S09')],
  [
    { outcome: 'G3', given: ['标准'], withheld: ['记录'], grounds: ['W6'], category: '讨论记录', reasons },
    decided('G3', 'RB1', 'S03', true),
  ],
  [n3, decided('N3', 'RB2', 'S14')],
  [{ outcome: 'N1', reasons }, decided('N1', 'RB2', 'S12')],
  [
    {
      items: [
        { what: '标准', ...g2 },
        { what: '记录', ...w6 },
      ],
    },
    decided('G3', 'RB1', 'S03', true),
  ],
  [
    {
      items: [
        { what: '记录', ...w6 },
        { what: '汇总', ...n3 },
      ],
    },
    decided('W6', 'RB3', 'S09'),
  ],
  [{ outcome: 'Z1', channelTold: '信访', reasons }, decided('Z1', 'RB2', 'S16'), 'divert'],
  [{ outcome: 'Z3', where: '图书馆', reasons }, decided('Z3', 'RB2', 'S18'), 'divert'],
  [{ outcome: 'N2', reasons }, decided('N2', 'RB2', 'S13'), 'divert'],
  [{ outcome: 'X3', kind: 'archive', reasons }, decided('X3', 'RB2', 'S21'), 'divert'],
]

/** Whoever objected and is overruled is named, in the item that gives (条例 32). */
const saidOver = (fields: object, { model }: Life, { discloses }: Decided): Record<string, unknown> => {
  const overruled = model.asked
    .filter(({ kind, objected }) => kind === 'thirdParty' && objected)
    .map(({ id }) => ({ id, content: '标准', reason: '不是商业秘密' }))
  if (!discloses || overruled.length === 0) return { ...fields }
  const { items } = fields as { items?: readonly unknown[] }
  return items && typeof items[0] === 'object'
    ? { items: [{ ...(items[0] as object), overruled }, ...items.slice(1)] }
    : { ...fields, overruled }
}

export const decideIt = (life: Life): Move => {
  const [fields, decision, command = 'decide'] = life.chance.pick(decisions)
  const unproved = decision.outcome === 'N1' && !life.model.searched
  return {
    act: a(life.on, command, saidOver(fields, life, decision)),
    expected: openAsked(life.model).length > 0 || unproved ? 'refused' : 'done',
    apply: (model) => {
      accepts(model)
      model.decision = decision
      model.state = 'drafting'
    },
  }
}

/** The applicant is no more: a file note closes the case, whoever is still being asked (R101). */
export const ceased = (life: Life): Move => ({
  act: a(life.on, 'decide', { outcome: 'X3', kind: 'applicantCeased', reasons: '申请人死亡' }),
  expected: 'done',
  apply: (model) => {
    accepts(model)
    model.decision = { outcome: 'X3', block: 'RB0', letter: null, discloses: false }
    model.withdrawn = false
    end(model, life.on, 'withdrawn')
  },
})

export const unclear = (life: Life): Move => ({
  act: a(life.on, 'judgeStillUnclear', { unclear: '文号', reasons: '仍不明确' }),
  expected: life.model.corrections.some(({ receivedOn }) => receivedOn) ? 'done' : 'refused',
  apply: (model) => {
    model.formAccepted = true
    model.decision = { outcome: 'N4', block: 'RB2', letter: 'S15', discloses: false }
    model.state = 'drafting'
  },
})

export const withdraw = (life: Life): Move => ({
  act: a(life.on, 'withdrawRequest'),
  expected: 'done',
  apply: (model) => {
    model.decision = { outcome: 'X3', block: 'RB0', letter: 'L15', discloses: false }
    model.withdrawn = true
    end(model, life.on, 'withdrawn')
  },
  letters: ['L15'],
})

/** Signed and not yet sent: the reply is none (R104). */
export const withdrawUnsent = (life: Life): Move | undefined => {
  if (life.model.sent) return undefined
  const { apply, ...move } = withdraw(life)
  return {
    ...move,
    apply: (model) => {
      apply(model)
      model.signedOn = null
    },
  }
}

export const withdrawPart = plain('withdrawRequest', { items: ['附件'] }, () => {}, ['L15'])
export const succeed = plain('recordSuccession', { applicant: { ...applicant, name: '张小三' }, basis: '继承声明' })

export const split = (life: Life): Move => {
  const { chance, model, on } = life
  const items = ['标准', '名单', '发放表'].slice(0, chance.between(1, 3))
  const fine =
    items.length > 1 && openAsked(model).length === 0 && model.redo === null && anchorOf(model).until === null
  return {
    act: a(on, 'splitRequest', { items, consent: true }),
    expected: fine ? 'done' : 'refused',
    apply: accepts,
    children: items.length - 1,
  }
}

// ---- the reply

export const submit = plain('submitDraft', { person: '李四' }, to('examining'))
export const reopen = plain('reopenDecision', { reason: '结论有误' }, (model) => {
  model.decision = null
  byTasks(model)
})
export const approve = (life: Life): Move => ({
  act: a(life.on, 'approveDraft', { person: '王五', secrecyReviewedOn: life.on }),
  expected: 'done',
  apply: to('signing'),
  letters: ['L08'],
})
export const sendBack = plain('returnDraft', { opinion: '请核对', person: '王五' }, to('drafting'))
export const refuseToSign = plain('returnDraft', { opinion: '请核对', by: 'signatory', person: '赵六' }, to('drafting'))

export const sign = (life: Life): Move => {
  const { model, on } = life
  const { letter, discloses } = model.decision as Decided
  const objected = model.asked.filter(({ kind, objected }) => kind === 'thirdParty' && objected)
  return {
    act: a(on, 'signReply', { person: '赵六', ...(life.chance.chance(0.5) && { reason: '已逐项核对' }) }),
    expected: 'done',
    apply: (model) => {
      model.signedOn = on
      model.state = 'issued'
    },
    letters: [...(letter ? [letter] : []), ...(discloses ? objected.map(() => 'P06') : [])],
  }
}

const endsAtDispatch = ['mail', 'electronic', 'publicNotice', 'leftInPlace']

export const send = (life: Life): Move | undefined => {
  const { chance, model, on } = life
  if (model.sent && !model.returnedOn) return undefined
  const dispatchedOn = backDated(life, model.returnedOn ?? (model.signedOn as string))
  const method = chance.pick(['mail', 'mail', 'mail', 'direct', 'direct', 'publicNotice', 'leftInPlace', 'electronic'])
  return {
    act: a(on, 'dispatchReply', { method, dispatchedOn }),
    expected:
      (method === 'electronic' && !model.electronic) || (method === 'publicNotice' && !model.returnedOn)
        ? 'refused'
        : 'done',
    apply: (model) => {
      model.sent = { on: dispatchedOn, method }
      model.given ||= ['G2', 'G3'].includes(model.decision?.outcome ?? '')
      model.returnedOn = null
      if (endsAtDispatch.includes(method) && !model.sentInTime) {
        model.endedOn = dispatchedOn
        model.sentInTime = true
      }
      if (method === 'electronic') arrive(model, dispatchedOn)
    },
  }
}

const arrive = (model: Model, servedOn: string): void => {
  if (!model.sentInTime && model.state === 'issued') model.endedOn = servedOn
  model.servedOn = servedOn
  model.state = 'served'
}

export const serve = (life: Life): Move | undefined => {
  const { model, on } = life
  if (!model.sent || model.returnedOn) return undefined
  const { on: sentOn, method } = model.sent
  const servedOn = backDated(life, sentOn)
  return {
    act: a(on, 'recordService', { servedOn }),
    expected: method === 'publicNotice' && servedOn < plus(sentOn, 30) ? 'refused' : 'done',
    apply: (model) => arrive(model, servedOn),
  }
}

/** The letter came back: to be sent again; what was posted in time stays in time (R62). */
export const replyBack = (life: Life): Move | undefined => {
  const { model, on } = life
  if (!model.sent || model.returnedOn) return undefined
  const returnedOn = backDated(life, model.sent.on)
  return {
    act: a(on, 'recordService', { returnedOn }),
    expected: model.servedOn ? 'refused' : 'done',
    apply: (model) => {
      model.returnedOn = returnedOn
    },
  }
}

export const archive = plain('archiveCase', {}, to('archived'))
