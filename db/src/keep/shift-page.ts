import { randomUUID } from 'node:crypto'
import { type CalendarShift, type Case, calendarShift } from '@zhiqing/casework'
import type { Calendar, Day, Notice, Organ, Settings } from '@zhiqing/law'
import { newestPaper } from '@zhiqing/law'
import type pg from 'pg'
import type { ImportOrder, KeptCase, KeptOrgan, MovedDay } from '../cabinet.js'
import type { Keys } from '../keys.js'
import { type NewRow, rowsOf } from '../ledger/fact-row.js'
import { parted } from '../ledger/snapshot.js'
import { keptCase } from './cases.js'
import { openPageSql, shiftPageSql } from './import-sql.js'

/** Cases a page: read by one statement, written by one. */
const PAGE = 1000

/** An open case with the end of its ledger. */
interface OpenCase extends KeptCase {
  readonly headHash: Buffer
  readonly machineVersion: number
}

type Row = Parameters<typeof keptCase>[0] & { head_hash: Buffer; machine_version: number }

/** Every case with words, archived ones apart, page by page. */
export async function* openPages(client: pg.ClientBase, keys: Keys): AsyncGenerator<OpenCase[]> {
  let after: { organ: string; id: string } = { organ: '', id: '00000000-0000-0000-0000-000000000000' }
  for (;;) {
    const { rows } = await client.query<Row>(openPageSql, [after.organ, after.id, PAGE])
    const last = rows.at(-1)
    if (!last) return
    yield rows.map((row) => ({ ...keptCase(row, keys), headHash: row.head_hash, machineVersion: row.machine_version }))
    after = last
  }
}

/** What a notice is held against. */
export interface Shifting {
  readonly notice: Notice
  readonly before: Calendar
  readonly after: Calendar
  readonly organs: ReadonlyMap<string, KeptOrgan>
  readonly on: Day
  readonly actor: ImportOrder['actor']
}

/** A case and what becomes of it. */
export interface Shifted {
  readonly kept: OpenCase
  readonly shift: CalendarShift
}

const officeOf = (organs: Shifting['organs'], id: string): { organ: Organ; settings: Settings } => {
  const found = organs.get(id)
  if (!found) throw new Error(`no organ ${id}`)
  return found
}

export const shifted = (page: readonly OpenCase[], { organs, notice, ...rest }: Shifting): Shifted[] => {
  const paper = newestPaper(notice)
  return page.map((kept) => {
    const { organ, settings } = officeOf(organs, kept.organ)
    return { kept, shift: calendarShift(kept.current, { ...rest, organ, settings, notice: paper }) }
  })
}

export const movedIn = (page: readonly Shifted[]): MovedDay[] =>
  page.flatMap(({ kept: { organ, id, current }, shift }) =>
    shift.moved.map((one) => ({ organ, caseId: id, number: current.number ?? '', ...one })),
  )

/** The open members of a case that the fact changed. It knows of nobody's words: a change among them is a defect. */
const patchOf = (before: Case, after: Case): object => {
  const names = Object.keys(after).filter((name) => after[name as keyof Case] !== before[name as keyof Case])
  const { snapshot } = parted(after)
  return Object.fromEntries(
    names.map((name) => {
      if (!(name in snapshot)) throw new Error(`a notice changed ${name}`)
      return [name, snapshot[name]]
    }),
  )
}

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const rowOf = ({ kept }: Shifted, fact: Parameters<typeof rowsOf>[0][number], recordedAt: string): NewRow => {
  const { organ, id: caseId, version, headHash, machineVersion } = kept
  const [row] = rowsOf([fact], { organ, caseId, version, headHash, machineVersion, recordedAt })
  if (!row || row.words) throw new Error('the fact of a notice is one row without words')
  return row
}

const documentOf = (page: readonly Shifted[], version: string, recordedAt: string): object => {
  const changed = page.flatMap((one) => {
    const { change } = one.shift
    return change ? [{ kept: one.kept, change, row: rowOf(one, change.fact, recordedAt) }] : []
  })
  const place = ({ organ, id }: OpenCase) => ({ organ, case_id: id })
  return {
    seen: page.map(({ kept }) => place(kept)),
    due: page.flatMap(({ kept, shift }) =>
      shift.dueDates.map(({ what, id = '', dueOn, article, provisional }) => ({
        ...place(kept),
        ...{ what, id, due_on: dueOn, article, provisional, calendar_version: version },
      })),
    ),
    facts: changed.map(({ kept, row }) => ({
      ...place(kept),
      ...{ version: row.version, type: row.type, on_day: row.on, role: row.role, person: row.person },
      ...{ payload: row.payload, machine_version: row.machineVersion, recorded_at: row.recordedAt },
      ...{ canon: row.canon, prev_hash: hex(row.prevHash), hash: hex(row.hash) },
    })),
    cases: changed.map(({ kept, change, row }) => ({
      ...place(kept),
      ...{ seen_version: kept.version, version: row.version, head_hash: hex(row.hash) },
      patch: patchOf(kept.current, change.current),
    })),
    notes: changed.flatMap(({ kept, change: { note }, row }) =>
      note
        ? [
            {
              ...place(kept),
              ...{ recipient: note.to, words: note.words, dedupe: `note/${kept.id}/${row.version}` },
              message_id: `<${randomUUID()}@zhiqing.invalid>`,
            },
          ]
        : [],
    ),
  }
}

/** Writes what becomes of a page; true when somebody is told by mail. */
export const writePage = async (
  client: pg.ClientBase,
  page: readonly Shifted[],
  { version, recordedAt }: { version: string; recordedAt: string },
): Promise<boolean> => {
  const document = documentOf(page, version, recordedAt)
  const { rows } = await client.query<{ held: number }>(shiftPageSql, [JSON.stringify(document)])
  const changed = page.filter(({ shift }) => shift.change !== null)
  if (rows[0]?.held !== changed.length) throw new Error('a case moved behind the shut gate')
  return changed.some(({ shift }) => shift.change?.note)
}
