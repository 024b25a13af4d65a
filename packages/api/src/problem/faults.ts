import type { Fault } from '@zhiqing/casework'
import type { FastifyError } from 'fastify'
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'

interface Issue {
  readonly instancePath: string
  readonly message?: string | undefined
  readonly params: { readonly keys?: unknown }
}

const faultsOfIssue = ({ instancePath, message, params }: Issue): Fault[] => {
  const path = instancePath.split('/').filter(Boolean)
  if (Array.isArray(params.keys))
    return params.keys.map((key) => ({ path: [...path, String(key)].join('.'), zh: '没有这个字段' }))
  return [{ path: path.join('.'), zh: message ?? '不符合格式' }]
}

/** The faults found by a route's own schema; undefined when the error is of another kind. */
export const schemaFaults = (error: FastifyError): Fault[] | undefined =>
  hasZodFastifySchemaValidationErrors(error)
    ? (error.validation as unknown as readonly Issue[]).flatMap(faultsOfIssue)
    : undefined
