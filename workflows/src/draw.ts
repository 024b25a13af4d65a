import { cite, stateNames } from '@zhiqing/law'
import type { AnyStateMachine, AnyStateNode } from 'xstate'
import { consultationMachine } from './consultation.js'
import { remedyMachine } from './remedy.js'
import { requestMachine } from './request.js'
import type { ClockParams, LetterParams, StepMeta } from './step.js'

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

interface Arrow {
  readonly from: string
  readonly fact: string
  readonly guard: string
  readonly to: string
  readonly meta: StepMeta
  readonly follows: string
}

const followsOf = (actions: readonly { type: string; params?: unknown }[]): string =>
  actions
    .map(({ type, params }) => {
      if (type === 'clock') return `时钟 ${(params as ClockParams).verb}`
      return type === 'letter' ? `文书 ${(params as LetterParams).letter}` : ''
    })
    .filter(Boolean)
    .join('；')

const arrowsOf = (node: AnyStateNode): Arrow[] =>
  [...node.transitions.values()].flat().flatMap((transition) => {
    const meta = transition.meta as StepMeta | undefined
    if (!meta) return []
    return {
      from: node.key,
      fact: String(transition.eventType),
      guard: typeof transition.guard === 'string' ? transition.guard : '',
      to: transition.target?.[0]?.key ?? '',
      meta,
      follows: followsOf(transition.actions as unknown as { type: string; params?: unknown }[]),
    }
  })

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)]

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

const row = ({ from, fact, guard, to, meta, follows }: Arrow): string =>
  `| ${meta.t} | ${nameOf(from)} | ${meta.zh} \`${fact}\`${guard ? ` [${guard}]` : ''} | ${to ? nameOf(to) : '不变'} | ${cite(meta.article)} | ${follows} |`

const drawing = (file: string, title: string, machine: AnyStateMachine): Drawing => {
  const arrows = nodesOf(machine.root).flatMap(arrowsOf)
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
