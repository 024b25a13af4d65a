import { writeFileSync } from 'node:fs'
import { mailingSheet, type Parcel, parcelsOf, senderOf } from '@zhiqing/casework'
import {
  type Fields,
  FieldsError,
  FontError,
  foldersWith,
  type LabelSheetName,
  labelSheets,
  labelsOn,
  MissingGlyphError,
  openFonts,
  type PrintedFile,
  printLabels,
  printSheets,
  TemplateError,
  wordsOf,
} from '@zhiqing/letters'
import type { CliCommand } from '../command.js'
import { readEnvironment } from '../environment.js'
import { OperatorFault } from '../operator-fault.js'
import { fileWords } from '../reading/file-words.js'
import { mailingFile, type Sender } from '../reading/mailing-file.js'
import { readFrom } from '../reading/read-from.js'
import { readYaml } from '../reading/yaml-words.js'
import { withCabinet } from '../service/cabinet.js'
import { numberedCase } from '../service/numbered-case.js'
import { printLine, readArgs, UsageError } from '../usage.js'
import { today } from '../world.js'

const help = `用法：
  zhiqing mailing labels 受理编号[/第几份[-第几人]]… --out 文件.pdf [--sheet 2x4|2x7] [--skip 已用格数] [--organ 机关代码]
      邮寄标签：收件人、地址、邮编，本机关为寄件人，不写文书和案件。2x4 每张8格（99.1×67.7毫米），2x7 每张14格（99.1×38.1毫米）。
  zhiqing mailing ems 受理编号[/第几份[-第几人]]… --out 文件.pdf [--organ 机关代码]
      邮政特快专递邮寄单，每件一页：收件人、寄件人、内件品名（文书名称、文号）、受理编号，留出邮件号码的位置。
  zhiqing mailing labels|ems --data 名单 --out 文件.pdf
      不查数据库，按名单打印（JSON 或 YAML，“-”为标准输入）：sender、letters，见下。
不写第几份的，为最近送出的一份；不写第几人的，为全部收件人（共同申请的每人一件）。第三方和其他机关的地址案件里没有，用名单打印：
  sender: { name: 青禾县自然资源局, department: 办公室, address: 人民路26号, postcode: "000300", telephone: 0000-6200118 }
  letters: [{ name: 张三, address: 东湾村1组, postcode: "000301", phone: 138…, contents: 答复书（文号）1份, number: 受理编号 }]`

interface Mail {
  readonly sender: Sender
  readonly parcels: readonly Parcel[]
}

const askOf = (operand: string) => {
  const found = /^([^/\s]+)(?:\/(\d{1,4})(?:-(\d{1,3}))?)?$/.exec(operand)
  if (!found) throw new UsageError(`“${operand}”应写作 受理编号、受理编号/第几份 或者 受理编号/第几份-第几人`)
  const [, number = '', letter, to] = found
  return { number, letter: letter ? Number(letter) : undefined, to: to ? Number(to) : undefined }
}

/** The envelopes of cases; every fault at once. One organ sends them all. */
const fromCases = (operands: readonly string[], organ: string | undefined): Promise<Mail> =>
  withCabinet(async (cabinet) => {
    const asks = operands.map(askOf)
    const { name } = wordsOf(foldersWith(readEnvironment(process.env).templatesDir))
    const kept = await Promise.all(asks.map(({ number }) => numberedCase(cabinet, number, organ)))
    const organs = [...new Set(kept.map((one) => one.organ))]
    if (organs.length > 1) throw new OperatorFault(`选的案件属于${organs.join('、')}，寄件人不止一个；请分开打印。`)
    const each = kept.map(({ current }, i) => parcelsOf(current, asks[i] ?? {}, name))
    const faults = each.flatMap((one) => one.faults)
    if (faults.length > 0) throw new OperatorFault(faults.join('\n'))
    const office = await cabinet.organ(organs[0] ?? '', today())
    if (!office) throw new Error(`no organ ${organs[0]}`)
    return { sender: office.organ, parcels: each.flatMap(({ parcels }) => parcels) }
  })

const sheetOf = (name: string | undefined): LabelSheetName => {
  if (name === undefined) return '2x4'
  if (!Object.hasOwn(labelSheets, name)) throw new UsageError(`--sheet 只能是 ${Object.keys(labelSheets).join('、')}`)
  return name as LabelSheetName
}

const skipOf = (given: string | undefined, sheet: LabelSheetName): number => {
  const most = labelsOn(sheet) - 1
  const skip = Number(given ?? '0')
  if (!/^\d{1,2}$/.test(given ?? '0') || skip > most) throw new UsageError(`--skip 应为 0 至 ${most} 的整数`)
  return skip
}

/** What the operator can mend: a character, words too long for a label, a template, a font. */
const mendable = (error: unknown): unknown => {
  const ours = [FieldsError, MissingGlyphError, FontError, TemplateError].some((known) => error instanceof known)
  return ours ? new OperatorFault((error as Error).message) : error
}

type Paper = { readonly kind: 'labels' | 'ems'; readonly sheet: LabelSheetName; readonly skip: number }

const print = async ({ sender, parcels }: Mail, { kind, sheet, skip }: Paper): Promise<PrintedFile> => {
  const { fonts: settings, templatesDir } = readEnvironment(process.env)
  const fonts = await openFonts(settings)
  const on = today()
  if (kind === 'labels')
    return printLabels({ sender: senderOf(sender), labels: parcels, sheet, skip }, { fonts, date: on })
  const all = parcels.map((parcel) => mailingSheet(parcel, sender) as Fields)
  return printSheets({ code: 'E01', all }, { fonts, folders: foldersWith(templatesDir), date: on })
}

const write = (out: string, pdf: Uint8Array): void => {
  try {
    writeFileSync(out, pdf, { mode: 0o600 })
  } catch (error) {
    const words = fileWords(error)
    throw words ? new OperatorFault(`写不了 ${out}：${words}。请先建立文件夹，或者用 --out 另指一个文件。`) : error
  }
}

/** `zhiqing mailing labels` · `zhiqing mailing ems` (rulebook R60, R61). */
export const mailing: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      data: { type: 'string' },
      out: { type: 'string' },
      organ: { type: 'string' },
      sheet: { type: 'string' },
      skip: { type: 'string' },
      json: { type: 'boolean' },
    })
    const [kind, ...operands] = positionals
    if (kind !== 'labels' && kind !== 'ems') throw new UsageError('请写明 labels 或者 ems')
    if (kind === 'ems' && (values.sheet || values.skip)) throw new UsageError('ems 每件一页，没有 --sheet 和 --skip')
    if (!values.out) throw new UsageError('请给出 --out 文件.pdf')
    if (operands.length > 0 === (values.data !== undefined))
      throw new UsageError('请写明受理编号，或者给出 --data 名单')
    const sheet = sheetOf(values.sheet)
    const paper = { kind, sheet, skip: skipOf(values.skip, sheet) }
    const mail = values.data ? mailingFile(readFrom(values.data, readYaml)) : await fromCases(operands, values.organ)
    const { pdf, pages } = await print(mail, paper as Paper).catch((error: unknown) => {
      throw mendable(error)
    })
    write(values.out, pdf)
    if (values.json) printLine({ out: values.out, letters: mail.parcels.length, pages })
    else console.log(`${values.out}：${mail.parcels.length}件，${pages}页`)
    return 0
  },
}
