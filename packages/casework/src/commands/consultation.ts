import type { Day } from '@zhiqing/law'
import { permittedFacts } from '@zhiqing/workflows'
import * as z from 'zod'
import type { Case, Consultation } from '../case.js'
import { replyClock } from '../clocks.js'
import { command, type NewFact, unless, type Verdict } from '../command.js'
import { opinionDue } from '../due.js'
import { dayField, idField, longText, text } from '../fields.js'
import { neutralDescription } from '../letters/neutral.js'
import type { Office } from '../office.js'
import { refuse } from '../refusal.js'
import { notAfterAct, notBefore } from './days.js'
import { idsOf } from './tasks.js'

type Asking = Extract<NewFact, { type: 'ThirdPartyConsulted' | 'CoProducerConsulted' | 'OrganConsulted' }>

/** Only a written letter, dispatched by the due day then in force, leaves time out of the count (rulebook R33, T22, T23). */
const ask = (fact: Asking, current: Case, office: Office): Verdict => {
  const { id, dispatchedOn, information } = fact
  const { dueOn } = replyClock(current, office)
  return unless(
    [
      idsOf(current).includes(id) && refuse('duplicateId', { id }),
      notAfterAct('发出日期', dispatchedOn, office),
      notBefore('发出日期', dispatchedOn, '收到申请之日', current.receivedOn),
      !neutralDescription(current, information) && refuse('neutralDescriptionMissing'),
      dueOn && dispatchedOn > dueOn && refuse('consultationAfterDue', { day: dispatchedOn, limit: dueOn }),
    ],
    () => [fact],
  )
}

const thirdPartySchema = z.strictObject({
  id: idField,
  party: text(200),
  interest: longText(1000),
  information: longText(2000).optional(),
  dispatchedOn: dayField.optional(),
})

/** 书面征求第三方意见 (条例 32; rulebook R28–R30). */
export const consultThirdParty = command<z.infer<typeof thirdPartySchema>>({
  zh: '征求第三方意见',
  article: 'ogi:32',
  schema: thirdPartySchema,
  begins: ['ThirdPartyConsulted'],
  acceptsForm: true,
  decide: ({ id, party, interest, information, dispatchedOn }, current, office) => {
    const asking = { id, information, dispatchedOn: dispatchedOn ?? office.on, basis: office.settings.suspensionBasis }
    return ask({ type: 'ThirdPartyConsulted', party, interest, ...asking }, current, office)
  },
})

const organSchema = z.strictObject({
  id: idField,
  organ: text(200),
  as: z.enum(['coProducer', 'other']),
  information: longText(2000).optional(),
  question: longText(2000).optional(),
  dispatchedOn: dayField.optional(),
})

/** 书面征求共同制作机关或者其他机关意见 (条例 33.3, 34; rulebook R31, R32). */
export const consultOrgan = command<z.infer<typeof organSchema>>({
  zh: '征求机关意见',
  article: 'ogi:34',
  schema: organSchema,
  begins: ['OrganConsulted'],
  acceptsForm: true,
  decide: ({ id, organ, as, information, question, dispatchedOn }, current, office) => {
    const type = as === 'coProducer' ? ('CoProducerConsulted' as const) : ('OrganConsulted' as const)
    const { suspensionBasis, organChaseWorkingDays } = office.settings
    const asking = { id, information, dispatchedOn: dispatchedOn ?? office.on, basis: suspensionBasis }
    const chase = as === 'other' ? { chaseWorkingDays: organChaseWorkingDays } : {}
    return ask({ type, organ, ...asking, ...chase, ...(question ? { question } : {}) }, current, office)
  },
})

const opinionSchema = z
  .strictObject({
    id: idField,
    opinion: z.enum(['consent', 'partial', 'object']).optional(),
    returned: z.literal(true).optional(),
    receivedOn: dayField.optional(),
    reasons: longText(5000).optional(),
  })
  .refine(({ opinion, returned }) => (opinion === undefined) !== (returned === undefined), {
    error: '意见和退回应当填写且只填写一项',
    path: ['opinion'],
  })

type OpinionInput = z.infer<typeof opinionSchema>

/** An opinion of an ended asking is filed; received in time and keyed in late it counts from its own day (contract §2). */
const filed = (input: OpinionInput, receivedOn: Day, current: Case, office: Office): NewFact[] => {
  const consulted = current.consultations.find(({ id }) => id === input.id)
  const limit = consulted && opinionDue(consulted, office.calendar)?.due
  const inTime = consulted?.at.state === 'lapsed' && limit !== undefined && receivedOn <= (limit as Day)
  return input.opinion
    ? [{ type: 'OpinionFiled', id: input.id, opinion: input.opinion, receivedOn, inTime, reasons: input.reasons }]
    : []
}

/** Still waited for: an asking that nobody ended, in a case that did not end over it (rulebook R104). */
const isAwaited = (consulted: Consultation | undefined, { at }: Case): boolean =>
  consulted?.endedOn === null && permittedFacts(at).includes('OpinionReceived')

/** 收到意见, or the letter came back (rulebook R29, R30, T24). */
export const recordOpinion = command<OpinionInput>({
  zh: '记录意见',
  article: 'ogi:33.3',
  schema: opinionSchema,
  begins: ['OpinionReceived', 'OpinionFiled'],
  offered: ({ consultations }) => consultations.length > 0,
  decide: (input, current, office) => {
    const { id, opinion, reasons } = input
    const receivedOn = input.receivedOn ?? office.on
    const consulted = current.consultations.find((one) => one.id === id)
    const open = isAwaited(consulted, current)
    const known = current.consultations.map((one) => one.id).join('、') || '无'
    const facts = (): NewFact[] => {
      if (!open) return filed(input, receivedOn, current, office)
      return opinion
        ? [{ type: 'OpinionReceived', id, opinion, receivedOn, reasons }]
        : [{ type: 'ConsultationReturned', id, receivedOn }]
    }
    return unless(
      [
        !consulted && refuse('unknownId', { id, known }),
        notAfterAct('收到日期', receivedOn, office),
        notBefore('收到日期', receivedOn, '发出日期', consulted?.dispatchedOn ?? null),
        consulted && !open && input.returned && refuse('consultationEnded', { id }),
      ],
      facts,
      consulted && !open
        ? [{ code: 'recordedLate', zh: '该次征求意见已经结束，意见存卷；在期限内收到的按实际收到之日计算' }]
        : [],
    )
  },
})
