import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import type { KeptLetter, Printed } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import type { Schema } from '../connect/schema.js'
import { fault } from '../fault.js'
import type { Keys } from '../keys.js'
import { isCaseId } from '../store/open-case.js'
import { letterPlace } from '../store/save-change.js'

type Row = Selectable<Schema['letters']>

const rowOf = (db: Db, organ: string, caseId: string, n: number): Promise<Row | undefined> =>
  db
    .selectFrom('letters')
    .selectAll()
    .where('organ', '=', organ)
    .where('case_id', '=', caseId)
    .where('n', '=', n)
    .executeTakeFirst()

/** The printed bytes, opened where they were sealed. */
export const pdfOf = (row: Pick<Row, 'organ' | 'case_id' | 'n' | 'pdf' | 'pdf_sealed'>, keys: Keys): Buffer | null =>
  row.pdf && row.pdf_sealed ? keys.open(letterPlace(row.organ, row.case_id, row.n, 'pdf'), row.pdf) : row.pdf

/** The secret fields of a letter, opened. */
export const secretOf = ({ organ, case_id, n, secret }: Row, keys: Keys): Record<string, unknown> =>
  secret ? JSON.parse(keys.open(letterPlace(organ, case_id, n, 'secret'), secret).toString()) : {}

/** Nothing of the letter is left but its number and its place in the ledger. */
const refuseErased = ({ code, document_number, erased_at }: Row): void => {
  if (erased_at)
    throw fault('ERASED', `文书 ${document_number ?? code} 所在案件的个人信息已依法删除，文书的内容和文件不再保存`)
}

/**
 * A letter as kept. Its secret fields come along only until it is printed: afterwards they stand on the paper alone.
 * Throws ERASED.
 */
export const letter = async (
  db: Db,
  keys: Keys,
  { organ, caseId, n }: Pick<KeptLetter, 'organ' | 'caseId' | 'n'>,
): Promise<KeptLetter | undefined> => {
  const row = isCaseId(caseId) && Number.isInteger(n) ? await rowOf(db, organ, caseId, n) : undefined
  if (!row) return undefined
  refuseErased(row)
  return {
    caseId,
    organ,
    n,
    code: row.code,
    documentNumber: row.document_number,
    fields: { ...row.fields, ...(row.pdf ? {} : secretOf(row, keys)) },
    pdf: pdfOf(row, keys),
    sha256: row.sha256,
    templateSha256: row.template_sha256,
    organSeal: row.organ_seal,
  }
}

const store = async (db: Db, keys: Keys, row: Row, { pdf, template, sha256, organSeal }: Printed): Promise<bigint> => {
  const sealed = row.secret !== null
  const place = letterPlace(row.organ, row.case_id, row.n, 'pdf')
  const { numUpdatedRows } = await db
    .updateTable('letters')
    .set({
      pdf: sealed ? keys.seal(place, pdf) : Buffer.from(pdf),
      pdf_sealed: sealed,
      sha256,
      template_id: template.id,
      template_version: template.version,
      template_sha256: template.sha256,
      ...(organSeal ? { organ_seal: JSON.stringify(organSeal) } : {}),
    })
    .where('organ', '=', row.organ)
    .where('case_id', '=', row.case_id)
    .where('n', '=', row.n)
    .where('sha256', 'is', null)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows
}

/**
 * Keeps the printed bytes once. Throws PRINT_DIFFERS for bytes that are not those of their hash, or of the kept one,
 * and ERASED for a letter whose words were erased while it was at the press.
 */
export const keepPrint = async (
  db: Db,
  keys: Keys,
  { organ, caseId, n }: Pick<KeptLetter, 'organ' | 'caseId' | 'n'>,
  printed: Printed,
): Promise<void> => {
  const own = createHash('sha256').update(printed.pdf).digest('hex')
  const row = await rowOf(db, organ, caseId, n)
  if (!row) throw new Error(`没有文书：${organ} ${caseId} ${n}`)
  refuseErased(row)
  if (own !== printed.sha256) throw differs(row, own)
  if (row.sha256 === null && (await store(db, keys, row, printed)) === 1n) return
  const kept = row.sha256 ?? (await rowOf(db, organ, caseId, n))?.sha256
  if (kept !== own) throw differs(row, own)
}

const differs = ({ code, document_number, case_id }: Row, own: string): Error =>
  fault(
    'PRINT_DIFFERS',
    `文书 ${document_number ?? code}（案件 ${case_id}）再次印制的散列 ${own} 与已存的不一致，没有保存`,
  )
