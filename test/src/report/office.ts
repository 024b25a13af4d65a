import {
  type Answer,
  type Case,
  handle,
  isCommandName,
  memoryStore,
  parseCommand,
  type Store,
  usualRole,
} from '@zhiqing/casework'
import { type Calendar, calendarOf, type Day, defaultSettings, notices, type Organ } from '@zhiqing/law'
import { projectYear } from '@zhiqing/projection'
import { type Act, organ as qinghe } from '../casework/court.js'

/** Ten years: eight of notices and the two that are drawn. */
export const calendar: Calendar = calendarOf({ notices, project: projectYear })

export const organOf = (code: string): Organ => ({ ...qinghe, code, name: `青禾县${code}局`, prefix: code })

/** An office on a store in memory, in which many cases are played one after the other. */
export interface PlayOffice {
  readonly organ: Organ
  /** Plays the acts of one case; throws where one is refused. Answers the id. */
  play(acts: readonly Act[]): Promise<string>
  /** The same for a case that was begun before. */
  goOn(id: string | undefined, acts: readonly Act[]): Promise<string>
  read(id: string): Promise<Case>
}

export interface Shelf {
  readonly store: Store
  read(id: string): Promise<Case | undefined>
}

const inMemory = (organ: Organ): Shelf => {
  const store = memoryStore({ organ, settings: { ...defaultSettings, riskChecks: 'warn' as const }, calendar })
  return { store, read: async (id) => store.read(id)?.current }
}

export const playOffice = (organ: Organ, { store, read }: Shelf = inMemory(organ)): PlayOffice => {
  const put = async (caseId: string | undefined, { do: name, ...body }: Act): Promise<Answer> => {
    if (!isCommandName(name)) throw new Error(`no command ${name}`)
    const parsed = parseCommand(name, body)
    if (!parsed.ok) throw new Error(`the test wrote a bad ${name}: ${JSON.stringify(parsed.faults)}`)
    const { input, on, by, person } = parsed
    const actor = { role: by ?? usualRole(name, input), person }
    return handle(store, { organ: organ.code, caseId, command: name, input, on: on as Day, actor })
  }
  const goOn = async (begun: string | undefined, acts: readonly Act[]): Promise<string> => {
    let id = begun
    for (const act of acts) {
      const answer = await put(id, act)
      if (!answer.ok) throw new Error(`refused: ${JSON.stringify(act)} ${JSON.stringify(answer)}`)
      id ??= answer.id
    }
    if (!id) throw new Error('no acts')
    return id
  }
  return {
    organ,
    play: (acts) => goOn(undefined, acts),
    goOn,
    read: async (id) => {
      const kept = await read(id)
      if (!kept) throw new Error(`no ${id}`)
      return kept
    },
  }
}
