import type pg from 'pg'
import { type Fault, fault, isLost } from '../fault.js'

/** Whom an address signs in as, where, and to which database. */
type Door = Pick<pg.Client, 'user' | 'host' | 'port' | 'database'>

const signIn = ({ user, host, port }: Door, why: string): string =>
  `数据库（${host}:${port}）不让用户“${user}”登录：${why}。请核对 DATABASE_URL、DATABASE_OWNER_URL 里的用户和口令。`

/** What a server, or the lack of one, says to who knocks; told with the names that were used, never the password. */
const words: Readonly<
  Record<string, readonly [code: 'SIGN_IN_REFUSED' | 'DATABASE_MISSING', zh: (door: Door) => string]>
> = {
  '28P01': ['SIGN_IN_REFUSED', (door) => signIn(door, '口令不对，或者这个用户还没有口令（ALTER ROLE … PASSWORD）')],
  28000: [
    'SIGN_IN_REFUSED',
    (door) => signIn(door, '没有这个用户，或者它不准登录（LOGIN），或者服务器的 pg_hba.conf 不允许从这里登录'),
  ],
  '3D000': [
    'DATABASE_MISSING',
    ({ database, host, port }) =>
      `数据库服务器（${host}:${port}）上没有名为“${database}”的数据库：请改正地址，或者先执行 CREATE DATABASE 建立它。`,
  ],
}

/** An address that does not lead in, in words for the operator; undefined for what goes wrong later. */
export const refusedAtTheDoor = (error: unknown, door: Door): Fault | undefined => {
  const [code, zh] = words[String((error as { code?: unknown } | null)?.code)] ?? []
  if (code && zh) return fault(code, zh(door), error)
  const down = `数据库连接不上（${door.host}:${door.port}），没有保存任何内容；请核对地址，看它是否在运行，再重试`
  return isLost(error) ? fault('DATABASE_DOWN', down, error) : undefined
}
