/** As much of a JSON schema as the description of the interface uses. */
interface Schema {
  readonly $ref?: string
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly items?: Schema
}

/** The description, as far as answers are told in it. */
export interface Description {
  readonly paths: Readonly<
    Record<string, Readonly<Record<string, { readonly responses?: Readonly<Record<string, Answer>> }>>>
  >
  readonly components?: { readonly schemas?: Readonly<Record<string, Schema>> }
}
interface Answer {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>
}

/** Every schema that a value may have to fit, with references followed and alternatives laid out. */
const laidOut = (schema: Schema, document: Description): Schema[] => {
  const name = schema.$ref?.split('/').at(-1)
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])]
  const referred = name === undefined ? undefined : document.components?.schemas?.[name]
  const all = [...inner, ...(referred ? [referred] : [])]
  return all.length > 0 ? all.flatMap((one) => laidOut(one, document)) : [schema]
}

const within = (name: string, schemas: readonly Schema[]): Schema[] =>
  schemas.flatMap(({ properties = {}, additionalProperties }) => {
    const own = properties[name]
    if (own) return [own]
    return typeof additionalProperties === 'object' ? [additionalProperties] : []
  })

/** A schema that says nothing of members, or that any are welcome, describes none and forbids none. */
const isOpen = ({ properties, additionalProperties }: Schema): boolean =>
  additionalProperties === true ||
  (properties === undefined && (additionalProperties === undefined || Object.keys(additionalProperties).length === 0))

/** Where in a value members stand of which its description says nothing; `seen` counts those it does speak of. */
export const undescribed = (
  value: unknown,
  schema: Schema,
  { document, seen, at = '' }: { document: Description; seen: { n: number }; at?: string },
): string[] => {
  if (typeof value !== 'object' || value === null) return []
  const schemas = laidOut(schema, document)
  if (Array.isArray(value)) {
    const items = schemas.flatMap((one) => (one.items ? [one.items] : []))
    return value.flatMap((one) => undescribed(one, { anyOf: items }, { document, seen, at: `${at}[]` }))
  }
  return Object.entries(value).flatMap(([name, one]) => {
    const found = within(name, schemas)
    if (found.length === 0) return schemas.some(isOpen) ? [] : [`${at}.${name}`]
    seen.n += 1
    return undescribed(one, { anyOf: found }, { document, seen, at: `${at}.${name}` })
  })
}
