import { randomUUID } from 'node:crypto'
import { type Change, type Child, caseSeries, type IssuedLetter, stateOf } from '@zhiqing/casework'
import { machines } from '@zhiqing/workflows'
import type pg from 'pg'
import type { Keys } from '../keys.js'
import { applicantIndex } from '../ledger/applicant-index.js'
import { doubleIndex } from '../ledger/double-index.js'
import { genesis, type NewRow, rowsOf } from '../ledger/fact-row.js'
import { codeMac } from '../ledger/query-code.js'
import { sealWords } from '../ledger/sealed-words.js'
import { parted } from '../ledger/snapshot.js'
import { topicOf } from '../ledger/topic.js'
import { fileUploads } from './file-uploads.js'
import { answerPlace, type Locked } from './open-case.js'
import { saveKnownSql, saveNewSql } from './save-sql.js'
import { movedSeries, placeOf } from './series.js'

/** Thrown when somebody was faster; the transaction is tried again. */
export const conflict = (why: string): Error => Object.assign(new Error(why), { code: 'CONFLICT' })

/** Cases begun now run on the newest machine and stay on it. */
const machineNow = Math.max(...Object.keys(machines.request).map(Number))

const hex = (bytes: Uint8Array | null): string | null => (bytes ? Buffer.from(bytes).toString('hex') : null)

/** Binds sealed fields and bytes to their letter. */
export const letterPlace = (organ: string, caseId: string, n: number, what: 'secret' | 'pdf'): string =>
  `letters.${what} ${organ} ${caseId} ${n}`

const factOut = (row: NewRow) => ({
  version: row.version,
  type: row.type,
  on_day: row.on,
  role: row.role,
  person: row.person,
  payload: row.payload,
  machine_version: row.machineVersion,
  recorded_at: row.recordedAt,
  canon: row.canon,
  prev_hash: hex(row.prevHash),
  hash: hex(row.hash),
})

const wordsOut = ({ version, words, salt, organ, caseId }: NewRow, keys: Keys) =>
  words ? [{ version, words: sealWords(keys, { organ, caseId }, words), salt: hex(salt) }] : []

const letterOut = (letter: IssuedLetter, keys: Keys, organ: string, caseId: string) => {
  const { n, letter: code, documentNumber, consultation, fields } = letter.fact
  const place = placeOf(letter)
  const secret =
    letter.secret &&
    keys.seal(letterPlace(organ, caseId, n, 'secret'), Buffer.from(JSON.stringify(letter.secret), 'utf8'))
  return {
    n,
    code,
    document_number: documentNumber,
    series: place?.series ?? null,
    series_year: place?.year ?? null,
    series_serial: place?.serial ?? null,
    consultation: consultation ?? null,
    fields,
    secret: hex(secret),
  }
}

const messageId = (): string => `<${randomUUID()}@zhiqing.invalid>`

/** Every letter is printed; some are mailed once printed. */
const jobsOut = ({ opened: { id }, letters, posts }: Change) => [
  ...letters.map(({ fact: { n } }) => ({
    kind: 'print',
    n,
    recipient: null,
    dedupe: `print/${id}/${n}`,
    message_id: messageId(),
  })),
  ...posts.map(({ n, to, enclosed }) => ({
    ...{ kind: 'mail', n, recipient: to, dedupe: `mail/${id}/${n}`, message_id: messageId() },
    ...(enclosed ? { words: enclosed } : {}),
  })),
]

const dueOut = ({ dueDates, opened: { calendar } }: Change) =>
  dueDates.map(({ what, id = '', dueOn, article, provisional }) => ({
    what,
    id,
    due_on: dueOn,
    article,
    provisional,
    calendar_version: calendar.version,
  }))

const idempotencyOut = ({ task, answer }: Change, { bodyHash }: Locked, keys: Keys) =>
  task.key
    ? [
        {
          person: task.key.person,
          key: task.key.value,
          body_hash: hex(bodyHash),
          answer: hex(keys.seal(answerPlace(task.organ, task.key), Buffer.from(JSON.stringify(answer), 'utf8'))),
        },
      ]
    : []

