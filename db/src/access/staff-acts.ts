import { randomBytes, randomUUID } from 'node:crypto'
import { type Role, roleNames } from '@zhiqing/law'
import type { AccountRefusal, From, SessionPerson, StaffAct, StaffActDone, StaffRow } from '../accounts.js'
import type { Db } from '../connect/connect.js'
import type { Keys } from '../keys.js'
import { no } from './account.js'
import { hashPassword } from './password.js'
import { writeDown } from './security-log.js'
import { join, part } from './sign-on.js'

/** System, security and audit are three people (三员分立): accounts, rights, and who looks at what was done. */
const whose: Readonly<Record<StaffAct['act'], Role>> = {
  create: 'admin',
  resetPassword: 'admin',
  joinSignOn: 'admin',
  partSignOn: 'admin',
  resetTotp: 'securityAdmin',
  giveRoles: 'securityAdmin',
  disable: 'securityAdmin',
  enable: 'securityAdmin',
  unlock: 'securityAdmin',
}
const apart: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin']
const notGiven: readonly Role[] = ['applicant', 'calendar']
const ONE_TIME_HOURS = 72

const rows = (db: Db) =>
  db
    .selectFrom('staff as s')
    .leftJoin('credentials as c', 'c.person', 's.id')
    .select(['s.id', 's.organ', 's.name', 's.display_name', 's.roles', 's.disabled_at'])
    .leftJoin('staff_sign_ons as o', 'o.person', 's.id')
    .select(['c.totp_since', 'c.must_change', 'o.joined_at'])
    .orderBy('s.organ')
    .orderBy('s.name')

type Row = Awaited<ReturnType<ReturnType<typeof rows>['executeTakeFirstOrThrow']>>

const shown = (row: Row): StaffRow => {
  const { id, organ, name, display_name, roles, disabled_at, totp_since, must_change, joined_at } = row
  return {
    ...{ id, organ, name, displayName: display_name, roles, disabled: disabled_at !== null },
    ...{ totp: totp_since !== null, mustChangePassword: must_change ?? false, signOn: joined_at !== null },
  }
}

/** Everybody whose accounts the acting administrator keeps. */
export const staffList = async (db: Db): Promise<StaffRow[]> => (await rows(db).execute()).map(shown)

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
/** 28 characters of 5 random bits, in groups: 140 bits, for one use. */
const oneTimePassword = (): string =>
  Array.from(randomBytes(28), (byte, i) => `${i > 0 && i % 4 === 0 ? '-' : ''}${letters[byte & 31]}`).join('')

const rolesFault = (roles: readonly Role[]): string | undefined => {
  const odd = roles.filter((role) => notGiven.includes(role) || !(role in roleNames))
  if (odd.length > 0) return `不能授予：${odd.join('、')}`
  const kept = roles.filter((role) => apart.includes(role))
  if (kept.length === 0 || roles.length === 1) return undefined
  return '系统管理员、安全管理员、审计管理员各由不同的人担任，不能兼任，也不能兼任办理岗位'
}

/** What speaks against an act before anybody is looked up. */
const against = (by: SessionPerson, act: StaffAct): AccountRefusal | null => {
  if (!by.roles.includes(whose[act.act])) return no('notYours', `由${roleNames[whose[act.act]]}办理`)
  if (act.act !== 'create' && act.person === by.id) return no('notYours', '不能对自己办理，请由另一人办理')
  if (act.act !== 'create' && !act.reason.trim()) return no('unfit', '请写明理由')
  const fault = act.act === 'giveRoles' ? rolesFault(act.roles) : undefined
  return fault ? no('unfit', fault) : null
}

/** What lets somebody in as the person acted on. */
const opening: readonly StaffAct['act'][] = ['resetPassword', 'resetTotp', 'joinSignOn']

/** Who keeps accounts must not become who gives rights or who looks at what was done; nor the other way round. */
const takesOver = (by: SessionPerson, { roles }: Row, { act }: StaffAct): AccountRefusal | null => {
  const others = roles.filter((role) => apart.includes(role) && !by.roles.includes(role))
  if (others.length === 0 || !opening.includes(act)) return null
  const zh = others.map((role) => roleNames[role]).join('、')
  return no(
    'notYours',
    `三员互不接管：${zh}的密码、动态口令和统一身份不由其他管理员重置、关联。请在服务器上运行 zhiqing staff recover 用户名；或者先由安全管理员收回其岗位，重置以后再授予，每一步都记入安全日志`,
  )
}

interface Secret {
  readonly password: string
  readonly hash: string
  readonly until: Date
}

