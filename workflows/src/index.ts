export { type Arrow, allArrows, arrowsOf } from './arrows.js'
export type { ConsultationContext, ConsultationEvent, ConsultationFact } from './consultation.js'
export { consultationFacts, consultationMachine } from './consultation.js'
export { type Drawing, drawings } from './draw.js'
export { machines, released } from './released.js'
export type { RemedyContext, RemedyEvent, RemedyFact } from './remedy.js'
export { remedyFacts, remedyMachine } from './remedy.js'
export { requestMachine } from './request.js'
export type { RequestContext, RequestEvent, RequestFact } from './request-facts.js'
export { requestFacts } from './request-facts.js'
export type { ClockParams, LetterCode, LetterParams, StepMeta } from './step.js'
export type { Position, Stepped } from './walk.js'
export {
  consultationStart,
  permittedFacts,
  remedyStart,
  requestStart,
  requestStartOf,
  stepConsultation,
  stepRemedy,
  stepRequest,
} from './walk.js'
