import { type Calendar, type Day, defaultSettings } from '@zhiqing/law'
import * as z from 'zod'
import { faultWords } from '../fault-words.js'
import { type Fault, isCommandName, parseCommand } from '../parse.js'
import type { PlayEvent, Scenario } from '../play.js'
import { organSchema, scenarioOrgan } from './organ.js'
import { settingsSchema } from './settings.js'

const dayField = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' })

/** More than any case has; a scenario is one case. */
const MOST_EVENTS = 1000

/** A scenario before its events are read, each by its own command's schema (contract §3). */
export const scenarioSchema = z.strictObject({
  title: z.string().optional(),
  organ: organSchema.optional(),
  settings: settingsSchema.optional(),
  asOf: dayField.optional(),
  events: z
    .array(z.looseObject({ on: dayField, do: z.string() }))
    .min(1)
    .max(MOST_EVENTS),
})

/** A scenario plays days, and has no finished letter: what its words lack is told beside the signature, and stops nothing. */
const scenarioSettings = { ...defaultSettings, riskChecks: 'warn' } as const

type Path = readonly (string | number)[]
/** What is wrong with a scenario, and where in it. */
export type ScenarioFault = { readonly path: Path; readonly zh: string }

const issueFaults = (issue: z.core.$ZodIssue): ScenarioFault[] => {
  const path = issue.path as Path
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...path, key], zh: '没有这个字段' }))
    : [{ path, zh: faultWords(issue) ?? issue.message }]
}

type Given = { readonly do: string; readonly [field: string]: unknown }

const eventOf = ({ do: name, ...body }: Given, i: number): { event: PlayEvent } | { faults: ScenarioFault[] } => {
  const at = (field: string): Path => ['events', i, ...field.split('.').filter(Boolean)]
  if (!isCommandName(name)) return { faults: [{ path: at('do'), zh: `没有“${name}”这个动作` }] }
  const parsed = parseCommand(name, body)
  if (!parsed.ok) return { faults: parsed.faults.map(({ path, zh }: Fault) => ({ path: at(path), zh })) }
  const { on, by, person, input } = parsed
  return { event: { on: on as Day, do: name, by, person, input } }
}

/** A well-formed scenario, still without its calendar: the reader brings that of `asOf`, or today's. */
export interface ReadScenario {
  readonly ok: true
  readonly asOf: Day | undefined
  with(calendar: Calendar): Scenario
}

/** Reads a scenario from plain data; every fault at once, with its path. */
export const readScenario = (
  value: unknown,
): ReadScenario | { readonly ok: false; readonly faults: readonly ScenarioFault[] } => {
  const parsed = scenarioSchema.safeParse(value)
  if (!parsed.success) return { ok: false, faults: parsed.error.issues.flatMap(issueFaults) }
  const { organ = {}, settings = {}, asOf, events } = parsed.data
  const read = events.map(eventOf)
  const faults = read.flatMap((one) => ('faults' in one ? one.faults : []))
  if (faults.length > 0) return { ok: false, faults }
  return {
    ok: true,
    asOf: asOf as Day | undefined,
    with: (calendar) => ({
      organ: { ...scenarioOrgan, ...organ } as Scenario['organ'],
      settings: { ...scenarioSettings, ...settings } as Scenario['settings'],
      calendar,
      events: read.flatMap((one) => ('event' in one ? one.event : [])),
    }),
  }
}
