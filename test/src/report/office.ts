import { type Answer, type Case, handle, isCommandName, memoryStore, parseCommand, usualRole } from '@zhiqing/casework'
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
  read(id: string): Case
}

export const playOffice = (organ: Organ): PlayOffice => {
  const settings = { ...defaultSettings, riskChecks: 'warn' as const }
  const store = memoryStore({ organ, settings, calendar })
  const put = async (caseId: string | undefined, { do: name, ...body }: Act): Promise<Answer> => {
    if (!isCommandName(name)) throw new Error(`no command ${name}`)
    const parsed = parseCommand(name, body)
    if (!parsed.ok) throw new Error(`the test wrote a bad ${name}: ${JSON.stringify(parsed.faults)}`)
    const { input, on, by, person } = parsed
    const actor = { role: by ?? usualRole(name, input), person }
    return handle(store, { organ: organ.code, caseId, command: name, input, on: on as Day, actor })
  }
  return {
    organ,
    play: async (acts) => {
      let id: string | undefined
      for (const act of acts) {
        const answer = await put(id, act)
        if (!answer.ok) throw new Error(`refused: ${JSON.stringify(act)} ${JSON.stringify(answer)}`)
        id ??= answer.id
      }
      if (!id) throw new Error('no acts')
      return id
    },
    read: (id) => {
      const kept = store.read(id)
      if (!kept) throw new Error(`no ${id}`)
      return kept.current
    },
  }
}
