import { type CommandName, commandNames, commandOf, type RightCell, rightCells, rights } from '@zhiqing/casework'
import { type Role, roleNames, stateNames } from '@zhiqing/law'

const states = { draft: '尚未接收', ...stateNames }
const stateCodes = Object.keys(states) as RightCell['state'][]

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** One row for a role and what it may do; roles that may do nothing have a row that says so. */
const rowsOf = (role: Role, cells: readonly RightCell[]): string[] => {
  const own = cells.filter((cell) => cell.role === role)
  const names = commandNames.filter((name) => own.some(({ command }) => command === name))
  if (names.length === 0) return [row([roleNames[role], '（不办理案件）', ...stateCodes.map(() => '')])]
  return names.map((name) => {
    const marks = stateCodes.map((state) =>
      own.some((one) => one.command === name && one.state === state) ? markOf(name) : '',
    )
    return row([roleNames[role], commandOf(name).zh, ...marks])
  })
}

/** Some need a thing of the case beside its state. */
const markOf = (name: CommandName): string => (commandOf(name).offered ? '○' : '●')

const notes = (): string[] =>
  commandNames.flatMap((name) => {
    const { narrowed } = rights[name]
    return narrowed ? [`- ${commandOf(name).zh}：${narrowed}`] : []
  })

/** Role × state × command as one Markdown table in Chinese, from the table of rights and the machine. */
export const rightsLines = (): string[] => {
  const cells = rightCells()
  const head = ['角色', '事项', ...Object.values(states)]
  return [
    row(head),
    row(head.map(() => '---')),
    ...(Object.keys(roleNames) as Role[]).flatMap((role) => rowsOf(role, cells)),
    '',
    '● 该状态下可以办理；○ 该状态下案件中有所指的事项才可以办理（例如征求过的意见、提出过的复议）。',
    ...notes(),
  ]
}
