import { type Case, type CaseView, type Done, evolve, type RefusedAnswer, replay, replyClock } from '@zhiqing/casework'
import type { Calendar, Clock } from '@zhiqing/law'
import { at, days, plus, seeded } from '../../law/civil-days.js'
import { type Act, receive } from '../court.js'
import { choose } from './choose.js'
import { broken } from './invariants.js'
import { advance, type Chance, type Life, type Move, taskEnded } from './life.js'
import { childOf, type Model, unborn } from './model.js'
import { begin } from './moves.js'
import { lastDay, past, type Reading, read, type Wrong } from './oracle.js'
import { type Kept, type Table, table } from './table.js'
import { wild } from './wild.js'

/** What a life is made of: one number for its beginning, and one for each thing tried in it. Fewer numbers, a shorter life. */
export interface Seeds {
  readonly head: number
  readonly steps: readonly number[]
}

/** A step as everything that may be held against it sees it. */
export interface Seen {
  readonly act: Act
  readonly on: string
  readonly move: Move
  readonly answer: Done | RefusedAnswer
  readonly before: Kept | undefined
  readonly after: Kept
  /** The case replayed from its facts alone. */
  readonly replayed: Case
  /** The case as it stands on this day, and its reply clock. */
  readonly view: CaseView
  readonly clock: Clock
  readonly viewBefore: Done | undefined
  readonly model: Model
  readonly reading: Reading
  readonly table: Table
  /** Cases split off, each with its model, on this day. */
  readonly children: readonly { readonly kept: Kept; readonly model: Model }[]
}

export interface Breach {
  readonly invariant: string
  readonly says: string
  readonly step: number
}

/** A life as it went: its acts for a scenario, what was broken, what was seen on the way. */
export interface Lived {
  readonly settings: Readonly<Record<string, unknown>>
  readonly acts: readonly Act[]
  readonly breach: Breach | null
  readonly tally: readonly string[]
  /** After how many acts it went on as a case that was split off. */
  readonly followedFrom: number | null
}

export interface Play {
  /** The oracle errs on purpose. */
  readonly wrong?: Wrong
  /** The calendar given to the code under test. */
  readonly calendar?: Calendar
  /** Spoils what a step shows, to prove that an invariant would notice. */
  readonly spoil?: (seen: Seen) => Seen
  /** Only this invariant is asked. */
  readonly only?: string
}

/** The 条例 as revised in 2019; older requests are another rule set (rulebook A18). */
const firstRule = '2019-05-15'
/** Half a year after it must lie in a year that the court knows. */
const lastOfAll = '2027-05-31'

const firstDay = (chance: Chance): string =>
  chance.chance(0.12)
    ? plus('2026-09-15', chance.between(0, 95))
    : (days[chance.between(at(firstRule) + 4, at('2026-09-15'))] as string)

const channels = ['inPerson', 'registeredMail', 'ordinaryMail', 'online', 'email', 'fax', 'oral'] as const

interface Birth {
  readonly fields: Readonly<Record<string, unknown>>
  readonly arrivedOn: string
  readonly receivedOn: string | null
}

/** The day of receipt by channel, from rulebook R10–R16 and R108. */
const birth = (chance: Chance, on: string, confirmsItself: boolean): Birth => {
  const channel = chance.pick(channels)
  const earlier = chance.chance(0.6) ? plus(on, -chance.between(0, 4)) : on
  const confirmed = chance.chance(0.3) ? on : null
  const named = confirmed ? { confirmedOn: on } : {}
  if (chance.chance(0.05))
    return { fields: { channel, transferredFrom: '12345', ...named }, arrivedOn: on, receivedOn: confirmed }
  if (channel === 'registeredMail')
    return { fields: { channel, signedForOn: earlier }, arrivedOn: earlier, receivedOn: earlier }
  if (channel === 'online' || channel === 'email') {
    const receivedOn = confirmsItself ? earlier : confirmed
    return { fields: { channel, submittedOn: earlier, ...named }, arrivedOn: earlier, receivedOn }
  }
  if (channel === 'ordinaryMail' || channel === 'fax')
    return { fields: { channel, ...named }, arrivedOn: on, receivedOn: confirmed }
  return { fields: { channel }, arrivedOn: on, receivedOn: on }
}

interface World {
  readonly life: Life
  readonly table: Table
  readonly play: Play
  readonly acts: Act[]
  readonly tally: string[]
  readonly children: { id: string; model: Model }[]
  readonly settings: Readonly<Record<string, unknown>>
  /** The case that the acts are put to, and how many there are. */
  id: string
  born: number
  followedFrom: number | null
  unswept: () => void
  last: { answer: Done; replayed: Case } | undefined
}

const seenOf = (world: World, move: Move, answer: Done | RefusedAnswer, before: Kept | undefined): Seen => {
  const { life, table, play, children } = world
  const after = table.kept() as Kept
  return {
    act: move.act,
    on: life.on,
    move,
    answer,
    before,
    after,
    view: table.viewOn(after.current, life.on),
    clock: replyClock(after.current, table),
    replayed: replayOn(world, after, before),
    viewBefore: world.last?.answer,
    model: life.model,
    reading: read(life.model, life.on, play.wrong),
    table,
    children: children.map(({ id, model }) => ({ kept: table.kept(id) as Kept, model })),
  }
}

/** The fold of every fact so far, carried along. */
const replayOn = ({ last }: World, after: Kept, before: Kept | undefined): Case => {
  const fresh = after.facts.slice(last ? (before?.facts.length ?? 0) : 0)
  return fresh.reduce<Case | undefined>((current, fact) => evolve(current, fact).current, last?.replayed) as Case
}

