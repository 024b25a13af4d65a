import type { CliCommand } from './command.js'
import { OperatorFault } from './operator-fault.js'
import { UsageError } from './usage.js'

/** Each command is loaded only when it is asked for: `simulate` must not pay for the database or for fonts. */
const commands: Readonly<Record<string, { readonly zh: string; load(): Promise<CliCommand> }>> = {
  start: {
    zh: '启动整套服务：数据库、页面、接口、后台任务',
    load: async () => (await import('./commands/start.js')).start,
  },
  simulate: {
    zh: '按脚本推演一个案件，逐步给出状态、期限和依据',
    load: async () => (await import('./commands/simulate.js')).simulate,
  },
  calendar: {
    zh: '工作日历：推算期限（add）、列出每日（days）、导入放假安排（import）',
    load: async () => (await import('./commands/calendar.js')).calendar,
  },
  letter: { zh: '用给定的内容打印一份文书', load: async () => (await import('./commands/letter.js')).letter },
  mailing: {
    zh: '邮寄标签（labels）和邮政特快专递邮寄单（ems），一次多件',
    load: async () => (await import('./commands/mailing.js')).mailing,
  },
  templates: {
    zh: '核对全部文书的文字（check），打印全部样例（preview）',
    load: async () => (await import('./commands/templates.js')).templates,
  },
  verify: {
    zh: '核验全部台账：散列链、状态重算、文书散列、编号连续',
    load: async () => (await import('./commands/verify.js')).verify,
  },
  dossier: {
    zh: '把一个案件的全部材料集成一个 ZIP 文件，供复议机关、法院和归档使用',
    load: async () => (await import('./commands/dossier.js')).dossier,
  },
  config: { zh: '列出每项设置、取值和来源', load: async () => (await import('./commands/config.js')).config },
  keys: { zh: '更换密封用的密钥（rotate）', load: async () => (await import('./commands/keys.js')).keys },
  law: {
    zh: '每一条法律由什么落实，或者为什么没有；全部拒绝的代码（--refusals）',
    load: async () => (await import('./commands/law.js')).law,
  },
  report: {
    zh: '编制年度报告（build），核对已经公布的年度报告（check）',
    load: async () => (await import('./commands/report.js')).report,
  },
  'model-cases': {
    zh: '列出、导出已经审核的典型案例',
    load: async () => (await import('./commands/model-cases.js')).modelCases,
  },
  staff: {
    zh: '建立最初的管理员（add），恢复管理员的登录（recover）',
    load: async () => (await import('./commands/staff.js')).staff,
  },
  bench: { zh: '在本机测速、量内存', load: async () => (await import('./commands/bench.js')).bench },
  draw: { zh: '重画流程图（workflows/*.md）', load: async () => (await import('./commands/draw.js')).draw },
}

const overview = (): string =>
  [
    '知情 zhiqing：政府信息依申请公开办理引擎',
    '',
    '用法：zhiqing <命令> [参数]',
    '',
    ...Object.entries(commands).map(([name, { zh }]) => `  ${name.padEnd(12)}${zh}`),
    '',
    '每个命令都有 --help。',
  ].join('\n')

/** Runs the program. Exit codes: 0 done, 1 refused or findings, 2 bad use (contract §4). */
export const run = async (argv: readonly string[]): Promise<number> => {
  const [name = '', ...args] = argv
  const found = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!found) {
    const asked = name === '' || name === '--help' || name === '-h' || name === 'help'
    console[asked ? 'log' : 'error'](asked ? overview() : `没有“${name}”这个命令。\n\n${overview()}`)
    return asked ? 0 : 2
  }
  const command = await found.load()
  if (args.includes('--help')) {
    console.log(command.help)
    return 0
  }
  try {
    return await command.run(args)
  } catch (error) {
    if (error instanceof OperatorFault) {
      console.error(error.message)
      return 1
    }
    if (!(error instanceof UsageError)) throw error
    console.error(`${error.message}\n\n${command.help}`)
    return 2
  }
}

/** The service of `start` with a defect planted in its cabinet; only the crash test asks for it. */
export const runWithDefect = async (
  env: NodeJS.ProcessEnv,
  defect: { readonly sabotage: 'answerBeforeCommit' },
): Promise<number> => (await import('./commands/start.js')).runService(env, defect)

export type * from './law/coverage.js'
export { coverageOf, required as requiredArticles } from './law/coverage.js'
export { testNamed, testTitles } from './law/test-titles.js'
/** The tables of every room, loaded only when they are asked for. */
export const lawSources = async () => (await import('./law/sources.js')).sourcesHere
export { type Remade, sealFindings } from './service/sealed.js'