/** The number and the code are given together, once. */
const numbered = ({ opened, current, numbers }: Change, { year }: Locked, keys: Keys) =>
  current.number && !opened.current?.number
    ? {
        number_year: year,
        number_serial: numbers[caseSeries(current)] ?? 0,
        query_code_mac: hex(codeMac(keys, current.number, opened.queryCode)),
      }
    : { number_year: null, number_serial: null, query_code_mac: null }

const caseOut = (change: Change, locked: Locked, head: NewRow, keys: Keys) => {
  const { current, opened, task } = change
  const { snapshot, words } = parted(current)
  return {
    number: current.number,
    ...numbered(change, locked, keys),
    state: stateOf(current),
    officer: current.officer,
    applicant_kind: current.applicant.kind,
    outcome: current.decision?.outcome ?? null,
    version: head.version,
    head_hash: hex(head.hash),
    machine_version: head.machineVersion,
    snapshot,
    words: sealWords(keys, { organ: task.organ, caseId: opened.id }, words),
    double_index: hex(doubleIndex(keys, current)),
    received_on: current.receivedOn,
    applicant_index: hex(applicantIndex(keys, current)),
    topic: hex(topicOf(current)),
    seen_version: opened.version,
    seen_calendar: locked.calendarId,
  }
}

const documentOf = (change: Change, locked: Locked, keys: Keys): object => {
  const { opened, task, facts, letters } = change
  const rows = rowsOf(facts, {
    organ: task.organ,
    caseId: opened.id,
    version: opened.version,
    headHash: locked.headHash ?? genesis(opened.id),
    machineVersion: locked.machineVersion ?? machineNow,
    recordedAt: locked.recordedAt,
  })
  const head = rows.at(-1)
  if (!head) throw new Error('nothing to save')
  return {
    facts: rows.map(factOut),
    words: rows.flatMap((row) => wordsOut(row, keys)),
    letters: letters.map((letter) => letterOut(letter, keys, task.organ, opened.id)),
    jobs: jobsOut(change),
    due: dueOut(change),
    numbers: movedSeries(opened.numbers, change.numbers).map((one) => ({ ...one, year: locked.year })),
    idempotency: idempotencyOut(change, locked, keys),
    case: caseOut(change, locked, head, keys),
  }
}

/** The i-th case that was split off, as a change of its own: all its numbers were given with its parent's. */
const childChange = (child: Child, i: number, { opened, task, answer }: Change): Change => {
  const series = caseSeries(child.current)
  const numbers = { ...opened.numbers, [series]: (opened.numbers[series] ?? 0) + i + 1 }
  const { queryCode } = child
  return {
    ...child,
    opened: { ...opened, id: randomUUID(), version: 0, current: undefined, numbers, queryCode },
    task: { ...task, key: undefined },
    numbers,
    children: [],
    answer,
  }
}

/**
 * A new case whose calendar moved since it was read is not made, and what hangs on it hangs on nothing: the foreign keys
 * say so first.
 */
const withoutCase = (error: unknown): never => {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code === '23503' && constraint?.endsWith('_organ_case_id_fkey')) throw conflict('放假安排刚刚更新')
  throw error
}

const put = async (client: pg.ClientBase, change: Change, locked: Locked, keys: Keys): Promise<void> => {
  const document = JSON.stringify(documentOf(change, locked, keys))
  const statement = {
    name: locked.isNew ? 'save-new' : 'save-known',
    text: locked.isNew ? saveNewSql : saveKnownSql,
    values: [change.task.organ, change.opened.id, document],
  }
  const { rows } = await client.query<{ held: number }>(statement).catch(withoutCase)
  if (rows[0]?.held !== 1) throw conflict('案件已被别人改动')
  await fileUploads(client, change)
}

/**
 * Writes one command's change in one statement, and one for each case that begins with it; throws CONFLICT when the case or
 * the calendar moved meanwhile.
 */
export const saveChange = async (client: pg.ClientBase, change: Change, locked: Locked, keys: Keys): Promise<void> => {
  await put(client, change, locked, keys)
  const begun = { ...locked, isNew: true, headHash: null, machineVersion: null, bodyHash: null }
  for (const [i, child] of change.children.entries()) await put(client, childChange(child, i, change), begun, keys)
}
