import { refusals, rightCells } from '@zhiqing/casework'
import { type ArticleRef, citeShort, isDay, lawOn, type PeriodOn } from '@zhiqing/law'
import type { CliCommand } from '../command.js'
import { type ArticleRow, coverageOf, type RuleRow } from '../law/coverage.js'
import { rightsLines } from '../law/rights.js'
import { sourcesHere } from '../law/sources.js'
import { testTitles } from '../law/test-titles.js'
import { printLine, readArgs, UsageError } from '../usage.js'

const help = `用法：
  zhiqing law [--json]              每一条、每一项规则：意思，由什么落实（步骤、文书、拒绝、检查、测试），或者为什么没有编码
  zhiqing law --on 日期 [--json]    那一天的法律怎样说：哪些规定已经施行，各种期限是多少
  zhiqing law --refusals [--json]   全部拒绝的代码：类别、依据、说法
  zhiqing law --rights [--json]     谁在什么状态能办理什么：角色 × 状态 × 事项，一张表

有一条或者一项规则既没有编码、也没有说明的，列出来，退出码为 1。`

const kindNames = {
  role: '不在职责之内（403）',
  state: '状态不对（409）',
  law: '依照规定不能（422）',
  unknown: '没有所指的记录（422）',
}

const tellRefusals = (json: boolean | undefined): number => {
  for (const [code, { kind, article, zh }] of Object.entries(refusals))
    if (json) printLine({ code, kind, article, zh })
    else console.log(`${code.padEnd(30)}${kindNames[kind]}  ${citeShort(article)}\n${' '.repeat(30)}${zh}`)
  return 0
}

const tellRights = (json: boolean | undefined): number => {
  if (json) for (const cell of rightCells()) printLine(cell)
  else console.log(rightsLines().join('\n'))
  return 0
}

const line = (label: string, words: readonly string[]): string[] =>
  words.length > 0 ? [`  ${label}：${words.join('、')}`] : []

const articleText = (row: ArticleRow): string =>
  [
    `${citeShort(row.article as ArticleRef)} ${row.title}`,
    `  意思：${row.sense}`,
    ...line('规则', row.rules),
    ...line('步骤', row.transitions),
    ...line('命令', row.commands),
    ...line('结论', row.outcomes),
    ...line('文书', row.letters),
    ...line('期限和数额', row.values),
    ...line('拒绝', row.refusals),
    ...line('检查', row.checks),
    ...line('测试', row.tests.length > 0 ? [`${row.tests.length}个`] : []),
    ...(row.whyNot ? [`  没有编码：${row.whyNot}`] : []),
  ].join('\n')

const ruleText = ({ rule, articles, sense, coded, tests, whyNot }: RuleRow): string =>
  [
    `${rule.padEnd(5)}${sense}（${articles.map((ref) => citeShort(ref as ArticleRef)).join('、')}）`,
    `     ${whyNot ? `没有编码：${whyNot}` : `落实：${coded.join('、')}`}${tests.length > 0 ? `；测试${tests.length}个` : ''}`,
  ].join('\n')

const tellCoverage = (json: boolean | undefined): number => {
  const titles = testTitles()
  if (!titles) console.error('没有找到测试的源文件（test/src），测试一栏从略。')
  const { articles, rules, gaps } = coverageOf(sourcesHere(titles ?? []))
  if (json) for (const row of [...articles, ...rules, ...gaps]) printLine(row)
  else {
    console.log([...articles.map(articleText), '', ...rules.map(ruleText), ''].join('\n'))
    const open = rules.filter(({ whyNot }) => whyNot !== null).length
    const named = new Set((titles ?? []).map(({ code }) => code)).size
    console.log(
      `条文${articles.length}条，规则${rules.length}项（没有编码而有说明的${open}项），测试题目${named}个；没有着落的${gaps.length}处。`,
    )
    for (const { zh } of gaps) console.log(`没有着落：${zh}`)
  }
  return gaps.length === 0 ? 0 : 1
}

const periodText = ({ zh, unit, value, from, cite }: PeriodOn): string =>
  value === null ? `${zh}：没有收录那一天的规定` : `${zh}：${value}${unit}（${cite}，${from}起）`

const tellLawOn = (day: string, json: boolean | undefined): number => {
  if (!isDay(day)) throw new UsageError(`“${day}”不是存在的日期，格式 YYYY-MM-DD`)
  const { instruments, periods } = lawOn(day)
  if (json) for (const row of [...instruments, ...periods]) printLine(row)
  else
    for (const line of [
      ...instruments.map(
        ({ title, number, effectiveFrom, inForce }) =>
          `${inForce ? '施行　　' : '此版未施行'}  ${title}（${number}），${effectiveFrom}起`,
      ),
      '',
      ...periods.map(periodText),
    ])
      console.log(line)
  return 0
}

/** `zhiqing law` (contract §4): what of the law is coded and where, or why not; and every way to say no, and whose what is. */
export const law: CliCommand = {
  help,
  run: async (args) => {
    const { values, positionals } = readArgs(args, {
      refusals: { type: 'boolean' },
      rights: { type: 'boolean' },
      on: { type: 'string' },
      json: { type: 'boolean' },
    })
    if (positionals.length > 0) throw new UsageError(`不认识“${positionals[0]}”`)
    if (values.refusals && values.rights) throw new UsageError('--refusals 和 --rights 只能写一个')
    if (values.rights) return tellRights(values.json)
    if (values.on !== undefined) return tellLawOn(values.on, values.json)
    return values.refusals ? tellRefusals(values.json) : tellCoverage(values.json)
  },
}
