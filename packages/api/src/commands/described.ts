import { type CommandName, codeNames, fieldName, outcomeFieldNames } from '@zhiqing/casework'
import type { Outcome } from '@zhiqing/law'
import * as z from 'zod'
import { bodySchema } from './body-schema.js'

type Json = { readonly [key: string]: unknown }

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

type Naming = (field: string) => { readonly title: string; readonly 'x-needed'?: boolean }

/** The fields of an outcome have names of their own; those beside it, and in other commands, the command's. */
const namingOf = (name: CommandName, properties: Json): Naming => {
  const code = (properties.outcome as Json | undefined)?.const
  const outcome = typeof code === 'string' ? outcomeFieldNames(code as Outcome) : {}
  return (field) => {
    const own = outcome[field]
    return own ? { title: own.zh, 'x-needed': own.needed } : { title: fieldName(name, field) }
  }
}

/** Days have a format, which says it better than the pattern does; patterns of ours are told by the faults. */
const withoutPattern = ({ pattern: _, ...rest }: Json): Json => rest

const withNames = (schema: Json): Json => {
  const codes = Array.isArray(schema.enum) ? schema.enum.map(String) : []
  return codes.length > 0 ? { ...schema, 'x-names': codeNames(codes) } : schema
}

/** Puts the Chinese names of fields and codes on a JSON Schema, however deep they lie. */
const described = (name: CommandName, schema: Json): Json => {
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk)
    if (!isJson(value)) return value
    const { properties, ...rest } = value
    const open = withNames(withoutPattern(rest))
    const deeper = Object.fromEntries(
      Object.entries(open).map(([key, one]) => [key, ['items', 'anyOf', 'oneOf'].includes(key) ? walk(one) : one]),
    )
    if (!isJson(properties)) return deeper
    const naming = namingOf(name, properties)
    const named = Object.entries(properties).map(([field, one]) => [
      field,
      { ...(walk(one) as Json), ...naming(field) },
    ])
    return { ...deeper, properties: Object.fromEntries(named) }
  }
  return walk(schema) as Json
}

const made = new Map<CommandName, Json>()

/** The JSON Schema of a command's body with the names that a form shows; made once. */
export const describedSchema = (name: CommandName): Json => {
  const known = made.get(name)
  if (known) return known
  const schema = described(name, z.toJSONSchema(bodySchema(name), { io: 'input' }) as Json)
  made.set(name, schema)
  return schema
}
