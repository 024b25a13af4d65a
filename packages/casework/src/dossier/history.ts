import { inChinese, roleNames, stateNames } from '@zhiqing/law'
import type { Case } from '../case.js'
import type { Fact } from '../facts.js'
import { stateOf } from '../view.js'
import { factInWords } from './fact-in-words.js'
import type { Filed } from './filed.js'
import { factName } from './words.js'

/** The papers a reader looks for first, each a table; the whole course follows. */
const sections: readonly (readonly [title: string, types: readonly Fact['type'][]])[] = [
  ['申请', ['RequestArrived', 'RequestReceived', 'ReceiptConfirmed', 'RequestRegistered']],
  ['补正', ['CorrectionRequested', 'CorrectionReceived']],
  ['检索记录', ['SearchRecorded']],
  ['协查', ['AssistanceRequested', 'AssistanceGiven']],
  ['会商', ['DiscussionOpened', 'DiscussionClosed']],
  ['征求意见', ['ThirdPartyConsulted', 'CoProducerConsulted', 'OrganConsulted', 'ConsultationReturned']],
  ['收到的意见', ['OpinionReceived', 'OpinionFiled', 'ConsultationLapsed']],
  ['信息处理费', ['FeeCharged', 'PaymentReceived']],
  ['处理决定', ['OutcomeDecided', 'StillUnclearJudged', 'RequestAbandoned', 'RequestWithdrawn', 'DecisionReopened']],
  ['拟稿、审核、签发', ['DraftSubmitted', 'DraftReturned', 'DraftApproved', 'ReplySigned']],
]

const marks: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const plain = (words: string): string => words.replace(/[&<>"']/g, (mark) => marks[mark] ?? '')

const details = (fact: Fact): string =>
  factInWords(fact)
    .details.map(({ name, zh }) => `<div><b>${plain(name)}</b>：${plain(zh)}</div>`)
    .join('')

const who = ({ role, person }: Fact): string => (person ? `${person}（${roleNames[role]}）` : roleNames[role])

const row = ({ version, fact }: Filed): string =>
  `<tr><td>${version}</td><td>${inChinese(fact.on)}</td><td>${plain(factName(fact.type))}</td><td>${plain(who(fact))}</td><td>${details(fact)}</td></tr>`

const table = (title: string, facts: readonly Filed[]): string =>
  facts.length === 0
    ? ''
    : `<h2>${title}</h2>\n<table><thead><tr><th>台账</th><th>日期</th><th>事项</th><th>办理人</th><th>内容</th></tr></thead><tbody>\n${facts.map(row).join('\n')}\n</tbody></table>\n`

const style = `@page{size:A4;margin:20mm}body{font-family:serif;line-height:1.6;max-width:52em;margin:2em auto;padding:0 1em}
table{border-collapse:collapse;width:100%;font-size:.9em}th,td{border:1px solid #333;padding:.3em .5em;text-align:left;vertical-align:top;overflow-wrap:anywhere}
td:nth-child(-n+3){white-space:nowrap}td div{white-space:pre-wrap}thead{display:table-header-group}tr{break-inside:avoid}h1{text-align:center}`

/** The course of a case as one page that prints: no script, nothing from elsewhere. */
export const historyPage = (organ: string, current: Case, facts: readonly Filed[]): string => {
  const title = `${organ} ${current.number ?? ''} 办理过程`
  const parts = sections.map(([name, types]) =>
    table(
      name,
      facts.filter(({ fact }) => types.includes(fact.type)),
    ),
  )
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${plain(title)}</title><style>${style}</style></head><body>
<h1>${plain(title)}</h1>
<p>案件现在是“${stateNames[stateOf(current)]}”。“台账”一栏是该事项在台账中的条次，与台账.jsonl 对应；前面按类别列出，最后按先后列出全部。</p>
${parts.join('')}${table('全部经过', facts)}</body></html>
`
}
