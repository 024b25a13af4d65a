import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Finding } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { bytesOf } from '../keep/uploads.js'
import type { Keys } from '../keys.js'

interface FiledRow {
  organ: string
  case_id: string
  number: string | null
  n: number
  file: string
  told: string
  kept: string | null
  erased: boolean
}

/** What the folded case says of its files, beside the rows that hold them. */
const filed = async (db: Db): Promise<FiledRow[]> => {
  const { rows } = await sql<FiledRow>`
    select c.organ, c.id as case_id, c.number, (a ->> 'n')::int as n, a ->> 'file' as file, a ->> 'sha256' as told,
      u.sha256 as kept, u.erased_at is not null as erased
    from cases c cross join jsonb_array_elements(c.snapshot -> 'attachments') a
      left join uploads u on u.id = (a ->> 'file')::uuid and u.organ = c.organ and u.case_id = c.id
    where jsonb_typeof(c.snapshot -> 'attachments') = 'array'
    order by c.organ, c.id, n`.execute(db)
  return rows
}

const hashOf = async (db: Db, keys: Keys, id: string): Promise<string> => {
  const row = await db.selectFrom('uploads').select('bytes').where('id', '=', id).executeTakeFirst()
  try {
    return createHash('sha256')
      .update(bytesOf(keys, id, row?.bytes ?? Buffer.alloc(0)))
      .digest('hex')
  } catch {
    return '打不开'
  }
}

const faultOf = async (row: FiledRow, db: Db, keys: Keys): Promise<string | undefined> => {
  if (row.kept === null) return '不见了'
  if (row.erased) return undefined
  return row.kept === row.told && (await hashOf(db, keys, row.file)) === row.told ? undefined : '与台账记载的散列不符'
}

/** Every file of a case is there, and its bytes are those of the hash in the ledger; one file in memory at a time. */
export async function* fileFindings(db: Db, keys: Keys): AsyncGenerator<Finding> {
  for (const row of await filed(db)) {
    const why = await faultOf(row, db, keys)
    if (!why) continue
    const { organ, case_id: caseId, number, n } = row
    yield {
      organ,
      caseId,
      version: null,
      code: 'fileDiffers',
      zh: `${organ} 案件 ${number ?? caseId}：第${n}份材料${why}`,
    }
  }
}
