import { type Chooser, type Life, look, type Move, type Weighed } from './life.js'
import * as m from './moves.js'
import * as r from './moves-remedies.js'

/* What is tried in which state, and how often. */

const beside: Weighed = [
  [0.25, r.fileReview],
  [0.5, r.answer('review')],
  [0.5, r.decideReview],
  [0.2, r.fileSuit],
  [0.5, r.answer('suit')],
  [0.5, r.judge],
  [0.2, r.appeal],
  [0.1, r.complain],
  [0.4, r.settleComplaint],
  [0.1, r.rectify],
  [0.3, r.answerRectification],
  [0.1, r.suggest],
]
const owned: Weighed = [
  [3, (life) => deferring(life)],
  [2, m.prolong],
  [2, look],
  [0.08, m.withdraw],
  [0.15, m.withdrawPart],
  [0.15, m.succeed],
]
/** Only where reasons were found good; elsewhere it is tried now and then, to be refused. */
const deferring: Chooser = (life) =>
  life.model.reasons?.accepted || life.chance.chance(0.1) ? m.deferIt(life) : undefined
const onTheMerits: Weighed = [
  ...owned,
  ...beside,
  [0.3, r.order],
  [5, m.ask],
  [6, m.serveAsked],
  [5, m.answerAsked],
  [1, m.comeBack],
  [1, m.search],
  [0.5, m.assist],
  [1, m.giveAssistance],
  [0.3, m.discuss],
  [1.5, m.charge],
  [1, m.askReasons],
  [0.5, m.split],
  [1, m.decideIt],
  [0.05, m.ceased],
]
const discussing: Weighed = [
  ...owned,
  [1, m.ask],
  [2, m.serveAsked],
  [2, m.answerAsked],
  [3, m.conclude],
  [0.5, m.search],
  [0.5, m.decideIt],
]
const registered: Weighed = [
  ...owned,
  [4, m.askCorrection],
  [1, m.assign],
  [3, m.acceptForm],
  [3, m.ask],
  [0.5, m.charge],
  [0.5, m.askReasons],
  [0.3, m.split],
  [0.3, r.fileReview],
  [0.5, r.decideReview],
  [0.3, r.order],
]
const waiting: Weighed = [
  [3, m.lapse],
  [2, look],
  [1, m.prolong],
  [0.1, m.withdraw],
  [0.2, m.withdrawPart],
]
const drafting: Weighed = [...owned, ...beside, [0.3, m.answerAsked], [0.2, r.order]]
const after: Weighed = [...beside, ...beside, [2, r.order], [0.5, look], [0.3, r.revise], [0.2, m.answerAsked]]

const byState: Readonly<Record<string, Weighed>> = {
  pendingConfirmation: [
    [3, m.confirm],
    [1, look],
  ],
  received: [
    [6, m.register],
    [1, m.prolong],
    [1, look],
    [0.1, m.withdraw],
  ],
  registered,
  formReview: [...registered, [0.7, m.unclear]],
  awaitingCorrection: [...waiting, [5, m.serveCorrection], [4, m.correct]],
  awaitingPayment: [...waiting, [5, m.serveFee], [4, m.pay], [0.5, m.giveAssistance]],
  awaitingReasons: [
    ...owned,
    [2, m.serveReasons],
    [2, m.receiveReasons],
    [3, m.judgeReasons],
    [1, m.serveAsked],
    [1, m.answerAsked],
    [1, m.giveAssistance],
  ],
  triage: onTheMerits,
  searching: onTheMerits,
  deciding: [...onTheMerits, [0.3, m.unclear]],
  discussing,
  drafting: [...drafting, [10, m.submit], [0.7, m.reopen]],
  examining: [...drafting, [10, m.approve], [2, m.sendBack]],
  signing: [...drafting, [10, m.sign], [0.7, m.refuseToSign]],
  issued: [
    ...beside,
    [0.2, m.withdrawUnsent],
    [6, m.send],
    [4, m.serve],
    [1, m.replyBack],
    [1, look],
    [0.5, r.order],
    [0.3, r.revise],
  ],
  served: [...after, [0.5, m.serve], [0.2, m.replyBack], [0.2, m.archive]],
  abandoned: [...after, [4, m.undoLapse], [2, m.serveLapse], [0.2, m.archive]],
  withdrawn: [...after, [0.2, m.archive], [1, m.serveAsked]],
  archived: after,
}

/** Lives that go straight to a reply, so that what follows one is reached. */
const swiftly: Readonly<Record<string, Weighed>> = {
  registered: [[3, m.decideIt]],
  triage: [[6, m.decideIt]],
  deciding: [[12, m.decideIt]],
  searching: [[6, m.answerAsked]],
  issued: [[10, m.serve]],
}

const weigh = (life: Life): Weighed => {
  const open = byState[life.model.state] ?? []
  return life.swift ? [...open, ...(swiftly[life.model.state] ?? [])] : open
}

const picked = (life: Life, open: Weighed): Move | undefined => {
  let left = life.chance.next() * open.reduce((sum, [weight]) => sum + weight, 0)
  for (const [weight, move] of open) {
    left -= weight
    if (left <= 0) return move(life)
  }
  return undefined
}

export const choose = (life: Life): Move => {
  const open = weigh(life)
  for (let tries = 0; tries < 4; tries++) {
    const chosen = picked(life, open)
    if (chosen) return chosen
  }
  return look(life)
}
