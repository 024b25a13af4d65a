import type { ArticleRef, ClockVerbName } from '@zhiqing/law'

/** A clock verb as data: which verb, and which field of the fact is its legal day. Casework makes it a real verb. */
export interface ClockParams {
  readonly verb: ClockVerbName
  readonly day: string
  readonly article: ArticleRef
}

/** A letter a step makes. `reply` is the letter of the decided outcome; `when` names a condition told by the case. */
export interface LetterParams {
  readonly letter: LetterCode | 'reply'
  readonly when?: 'suspensionBegins' | 'objectionOverruled'
}

export type LetterCode =
  | `P0${1 | 2 | 3 | 4 | 5 | 6 | 7}`
  | `S0${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | `S1${0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`
  | 'S20'
  | 'S21'
  | 'L02'
  | 'L03'
  | 'L05'
  | 'L06'
  | 'L08'
  | 'L10'
  | 'L11'
  | 'L12'
  | 'L13'
  | 'L15'

export interface StepMeta {
  /** The rulebook's transition number. */
  readonly t: string
  readonly article: ArticleRef
  readonly zh: string
}

interface StepParts<Guard extends string, Tally extends string> {
  readonly target?: string
  readonly guard?: Guard
  readonly clock?: readonly [verb: ClockVerbName, day: string]
  readonly letters?: readonly (LetterParams['letter'] | LetterParams)[]
  readonly tally?: Tally
}

/**
 * One arrow of a machine, as plain data: where it goes, the article it rests on, and what follows from it (clock
 * verbs and letters). Nothing here is ever executed; `transition()` hands the actions back.
 */
export const stepper =
  <Guard extends string, Tally extends string>() =>
  (t: string, article: ArticleRef, zh: string, parts: StepParts<Guard, Tally> = {}) => {
    const { target, guard, clock, letters = [], tally } = parts
    return {
      ...(target ? { target } : {}),
      ...(guard ? { guard } : {}),
      meta: { t, article, zh } satisfies StepMeta,
      actions: [
        { type: 'noted' as const },
        ...(tally ? [{ type: tally }] : []),
        ...(clock ? [{ type: 'clock' as const, params: { verb: clock[0], day: clock[1], article } }] : []),
        ...letters.map((letter) => ({
          type: 'letter' as const,
          params: typeof letter === 'string' ? { letter } : letter,
        })),
      ],
    }
  }
