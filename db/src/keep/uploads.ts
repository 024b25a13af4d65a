import { createHash, randomUUID } from 'node:crypto'
import type { Attachment } from '@zhiqing/casework'
import { sql } from 'kysely'
import { admit, type Gate, perDay, perHour } from '../access/attempts.js'
import { subscriberOf } from '../access/subscriber.js'
import type { Basket, NewUpload, NotPut } from '../cabinet.js'
import type { Db } from '../connect/connect.js'
import { fault } from '../fault.js'
import type { Keys } from '../keys.js'
import { isCaseId } from '../store/open-case.js'
import { type Desk, draftMac } from './drafts.js'

/** Files from one address in an hour: a hall full of people, and no flood. */
const PER_ADDRESS = 300
const megabyte = 1024 * 1024
/** What an applicant may leave lying unfiled in one draft, and somebody of the staff in all: bytes. */
const PER_BASKET = 50 * megabyte
const PER_PERSON = 200 * megabyte
/** What comes from one address in a day, filed or not, in begun megabytes; people who are signed in answer for themselves. */
const PER_DAY = 1024

/** Binds what is sealed to its file; a file keeps its id when it moves into a case. */
export const uploadPlace = (id: string, what: 'label' | 'bytes'): string => `uploads.${what} ${id}`

export const macOf = (keys: Keys, basket: Basket): Buffer => {
  if ('draft' in basket) return draftMac(keys, basket.draft)
  return keys.mac('person' in basket ? `basket of\n${basket.person}` : `basket\n${basket.organ}\n${basket.caseId}`)
}

export type Label = Pick<Attachment, 'kind' | 'name' | 'mediaType'>

const gatesOf = ({ basket, file, address }: { basket: Basket; file: NewUpload; address: string }): Gate[] => {
  const from = subscriberOf(address)
  const weight = Math.max(1, Math.ceil(file.bytes.length / megabyte))
  const hourly: Gate = { kind: 'lookUpAddress', key: `upload\n${from}`, rule: perHour(PER_ADDRESS) }
  if ('person' in basket) return [hourly]
  return [hourly, { kind: 'uploadBytes', key: from, rule: perDay(PER_DAY, weight), weight }]
}

/** Is there room for so much more? Whoever brings several at once into one basket brings them one after the other. */
const hasRoom = async (tx: Db, mac: Buffer, size: number, most: number): Promise<boolean> => {
  await sql`select pg_advisory_xact_lock(${mac.readBigInt64BE(0).toString()}::bigint)`.execute(tx)
  const { lying } = await tx
    .selectFrom('uploads')
    .select(sql<number>`coalesce(sum(size), 0)::int`.as('lying'))
    .where('basket', '=', mac)
    .executeTakeFirstOrThrow()
  return lying + size <= most
}

/** Puts a file into a basket, sealed; the type of its content was looked at before. */
export const putUpload = async (
  { doors, as }: Desk,
  keys: Keys,
  asked: { basket: Basket; file: NewUpload; expiresAt: Date; address: string; now: Date },
): Promise<Attachment | NotPut> => {
  const { kind, name, mediaType, bytes } = asked.file
  if (!(await admit(doors, keys, gatesOf(asked), asked.now))) return 'tooMany'
  const id = randomUUID()
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const label: Label = { kind, name, mediaType }
  const basket = macOf(keys, asked.basket)
  const row = {
    ...{ id, basket, sha256, size: bytes.length, expires_at: asked.expiresAt },
    label: keys.seal(uploadPlace(id, 'label'), Buffer.from(JSON.stringify(label), 'utf8')),
    bytes: keys.seal(uploadPlace(id, 'bytes'), bytes),
    ...{ organ: null, case_id: null, erased_at: null },
  }
  const most = 'person' in asked.basket ? PER_PERSON : PER_BASKET
  const put = await as({ kind: 'basket', mac: basket })
    .transaction()
    .execute(async (tx) => {
      if (!(await hasRoom(tx, basket, bytes.length, most))) return false
      await tx.insertInto('uploads').values(row).execute()
      return true
    })
  return put ? { file: id, ...label, sha256, size: bytes.length } : 'full'
}

export const uploads = async ({ as }: Desk, keys: Keys, basket: Basket, now: Date): Promise<Attachment[]> => {
  const mac = macOf(keys, basket)
  const rows = await as({ kind: 'basket', mac })
    .selectFrom('uploads')
    .select(['id', 'label', 'sha256', 'size'])
    .where('basket', '=', mac)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.flatMap(({ id, label, sha256, size }) =>
    label
      ? [{ file: id, ...(JSON.parse(keys.open(uploadPlace(id, 'label'), label).toString()) as Label), sha256, size }]
      : [],
  )
}

export const dropUpload = async ({ as }: Desk, keys: Keys, basket: Basket, file: string): Promise<void> => {
  if (!isCaseId(file)) return
  const mac = macOf(keys, basket)
  const db = as({ kind: 'basket', mac })
  await db.deleteFrom('uploads').where('id', '=', file).where('basket', '=', mac).execute()
}

/** Copies of files, one at a time, sealed anew: what is sealed is bound to its own file. */
export const copyUploads = async (
  { as }: Desk,
  keys: Keys,
  basket: Basket,
  files: readonly Attachment[],
): Promise<Attachment[]> => {
  const copies: Attachment[] = []
  const mac = macOf(keys, basket)
  const db = as({ kind: 'basket', mac })
  for (const one of files) {
    const row = await db
      .selectFrom('uploads')
      .selectAll()
      .where('id', '=', one.file)
      .where('basket', '=', mac)
      .executeTakeFirst()
    if (!row?.bytes || !row.label) throw fault('FILE_MISSING', '附件不在，没有保存任何内容；请重新上传')
    const id = randomUUID()
    const label = keys.seal(uploadPlace(id, 'label'), keys.open(uploadPlace(one.file, 'label'), row.label))
    const bytes = keys.seal(uploadPlace(id, 'bytes'), bytesOf(keys, one.file, row.bytes))
    const { created_at: _, ...rest } = row
    await db
      .insertInto('uploads')
      .values({ ...rest, id, label, bytes })
      .execute()
    copies.push({ ...one, file: id })
  }
  return copies
}

/** The bytes of a row. Throws SEALED_BROKEN. */
export const bytesOf = (keys: Keys, id: string, sealed: Uint8Array): Buffer =>
  keys.open(uploadPlace(id, 'bytes'), sealed)

/** A file of a case. Throws ERASED. */
export const attachment = async (
  db: Db,
  keys: Keys,
  { organ, caseId, file }: { organ: string; caseId: string; file: string },
): Promise<Buffer | undefined> => {
  if (!isCaseId(file) || !isCaseId(caseId)) return undefined
  const row = await db
    .selectFrom('uploads')
    .select(['bytes', 'erased_at'])
    .where('id', '=', file)
    .where('organ', '=', organ)
    .where('case_id', '=', caseId)
    .executeTakeFirst()
  if (row?.erased_at) throw fault('ERASED', '案件的个人信息已依法删除，提交的文件不再保存')
  return row?.bytes ? bytesOf(keys, file, row.bytes) : undefined
}
