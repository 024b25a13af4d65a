import { type Choice, Field } from './field.tsx'
import { ownFields, type Schema } from './schema.ts'

export type Choices = Readonly<Record<string, readonly Choice[]>>

interface FieldsProps {
  readonly schema: Schema
  readonly choices?: Choices
  readonly path?: readonly string[]
  readonly except?: readonly string[]
}

const isGroup = ({ type }: Schema): boolean => type === 'object'
/** Lists of groups have pages of their own, where they are wanted at all. */
const isListOfGroups = ({ type, items }: Schema): boolean => type === 'array' && items?.type !== 'string'

/** First what must be said, then the reasons for it, then what may be left out. */
const rank = ([name, field]: [string, Schema]): number => (name === 'reasons' ? 1 : field['x-needed'] === false ? 2 : 0)

/** The fields of a command in their order; a group of them stands in a frame of its own. */
export const Fields = ({ schema, choices = {}, path = [], except = [] }: FieldsProps) => (
  <>
    {ownFields(schema)
      .toSorted((a, b) => rank(a) - rank(b))
      .filter(([name, field]) => !except.includes(name) && !isListOfGroups(field))
      .map(([name, field]) =>
        isGroup(field) ? (
          <fieldset key={name}>
            <legend>{field.title}</legend>
            <Fields schema={field} choices={choices} path={[...path, name]} />
          </fieldset>
        ) : (
          <Field
            key={name}
            path={[...path, name]}
            schema={field}
            required={schema.required?.includes(name) ?? false}
            choices={choices[[...path, name].join('.')]}
          />
        ),
      )}
  </>
)
