import { type RolePowers, roleOf, rolePowers } from '@zhiqing/db'
import type { Environment } from '../environment.js'

/** What an operator should know of who works in the database; `warning` is for programs. */
export interface RoleWarning {
  readonly warning: 'oneRole' | 'ledgerOpen' | 'rolesUnchecked'
  readonly zh: string
}

const remedy =
  '请用 DATABASE_OWNER_URL 给出表的所有者，DATABASE_URL 换成另一个用户，启动时的迁移只授予它查询和追加；不换的，除演示（DEMO=1）外服务拒绝启动'

const oneRole = (role: string): RoleWarning => ({
  warning: 'oneRole',
  zh: `服务和迁移用的是同一个数据库用户（${role}）：台账只增不改少了授权这一层防护，这个用户能够撤掉触发器、改动台账。${remedy}`,
})

const ledgerOpen = (role: string): RoleWarning => ({
  warning: 'ledgerOpen',
  zh: `DATABASE_URL 的用户（${role}）能够改动台账：它是超级用户，或者属于表的所有者，或者另有授权。${remedy}`,
})

const reasons: Readonly<Record<string, string>> = {
  DATABASE_DOWN: '数据库连接不上',
  ERR_INVALID_URL: '地址的写法不对',
}

const unchecked = (error: unknown): RoleWarning => {
  const { code = '', message = String(error) } = error as { code?: string; message?: string }
  return {
    warning: 'rolesUnchecked',
    zh: `没能核对 DATABASE_URL 的用户能否改动台账：${reasons[code] ?? message}。请在数据库连得上的时候再运行一次 zhiqing config`,
  }
}

const isOpen = ({ superuser, ownsLedger, canChangeLedger }: RolePowers): boolean =>
  superuser || ownsLedger || canChangeLedger

/**
 * Can the service's own role do more to the ledger than add? Told from the addresses alone where they name one role,
 * else by the server; null where all is well. The embedded database always has its two roles.
 */
export const roleWarning = async ({
  databaseUrl,
  ownerUrl = databaseUrl,
}: Pick<Environment, 'databaseUrl' | 'ownerUrl'>): Promise<RoleWarning | null> => {
  if (!databaseUrl || !ownerUrl) return null
  try {
    const role = roleOf(databaseUrl)
    if (role === roleOf(ownerUrl)) return oneRole(role)
    return isOpen(await rolePowers(databaseUrl)) ? ledgerOpen(role) : null
  } catch (error) {
    return unchecked(error)
  }
}
