import { seenText } from '@zhiqing/api'
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** The fields of a form as sent; of a repeated name the last counts. */
export type FormValues = ReadonlyMap<string, string>

const formType = 'application/x-www-form-urlencoded'

const fieldsOf = (text: string): FormValues =>
  new Map([...new URLSearchParams(text)].map(([name, value]) => [name, seenText(value)]))

/** Five times what the longest lawful form takes, escaped; what is read of it is read in one pass. */
const largestForm = 256 * 1024

/** Lets plain HTML forms in. */
export const acceptForms = (app: FastifyInstance): void => {
  if (app.hasContentTypeParser(formType)) app.removeContentTypeParser(formType)
  app.addContentTypeParser(formType, { parseAs: 'string', bodyLimit: largestForm }, (_, text, done) =>
    done(null, fieldsOf(String(text))),
  )
}

/** The form of a request; empty when something else was sent. */
export const formOf = ({ body }: FastifyRequest): FormValues => (body instanceof Map ? body : new Map())

/** A field without the blanks around it; empty when it is not there. */
export const trimmed = (values: FormValues, name: string): string => (values.get(name) ?? '').trim()
