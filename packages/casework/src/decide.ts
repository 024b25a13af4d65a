import { CalendarUnknown, type Role, roleNames, stateNames } from '@zhiqing/law'
import { permittedFacts } from '@zhiqing/workflows'
import { calendarFacts, calendarWarnings } from './calendar-look.js'
import type { Case } from './case.js'
import { replyClock } from './clocks.js'
import type { NewFact, Verdict } from './command.js'
import { type CommandName, commandOf, type GivenCommand } from './commands/index.js'
import { evolve } from './evolve.js'
import type { Fact, FactOf } from './facts.js'
import { markedDrill, secretFields, type WantedLetter, wantedLetters, writeLetter } from './letters/index.js'
import { caseSeries, documentNumber, drillDocumentNumber, seriesOf, taken } from './numbering.js'
import type { Numbers, Office } from './office.js'
import { permittedCommands } from './permitted.js'
import { type Refusal, refuse, type Warning } from './refusal.js'
import { stateOf } from './view.js'

/** A letter issued by a decision, with what is secret on it apart. */
export interface IssuedLetter {
  readonly fact: FactOf<'LetterIssued'>
  readonly secret: Readonly<Record<string, unknown>> | null
}

/** A case with what was just put into its ledger. */
export interface Moved {
  readonly current: Case
  readonly facts: readonly Fact[]
  readonly letters: readonly IssuedLetter[]
}

/** What a command came to. */
export interface Accepted extends Moved {
  readonly ok: true
  /** Cases that began beside it, each with its query code (rulebook T39). */
  readonly children: readonly (Moved & { readonly queryCode: string })[]
  readonly numbers: Numbers
  readonly warnings: readonly Warning[]
}

export interface Refused {
  readonly ok: false
  readonly refusal: Refusal
  readonly also: readonly Refusal[]
  readonly permitted: readonly CommandName[]
}

/** The role meant when the caller names none (contract §2). */
export const usualRole = (name: CommandName, input: unknown): Role => {
  const { usual, roles } = commandOf(name)
  return usual?.(input as never) ?? roles[0]
}

const roleRefusal = (spec: GivenCommand, input: never, { actor }: Office): Refusal | undefined => {
  const roles = spec.only?.(input) ?? spec.roles
  if (roles.includes(actor.role)) return undefined
  const named = roles.map((role) => roleNames[role]).join('、')
  return refuse('notYourRole', { role: roleNames[actor.role], command: spec.zh, roles: named })
}

/** Where the case does not stand as the command wants it: in the command's own words, else in those of the state. */
export const stateRefusal = (
  name: CommandName,
  current: Case | undefined,
  office: Pick<Office, 'calendar' | 'settings'>,
): Refusal | undefined => {
  const permitted = permittedCommands(current, office)
  if (permitted.includes(name)) return undefined
  const own = current && commandOf(name).notNow?.(current, office)
  if (own) return own
  const state = current ? stateNames[stateOf(current)] : '尚未接收'
  const now = permitted.map((one) => commandOf(one).zh).join('、')
  return refuse('notPermittedNow', { state, command: commandOf(name).zh, permitted: now })
}

const orderRefusal = (current: Case | undefined, { on }: Office): Refusal | undefined =>
  current && on < current.lastOn ? refuse('dayOutOfOrder', { on, lastOn: current.lastOn }) : undefined

/** Carries facts into a case one by one, issuing the letters that the machine wants of each. */
const carry = (start: Case | undefined, office: Office) => {
  let current = start
  let numbers = office.numbers
  const facts: Fact[] = []
  const letters: IssuedLetter[] = []
  const put = (fact: Fact) => {
    const evolved = evolve(current, fact)
    current = evolved.current
    facts.push(fact)
    return evolved
  }
  const issue = (wanted: WantedLetter, cause: Fact): void => {
    const known = current as Case
    const number = known.drill
      ? drillDocumentNumber(wanted.letter, known)
      : documentNumber(wanted.letter, numbers, office)
    const clock = replyClock(known, office)
    const written = writeLetter(wanted.letter, {
      current: known,
      office,
      fact: cause,
      clock,
      about: wanted.about,
      documentNumber: number,
    })
    const fields = markedDrill(written, known)
    if (!known.drill) numbers = taken(numbers, seriesOf(wanted.letter))
    const fact = stamp(
      {
        type: 'LetterIssued',
        n: known.letters.length + 1,
        letter: wanted.letter,
        documentNumber: number,
        consultation: wanted.about,
        fields,
      },
      office,
    )
    put(fact)
    letters.push({ fact: fact as FactOf<'LetterIssued'>, secret: secretFields(wanted, office.queryCode) })
  }
  const add = (fact: Fact): void => {
    const { letters: wanted, current: after } = put(fact)
    if ('number' in fact) numbers = taken(numbers, caseSeries(after))
    for (const params of wanted) for (const letter of wantedLetters(params, after, fact)) issue(letter, fact)
  }
  return { add, read: () => ({ current, numbers, facts, letters }) }
}

