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

新装的系统没有任何账号。用它建立最初的三员：${first.map((role) => `${role}（${roleNames[role]}）`).join('、')}，各由一个人担任。
打印一次性密码，首次登录须修改；动态口令按 TOTP_ROLES 绑定。其他人员由系统管理员在系统里增加，岗位由安全管理员授予。
  --organ  不填为整个实例的管理员`

/** 130 random bits, for one use. */
const oneTime = (): string =>
  randomBytes(17)
    .toString('hex')
    .replace(/(.{4})(?=.)/g, '$1-')

/** `zhiqing staff add`. */
export const staff: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      role: { type: 'string' },
      name: { type: 'string' },
      organ: { type: 'string' },
    })
    const [verb, name, ...rest] = positionals
    if (verb !== 'add' || !name || rest.length > 0) throw new UsageError('请写 staff add 用户名')
    const role = first.find((one) => one === values.role)
    if (!role) throw new UsageError(`--role 应为 ${first.join('、')} 之一`)
    const password = oneTime()
    const passwordHash = await hashPassword(password)
    await withCabinet(async (cabinet) => {
      const organ = values.organ ?? null
      if (organ !== null && !(await cabinet.organ(organ, today())))
        throw new OperatorFault(`没有代码为“${organ}”的机关。`)
      const person = { organ, name, displayName: values.name ?? name, roles: [role], passwordHash }
      if (!(await cabinet.addPerson(person))) throw new OperatorFault(`已经有用户名为“${name}”的人员。`)
    })
    console.log(
      `已建立 ${name}（${roleNames[role]}）。一次性密码（只显示这一次，72小时内首次登录并修改）：\n${password}`,
    )
    return 0
  },
}
