/** As much of JSON Schema as the interface's commands are written in. */
export interface Schema {
  readonly type?: string
  readonly title?: string
  readonly format?: string
  readonly enum?: readonly string[]
  readonly const?: unknown
  readonly maxLength?: number
  readonly maxItems?: number
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  /** The Chinese of each code of `enum`. */
  readonly 'x-names'?: Readonly<Record<string, string>>
  /** The law asks for it, whatever the shape says. */
  readonly 'x-needed'?: boolean
}

/** A command as the interface describes it. */
export interface CommandForm {
  readonly command: string
  readonly zh: string
  readonly article: string
  readonly cited: string
  readonly roles: readonly string[]
  readonly schema: Schema
}

/** What every command may carry; forms ask for it apart, or not at all. */
const envelope = ['on', 'by', 'person']

export const ownFields = ({ properties = {} }: Schema): [string, Schema][] =>
  Object.entries(properties).filter(([name]) => !envelope.includes(name))

/** What a path of the input is called, for the list of faults. */
export const nameOfPath = (schema: Schema, path: string): string => {
  let at: Schema | undefined = schema
  const names = path.split('.').map((part) => {
    if (/^\d+$/.test(part)) {
      at = at?.items
      return `第${Number(part) + 1}项`
    }
    at = at?.properties?.[part]
    return at?.title ?? part
  })
  return names.join('·')
}
