import { isDeepStrictEqual } from 'node:util'
import type { Organ } from '@zhiqing/law'
import type { AccountRefusal, From, OrganAct, PlacedOrgan, SessionPerson } from '../accounts.js'
import type { Db } from '../connect/connect.js'
import { no } from './account.js'
import { writeDown } from './security-log.js'

const rows = (db: Db) => db.selectFrom('organs').select(['id', 'record', 'supervised_by']).orderBy('id')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const shown = ({ id, record, supervised_by }: Row): PlacedOrgan => ({ id, organ: record, supervisedBy: supervised_by })

/** Administrators of an organ keep that one, those of none all. */
export const placedOrgans = async (db: Db, { organ }: SessionPerson): Promise<PlacedOrgan[]> => {
  const all = await rows(db)
    .$if(organ !== null, (query) => query.where('id', '=', organ ?? ''))
    .execute()
  return all.map(shown)
}

/** Nobody stands above themselves, however long the way round. */
const isBelow = (organs: readonly Row[], from: string, above: string): boolean => {
  const parents = new Map(organs.map(({ id, supervised_by }) => [id, supervised_by]))
  for (let at: string | null = from, steps = 0; at !== null && steps <= organs.length; steps += 1) {
    if (at === above) return true
    at = parents.get(at) ?? null
  }
  return false
}

const placeFault = (organs: readonly Row[], { organ, supervisedBy = null }: OrganAct): string | undefined => {
  if (supervisedBy === null) return undefined
  if (supervisedBy === organ.code) return '机关不能主管自己'
  if (!organs.some(({ id }) => id === supervisedBy)) return `没有代码为${supervisedBy}的机关`
  return isBelow(organs, supervisedBy, organ.code) ? '主管关系成了一圈：主管部门由本机关直接或者间接主管' : undefined
}

const taken = no('unfit', '这个代码已经有机关使用，请换一个')

/** What speaks against it; of another organ and never been are one and the same. */
const against = (organs: readonly Row[], by: SessionPerson, task: OrganAct): AccountRefusal | null => {
  if (!by.roles.includes('admin')) return no('notYours', '由系统管理员办理')
  if (task.act === 'addOrgan' && by.organ !== null) return no('notYours', '增加机关由不属于任何机关的系统管理员办理')
  const mine = by.organ === null || by.organ === task.organ.code
  const before = mine ? organs.find(({ id }) => id === task.organ.code) : undefined
  if (task.act === 'changeOrgan' && !before) return no('notThere', '没有这个机关')
  if (task.act === 'addOrgan' && before) return taken
  const moved = task.supervisedBy !== undefined && task.supervisedBy !== (before?.supervised_by ?? null)
  if (by.organ !== null && moved) return no('notYours', '主管关系由不属于任何机关的系统管理员设定')
  const fault = task.reason.trim() ? placeFault(organs, task) : '请写明理由'
  return fault ? no('unfit', fault) : null
}

/** What an administrator changed, by the names of the fields: values are found in the record. */
const changedFields = (before: Row | undefined, { organ, supervisedBy }: OrganAct): string => {
  if (!before) return ''
  const fields = [...new Set([...Object.keys(before.record), ...Object.keys(organ)])] as (keyof Organ)[]
  const changed: string[] = fields.filter(
    (field) => !isDeepStrictEqual(before.record[field] ?? null, organ[field] ?? null),
  )
  if (supervisedBy !== undefined && supervisedBy !== before.supervised_by) changed.push('supervisedBy')
  return `：${changed.join(' ') || '没有变动'}`
}

const keep = (tx: Db, { act, organ, supervisedBy }: OrganAct) => {
  const kept = { record: JSON.stringify(organ), ...(supervisedBy === undefined ? {} : { supervised_by: supervisedBy }) }
  return act === 'addOrgan'
    ? tx
        .insertInto('organs')
        .values({ id: organ.code, ...kept })
        .execute()
    : tx.updateTable('organs').set(kept).where('id', '=', organ.code).execute()
}

const isTaken = (error: unknown): boolean => (error as { constraint?: string } | null)?.constraint === 'organs_pkey'

/**
 * Adds an organ or changes its record, written down in the same transaction. Letters issued before stay as they are. The
 * database holds the administrator's own organ against it once more.
 */
export const actOnOrgan = (
  db: Db,
  by: SessionPerson,
  task: OrganAct,
  { address, now }: From,
): Promise<PlacedOrgan | AccountRefusal> =>
  db
    .transaction()
    .execute(async (tx): Promise<PlacedOrgan | AccountRefusal> => {
      const { act, organ, reason } = task
      const organs = await rows(tx).execute()
      const refusal = against(organs, by, task)
      if (refusal) return refusal
      const before = organs.find(({ id }) => id === organ.code)
      await keep(tx, task)
      const subject = `${organ.code}${changedFields(before, task)}`
      const log = { at: now, organ: organ.code, person: by.id, name: by.name, subject, reason, address }
      await writeDown(tx, { ...log, act, result: 'ok' })
      return shown(await rows(tx).where('id', '=', organ.code).executeTakeFirstOrThrow())
    })
    .catch((error: unknown) => {
      if (isTaken(error)) return taken
      throw error
    })
