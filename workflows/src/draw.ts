import { cite, stateNames } from '@zhiqing/law'
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { type Arrow, arrowsOf } from './arrows.js'
import { consultationMachine } from './consultation.js'
import { remedyMachine } from './remedy.js'
import { requestMachine } from './request.js'

/** A drawing as a Markdown file: the picture, then every arrow as a row with its article and what follows from it. */
export interface Drawing {
  readonly file: string
  readonly markdown: string
}

const stages: Readonly<Record<string, string>> = {
  receiving: '接收',
  registering: '登记',
  handling: '办理',
  assisting: '协查',
  replying: '答复',
  closed: '办结',
  archived: '归档',
  draft: '尚未收到',
  unasked: '尚未征求',
  awaitingService: '等待送达',
  awaitingOpinion: '等待意见',
  answered: '已有意见',
  lapsed: '逾期未提出',
  returned: '退回',
  given: '已反馈',
  unfiled: '尚未提出',
  reviewing: '复议审理',
  reviewAnswered: '复议审理（已答复）',
  reviewed: '复议已决定',
  suing: '一审审理',
  suitAnswered: '一审审理（已答辩）',
  judged: '一审已裁判',
  appealing: '二审审理',
  concluded: '诉讼已终结',
  complaining: '投诉处理中',
  complaintClosed: '投诉已处理',
}

const nameOf = (key: string): string => (stateNames as Record<string, string>)[key] ?? stages[key] ?? key

const followsOf = ({ clock, letters }: Arrow): string =>
  [...clock.map(({ verb }) => `时钟 ${verb}`), ...letters.map(({ letter }) => `文书 ${letter}`)].join('；')

const groupOf = (node: AnyStateNode): string[] => {
  const children = Object.values(node.states)
  if (children.length === 0) return [`  state "${nameOf(node.key)}" as ${node.key}`]
  const initial = node.initial.target[0]?.key
  return [
    `  state "${nameOf(node.key)}" as ${node.key} {`,
    `    [*] --> ${initial}`,
    ...children.map((child) => `    state "${nameOf(child.key)}" as ${child.key}`),
    '  }',
  ]
}

const picture = (machine: AnyStateMachine, arrows: readonly Arrow[]): string[] => [
  '```mermaid',
  'stateDiagram-v2',
  ...Object.values(machine.root.states).flatMap(groupOf),
  ...[...new Set(arrows.filter(({ to }) => to).map(({ from, to, meta }) => `  ${from} --> ${to}: ${meta.zh}`))],
  '```',
]

const row = (arrow: Arrow): string => {
  const { from, fact, guard, to, meta } = arrow
  return `| ${meta.t} | ${nameOf(from)} | ${meta.zh} \`${fact}\`${guard ? ` [${guard}]` : ''} | ${to ? nameOf(to) : '不变'} | ${cite(meta.article)} | ${followsOf(arrow)} |`
}

const drawing = (file: string, title: string, machine: AnyStateMachine): Drawing => {
  const arrows = arrowsOf(machine)
  const head = [`# ${title}`, '', '由 `zhiqing draw` 画出，请勿手改。', '']
  const table = ['', '| 编号 | 从 | 事实 | 到 | 依据 | 随之发生 |', '|---|---|---|---|---|---|', ...arrows.map(row), '']
  return { file, markdown: [...head, ...picture(machine, arrows), ...table].join('\n') }
}

/** The drawings of all machines, made from the machines themselves. */
export const drawings = (): Drawing[] => [
  drawing('request.md', '申请的办理 request', requestMachine),
  drawing('consultation.md', '征求意见与协查 consultation', consultationMachine),
  drawing('remedy.md', '复议、诉讼和投诉 remedy', remedyMachine),
]
