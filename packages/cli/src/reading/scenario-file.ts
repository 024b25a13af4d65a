import { readScenario, type Scenario, type ScenarioFault } from '@zhiqing/casework'
import { CalendarUnknown } from '@zhiqing/law'
import { type Document, isNode, LineCounter, type ParsedNode, parseDocument } from 'yaml'
import { shippedCalendar } from '../calendar.js'
import { yamlWords } from './yaml-words.js'

/** A scenario file that is not well formed: every fault with its line and field. */
export class ScenarioFileFault extends Error {
  override readonly name = 'ScenarioFileFault'
}

type Place = { readonly line: number; readonly column?: number; readonly field: string; readonly zh: string }

const complaint = (name: string, places: readonly Place[]): ScenarioFileFault =>
  new ScenarioFileFault(
    places
      .map(({ line, column, field, zh }) => {
        const at = `第${line}行${column ? `第${column}列` : ''}`
        return `${name} ${at}${field ? ` ${field}` : ''}：${zh}`
      })
      .join('\n'),
  )

const syntaxPlaces = (document: Document.Parsed, text: string, lines: LineCounter): Place[] =>
  document.errors.map((error) => ({
    line: lines.linePos(error.pos[0]).line,
    column: lines.linePos(error.pos[0]).col,
    field: error.code === 'DUPLICATE_KEY' ? (/^[^\s:{},]+/.exec(text.slice(error.pos[0]))?.[0] ?? '') : '',
    zh: yamlWords(error),
  }))

/** The line of a field; of what holds it, where the field is not there. */
const lineOf = (document: Document.Parsed<ParsedNode>, path: ScenarioFault['path'], lines: LineCounter): number => {
  for (let depth = path.length; depth >= 0; depth--) {
    const node = document.getIn(path.slice(0, depth), true)
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** Reads a scenario file (contract §3). Throws ScenarioFileFault naming line and field of every fault. */
export const readScenarioFile = (text: string, name: string): Scenario => {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true })
  if (document.errors.length > 0) throw complaint(name, syntaxPlaces(document, text, lines))
  const read = readScenario(document.toJS())
  if (read.ok) {
    try {
      return read.with(shippedCalendar(read.asOf))
    } catch (error) {
      if (!(error instanceof CalendarUnknown)) throw error
      throw complaint(name, [{ line: lineOf(document, ['asOf'], lines), field: 'asOf', zh: error.message }])
    }
  }
  const places = read.faults.map(({ path, zh }) => ({ line: lineOf(document, path, lines), field: path.join('.'), zh }))
  throw complaint(name, places)
}