const secretFor = async ({ act }: StaffAct, now: Date): Promise<Secret | undefined> => {
  if (act !== 'create' && act !== 'resetPassword') return undefined
  const password = oneTimePassword()
  return { password, hash: await hashPassword(password), until: new Date(now.getTime() + ONE_TIME_HOURS * 3_600_000) }
}

const give = async (tx: Db, person: string, { hash, until }: Secret, now: Date): Promise<void> => {
  const given = { password_hash: hash, password_set_at: now, must_change: true, one_time_until: until }
  await tx
    .insertInto('credentials')
    .values({ person, ...given })
    .onConflict((conflict) => conflict.column('person').doUpdateSet(given))
    .execute()
}

const create = async (tx: Db, by: SessionPerson, act: StaffAct & { act: 'create' }): Promise<string> => {
  const row = { name: act.name, display_name: act.displayName, organ: by.organ ?? act.organ ?? null }
  const id = randomUUID()
  await tx
    .insertInto('staff')
    .values({ id, ...row, roles: [] })
    .execute()
  return id
}

const change = async (tx: Db, keys: Keys, act: StaffAct & { person: string }, now: Date): Promise<void> => {
  const { person } = act
  const set = (columns: object) => tx.updateTable('staff').set(columns).where('id', '=', person).execute()
  if (act.act === 'giveRoles') await set({ roles: [...act.roles] })
  if (act.act === 'disable') await set({ disabled_at: now })
  if (act.act === 'enable') await set({ disabled_at: null })
  if (act.act === 'resetTotp')
    await tx
      .updateTable('credentials')
      .set({ totp_secret: null, totp_since: null, totp_step: null, recovery: [] })
      .where('person', '=', person)
      .execute()
  if (act.act === 'unlock')
    await tx
      .updateTable('credentials')
      .set((row) => ({ unlocks: row('unlocks', '+', 1) }))
      .where('person', '=', person)
      .execute()
  if (act.act === 'joinSignOn' || act.act === 'partSignOn') await part(tx, person)
  if (act.act === 'joinSignOn') await join(tx, keys, act, now)
}

/** What must be there once only, and is somebody else's already. */
const taken: Readonly<Record<string, string>> = {
  staff_name_key: '这个用户名已经有人使用，请换一个',
  staff_display_name_key: '本机关已经有人用这个姓名；台账和案卷以姓名记人，请加以区分，例如“张三（二科）”',
  staff_sign_ons_pkey: '这个统一身份已经关联了另一个人员，请先核对，必要时先解除那一个',
}

const takenWords = (error: unknown): string | undefined =>
  taken[(error as { constraint?: string } | null)?.constraint ?? '']

/** What beside the person was acted on; never what the provider calls them, which may be an id number. */
const moreOf = (act: StaffAct): string => {
  if (act.act === 'giveRoles') return `：${act.roles.join(' ')}`
  return act.act === 'joinSignOn' ? `：${act.issuer}` : ''
}

/**
 * An administrator's act on somebody of theirs, written down in the same transaction; the database holds it against the
 * administrator's own organ once more. Whoever is acted on is signed out everywhere, but for being let go on.
 */
export const actOnStaff = async (
  { db, keys }: { readonly db: Db; readonly keys: Keys },
  by: SessionPerson,
  act: StaffAct,
  { address, now }: From,
): Promise<StaffActDone | AccountRefusal> => {
  const refusal = against(by, act)
  if (refusal) return refusal
  const secret = await secretFor(act, now)
  const work = db.transaction().execute(async (tx): Promise<StaffActDone | AccountRefusal> => {
    const id = act.act === 'create' ? await create(tx, by, act) : act.person
    const before = await rows(tx).where('s.id', '=', id).executeTakeFirst()
    if (!before) return no('notThere', '没有这个人员')
    const refused = act.act === 'create' ? null : takesOver(by, before, act)
    if (refused) return refused
    if (act.act !== 'create') await change(tx, keys, act, now)
    if (secret) await give(tx, id, secret, now)
    if (act.act !== 'unlock') await tx.deleteFrom('sessions').where('person', '=', id).execute()
    const subject = `${before.name}${moreOf(act)}`
    const reason = act.act === 'create' ? null : act.reason
    const log = { at: now, organ: before.organ, person: by.id, name: by.name, subject, reason, address }
    await writeDown(tx, { ...log, act: act.act, result: 'ok' })
    const person = shown(await rows(tx).where('s.id', '=', id).executeTakeFirstOrThrow())
    return secret ? { person, password: secret.password, until: secret.until.toISOString() } : { person }
  })
  return work.catch((error: unknown) => {
    const zh = takenWords(error)
    if (zh) return no('unfit', zh)
    throw error
  })
}
