import type { Attachment, Change } from '@zhiqing/casework'
import type pg from 'pg'
import type { Acting } from '../acting/acting.js'
import { fault } from '../fault.js'
import { type Label, macOf, uploadPlace } from '../keep/uploads.js'
import type { Keys } from '../keys.js'

const filedWith = ({ facts }: Change): Omit<Attachment, 'name'>[] =>
  facts.flatMap((fact) => ('attachments' in fact && fact.attachments ? [...fact.attachments] : []))

const missing = () => fault('FILE_MISSING', '附件不在，没有保存任何内容；请重新上传')

const namesOf = (files: readonly Pick<Attachment, 'file'>[]): string => `{${files.map(({ file }) => file).join(',')}}`

interface Own {
  readonly id: string
  readonly label: Buffer
}

/**
 * Staff file what they themselves brought, as what they brought it: a file whose id somebody learned is not theirs to
 * file. Throws FILE_MISSING, for another's as for one that never was.
 */
export const checkOwnUploads = async (
  client: pg.ClientBase,
  change: Change,
  { acting, keys }: { readonly acting: Acting; readonly keys: Keys },
): Promise<void> => {
  const files = filedWith(change)
  if (acting.kind !== 'staff' || files.length === 0) return
  await client.query(`select set_config('zhiqing.files', $1, true)`, [namesOf(files)])
  const { rows } = await client.query<Own>({
    name: 'own-uploads',
    text: 'select id, label from uploads where id = any($1::uuid[]) and basket = $2 and case_id is null',
    values: [files.map(({ file }) => file), macOf(keys, { person: acting.person })],
  })
  const labels = new Map(
    rows.map(({ id, label }) => [id, JSON.parse(keys.open(uploadPlace(id, 'label'), label).toString()) as Label]),
  )
  const fits = ({ file, kind, mediaType }: Omit<Attachment, 'name'>): boolean =>
    labels.get(file)?.kind === kind && labels.get(file)?.mediaType === mediaType
  if (!files.every(fits)) throw missing()
}

/**
 * Gives the files that a fact speaks of to the case, in the transaction of the fact: a case never names a file that the
 * house has not. Throws FILE_MISSING for one that is gone, is another case's, or is not the one that was described.
 */
export const fileUploads = async (client: pg.ClientBase, change: Change): Promise<void> => {
  const files = filedWith(change)
  if (files.length === 0) return
  await client.query(`select set_config('zhiqing.files', $1, true)`, [namesOf(files)])
  const { rowCount } = await client.query({
    name: 'file-uploads',
    text: `
      update uploads u set organ = $1, case_id = $2::uuid, basket = null, expires_at = null
      from unnest($3::uuid[], $4::text[], $5::int[]) as x (id, sha256, size)
      where u.id = x.id and u.sha256 = x.sha256 and u.size = x.size and u.case_id is null`,
    values: [
      change.task.organ,
      change.opened.id,
      files.map(({ file }) => file),
      files.map(({ sha256 }) => sha256),
      files.map(({ size }) => size),
    ],
  })
  if (rowCount !== files.length) throw missing()
}
