import { addMaster, forgetMasters } from '@zhiqing/db'
import type { CliCommand } from '../command.js'
import { readEnvironment } from '../environment.js'
import { withCabinet } from '../service/cabinet.js'
import { forOperator } from '../service/for-operator.js'
import { readArgs, UsageError } from '../usage.js'

const help = `用法：zhiqing keys rotate [--forget]

更换密封用的密钥：生成新的密钥（DATA_DIR/keys/master-N），把证件号码、查询码、动态口令种子等密封的内容全部用新密钥重新密封，
重算申请人的密钥索引。请先停止服务。中断了再运行一次即可；要么全部换完，要么一件也不换。
查询码的核对密钥（keys/codes）不随之更换：查询码不保存，无法重算。
  --forget  换完以后删除旧密钥；以前的备份要用当时的密钥才能打开，请把旧密钥与备份一起另存
改过数据库里的旧行以后，PostgreSQL 的清理（vacuum）和归档里还会留有旧的密文，直到它们过期。`

/** `zhiqing keys rotate`. */
export const keys: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, { forget: { type: 'boolean' } })
    if (positionals.length !== 1 || positionals[0] !== 'rotate') throw new UsageError('请写 keys rotate')
    const { dataDir } = readEnvironment(process.env)
    // Opened once with the keys of before: in a wrong folder nothing is made.
    await withCabinet(async () => {}, { poolSize: 1 })
    await forOperator(() => addMaster(dataDir))
    const sealed = await withCabinet((cabinet) => cabinet.reseal(), { poolSize: 1 })
    const gone = values.forget ? await forOperator(() => forgetMasters(dataDir)) : 0
    console.log(`已更换密钥，重新密封了${sealed}项${gone > 0 ? `，删除了${gone}个旧密钥` : ''}。`)
    return 0
  },
}
