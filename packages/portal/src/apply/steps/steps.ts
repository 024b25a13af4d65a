import type { Application } from '../application.js'
import type { FieldName } from '../form-fields.js'
import { thingsIn } from '../several.js'

/** The pages of filing, one thing each, in their order. */
export const stepNames = ['who', 'name', 'contact', 'what', 'several', 'how', 'files'] as const
export type StepName = (typeof stepNames)[number]

/** What each page asks. */
export const stepFields: Readonly<Record<StepName, readonly FieldName[]>> = {
  who: ['applicant.kind', 'agency'],
  name: ['applicant.name', 'applicant.idType', 'applicant.idNumber', 'applicant.agent'],
  contact: ['applicant.phone', 'applicant.email', 'applicant.address'],
  what: ['information.description', 'information.title', 'information.documentNumber', 'information.period'],
  several: [],
  how: ['form.medium', 'form.method', 'form.otherWay'],
  files: [],
}

/** The page a field stands on. */
export const stepOf = (name: FieldName): StepName => stepNames.find((step) => stepFields[step].includes(name)) ?? 'who'

export const isStep = (name: string): name is StepName => (stepNames as readonly string[]).includes(name)

/** Pages that are shown: whether to part a request is asked where several things are listed; files, where they can come. */
export const stepsFor = (application: Application, kiosk: boolean): StepName[] =>
  stepNames.filter((step) => {
    if (step === 'several') return thingsIn(application['information.description']).length > 1
    return step !== 'files' || !kiosk
  })
