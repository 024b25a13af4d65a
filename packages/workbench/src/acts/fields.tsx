import { Form } from 'antd'
import { FilesField } from '../files/files-field.tsx'
import { type Choice, Field } from './field.tsx'
import { GroupList } from './group-list.tsx'
import { ownFields, type Schema } from './schema.ts'

export type Choices = Readonly<Record<string, readonly Choice[]>>

interface FieldsProps {
  readonly schema: Schema
  readonly choices?: Choices
  readonly path?: readonly (string | number)[]
  /** The list of groups these fields stand in; their names begin anew there. */
  readonly within?: readonly (string | number)[]
  readonly except?: readonly string[]
}

const isGroup = ({ type }: Schema): boolean => type === 'object'
/** Lists of groups have pages of their own, where they are wanted at all; these stand in the form itself. */
const inTheForm = ['attachments', 'overruled']
const isListOfGroups = ({ type, items }: Schema): boolean =>
  type === 'array' && items?.type !== 'string' && items?.type !== 'integer'
/** Numbers of things that the case holds: where it holds none, there is nothing to ask. */
const isListOfNumbers = ({ type, items }: Schema): boolean => type === 'array' && items?.type === 'integer'

/** First what must be said, then the reasons for it, then what may be left out. */
const rank = ([name, field]: [string, Schema]): number => (name === 'reasons' ? 1 : field['x-needed'] === false ? 2 : 0)

interface FilesItemProps {
  readonly name: string[]
  readonly title: string | undefined
  readonly needed: boolean | undefined
}

/** Files are no group to be typed: they are chosen. */
const FilesItem = ({ name, title, needed }: FilesItemProps) => (
  <fieldset>
    <legend>
      {title}
      {!needed && <span className="optional">（可以不附）</span>}
    </legend>
    <Form.Item name={name} noStyle>
      <FilesField />
    </Form.Item>
  </fieldset>
)

/** The fields of a command in their order; a group of them stands in a frame of its own. */
export const Fields = ({ schema, choices = {}, path = [], within = [], except = [] }: FieldsProps) => (
  <>
    {ownFields(schema)
      .toSorted((a, b) => rank(a) - rank(b))
      .filter(([name, field]) => !except.includes(name) && (!isListOfGroups(field) || inTheForm.includes(name)))
      .filter(([name, field]) => !isListOfNumbers(field) || choices[[...path, name].join('.')]?.length)
      .map(([name, field]) =>
        name === 'attachments' && isListOfGroups(field) ? (
          <FilesItem
            key={name}
            name={[...path.map(String), name]}
            title={field.title}
            needed={schema.required?.includes(name)}
          />
        ) : isListOfGroups(field) ? (
          <GroupList key={name} path={[...path, name]} within={within} schema={field} choices={choices} />
        ) : isGroup(field) ? (
          <fieldset key={name}>
            <legend>{field.title}</legend>
            <Fields schema={field} choices={choices} path={[...path, name]} within={within} />
          </fieldset>
        ) : (
          <Field
            key={name}
            path={[...path, name]}
            within={within}
            schema={field}
            required={schema.required?.includes(name) ?? false}
            choices={choices[[...path, name].join('.')]}
          />
        ),
      )}
  </>
)
