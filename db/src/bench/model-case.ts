import type { Fact } from '@zhiqing/casework'
import type { Day } from '@zhiqing/law'
import type pg from 'pg'
import type { CabinetKeeper } from '../cabinet-keeper.js'
import { parted } from '../ledger/snapshot.js'

type Fields = Readonly<Record<string, unknown>>

/** A letter's row without its bytes. */
export interface ModelLetter {
  readonly n: number
  readonly code: string
  readonly document_number: string | null
  readonly series: string | null
  readonly series_year: number | null
  readonly consultation: string | null
  readonly fields: Fields
}

/** What is copied of a case as one text, so that whatever is said twice is changed twice. */
export interface ModelWords {
  readonly facts: readonly Fact[]
  readonly snapshot: Fields
  readonly words: Fields
  readonly letters: readonly ModelLetter[]
  readonly due: readonly Fields[]
}

/** A case that was lived through the service's own door, to be laid down again and again. */
export interface ModelCase extends ModelWords {
  readonly organ: string
  readonly closed: boolean
  readonly columns: {
    readonly number: string | null
    readonly number_year: number | null
    readonly state: string
    readonly officer: string | null
    readonly applicant_kind: string
    readonly outcome: string | null
    readonly machine_version: number
    readonly received_on: Day | null
  }
}

const closedStates = ['served', 'abandoned', 'withdrawn', 'archived']

type Row = ModelCase['columns'] & { organ: string; id: string }

const modelOf = async (row: Row, client: pg.Client, cabinet: CabinetKeeper): Promise<ModelCase> => {
  const { organ, id, ...columns } = row
  const kept = await cabinet.findCase(organ, id)
  if (!kept) throw new Error(`no case ${id}`)
  const facts = (await cabinet.ledger(organ, id)).map(({ fact }) => fact)
  const { rows: letters } = await client.query<ModelLetter>(
    `select n, code, document_number, series, series_year, consultation, fields from letters
    where organ = $1 and case_id = $2 order by n`,
    [organ, id],
  )
  const { rows: due } = await client.query<Fields>(
    `select what, id, due_on::text, article, provisional, calendar_version from due_days where organ = $1 and case_id = $2`,
    [organ, id],
  )
  return { organ, columns, closed: closedStates.includes(row.state), facts, ...parted(kept.current), letters, due }
}

/** Every case that is kept, the oldest first. */
export const modelCases = async (client: pg.Client, cabinet: CabinetKeeper): Promise<ModelCase[]> => {
  const { rows } = await client.query<Row>(`
    select organ, id, number, number_year, state, officer, applicant_kind, outcome, machine_version, received_on
    from cases order by filed`)
  const models: ModelCase[] = []
  for (const row of rows) models.push(await modelOf(row, client, cabinet))
  return models
}
