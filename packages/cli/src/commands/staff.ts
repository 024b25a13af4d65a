import { randomBytes } from 'node:crypto'
import { hashPassword } from '@zhiqing/db'
import { type Role, roleNames } from '@zhiqing/law'
import type { CliCommand } from '../command.js'
import { OperatorFault } from '../operator-fault.js'
import { withCabinet } from '../service/cabinet.js'
import { readArgs, UsageError } from '../usage.js'
import { today } from '../world.js'

const first: readonly Role[] = ['admin', 'securityAdmin', 'auditAdmin']

const help = `用法：zhiqing staff add 用户名 --role 角色 [--name 姓名] [--organ 机关代码]
      zhiqing staff recover 用户名

新装的系统没有任何账号。用它建立最初的三员：${first.map((role) => `${role}（${roleNames[role]}）`).join('、')}，各由一个人担任。
打印一次性密码，首次登录须修改；动态口令按 TOTP_ROLES 绑定。其他人员由系统管理员在系统里增加，岗位由安全管理员授予。
  --organ  不填为整个实例的管理员

三员互不重置密码和动态口令。忘了密码、丢了手机的，由管服务器的人用 recover 恢复：打印一次性密码，动态口令重新绑定，
现有的登录全部失效，记入安全日志。其他人员请系统管理员、安全管理员在系统里重置。`

/** 130 random bits, for one use. */
const oneTime = (): string =>
  randomBytes(17)
    .toString('hex')
    .replace(/(.{4})(?=.)/g, '$1-')

const told = (what: string, password: string): void =>
  console.log(`${what}。一次性密码（只显示这一次，72小时内首次登录并修改）：\n${password}`)

interface Asked {
  readonly role?: string | undefined
  readonly name?: string | undefined
  readonly organ?: string | undefined
}

const add = async (name: string, asked: Asked): Promise<void> => {
  const role = first.find((one) => one === asked.role)
  if (!role) throw new UsageError(`--role 应为 ${first.join('、')} 之一`)
  const [password, organ, displayName] = [oneTime(), asked.organ ?? null, asked.name ?? name]
  const passwordHash = await hashPassword(password)
  await withCabinet(async (cabinet) => {
    if (organ !== null && !(await cabinet.organ(organ, today())))
      throw new OperatorFault(`没有代码为“${organ}”的机关。`)
    const added = await cabinet.addPerson({ organ, name, displayName, roles: [role], passwordHash })
    if (added === 'nameTaken') throw new OperatorFault(`已经有用户名为“${name}”的人员。`)
    if (added === 'displayNameTaken')
      throw new OperatorFault(`这个机关已经有姓名为“${displayName}”的人员，请用 --name 加以区分，例如“张三（二科）”。`)
  })
  told(`已建立 ${name}（${roleNames[role]}）`, password)
}

const recover = async (name: string, asked: Asked): Promise<void> => {
  if (Object.keys(asked).length > 0) throw new UsageError('recover 只写用户名')
  const password = oneTime()
  const passwordHash = await hashPassword(password)
  await withCabinet(async (cabinet) => {
    if (!(await cabinet.recoverPerson({ name, passwordHash })))
      throw new OperatorFault(
        `没有用户名为“${name}”的${first.map((role) => roleNames[role]).join('、')}；其他人员请系统管理员在系统里重置密码。`,
      )
  })
  told(`已恢复 ${name}，动态口令须重新绑定`, password)
}

/** `zhiqing staff add` and `zhiqing staff recover`. */
export const staff: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      role: { type: 'string' },
      name: { type: 'string' },
      organ: { type: 'string' },
    })
    const [verb, name, ...rest] = positionals
    const work = { add, recover }[verb ?? '']
    if (!work || !name || rest.length > 0) throw new UsageError('请写 staff add 用户名，或者 staff recover 用户名')
    await work(name, values)
    return 0
  },
}
