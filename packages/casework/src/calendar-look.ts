import { type Calendar, inChinese } from '@zhiqing/law'
import { permittedFacts } from '@zhiqing/workflows'
import type { Case, Consultation } from './case.js'
import { replyClock } from './clocks.js'
import type { NewFact } from './command.js'
import { correctionDue, opinionDue, paymentDue } from './due.js'
import type { Office } from './office.js'
import type { Warning } from './refusal.js'

const lapse = (consulted: Consultation, { on, calendar }: Office): NewFact[] => {
  if (consulted.at.state !== 'awaitingOpinion' || !consulted.at.context.lapses) return []
  const last = opinionDue(consulted, calendar)?.due
  return last && last < on ? [{ type: 'ConsultationLapsed', id: consulted.id, lapsedOn: last }] : []
}

/** Consultations whose last day is past end by themselves, dated that day, however late it is looked at (contract §2). */
export const calendarFacts = (current: Case, office: Office): NewFact[] => {
  const takes = permittedFacts(current.at).includes('ConsultationLapsed')
  return takes ? current.consultations.flatMap((one) => lapse(one, office)) : []
}

/** What the applicant is waited for, and its last day (rulebook R25, R47). */
const awaited = (current: Case, calendar: Calendar) => {
  if (current.at.state === 'awaitingCorrection') return { words: '补正', last: correctionDue(current, calendar)?.due }
  if (current.at.state === 'awaitingPayment') return { words: '缴费', last: paymentDue(current, calendar)?.due }
  return { words: '', last: undefined }
}

const lapseDue = (current: Case, { on, calendar }: Office): Warning[] => {
  const { words, last } = awaited(current, calendar)
  return last && last < on
    ? [{ code: 'lapseDue', zh: `申请人${words}期限已于${inChinese(last)}届满，请核实有无正当理由后确认是否视为放弃` }]
    : []
}

const overdue = (current: Case, office: Office): Warning[] => {
  const { status, dueOn } = replyClock(current, office)
  return status === 'running' && dueOn && office.on > dueOn
    ? [{ code: 'overdue', zh: `已超过答复期限（${inChinese(dueOn)}），仍应尽快答复` }]
    : []
}

/** What a person should know on this day: a lapse is only ever proposed (rulebook R25, R47); overdue is told by the calendar. */
export const calendarWarnings = (current: Case, office: Office, full: boolean): Warning[] => [
  ...lapseDue(current, office),
  ...(full ? overdue(current, office) : []),
]
