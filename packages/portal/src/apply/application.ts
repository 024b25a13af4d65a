import type { ApplicantWords } from '@zhiqing/db'
import type { FormValues } from '../http/form-body.js'
import { trimmed } from '../http/form-body.js'
import { type FieldName, fieldNames } from './form-fields.js'

/** The form as filled in: what is asked for verbatim, all else in one line and without blanks around it. */
export type Application = Readonly<Record<FieldName, string>>

/** Full-width digits and letters, as Chinese keyboards give them, become plain ones. */
const plain: readonly FieldName[] = ['applicant.idNumber', 'applicant.phone', 'applicant.email']

const inOneLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
    .join(' ')

const valueIn = (form: FormValues, name: FieldName): string => {
  if (name === 'information.description') return form.get(name) ?? ''
  const value = inOneLine(trimmed(form, name))
  return plain.includes(name) ? value.normalize('NFKC') : value
}

/** What one page of the form sent; the rest as it was. Who acts for himself has no agent. */
export const readFields = (form: FormValues, names: readonly FieldName[], before: Application): Application => {
  const read = { ...before, ...Object.fromEntries(names.map((name) => [name, valueIn(form, name)])) }
  return read.agency === '' ? { ...read, 'applicant.agent': '' } : read
}

export const readApplication = (form: FormValues): Application =>
  Object.fromEntries(fieldNames.map((name) => [name, valueIn(form, name)])) as Record<FieldName, string>

/** The form before a word is typed. Of a hundred who ask, ninety-seven are persons: that is chosen already. */
export const newApplication: Application = { ...readApplication(new Map()), 'applicant.kind': 'natural' }

const identityCard = /^\d{17}[\dX]$/

/** The form before a word is typed by somebody who signed in: what the provider told is not asked again. */
export const applicationOf = (account: ApplicantWords | undefined): Application => {
  const { name = '', idNumber = '' } = account ?? {}
  return {
    ...newApplication,
    'applicant.name': name,
    'applicant.idNumber': idNumber,
    'applicant.idType': identityCard.test(idNumber) ? '居民身份证' : newApplication['applicant.idType'],
  }
}

/** Left out when empty; kept in a fixed order, so that the same words give the same text. */
const group = (application: Application, prefix: string, always: readonly string[] = []): Record<string, string> =>
  Object.fromEntries(
    fieldNames
      .filter((name) => name.startsWith(`${prefix}.`))
      .map((name) => [name.slice(prefix.length + 1), application[name]] as const)
      .filter(([key, value]) => value !== '' || always.includes(key)),
  )

/** Paper by post is what the law takes where nothing was chosen (rulebook R22). */
const wishes = (application: Application) => {
  const { otherWay, ...chosen } = group(application, 'form')
  if (Object.keys(chosen).length === 0 && !otherWay) return {}
  return { form: { medium: 'paper', method: 'mail', ...chosen, ...(otherWay ? { otherWay: true } : {}) } }
}

/** The input of `receiveRequest`. */
export const toInput = (application: Application) => ({
  channel: 'online',
  applicant: group(application, 'applicant', ['name']),
  information: group(application, 'information', ['description']),
  ...wishes(application),
})
