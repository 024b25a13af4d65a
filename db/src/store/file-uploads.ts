import type { Attachment, Change } from '@zhiqing/casework'
import type pg from 'pg'
import { fault } from '../fault.js'

const filedWith = ({ facts }: Change): Omit<Attachment, 'name'>[] =>
  facts.flatMap((fact) => ('attachments' in fact && fact.attachments ? [...fact.attachments] : []))

/**
 * Gives the files that a fact speaks of to the case, in the transaction of the fact: a case never names a file that the
 * house has not. Throws FILE_MISSING for one that is gone, is another case's, or is not the one that was described.
 */
export const fileUploads = async (client: pg.ClientBase, change: Change): Promise<void> => {
  const files = filedWith(change)
  if (files.length === 0) return
  const names = `{${files.map(({ file }) => file).join(',')}}`
  await client.query(`select set_config('zhiqing.files', $1, true)`, [names])
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
  if (rowCount !== files.length) throw fault('FILE_MISSING', '附件不在，没有保存任何内容；请重新上传')
}
