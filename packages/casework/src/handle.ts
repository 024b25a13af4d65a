import type { Case } from './case.js'
import { type Accepted, beyondCalendar, decide, type Moved, type Refused } from './decide.js'
import { dueDates } from './due.js'
import type { Office } from './office.js'
import { permittedCommands } from './permitted.js'
import { postOf } from './post.js'
import type { Change, Opened, Store } from './store.js'
import type { Answer, Done, RefusedAnswer, Task } from './task.js'
import { type CaseView, viewOf } from './view.js'

const isAnswer = (opened: Opened | Answer): opened is Answer => 'ok' in opened

const officeOf = (opened: Opened, task: Task): Office => ({
  on: task.on,
  calendar: opened.calendar,
  settings: opened.settings,
  organ: opened.organ,
  actor: task.actor,
  numbers: opened.numbers,
  doubles: opened.doubles,
  requestsThisMonth: opened.requestsThisMonth,
  unsealed: opened.unsealed,
  queryCode: opened.queryCode,
  childCodes: opened.childCodes,
})

const refusedAnswer = (refused: Refused, opened: Opened, office: Office): RefusedAnswer => {
  const { refusal, also, permitted } = refused
  return { ok: false, refusal: { ...refusal, permitted, also }, view: viewIfKnown(opened.current, office) }
}

/** No view where even looking needs days that the calendar does not have. */
const viewIfKnown = (current: Case | undefined, office: Office): CaseView | null => {
  try {
    return current ? viewOf(current, office) : null
  } catch (error) {
    beyondCalendar(error, current, office)
    return null
  }
}

const doneAnswer = (accepted: Accepted, opened: Opened, office: Office): Done => {
  const { current, facts, letters, warnings } = accepted
  return {
    ok: true,
    id: opened.id,
    number: current.number,
    version: opened.version + facts.length,
    ...viewOf(current, office),
    letters: letters.map(({ fact }) => fact.letter),
    issued: letters.map(({ fact: { n, letter, documentNumber } }) => ({ n, letter, documentNumber })),
    warnings,
    permitted: permittedCommands(current, office),
    ...(accepted.children.length > 0 ? { children: accepted.children.flatMap((one) => one.current.number ?? []) } : {}),
    ...(current.number && !opened.current?.number ? { queryCode: opened.queryCode } : {}),
  }
}

interface Thought {
  readonly answer: Done | RefusedAnswer
  readonly change: Change | null
}

/** What follows from a case as it now stands: its due days, and whom to write to. */
const follows = ({ current, facts, letters }: Moved, office: Office) => ({
  dueDates: dueDates(current, office),
  posts: postOf(facts, letters, current, office.organ),
})

/** Everything between the lock and the save: pure, and refused whole where a day lies beyond the calendar. */
const think = (opened: Opened, task: Task): Thought => {
  const office = officeOf(opened, task)
  try {
    const decided = decide(task.command, task.input, opened.current, office)
    if (!decided.ok) return { answer: refusedAnswer(decided, opened, office), change: null }
    const answer = doneAnswer(decided, opened, office)
    const { current, facts, letters, numbers } = decided
    const made = {
      ...follows(decided, office),
      children: decided.children.map((one) => ({ ...one, ...follows(one, office) })),
    }
    const change = { opened, task, current, facts, letters, numbers, ...made, answer }
    return { answer, change: facts.length > 0 ? change : null }
  } catch (error) {
    return { answer: refusedAnswer(beyondCalendar(error, opened.current, office), opened, office), change: null }
  }
}

/** Lock, decide, save: the one way a case changes. Two round trips; nothing is read again for the answer. */
export const handle = (store: Store, task: Task): Promise<Answer> =>
  store.transaction(async (transaction) => {
    const opened = await transaction.open(task)
    if (opened === 'unknown') return { ok: false, unfit: 'unknownCase' }
    if (isAnswer(opened)) return opened
    if (task.seen !== undefined && task.seen !== opened.version) {
      return { ok: false, unfit: 'stale', version: opened.version }
    }
    const { answer, change } = think(opened, task)
    if (change) await transaction.save(change)
    return answer
  })
