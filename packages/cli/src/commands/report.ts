import { readPublishedReport } from '@zhiqing/casework'
import { checkReport, findingRules } from '@zhiqing/law'
import type { CliCommand } from '../command.js'
import { readJson } from '../reading/json-words.js'
import { readFrom } from '../reading/read-from.js'
import { printLine, readArgs, UsageError } from '../usage.js'

const help = `用法：
  zhiqing report build --year 年 [--organ 机关] [--with-supervised] [--entries 文件] --out 文件夹 [--json]
                                    由台账编制年度报告：JSON、HTML、XLSX、DOCX、PDF 各一份
  zhiqing report check 文件.json    核对一份已经公布的年度报告（“-”为标准输入）

编制：表三、表四和信息处理费由台账算出；表二和文字部分取自草稿，或者取自 --entries（JSON 或者 YAML：
{"table2":{"规章":[制发,废止,现行有效],…},"parts":{"overview","problems","other"},"sources":{…},"previous"?:上年的报告}）。
--with-supervised 把所主管的机关一并汇总。有勾稽错误的退出码为 1。

文件：{"organ","year","format":"2021"或者"2019","table3":{"1":[自然人,商业企业,科研机构,社会公益组织,法律服务机构,其他,总计],…},
"table4":{"reconsideration":[维持,纠正,其他,尚未审结,总计],"litigationDirect":[…],"litigationAfter":[…]},
"table2"?,"previous"?（上年的报告，格式相同）,"narrative"?（报告正文）}；没有填写的写 null。

每项发现一行 JSON：{"rule","where","expected","printed","level","zh"}。有 error 的退出码为 1。能查的规则：
  ${Object.entries(findingRules)
    .map(([rule, level]) => `${rule}（${level}）`)
    .join(' ')}
没有给出上年报告的，不查结转和存量；没有给出正文的，不查正文。`

const check = (file: string): number => {
  const read = readPublishedReport(readFrom(file, readJson))
  if ('faults' in read) throw new UsageError(read.faults.join('\n'))
  const findings = checkReport(read.report)
  for (const one of findings) printLine(one)
  if (!read.report.previous) console.error('没有给出上年报告，没有核对上年结转和文件存量。')
  return findings.some(({ level }) => level === 'error') ? 1 : 0
}

/** `zhiqing report` (contract §4): the yearly report. */
export const report: CliCommand = {
  help,
  run: async (args) => {
    const { positionals, values } = readArgs(args, {
      json: { type: 'boolean' },
      year: { type: 'string' },
      organ: { type: 'string' },
      out: { type: 'string' },
      entries: { type: 'string' },
      'with-supervised': { type: 'boolean' },
    })
    const [what, file, more] = positionals
    if (what === 'build') {
      if (!values.out) throw new UsageError('请用 --out 写明文件夹')
      if (file) throw new UsageError(`不认识“${file}”`)
      const { organ, out, entries, json = false, 'with-supervised': withSupervised = false } = values
      const { buildReport, yearOf } = await import('./report-build.js')
      return buildReport({ year: yearOf(values.year), organ, out, entries, json, withSupervised })
    }
    if (what !== 'check') throw new UsageError(what ? `不认识“${what}”` : '请写明 build 或者 check')
    if (!file || more) throw new UsageError('请给出一个文件')
    return check(file)
  },
}
