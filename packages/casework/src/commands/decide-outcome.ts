import { grounds, headlineOf, type Outcome, outcomes } from '@zhiqing/law'
import * as z from 'zod'
import type { Case } from '../case.js'
import { command, unless, type Verdict } from '../command.js'
import type { Decision, PartDecision } from '../facts.js'
import type { Office } from '../office.js'
import { type Refusal, refuse, type Warning } from '../refusal.js'
import { outsideTheLaw } from './closed-lists.js'
import { judgeStillUnclear } from './correction.js'
import { incomplete } from './incomplete.js'
import { lapseWords } from './lapse.js'
import { consultationOpen } from './open-consultation.js'
import { decisionSchema, type ItemisedInput, itemisedSchema, unsaidInPart } from './outcome-fields.js'
import { allKept, overruledRefusals } from './overruled.js'
import { judgeReasons } from './reasons.js'

const byDivert: readonly Outcome[] = ['Z1', 'Z2', 'Z3', 'Z5', 'W8', 'N2', 'X3']
/** Outcomes that only another procedure can lead to, by the words of its command. */
const otherwise: Partial<Record<Outcome, string>> = {
  N4: judgeStillUnclear.zh,
  Z4: judgeReasons.zh,
  X1: lapseWords,
  X2: lapseWords,
}

const commandWords = { decide: '作出处理决定', divert: '按职责区分处理' } as const

/** The command that an outcome is decided with. */
export const commandForOutcome = (
  outcome: Outcome,
): 'decide' | 'divert' | 'judgeStillUnclear' | 'judgeReasons' | null => {
  if (outcome === 'N4') return 'judgeStillUnclear'
  if (outcome === 'Z4') return 'judgeReasons'
  if (outcome === 'X1' || outcome === 'X2') return null
  return byDivert.includes(outcome) ? 'divert' : 'decide'
}

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
const proofMissing = (decision: Decision, current: Case, { settings }: Office): Refusal | undefined => {
  const { outcome, consultation, notAsked } = decision
  if (outcome === 'N1' && current.searches.length === 0) return refuse('searchMissing')
  const unasked = outcome === 'W4' && notAsked && !consultation
  if (unasked && settings.thirdPartyUnasked === 'refuse') return refuse('thirdPartyUnasked')
  const named = outcome === 'W4' || outcome === 'G3' ? consultation : undefined
  return named && !asked(current, named) ? refuse('consultationMissing') : undefined
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

const blank = (value: unknown): boolean => value === undefined || (typeof value === 'string' && !value.trim())

/** What a reply on this outcome should say and no field has: left out of the letter, for nobody recorded it (R52, R54). */
const unprinted = ({ outcome, ...fields }: Decision): Warning[] => {
  const unsaid = (printedWhenSaid[outcome] ?? []).filter(([field]) => blank(fields[field])).map(([, zh]) => zh)
  return unsaid.length > 0
    ? [{ code: 'elementUnsaid', zh: `答复书将不写：${unsaid.join('、')}；已经核查、衡量过的，请填写` }]
    : []
}

const dutyToDisclose = ['rulesChecked', '已核查法律、法规、规章没有规定应当公开'] as const
const printedWhenSaid: Partial<Record<Outcome, readonly (readonly [string, string])[]>> = {
  W4: [['publicInterest', '不公开对公共利益的影响']],
  W5: [dutyToDisclose],
  W6: [dutyToDisclose],
  W7: [dutyToDisclose],
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
    ...unprinted(decision),
    ...allKept(decision, current),
  ]
}

/** 给不给 of one thing: the outcomes on the merits (rulebook T29), and 该不该: what is no matter of disclosure (T13). */
const ofOne = (decision: Decision, divert: boolean, current: Case, office: Office): Verdict =>
  unless(
    [
      wrongCommand(decision, divert),
      // Nobody waits for an opinion on what nobody asks for any more (rulebook R101).
      isFileNote(decision) ? undefined : consultationOpen(current),
      incomplete(decision),
      ...outsideTheLaw(decision),
      proofMissing(decision, current, office),
      ...overruledRefusals(decision, current),
    ],
    () => [{ type: 'OutcomeDecided', decision, decidedOn: office.on, closes: isFileNote(decision) }],
    warnings(decision, current),
  )

