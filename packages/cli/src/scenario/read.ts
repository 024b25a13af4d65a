import { type Fault, isCommandName, type PlayEvent, parseCommand, type Scenario } from '@zhiqing/casework'
import { type Day, defaultSettings, outcomes, type Settings } from '@zhiqing/law'
import { isNode, LineCounter, parseDocument } from 'yaml'
import * as z from 'zod'
import { shippedCalendar } from '../calendar.js'
import { yamlWords } from '../reading/yaml-words.js'
import { organSchema, scenarioOrgan } from './organ.js'

/** A scenario file that is not well formed: every fault with its line and field. */
export class ScenarioFault extends Error {
  override readonly name = 'ScenarioFault'
}

const dayField = z.iso.date({ error: '应为存在的日期，格式 YYYY-MM-DD' })
const remedies = z.enum(['RB0', 'RB1', 'RB2', 'RB3'])

const settingsSchema = z.strictObject({
  suspensionBasis: z.enum(['dispatch', 'service']).optional(),
  autoConfirmOnline: z.boolean().optional(),
  correctionPeriodWorkingDays: z.int().min(5).max(30).optional(),
  correctionRounds: z.int().min(1).max(5).optional(),
  remedyBlock: z.partialRecord(z.enum(outcomes), remedies).optional(),
})

const fileSchema = z.strictObject({
  title: z.string().optional(),
  organ: organSchema.optional(),
  settings: settingsSchema.optional(),
  asOf: dayField.optional(),
  events: z.array(z.looseObject({ on: dayField, do: z.string() })).min(1),
})

type Path = readonly (string | number)[]

const issuePaths = (issue: z.core.$ZodIssue): { path: Path; zh: string }[] => {
  const path = issue.path as Path
  return issue.code === 'unrecognized_keys'
    ? issue.keys.map((key) => ({ path: [...path, key], zh: '没有这个字段' }))
    : [{ path, zh: issue.message }]
}

const eventFaults = (event: { do: string }, i: number): { path: Path; zh: string }[] => {
  if (!isCommandName(event.do)) return [{ path: ['events', i, 'do'], zh: `没有“${event.do}”这个动作` }]
  const { do: name, ...body } = event
  const parsed = parseCommand(name as never, body)
  return parsed.ok
    ? []
    : parsed.faults.map(({ path, zh }: Fault) => ({ path: ['events', i, ...path.split('.').filter(Boolean)], zh }))
}

const playEvent = (event: Record<string, unknown>): PlayEvent => {
  const { do: name, ...body } = event
  const parsed = parseCommand(name as never, body)
  if (!parsed.ok) throw new Error('unchecked event')
  return { on: parsed.on as Day, do: name as never, by: parsed.by, person: parsed.person, input: parsed.input }
}

/** Reads a scenario (contract §3). Throws ScenarioFault naming line and field of every fault. */
export const readScenario = (text: string, name: string): Scenario => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  const complain = (faults: readonly { line: number; column?: number; field: string; zh: string }[]): never => {
    throw new ScenarioFault(
      faults
        .map(
          ({ line, column, field, zh }) =>
            `${name} 第${line}行${column ? `第${column}列` : ''}${field ? ` ${field}` : ''}：${zh}`,
        )
        .join('\n'),
    )
  }
  if (document.errors.length > 0) {
    return complain(
      document.errors.map((error) => ({
        line: lines.linePos(error.pos[0]).line,
        column: lines.linePos(error.pos[0]).col,
        field: error.code === 'DUPLICATE_KEY' ? (/^[^\s:{},]+/.exec(text.slice(error.pos[0]))?.[0] ?? '') : '',
        zh: yamlWords(error),
      })),
    )
  }
  const lineAt = (path: Path): number => {
    for (let depth = path.length; depth >= 0; depth--) {
      const node = document.getIn(path.slice(0, depth), true)
      if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
    }
    return 1
  }
  const located = (faults: readonly { path: Path; zh: string }[]) =>
    faults.map(({ path, zh }) => ({ line: lineAt(path), field: path.join('.'), zh }))
  const value: unknown = document.toJS()
  const parsed = fileSchema.safeParse(value)
  if (!parsed.success) return complain(located(parsed.error.issues.flatMap(issuePaths)))
  const { organ = {}, settings = {}, asOf, events } = parsed.data
  const faults = events.flatMap(eventFaults)
  if (faults.length > 0) return complain(located(faults))
  return {
    organ: { ...scenarioOrgan, ...organ } as Scenario['organ'],
    settings: { ...defaultSettings, ...settings } as Settings,
    calendar: shippedCalendar(asOf as Day | undefined),
    events: events.map(playEvent),
  }
}
