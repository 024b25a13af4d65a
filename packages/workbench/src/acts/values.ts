import type { Schema } from './schema.ts'

type Values = Readonly<Record<string, unknown>>

const lines = (value: unknown): string[] =>
  String(value ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const one = (value: unknown, schema: Schema): unknown => {
  if (schema.type === 'object') return bodyOf((value ?? {}) as Values, schema)
  if (schema.type === 'array' && schema.items?.type === 'string') return Array.isArray(value) ? value : lines(value)
  if (schema.type === 'integer' || schema.type === 'number') return Number(value)
  if (schema.const !== undefined) return value === true ? schema.const : undefined
  return typeof value === 'string' ? value.trim() : value
}

const isEmpty = (value: unknown): boolean =>
  value === undefined ||
  value === null ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.keys(value).length === 0)

/** What the interface is sent: nothing that was left empty, but for what it must have. */
export const bodyOf = (values: Values, schema: Schema): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
      const given = values[name]
      // Numbers that were offered as ticked: none ticked means none, not the usual.
      if (field.type === 'array' && field.items?.type === 'integer' && Array.isArray(given))
        return [[name, given.map(Number)]]
      const required = schema.required?.includes(name) ?? false
      if (field.type === 'boolean' && given !== undefined) return [[name, given]]
      if (!required && isEmpty(given)) return []
      if (field.type === 'integer' && isEmpty(given)) return []
      const value = one(given, field)
      return value === undefined || (!required && isEmpty(value)) ? [] : [[name, value]]
    }),
  )
