import { readFile } from 'node:fs/promises'
import pg from 'pg'
import { fault } from '../fault.js'
import { onClient } from './connect.js'

/** The role of the service: it owns nothing, inherits nothing, and may only add to the ledger. */
export const RUNTIME_ROLE = 'zhiqing_app'

const grants = new URL('../../migrations/runtime-role.sql', import.meta.url)

const exists = async (client: pg.Client, role: string): Promise<boolean> =>
  (await client.query('select 1 from pg_roles where rolname = $1', [role])).rowCount === 1

const missing = (client: pg.Client, role: string) =>
  fault(
    'ROLE_MISSING',
    `数据库（${client.host}:${client.port}）里没有用户“${role}”，它写在 DATABASE_URL 里：写错了请改正；确要用它，请先在数据库执行 CREATE ROLE ${pg.escapeIdentifier(role)} LOGIN NOINHERIT PASSWORD '……'，启动时的迁移会给它授权。`,
  )

/**
 * Makes the product's own role where it is missing; false where this owner may not make roles. A role of another name
 * is somebody's decision, or a slip of the pen: it must be there. Roles belong to the whole server: another database of
 * it may make ours at the same moment.
 */
const ensureRole = async (client: pg.Client, role: string): Promise<boolean> => {
  if (await exists(client, role)) return true
  if (role !== RUNTIME_ROLE) throw missing(client, role)
  try {
    await client.query(`create role ${pg.escapeIdentifier(role)} login noinherit nosuperuser nobypassrls`)
  } catch (error) {
    const code = (error as { code?: string }).code
    if (code === '42501') return false
    if (code !== '42710' && code !== '23505') throw error
  }
  return true
}

/**
 * Gives the runtime role exactly the grants of `runtime-role.sql`; makes `zhiqing_app` where it is missing, and throws
 * ROLE_MISSING for any other. A role that owns the tables keeps all its powers, and where ours can neither be found nor
 * made nothing is granted: {@link rolePowers} of the service's own URL says what that comes to.
 */
export const grantRuntime = async (client: pg.Client, role: string): Promise<void> => {
  if (!(await ensureRole(client, role))) return
  const { rows } = await client.query<{ owner: string }>(
    `select pg_get_userbyid(relowner) as owner from pg_class where oid = 'case_facts'::regclass`,
  )
  if (rows[0]?.owner === role) return
  // As a function: in a replacement text `$&` and its like would be taken for something else.
  const sql = (await readFile(grants, 'utf8')).replaceAll('{role}', () => pg.escapeIdentifier(role))
  await client.query(`begin; ${sql} commit`)
}

/** Who an address signs in as; what it leaves out is as pg has it (`PGUSER`, else the user of this process). */
export const roleOf = (url: string): string => new pg.Client({ connectionString: url }).user ?? ''

/** The role that migrations grant to: that of the service's own address, unless that is the owner. */
export const runtimeRoleOf = (ownerUrl: string, url: string): string => {
  const role = roleOf(url)
  return role === roleOf(ownerUrl) ? RUNTIME_ROLE : role
}

/** The same database, as another role. */
export const asRole = (url: string, role: string = RUNTIME_ROLE): string =>
  url.replace(/^(postgres(?:ql)?:\/\/)(?:[^@/]*@)?/, (_, scheme: string) => `${scheme}${encodeURIComponent(role)}@`)

/** Makes a database where it is missing; true when it was made now. */
export const ensureDatabase = (adminUrl: string, name: string): Promise<boolean> =>
  onClient(adminUrl, async (client) => {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
    if (rowCount) return false
    return client.query(`create database ${pg.escapeIdentifier(name)}`).then(
      () => true,
      (error: { code?: string }) => {
        // Somebody beside us was faster.
        if (error.code === '42P04' || error.code === '23505') return false
        throw error
      },
    )
  })

/** What the server promises, and what this role could do to the ledger. */
export interface RolePowers {
  readonly role: string
  readonly version: string
  /** server_version_num, e.g. 180004. */
  readonly versionNumber: number
  readonly fsync: boolean
  readonly synchronousCommit: string
  readonly fullPageWrites: boolean
  readonly superuser: boolean
  readonly bypassesRls: boolean
  /** Owns the ledger, or is a member of the role that does; false before the first migration. */
  readonly ownsLedger: boolean
  readonly canChangeLedger: boolean
}

/** Asks the server itself, for `config` and for the check at start. */
export const rolePowers = (url: string): Promise<RolePowers> =>
  onClient(url, async (client) => {
    const { rows } = await client.query<RolePowers>(`
      select current_user as role, current_setting('server_version') as version,
        current_setting('server_version_num')::int as "versionNumber",
        current_setting('fsync')::boolean as fsync, current_setting('synchronous_commit') as "synchronousCommit",
        current_setting('full_page_writes')::boolean as "fullPageWrites",
        r.rolsuper as superuser, r.rolbypassrls or r.rolsuper as "bypassesRls",
        coalesce(pg_has_role(current_user, c.relowner, 'member'), false) as "ownsLedger",
        coalesce(has_table_privilege(c.oid, 'update') or has_table_privilege(c.oid, 'delete')
          or has_table_privilege(c.oid, 'truncate'), false) as "canChangeLedger"
      from pg_roles r left join pg_class c on c.oid = to_regclass('case_facts') where r.rolname = current_user`)
    return rows[0] as RolePowers
  })
