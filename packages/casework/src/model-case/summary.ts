import {
  type ApplicantKind,
  type ArticleRef,
  applicantKinds,
  type Channel,
  channelNames,
  citeAll,
  daysBetween,
  forms,
  grounds,
  type Outcome,
  type RemedyColumn,
  type RemedyGroup,
  remedyColumnNames,
  remedyColumns,
  remedyGroupNames,
  resultGroupOf,
} from '@zhiqing/law'
import type { Case } from '../case.js'

/** A model case in codes and figures alone: nothing that anybody wrote, no day nearer than its month. */
export interface ModelSummary {
  readonly kind: ApplicantKind
  readonly channel: Channel
  /** YYYY-MM. */
  readonly receivedIn: string
  readonly outcome: Outcome
  readonly basis: readonly ArticleRef[]
  /** Calendar days from receipt to the result. */
  readonly days: number
  readonly corrected: boolean
  readonly extended: boolean
  /** How many were asked for their opinion. */
  readonly thirdParties: number
  readonly remedies: readonly { readonly group: RemedyGroup; readonly column: RemedyColumn }[]
}

/** Null for a case that has not come to a result yet. */
export const modelSummary = (current: Case): ModelSummary | null => {
  const { counted, receivedOn, channel, consultations } = current
  if (!counted.closing || !receivedOn) return null
  const { outcome, closedOn } = counted.closing
  return {
    ...{ kind: counted.kind, channel, outcome },
    receivedIn: receivedOn.slice(0, 7),
    // What X3 rests on hangs on what happened; the form has one line for all of it.
    basis: outcome === 'X3' ? [] : [grounds[outcome].basis].flat(),
    days: daysBetween(receivedOn, closedOn),
    corrected: counted.corrected,
    extended: counted.extended,
    thirdParties: consultations.filter(({ kind }) => kind === 'thirdParty').length,
    remedies: counted.remedies.flatMap(({ group, standings }) => {
      const last = standings.at(-1)
      return last ? [{ group, column: last.column }] : []
    }),
  }
}

const labelOf = (outcome: Outcome): string => {
  const { reportLine } = grounds[outcome]
  const zh = forms[2021].leaves.find(({ line }) => line === reportLine)?.zh ?? ''
  const own = zh.replace(/^(?:（[一二三四五六]）|\d\.)/, '').replace(/（.*）$/, '')
  const group = resultGroupOf(reportLine)
  return own === group ? own : `${group}（${own}）`
}

/** The summary told in sentences made of the law's own words. */
export const summaryWords = (one: ModelSummary): string => {
  const asked = one.thirdParties > 0 ? `书面征求${one.thirdParties}个第三方的意见，` : ''
  const steps = `${one.corrected ? '经补正，' : ''}${asked}${one.extended ? '经批准延长期限，' : ''}`
  const cites = one.basis.filter((ref) => ref !== 'practice')
  const by = cites.length > 0 ? `，依据${citeAll(cites)}` : ''
  const remedies = one.remedies.map(
    ({ group, column }) => `${remedyGroupNames[group]}${remedyColumnNames[remedyColumns.indexOf(column)] ?? ''}。`,
  )
  const [year, month] = one.receivedIn.split('-')
  return `${year}年${Number(month)}月收到${applicantKinds[one.kind]}的申请（${channelNames[one.channel]}）。${steps}历时${one.days}日，结果：${labelOf(one.outcome)}${by}。${remedies.join('')}`
}
