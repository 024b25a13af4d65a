import { grounds, type Outcome, outcomes } from '@zhiqing/law'
import type { Case } from '../case.js'
import { command, unless } from '../command.js'
import type { Decision } from '../facts.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { decisionSchema, lacking } from './outcome-fields.js'

const byDivert: readonly Outcome[] = ['Z1', 'Z2', 'Z3', 'Z5', 'W8', 'N2', 'X3']
/** Outcomes that only another procedure can lead to. */
const otherwise: Partial<Record<Outcome, string>> = {
  N4: 'judgeStillUnclear',
  Z4: 'judgeReasons',
  X1: 'confirmLapse',
  X2: 'confirmLapse',
}

const consultationOpen = ({ consultations }: Case): Refusal | undefined => {
  const open = consultations.filter(({ endedOn }) => endedOn === null).map(({ id }) => id)
  return open.length > 0 ? refuse('consultationOpen', { open: open.join('、') }) : undefined
}

/** No merits are judged for an applicant who is no more: a file note closes the case (rulebook R101). */
const isFileNote = ({ outcome, kind }: Decision): boolean => outcome === 'X3' && kind === 'applicantCeased'

const wrongCommand = (decision: Decision, divert: boolean): Refusal | undefined => {
  const { outcome } = decision
  const diverted = byDivert.includes(outcome) && !isFileNote(decision)
  if (diverted === divert && !otherwise[outcome]) return undefined
  const right = otherwise[outcome] ?? (divert ? 'decide' : 'divert')
  return refuse('wrongCommandForOutcome', { outcome, zh: grounds[outcome].zh, command: right })
}

/** What the ground itself must rest on: a search for N1, a closed consultation for W4 (rulebook R29, R37, T20, T29). */
const proofMissing = (decision: Decision, current: Case): Refusal | undefined => {
  const { outcome } = decision
  if (outcome === 'N1' && current.searches.length === 0) return refuse('searchMissing')
  const closed = current.consultations.some(
    ({ id, kind, endedOn }) => id === decision.consultation && kind === 'thirdParty' && endedOn !== null,
  )
  return outcome === 'W4' && decision.consultation && !closed ? refuse('consultationMissing') : undefined
}

const incomplete = (decision: Decision): Refusal | undefined => {
  const missing = lacking(decision)
  const { outcome } = decision
  return missing.length > 0
    ? refuse('decisionIncomplete', { outcome, zh: grounds[outcome].zh, missing: missing.join('、') })
    : undefined
}

const warnings = ({ outcome }: Decision, current: Case): Warning[] => {
  const open = current.assistances.filter(({ findings }) => findings === null).map(({ id }) => id)
  const found = outcome === 'N1' && current.searches.at(-1)?.found
  return [
    ...(open.length > 0 ? [{ code: 'assistanceOpen', zh: `协查（${open.join('、')}）还没有反馈` }] : []),
    ...(found ? [{ code: 'searchFound', zh: '最近一次检索记录为“已找到”，与“信息不存在”不一致，请核对' }] : []),
  ]
}

const decideCommand = (divert: boolean) =>
  command<Decision>({
    zh: divert ? '按职责区分处理' : '作出处理决定',
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
