import { at, nth, plus, type seeded } from '../../law/civil-days.js'
import { type Act, a } from '../court.js'
import { byTasks, type Model, openAsked } from './model.js'
import { correctionLast, dueInForce, lastDay, paymentLast } from './oracle.js'

export type Chance = ReturnType<typeof seeded>

/** What somebody does next, and what the rulebook says must come of it. */
export interface Move {
  readonly act: Act
  readonly expected: 'done' | 'refused'
  /** What it does to the model once it was accepted. */
  readonly apply: (model: Model) => void
  /** The letters that the step makes (contract §2). */
  readonly letters?: readonly string[]
  /** Cases that begin beside it. */
  readonly children?: number
}

export interface Life {
  chance: Chance
  readonly swift: boolean
  model: Model
  on: string
  /** The day of the last act that was taken. */
  lastOn: string
  serial: number
}

export type Chooser = (life: Life) => Move | undefined
export type Weighed = readonly (readonly [number, Chooser])[]

export const max = (one: string, two: string): string => (one > two ? one : two)

/** A day from `least` to `on`, often `on` itself. */
export const backDated = ({ chance, on }: Life, least: string): string => {
  if (least >= on || chance.chance(0.5)) return on
  return plus(on, -chance.between(0, Math.min(at(on) - at(least), 12)))
}

export const nextId = (life: Life, mark: string): string => {
  life.serial += 1
  return `${mark}${life.serial}`
}

/** An act without a day of its own. */
export const plain =
  (name: string, fields: object = {}, apply: (model: Model) => void = () => {}, letters: readonly string[] = []) =>
  (life: Life): Move => ({ act: a(life.on, name, { ...fields }), expected: 'done', apply, letters })

export const look = plain('calendarDay')

export const to = (state: string) => (model: Model) => {
  model.state = state
}

/** The first act after registration accepts the form by doing it (contract §2). */
export const accepts = (model: Model): void => {
  if (model.state === 'registered' || model.state === 'formReview') model.state = 'triage'
  model.formAccepted = true
}

/** The last task leads back; a 会商, or a wait for reasons or payment, stays. */
export const taskEnded = (model: Model): void => {
  if (model.state === 'searching') byTasks(model)
}

/** The next day: today, some days on, or just about a day on which something ends. */
export const advance = ({ chance, model, on }: Life): string => {
  if (chance.chance(0.35)) return on
  if (chance.chance(0.3) && model.receivedOn !== null) {
    const ends = [
      model.held || model.endedOn ? null : dueInForce(model),
      correctionLast(model),
      paymentLast(model),
      nth(model.receivedOn, 7),
      ...openAsked(model).map((asked) => lastDay(asked)),
    ].filter((day): day is string => day !== null && day >= on && at(day) - at(on) < 120)
    if (ends.length > 0) return max(on, plus(chance.pick(ends), chance.between(-1, 1)))
  }
  return plus(on, chance.chance(0.92) ? chance.between(1, 5) : chance.between(6, 30))
}