const stamp = (fact: NewFact, { on, actor }: Office, role: Role = actor.role): Fact =>
  ({ ...fact, on, role, person: role === 'calendar' ? undefined : actor.person }) as Fact

/** The first act after registration accepts the form by doing it (contract §2). */
const withFormAccepted = (
  { acceptsForm }: GivenCommand,
  current: Case | undefined,
  facts: readonly NewFact[],
): readonly NewFact[] =>
  acceptsForm && current && permittedFacts(current.at).includes('FormAccepted')
    ? [{ type: 'FormAccepted' }, ...facts]
    : facts

const refused = (
  refusals: readonly Refusal[],
  current: Case | undefined,
  office: Pick<Office, 'settings'>,
): Refused => {
  const [refusal, ...also] = refusals
  if (!refusal) throw new Error('refused without a reason')
  return { ok: false, refusal, also, permitted: permittedCommands(current, office) }
}

const verdictOf = (spec: GivenCommand, input: never, current: Case | undefined, office: Office): Verdict =>
  spec.decide(input, current as Case, office)

/** The cases that begin with this command, one after the other, so that numbers follow on. */
const begin = (facts: readonly NewFact[], numbers: Numbers, office: Office) => {
  let given = numbers
  const children = facts.map((fact, i) => {
    const queryCode = office.childCodes?.[i]
    if (queryCode === undefined) throw new Error('no query code for a case that is split off')
    const child = carry(undefined, { ...office, numbers: given, queryCode })
    child.add(stamp(fact, office))
    const { current, numbers: after, ...moved } = child.read()
    given = after
    return { ...moved, current: current as Case, queryCode }
  })
  return { children, numbers: given }
}

const decideKnown = (
  name: CommandName,
  input: unknown,
  start: Case | undefined,
  office: Office,
): Accepted | Refused => {
  const spec = commandOf(name)
  const carried = carry(start, office)
  const order = orderRefusal(start, office)
  if (order) return refused([order], start, office)
  if (start) for (const fact of calendarFacts(start, office)) carried.add(stamp(fact, office, 'calendar'))
  const looked = carried.read().current
  const gate = [roleRefusal(spec, input as never, office), stateRefusal(name, looked, office)].filter(
    (one) => one !== undefined,
  )
  if (gate.length > 0) return refused(gate, start, office)
  const verdict = verdictOf(spec, input as never, looked, office)
  if (verdict.refusals.length > 0) return refused(verdict.refusals, start, office)
  for (const fact of withFormAccepted(spec, looked, verdict.facts)) carried.add(stamp(fact, office))
  const { current, ...rest } = carried.read()
  const begun = begin(verdict.children ?? [], rest.numbers, office)
  const warnings = [...(looked ? calendarWarnings(looked, office, name === 'calendarDay') : []), ...verdict.warnings]
  return { ok: true, current: current as Case, ...rest, ...begun, warnings }
}

/** Days outside the calendar are refused like any other limit; whatever else was thrown is a defect. */
export const beyondCalendar = (
  error: unknown,
  current: Case | undefined,
  office: Pick<Office, 'settings'>,
): Refused => {
  if (!(error instanceof CalendarUnknown)) throw error
  return refused([refuse('calendarUnknown', { reason: error.message })], current, office)
}

/**
 * May it be done, and what follows: pure, the same for the service, the pages and `simulate`. `input` has passed the
 * command's schema. Refusals come back as values with everything that refuses; the case then stays as it was.
 */
export const decide = (
  name: CommandName,
  input: unknown,
  current: Case | undefined,
  office: Office,
): Accepted | Refused => {
  try {
    return decideKnown(name, input, current, office)
  } catch (error) {
    return beyondCalendar(error, current, office)
  }
}
