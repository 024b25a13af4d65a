import { grounds, type Outcome, outcomes } from '@zhiqing/law'
import type { Case } from '../case.js'
import { command, unless } from '../command.js'
import type { Decision } from '../facts.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { judgeStillUnclear } from './correction.js'
import { lapseWords } from './lapse.js'
import { consultationOpen } from './open-consultation.js'
import { decisionSchema, lacking, unsaidInPart } from './outcome-fields.js'

const byDivert: readonly Outcome[] = ['Z1', 'Z2', 'Z3', 'Z5', 'W8', 'N2', 'X3']
/** Outcomes that only another procedure can lead to, by the words of its command. */
const otherwise: Partial<Record<Outcome, string>> = {
  N4: judgeStillUnclear.zh,
  Z4: '判定申请理由是否合理',
  X1: lapseWords,
  X2: lapseWords,
}

const commandWords = { decide: '作出处理决定', divert: '按职责区分处理' } as const

/** No merits are judged for an applicant who is no more: a file note closes the case (rulebook R101). */
const isFileNote = ({ outcome, kind }: Decision): boolean => outcome === 'X3' && kind === 'applicantCeased'

const wrongCommand = (decision: Decision, divert: boolean): Refusal | undefined => {
  const { outcome } = decision
  const diverted = byDivert.includes(outcome) && !isFileNote(decision)
  if (diverted === divert && !otherwise[outcome]) return undefined
  const right = otherwise[outcome] ?? (divert ? commandWords.decide : commandWords.divert)
  return refuse('wrongCommandForOutcome', { outcome, zh: grounds[outcome].zh, command: right })
}

const asked = ({ consultations }: Case, named?: unknown): boolean =>
  consultations.some(
    ({ id, kind, endedOn }) => kind === 'thirdParty' && endedOn !== null && (named ? id === named : true),
  )

/** What the ground itself must rest on: a search for N1, a closed consultation for W4 (rulebook R29, R37, T20, T29). */
const proofMissing = ({ outcome, consultation }: Decision, current: Case): Refusal | undefined => {
  if (outcome === 'N1' && current.searches.length === 0) return refuse('searchMissing')
  const named = outcome === 'W4' || outcome === 'G3' ? consultation : undefined
  return named && !asked(current, named) ? refuse('consultationMissing') : undefined
}

const incomplete = (decision: Decision): Refusal | undefined => {
  const missing = lacking(decision)
  const { outcome } = decision
  return missing.length > 0
    ? refuse('decisionIncomplete', { outcome, zh: grounds[outcome].zh, missing: missing.join('、') })
    : undefined
}

/** Nothing withheld in part bars the rest: what its grounds leave unsaid is told to those who draft and examine. */
const inPart = (decision: Decision, current: Case): Warning[] => {
  const unsaid = unsaidInPart(decision)
  const unasked = decision.outcome === 'G3' && decision.grounds?.includes('W4') && !asked(current)
  return [
    ...(unsaid.length > 0
      ? [
          {
            code: 'groundDetailMissing',
            zh: `不予公开的部分还没有写明：${unsaid.join('、')}；请填写，或者在理由中说明`,
          },
        ]
      : []),
    ...(unasked
      ? [
          {
            code: 'thirdPartyNotAsked',
            zh: '不予公开的部分以第三方权益为由，但本案没有已经结束的征求第三方意见；确实无需征求的（例如只遮盖个人信息），请在理由中说明',
          },
        ]
      : []),
  ]
}

/** No pages are paid for where the answer is only where to look (办法第五条; rulebook R49). */
const pagesForNothing = ({ outcome }: Decision, { fee }: Case): Warning[] =>
  outcome === 'G1' && fee?.basis === 'perPage'
    ? [
        {
          code: 'feePerPageUnfit',
          zh: '信息已经主动公开、只告知获取途径的，不适用按量计收；请退还已经收取的信息处理费',
        },
      ]
    : []

const warnings = (decision: Decision, current: Case): Warning[] => {
  const open = current.assistances.filter(({ findings }) => findings === null).map(({ id }) => id)
  const found = decision.outcome === 'N1' && current.searches.at(-1)?.found
  return [
    ...(open.length > 0 ? [{ code: 'assistanceOpen', zh: `协查（${open.join('、')}）还没有反馈` }] : []),
    ...(found ? [{ code: 'searchFound', zh: '最近一次检索记录为“已找到”，与“信息不存在”不一致，请核对' }] : []),
    ...pagesForNothing(decision, current),
    ...inPart(decision, current),
  ]
}

const decideCommand = (divert: boolean) =>
  command<Decision>({
    zh: divert ? commandWords.divert : commandWords.decide,
    article: divert ? 'ogi:39' : 'ogi:36',
    schema: decisionSchema(outcomes) as never,
    roles: ['officer'],
    begins: ['OutcomeDecided'],
    acceptsForm: true,
    decide: (decision, current, { on }) =>
      unless(
        [
          wrongCommand(decision, divert),
          consultationOpen(current),
          incomplete(decision),
          proofMissing(decision, current),
        ],
        () => [{ type: 'OutcomeDecided', decision, decidedOn: on, closes: isFileNote(decision) }],
        warnings(decision, current),
      ),
  })

/** 给不给: the outcomes on the merits (rulebook T29). */
export const decideOutcome = decideCommand(false)

/** 该不该: what is no matter of disclosure here (rulebook T13). */
export const divert = decideCommand(true)
