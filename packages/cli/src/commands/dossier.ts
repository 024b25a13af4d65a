import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { gatherDossier } from '@zhiqing/api'
import { FieldsError, FontError, foldersWith, MissingGlyphError, openPress } from '@zhiqing/letters'
import type { CliCommand } from '../command.js'
import { readEnvironment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { withCabinet } from '../service/cabinet.js'
import { numberedCase } from '../service/numbered-case.js'
import { printLine, readArgs, UsageError } from '../usage.js'

const help = `用法：zhiqing dossier 受理编号 --out 文件.zip [--without-third-parties] [--organ 机关代码] [--json]

把一个案件的全部材料集成一个 ZIP 文件：案卷目录、各份文书、办理过程、送达记录、台账及核验说明，供复议机关、法院和归档使用。
还没有印制的文书现在印制并存档；登记回执上的查询码遮盖，台账中的证件号码遮盖，哪几条因此不能与摘要核对，写在核验说明里。
证件号码完整的案卷由可以查看完整申请人信息的人登录后写明理由调取（POST /cases/{id}/dossier.zip），记入安全日志。
服务运行时也可以用。
  --without-third-parties  不附向第三方和其他机关征求意见的文书、意见和引述它们的内部材料：给申请人的副本
  --organ                  两个机关有同一个编号时，写明是哪个机关
核验发现问题的，案卷照样写出，问题逐条列出并写进核验说明，退出码为 1。`

/** What the operator can mend: a folder, a font, a character that no font has. */
const mendable = (error: unknown, out: string): unknown => {
  const words = fileWords(error)
  if (words) return new OperatorFault(`写不了 ${out}：${words}。请先建立文件夹，或者用 --out 另指一个文件。`)
  const ours = error instanceof FieldsError || error instanceof MissingGlyphError || error instanceof FontError
  return ours ? new OperatorFault((error as Error).message) : error
}

/** Whole or not at all: half a file must not lie under the name that was asked for. */
const write = async (stream: NodeJS.ReadableStream, out: string): Promise<void> => {
  const part = `${out}.part`
  try {
    await pipeline(stream, createWriteStream(part, { mode: 0o600 }))
    renameSync(part, out)
  } catch (error) {
    rmSync(part, { force: true })
    throw error
  }
}

/** `zhiqing dossier` (rulebook R63): the file of one case. */
export const dossier: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      out: { type: 'string' },
      organ: { type: 'string' },
      'without-third-parties': { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [number, ...rest] = positionals
    if (!number || rest.length > 0) throw new UsageError('请写明一个受理编号')
    const { out } = values
    if (!out) throw new UsageError('请给出 --out 文件.zip')
    const { fonts, templatesDir, seal } = readEnvironment(process.env)
    const press = openPress({ fonts, folders: foldersWith(templatesDir) })
    try {
      return await withCabinet(async (cabinet) => {
        const kept = await numberedCase(cabinet, number, values.organ)
        const tools = { cabinet, press, sealing: seal !== undefined }
        const withoutThirdParties = values['without-third-parties'] ?? false
        const { papers, findings, stream } = await gatherDossier(kept, tools, { withoutThirdParties })
        await write(stream(), out)
        if (values.json) printLine({ number: kept.current.number, out, withoutThirdParties, files: papers, findings })
        else console.log([`${out}：${papers.length}个文件`, ...findings].join('\n'))
        return findings.length === 0 ? 0 : 1
      }).catch((error: unknown) => {
        throw mendable(error, out)
      })
    } finally {
      await press.close()
    }
  },
}
