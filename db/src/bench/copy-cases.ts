import { randomUUID } from 'node:crypto'
import type { Applicant, Case, Fact } from '@zhiqing/casework'
import { addDays, type Day } from '@zhiqing/law'
import pg from 'pg'
import type { CabinetKeeper } from '../cabinet-keeper.js'
import { settingsOf } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { applicantIndex } from '../ledger/applicant-index.js'
import { doubleIndex } from '../ledger/double-index.js'
import { genesis, rowsOf } from '../ledger/fact-row.js'
import { codeMac } from '../ledger/query-code.js'
import { sealWords } from '../ledger/sealed-words.js'
import { joined } from '../ledger/snapshot.js'
import { topicOf } from '../ledger/topic.js'
import { copySql } from './copy-sql.js'
import { type ModelCase, type ModelWords, modelCases } from './model-case.js'
import { chanceOf, person, request } from './other-words.js'

/** The code of every copied case, so that a measurement can look one up. */
export const copiedCode = '0000000000000'

/** What is made, and of what: the cases that are kept already are lived again with other people, words, days, numbers. */
export interface CopyOrder {
  /** All cases together when it is done. */
  readonly cases: number
  /** Over how many years up to today. */
  readonly years: number
  readonly today: Day
  readonly ownerUrl: string
  readonly cabinet: CabinetKeeper
  readonly keys: Keys
  readonly seed: number
  readonly tell: (made: number) => void
}

const BATCH = 250
const WEEK = 7
/** One in so many is open still. */
const openShare = 40
/** People who ask, and desks in an organ. */
const town = 40_000
const desks = 20
/** Weeks after which nothing is before a court any more. */
const pendingFor = 100

const quoted = (text: string): string => JSON.stringify(text).slice(1, -1)
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Says one thing for another wherever it stands, and moves every day; in one pass, so that nothing is changed twice. */
const told = (of: ModelWords, instead: ReadonlyMap<string, string>, days: number): ModelWords => {
  const known = new Map([...instead].map(([from, to]) => [quoted(from), quoted(to)]))
  const all = new RegExp(
    [...known.keys()]
      .toSorted((a, b) => b.length - a.length)
      .map(literal)
      .join('|'),
    'g',
  )
  const { facts, snapshot, words, letters, due } = of
  const text = JSON.stringify({ facts, snapshot, words, letters, due }).replace(all, (one) => known.get(one) ?? one)
  const moved = days === 0 ? text : text.replace(/\b20\d\d-\d\d-\d\d\b/g, (one) => addDays(one as Day, days))
  return JSON.parse(moved) as ModelWords
}

/** Numbers go on where the service's own stopped. */
type Series = Map<string, number>
const taken = (series: Series, organ: string, name: string, year: number): number => {
  const key = `${organ} ${name} ${year}`
  const serial = (series.get(key) ?? 0) + 1
  series.set(key, serial)
  return serial
}

interface Numbered {
  readonly instead: Map<string, string>
  readonly number: string | null
  readonly year: number | null
  readonly serial: number | null
  readonly serials: readonly (number | null)[]
}

/** New numbers for a case and its letters in the year it is moved to. */
const numbered = (model: ModelCase, years: number, series: Series): Numbered => {
  const { organ, columns, letters } = model
  const instead = new Map<string, string>()
  const year = columns.number_year && columns.number_year + years
  const serial = year && taken(series, organ, 'case', year)
  const number = year && serial ? `${organ}${year}${String(serial).padStart(5, '0')}` : null
  if (columns.number && number) instead.set(columns.number, number)
  const serials = letters.map(({ document_number, series: name, series_year }) => {
    if (!document_number || !name || !series_year) return null
    const n = taken(series, organ, name, series_year + years)
    instead.set(document_number, document_number.replace(/〔\d{4}〕\d+号$/u, `〔${series_year + years}〕${n}号`))
    return n
  })
  return { instead, number, year, serial, serials }
}

/** Everybody and everything of a model that is somebody else's in the copy. */
const others = ({ words, columns }: ModelCase, next: () => number, instead: Map<string, string>): void => {
  const applicant = words.applicant as Applicant
  const { description } = words.information as Case['information']
  const who = person(Math.floor(next() * town))
  instead.set(description, request(next))
  if (applicant.kind === 'natural') instead.set(applicant.name, who.name)
  if (applicant.idNumber) instead.set(applicant.idNumber, who.idNumber)
  const desk = Math.floor(next() * desks)
  if (columns.officer && desk > 0) instead.set(columns.officer, person(town + desk).name)
}

const hex = (bytes: Uint8Array | null): string | null => (bytes ? Buffer.from(bytes).toString('hex') : null)

const ledgerOf = (facts: readonly Fact[], model: ModelCase, id: string, on: Day) =>
  rowsOf(facts, {
    organ: model.organ,
    caseId: id,
    version: 0,
    headHash: genesis(id),
    machineVersion: model.columns.machine_version,
    recordedAt: `${on}T01:00:00.000Z`,
  })

interface Copying extends Pick<CopyOrder, 'keys' | 'today'> {
  readonly series: Series
  readonly next: () => number
}

