import { Button, Form } from 'antd'
import type { Choice } from './field.tsx'
import { type Choices, Fields } from './fields.tsx'
import type { Schema } from './schema.ts'

interface GroupListProps {
  readonly path: readonly (string | number)[]
  readonly within: readonly (string | number)[]
  readonly schema: Schema
  readonly choices: Choices
}

/** Choices are named by the field of the group; each row has its own. */
const choicesOfRow = (all: Choices, list: string, row: number): Choices =>
  Object.fromEntries(
    Object.entries(all).flatMap(([key, choices]): [string, readonly Choice[]][] =>
      key.startsWith(`${list}.`) ? [[`${row}.${key.slice(list.length + 1)}`, choices]] : [],
    ),
  )

/** A list of groups of fields: a frame a row, with a button to add one and one to take each away. */
export const GroupList = ({ path, within, schema, choices }: GroupListProps) => (
  <fieldset>
    <legend>
      {schema.title}
      <span className="optional">（没有的不填）</span>
    </legend>
    <Form.List name={[...path]}>
      {(rows, { add, remove }) => (
        <>
          {rows.map(({ key, name }, n) => (
            <fieldset key={key}>
              <legend>第{n + 1}个</legend>
              <Fields
                schema={schema.items ?? {}}
                choices={choicesOfRow(choices, path.join('.'), name)}
                path={[name]}
                within={[...within, ...path]}
              />
              <Button onClick={() => remove(name)}>去掉第{n + 1}个</Button>
            </fieldset>
          ))}
          <Button onClick={() => add({})}>添加</Button>
        </>
      )}
    </Form.List>
  </fieldset>
)
