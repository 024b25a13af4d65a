import type { CliCommand } from '../command.js'
import { check } from '../templates/check.js'
import { preview } from '../templates/preview.js'
import { readArgs, UsageError } from '../usage.js'

const help = `用法：
  zhiqing templates check [--dir 文件夹] [--json]
      核对全部文书和条款：变量、引注、结论允许的条文、救济告知、落款、旧写法等，逐处给出文件、行、列；有问题退出码为 1。
      不写 --dir 时，核对自带的文书和 TEMPLATES_DIR 里本机关的文书。
  zhiqing templates preview --out 文件夹 [--dir 文件夹] [--pictures] [文书代码…]
      用样例打印全部（或者写明的）文书；--pictures 另把第一页画成 PNG（要有 poppler 的 pdftoppm）。`

/** `zhiqing templates check` · `zhiqing templates preview` (contract §4). */
export const templates: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      dir: { type: 'string' },
      out: { type: 'string' },
      pictures: { type: 'boolean' },
      json: { type: 'boolean' },
    })
    const [action, ...codes] = positionals
    if (action === 'check') {
      if (codes.length > 0 || values.out || values.pictures)
        throw new UsageError('templates check 只有 --dir 和 --json')
      return check(values)
    }
    if (action !== 'preview') throw new UsageError('请写明 check 或者 preview')
    if (!values.out) throw new UsageError('请给出 --out 文件夹')
    return preview({ ...values, out: values.out, codes })
  },
}