/** The case that is judged, and where. */
interface Judged {
  readonly current: Case
  readonly office: Office
}

/** An item is judged like a whole request, whichever command would judge that; its words say which item it is. */
const itemRefusals = (part: PartDecision, n: number, { current, office }: Judged): Refusal[] => {
  const wholeOnly = part.kind === 'applicantCeased' || (part.outcome === 'N4' && !isCorrected(current))
  const found = [
    !part.what.trim() && refuse('itemUnnamed'),
    wholeOnly && refuse('itemOutcomeUnfit', { outcome: part.outcome, zh: grounds[part.outcome].zh }),
    incomplete(part),
    ...outsideTheLaw(part),
    proofMissing(part, current, office),
  ].filter((one): one is Refusal => Boolean(one))
  return found.map((one) => ({ ...one, zh: `第${n}项：${one.zh}` }))
}

const isCorrected = ({ corrections }: Case): boolean => corrections.some(({ receivedOn }) => receivedOn !== null)

/** Nothing is given and the items end differently: the handler names what stands for the case, or the first does (R51). */
const headlineChosen = ({ items, headline }: ItemisedInput, outcome: Outcome): Warning[] =>
  headline === undefined && outcome !== 'G2' && outcome !== 'G3' && items.some((one) => one.outcome !== outcome)
    ? [
        {
          code: 'headlineChosen',
          zh: `各项都没有公开而结论不同，以第一项的结论（${grounds[outcome].zh}）作为本件的结论；另有选择的请填写 headline`,
        },
      ]
    : []

/** Item by item, each with its outcome, its reasons and its remedy (rulebook R51, R96). */
const ofItems = (input: ItemisedInput, current: Case, office: Office): Verdict => {
  const { items, headline } = input
  if (items.length === 0) return unless([refuse('itemsMissing')], () => [])
  const outcome = headlineOf(
    items.map((one) => one.outcome),
    headline,
  )
  const unfit = headline !== undefined && headline !== outcome
  const decision: Decision = { outcome, parts: items }
  return unless(
    [
      consultationOpen(current),
      ...items.flatMap((part, i) => itemRefusals(part, i + 1, { current, office })),
      unfit && refuse('headlineUnfit', { outcome, zh: grounds[outcome].zh }),
      ...overruledRefusals(decision, current),
    ],
    () => [{ type: 'OutcomeDecided', decision, decidedOn: office.on, closes: false }],
    [
      ...items.flatMap((part, i) =>
        [...inPart(part, current), ...unprinted(part)].map((one) => ({ ...one, zh: `第${i + 1}项：${one.zh}` })),
      ),
      ...allKept(decision, current),
      ...headlineChosen(input, outcome),
    ],
  )
}

const isItemised = (input: Decision | ItemisedInput): input is ItemisedInput => !('outcome' in input)

/** 给不给: the outcomes on the merits (rulebook T29); several things at once item by item. */
export const decideOutcome = command<Decision | ItemisedInput>({
  zh: commandWords.decide,
  article: 'ogi:36',
  schema: z.union([decisionSchema(outcomes), itemisedSchema()]) as never,
  begins: ['OutcomeDecided'],
  acceptsForm: true,
  decide: (input, current, office) =>
    isItemised(input) ? ofItems(input, current, office) : ofOne(input, false, current, office),
})

/** 该不该: what is no matter of disclosure here (rulebook T13). */
export const divert = command<Decision>({
  zh: commandWords.divert,
  article: 'ogi:39',
  schema: decisionSchema(outcomes) as never,
  begins: ['OutcomeDecided'],
  acceptsForm: true,
  decide: (decision, current, office) => ofOne(decision, true, current, office),
})