/** Puts one move to the case and holds everything against what comes of it. */
const step = async (world: World, move: Move): Promise<Breach | null> => {
  const { life, table, play, acts, tally } = world
  acts.push(move.act)
  const before = table.kept()
  const answer = await table.act(move.act)
  tally.push(`${answer.ok ? 'done' : 'refused'} ${move.act.do}`)
  if (!answer.ok) world.unswept()
  if (answer.ok && move.expected === 'done') move.apply(life.model)
  world.unswept = () => {}
  const known = table.kept()
  if (!known) return { invariant: 'answered as the rulebook says', says: 'not received', step: 0 }
  const seen = seenOf(world, move, answer, before)
  const breach = broken(play.spoil ? play.spoil(seen) : seen, play.only)
  if (breach) return { ...breach, step: acts.length }
  const { status } = seen.reading.clock
  tally.push(
    status,
    ...(seen.reading.clock.overdue ? ['overdue'] : []),
    ...(seen.reading.clock.provisional ? ['provisional'] : []),
  )
  if (seen.reading.dues.replyStrict) tally.push('strict day shown')
  if (answer.ok) {
    world.last = { answer, replayed: seen.replayed }
    // what the applicant suggests is no act of the organ: older acts may be recorded after it
    const own = move.act.do !== 'suggestPublication'
    if (own && known.facts.length > (before?.facts.length ?? 0)) life.lastOn = move.act.on
    bear(world, move)
  }
  return null
}

/** Cases split off stand beside; the life sometimes goes on as one of them. */
const bear = (world: World, { children = 0 }: Move): void => {
  const { life, table, tally, children: beside, acts } = world
  for (let i = 0; i < children; i++) {
    world.born += 1
    beside.push({ id: `case-${world.born}`, model: childOf(life.model) })
  }
  if (children === 0 || life.chance.chance(0.5)) return
  const { id, model } = beside.pop() as { id: string; model: Model }
  beside.push({ id: world.id, model: life.model })
  tally.push('goes on as a split-off case')
  Object.assign(world, { id, last: undefined, followedFrom: acts.length })
  life.model = model
  // what it names is its own: the ids of the other case are free here
  life.serial = 0
  table.follow(id)
}

const start = ({ head }: Seeds, play: Play): { world: World; first: Move } => {
  const chance = seeded(head)
  const basis = chance.chance(0.25) ? 'service' : 'dispatch'
  const autoConfirmOnline = !chance.chance(0.1)
  const electronic = chance.chance(0.2)
  const on = firstDay(chance)
  const { fields, arrivedOn, receivedOn } = birth(chance, on, autoConfirmOnline)
  const form = electronic ? { medium: 'electronic', method: 'email' } : { medium: 'paper', method: 'mail' }
  const model = unborn(arrivedOn, basis, electronic)
  const life: Life = { chance, swift: chance.chance(0.4), model, on, lastOn: on, serial: 0 }
  const settings = { suspensionBasis: basis, autoConfirmOnline } as const
  const born = {
    id: 'case-1',
    born: 1,
    last: undefined,
    followedFrom: null,
    unswept: () => {},
    children: [],
    acts: [],
    tally: [],
    settings,
  }
  const apply = receivedOn ? (one: Model) => begin(one, receivedOn) : () => {}
  const first: Move = {
    act: receive(on, { ...fields, form }),
    expected: 'done',
    apply,
    letters: receivedOn ? ['L03'] : [],
  }
  return { world: { ...born, life, play, table: table(settings, play.calendar) }, first }
}

/** What a command ends first is ended before the move is thought out; a refused one ends nothing. */
const end = (world: World): void => {
  const { model, on } = world.life
  const ended = past(model, on)
  const { state } = model
  for (const asked of ended) Object.assign(asked, { endedOn: lastDay(asked), how: 'lapsed' })
  if (ended.length === 0) return
  taskEnded(model)
  world.tally.push('ended by its last day')
  world.unswept = () => {
    for (const asked of ended) Object.assign(asked, { endedOn: null, how: 'open' })
    model.state = state
  }
}

/** One thing tried on the next day; null when it is the last day that the court knows. */
const nextMove = (world: World, seed: number): Move | null => {
  const { life } = world
  life.chance = seeded(seed)
  life.on = advance(life)
  if (life.on > lastOfAll) return null
  end(world)
  return life.chance.chance(0.12) ? wild(life) : choose(life)
}

/** Plays a life to its end, or to the first thing that is not as it should be. */
export const live = async (seeds: Seeds, play: Play = {}): Promise<Lived> => {
  const { world, first } = start(seeds, play)
  const { acts, tally, settings } = world
  let breach = await guarded(world, first)
  for (const seed of seeds.steps) {
    if (breach) break
    const move = nextMove(world, seed)
    if (!move) break
    breach = await guarded(world, move)
  }
  if (!breach) breach = atTheEnd(world)
  return { settings: { ...settings, riskChecks: 'warn' }, acts, breach, tally, followedFrom: world.followedFrom }
}

/** Nothing that people key in may throw. */
const guarded = async (world: World, move: Move): Promise<Breach | null> => {
  try {
    return await step(world, move)
  } catch (error) {
    return { invariant: 'nothing throws', says: (error as Error).message, step: world.acts.length }
  }
}

/** The whole ledger as text, read back and folded again, is the case. */
const atTheEnd = ({ table, acts }: World): Breach | null => {
  const { current, facts } = table.kept() as Kept
  const again = replay(JSON.parse(JSON.stringify(facts)))
  return JSON.stringify(again) === JSON.stringify(current)
    ? null
    : { invariant: 'the ledger as text is the case', says: 'another case was read back', step: acts.length }
}
