import type { Selectable } from 'kysely'
import type { SealedLetter } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import type { Keys } from '../keys.js'
import { pdfOf, secretOf } from './letters.js'

/** Letters a page: some 150 kB each. */
const PAGE = 50

type Row = Selectable<Schema['letters']> & { readonly number: string | null }
type Key = Pick<Row, 'organ' | 'case_id' | 'n'>

const after = (db: Db, { organ, case_id, n }: Key): Promise<Row[]> =>
  db
    .selectFrom('letters as l')
    .innerJoin('cases as c', (join) => join.onRef('c.organ', '=', 'l.organ').onRef('c.id', '=', 'l.case_id'))
    .selectAll('l')
    .select('c.number')
    .where('l.organ_seal', 'is not', null)
    .where('l.pdf', 'is not', null)
    .where(({ eb, refTuple, tuple }) => eb(refTuple('l.organ', 'l.case_id', 'l.n'), '>', tuple(organ, case_id, n)))
    .orderBy('l.organ')
    .orderBy('l.case_id')
    .orderBy('l.n')
    .limit(PAGE)
    .execute()

const letterOf = (row: Row, keys: Keys): SealedLetter[] => {
  const pdf = pdfOf(row, keys)
  const { organ_seal: organSeal, template_sha256: templateSha256 } = row
  if (!pdf || !organSeal || templateSha256 === null) return []
  const { organ, case_id: caseId, number, n, code } = row
  const fields = { ...row.fields, ...secretOf(row, keys) }
  return [{ organ, caseId, number, n, code, fields, pdf, templateSha256, organSeal }]
}

/** Every letter that bears a seal and was not erased, with its secret fields: whoever prints it again needs them. */
export async function* sealedLetters(db: Db, keys: Keys): AsyncGenerator<SealedLetter> {
  let from: Key = { organ: '', case_id: '00000000-0000-0000-0000-000000000000', n: 0 }
  for (;;) {
    const rows = await after(db, from)
    for (const row of rows) yield* letterOf(row, keys)
    const last = rows.at(-1)
    if (!last) return
    from = last
  }
}
