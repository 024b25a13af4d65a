import { createHash, randomUUID } from 'node:crypto'
import type { TestDatabase } from '../database.js'
import { ORGAN } from './office.js'

type Row = Record<string, unknown>

const sha256 = (...parts: (string | Buffer)[]): Buffer =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest()

/** Everything kept of one case, table by table; bytes as PostgreSQL writes them in JSON. */
interface Pattern {
  readonly id: string
  readonly rows: Readonly<Record<Table, readonly Row[]>>
}

const tables = ['cases', 'case_words', 'case_facts', 'fact_words', 'letters', 'due_days'] as const
type Table = (typeof tables)[number]

const patternOf = async (db: TestDatabase, id: string): Promise<Pattern> => {
  const rows = {} as Record<Table, readonly Row[]>
  for (const table of tables) {
    const key = table === 'cases' ? 'id' : 'case_id'
    const order = table === 'case_facts' || table === 'fact_words' ? 'order by t.version' : ''
    const found = await db.owner<{ row: Row }>(
      `select to_jsonb(t) as row from ${table} t where organ = $1 and ${key} = $2 ${order}`,
      [ORGAN, id],
    )
    rows[table] = found.map(({ row }) => row)
  }
  return { id, rows }
}

/** Last numbers given, by series; counted on as the store would. */
type Counters = Map<string, number>

const nextOf = (counters: Counters, series: string): number => {
  const next = (counters.get(series) ?? 0) + 1
  counters.set(series, next)
  return next
}

/** One more case like the pattern, under its own id and numbers, its chain hashed anew by this file's own means. */
const cloneOf = ({ id, rows }: Pattern, counters: Counters): Record<Table, Row[]> => {
  const fresh = randomUUID()
  const serial = nextOf(counters, 'case')
  const [first] = rows.cases as [Row]
  const swaps: [string, string][] = [
    [id, fresh],
    [String(first.number), `${String(first.number).slice(0, -5)}${String(serial).padStart(5, '0')}`],
  ]
  const letters = rows.letters.map((row) => {
    if (row.document_number === null) return { ...row, case_id: fresh }
    const place = nextOf(counters, String(row.series))
    const number = String(row.document_number).replace(/\d+号$/u, `${place}号`)
    swaps.push([String(row.document_number), number])
    return { ...row, case_id: fresh, document_number: number, series_serial: place }
  })
  const swapped = <T>(value: T): T =>
    JSON.parse(swaps.reduce((text, [from, to]) => text.replaceAll(`${from}`, to), JSON.stringify(value))) as T
  let head = sha256(fresh)
  const facts = rows.case_facts.map((row) => {
    const { canon, ...rest } = swapped(row)
    const prev = head
    head = sha256(prev, String(canon))
    return { ...rest, canon, prev_hash: `\\x${prev.toString('hex')}`, hash: `\\x${head.toString('hex')}` }
  })
  const row = { ...swapped(first), number_serial: serial, head_hash: `\\x${head.toString('hex')}` }
  const mine = (list: readonly Row[]): Row[] => list.map((one) => ({ ...one, case_id: fresh }))
  return {
    cases: [row],
    case_words: mine(rows.case_words),
    case_facts: facts,
    fact_words: mine(rows.fact_words),
    letters,
    due_days: mine(rows.due_days),
  }
}

const BATCH = 500

const insert = async (db: TestDatabase, table: Table, rows: readonly Row[]): Promise<void> => {
  const names = Object.keys(rows[0] ?? {})
    .filter((name) => name !== 'filed' && !name.startsWith('is_') && !name.startsWith('counted_'))
    .join(', ')
  if (rows.length > 0)
    await db.owner(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
      [JSON.stringify(rows)],
    )
}

/** Puts many more cases like those given beside them; numbers go on without a gap. */
export const multiply = async (db: TestDatabase, wanted: readonly { id: string; copies: number }[]): Promise<void> => {
  const given = await db.owner<{ series: string; last: number }>(
    'select series, last from number_series where organ = $1 and year = 2026',
    [ORGAN],
  )
  const counters: Counters = new Map(given.map(({ series, last }) => [series, last]))
  for (const { id, copies } of wanted) {
    const pattern = await patternOf(db, id)
    for (let done = 0; done < copies; done += BATCH) {
      const clones = Array.from({ length: Math.min(BATCH, copies - done) }, () => cloneOf(pattern, counters))
      for (const table of tables)
        await insert(
          db,
          table,
          clones.flatMap((one) => one[table]),
        )
    }
  }
  for (const [series, last] of counters)
    await db.owner('update number_series set last = $3 where organ = $1 and series = $2 and year = 2026', [
      ORGAN,
      series,
      last,
    ])
}
