import { type CommandName, handle, parseCommand, type Store, usualRole } from '@zhiqing/casework'
import { addDays, type Calendar, type Day, type Role } from '@zhiqing/law'
import type { Life } from './life.js'
import { demoSupervisor } from './organs.js'
import { demoDisplayName } from './people.js'

interface Event {
  readonly on: Day
  readonly life: number
  readonly step: number
  readonly command: CommandName
  readonly input: unknown
}

/** The day so many working days before today; a negative count is ahead of it. */
export const workingDaysBack = (calendar: Calendar, today: Day, back: number): Day => {
  if (back < 0) return calendar.addWorkingDays(today, -back).due
  let day = today
  for (let left = back; left > 0 || !calendar.isWorking(day); day = addDays(day, -1))
    if (calendar.isWorking(day)) left--
  return day
}

/** Puts days in the place of `@n`, however deep they lie. */
const withDays = (value: unknown, dayOf: (back: number) => Day): unknown => {
  if (typeof value === 'string') return /^@-?\d+$/.test(value) ? dayOf(Number(value.slice(1))) : value
  if (Array.isArray(value)) return value.map((one) => withDays(one, dayOf))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withDays(one, dayOf)]))
}

/** All acts of all lives in the order of their days, so that numbers grow as they would have. */
const events = (lives: readonly Life[], dayOf: (back: number) => Day): Event[] =>
  lives
    .flatMap(({ steps }, life) =>
      steps.map(([back, command, input = {}], step) => ({
        on: dayOf(back),
        life,
        step,
        command,
        input: withDays(input, dayOf),
      })),
    )
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.life - b.life || a.step - b.step))

const failed = ({ life, step, command, on }: Event, why: string): Error =>
  new Error(`示例数据第${life + 1}件第${step + 1}步（${on} ${command}）没有做成：${why}`)

const inputOf = (event: Event): unknown => {
  const parsed = parseCommand(event.command, event.input)
  if (parsed.ok) return parsed.input
  throw failed(event, parsed.faults.map(({ path, zh }) => `${path} ${zh}`).join('；'))
}

/** The supervisor sits in the organ that supervises; applicants have no desk. */
const personOf = (role: Role, organ: string): string | undefined =>
  role === 'applicant' ? undefined : demoDisplayName(role === 'supervisor' ? demoSupervisor : organ, role)

/** One act; a repeat after an interrupted seeding finds what it did before. Returns the case's id. */
const act = async (store: Store, organ: string, event: Event, caseId: string | undefined): Promise<string> => {
  const { command, on, life, step } = event
  const input = inputOf(event)
  const role = usualRole(command, input)
  const person = personOf(role, organ)
  const key = { value: `seed/${life}/${step}`, person: 'seed', body: 'seed' }
  const answer = await handle(store, { organ, caseId, command, input, on, actor: { role, person }, key })
  if (answer.ok) return answer.id
  throw failed(event, 'refusal' in answer ? answer.refusal.zh : answer.unfit)
}

/** Plays lives through the door that the service uses. Returns the ids in the order of the lives. */
export const playLives = async (
  store: Store,
  lives: readonly Life[],
  { calendar, today }: { calendar: Calendar; today: Day },
): Promise<string[]> => {
  const ids: (string | undefined)[] = lives.map(() => undefined)
  for (const event of events(lives, (back) => workingDaysBack(calendar, today, back)))
    ids[event.life] = await act(store, lives[event.life]?.organ ?? '', event, ids[event.life])
  return ids.filter((id) => id !== undefined)
}