const copyOf = (model: ModelCase, weeks: number, { keys, today, series, next }: Copying): object => {
  const { organ, columns } = model
  const id = randomUUID()
  const received = columns.received_on ?? today
  const receivedOn = addDays(received, -weeks * WEEK)
  const numbers = numbered(model, Number(receivedOn.slice(0, 4)) - Number(received.slice(0, 4)), series)
  others(model, next, numbers.instead)
  const { facts, snapshot, words, letters, due } = told(model, numbers.instead, -weeks * WEEK)
  const rows = ledgerOf(facts, model, id, receivedOn)
  const head = rows.at(-1)
  const current = joined({ snapshot, words })
  const place = { organ, caseId: id }
  const base = { organ, case_id: id }
  return {
    case: {
      ...columns,
      ...{ organ, id, number: numbers.number, number_year: numbers.year, number_serial: numbers.serial },
      ...{ officer: current.officer, version: rows.length, head_hash: hex(head?.hash ?? null), snapshot },
      ...{ words: sealWords(keys, place, words), received_on: columns.received_on && receivedOn },
      query_code_mac: hex(numbers.number ? codeMac(keys, numbers.number, copiedCode) : null),
      double_index: hex(doubleIndex(keys, current)),
      applicant_index: hex(applicantIndex(keys, current)),
      topic: hex(topicOf(current)),
      looked_on: today,
    },
    facts: rows.map((row) => ({
      ...base,
      ...{ version: row.version, type: row.type, on_day: row.on, role: row.role, person: row.person },
      ...{ payload: row.payload, machine_version: row.machineVersion, recorded_at: row.recordedAt, canon: row.canon },
      ...{ prev_hash: hex(row.prevHash), hash: hex(row.hash) },
      ...{ words: row.words && sealWords(keys, place, row.words), salt: hex(row.salt) },
    })),
    letters: letters.map((letter, i) => ({
      ...letter,
      ...base,
      series_year:
        letter.series_year && letter.series_year + Number(receivedOn.slice(0, 4)) - Number(received.slice(0, 4)),
      series_serial: numbers.serials[i],
    })),
    due: due.map((one) => ({ ...one, ...base })),
  }
}

/** Closed ones over the years, then the open ones of today; each with the weeks that it is moved back. */
function* plan(models: readonly ModelCase[], { cases, years }: CopyOrder, next: () => number) {
  const [closed, open] = [models.filter((one) => one.closed), models.filter((one) => !one.closed)]
  const settled = closed.filter(({ snapshot }) => (snapshot.remedies as readonly object[]).length === 0)
  const copies = cases - models.length
  const last = Math.floor(copies / openShare)
  for (let n = 0; n < copies; n++) {
    const isOpen = n >= copies - last
    const weeks = isOpen ? 0 : Math.floor((1 - n / (copies - last)) * years * 52)
    const of = isOpen ? open : weeks > pendingFor ? settled : closed
    yield { model: of[Math.floor(next() * of.length)] as ModelCase, weeks }
  }
}

const seriesSql = `
  insert into number_series (organ, series, year, last)
  select organ, series, year, last from jsonb_to_recordset($1::jsonb) as x (organ text, series text, year int, last int)
  on conflict (organ, series, year) do update set last = excluded.last`

const readSeries = async (client: pg.Client): Promise<Series> => {
  const { rows } = await client.query('select organ, series, year, last from number_series')
  return new Map(rows.map(({ organ, series, year, last }) => [`${organ} ${series} ${year}`, last]))
}

const keepSeries = async (client: pg.Client, series: Series): Promise<void> => {
  const rows = [...series].map(([key, last]) => {
    const [organ, name, year] = key.split(' ')
    return { organ, series: name, year: Number(year), last }
  })
  await client.query(seriesSql, [JSON.stringify(rows)])
}

const searched = ['letters_searched', 'case_words_searched'] as const
const tableOf = { letters_searched: 'letters', case_words_searched: 'case_words' } as const

/** What a case is found by is drawn once at the end, not once a row. */
const searchLater = async (client: pg.Client, work: () => Promise<void>): Promise<void> => {
  for (const one of searched) await client.query(`alter table ${tableOf[one]} disable trigger ${one}`)
  try {
    await work()
  } finally {
    for (const one of searched) await client.query(`alter table ${tableOf[one]} enable trigger ${one}`)
  }
  await client.query(`select refresh_search(organ, id) from cases c
    where not exists (select from case_search s where s.organ = c.organ and s.case_id = c.id)`)
}

const lay = async (client: pg.Client, order: CopyOrder): Promise<void> => {
  const models = await modelCases(client, order.cabinet)
  const next = chanceOf(order.seed)
  const copying = { ...order, series: await readSeries(client), next }
  let batch: object[] = []
  let made = models.length
  const flush = async (): Promise<void> => {
    await client.query(copySql, [JSON.stringify(batch)])
    made += batch.length
    batch = []
    order.tell(made)
  }
  for (const { model, weeks } of plan(models, order, next)) {
    batch.push(copyOf(model, weeks, copying))
    if (batch.length === BATCH) await flush()
  }
  if (batch.length > 0) await flush()
  await keepSeries(client, copying.series)
}

/**
 * Lays down very many cases for a measurement: ledgers whose chains hold, folds, letters (unprinted), due days, numbers
 * without gaps, as the service keeps them; `verify` finds nothing. The database must hold some cases that were lived.
 */
export const copyCases = async (order: CopyOrder): Promise<void> => {
  const client = new pg.Client(settingsOf(order.ownerUrl))
  await client.connect()
  try {
    await client.query(`set synchronous_commit = off`)
    await client.query(`select set_config('zhiqing.kind', 'keeper', false), set_config('zhiqing.all', 'write', false)`)
    await searchLater(client, () => lay(client, order))
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}
