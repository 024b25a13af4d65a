import { Checkbox, Form, Input, Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import type { Schema } from './schema.ts'

export interface Choice {
  readonly value: string
  readonly label: string
}

/** Longer texts get room; shorter ones one line. */
const longText = 300
/** So many choices are seen at once; more of them are chosen from a list. */
const seenAtOnce = 6

const enumChoices = ({ enum: codes = [], 'x-names': names = {} }: Schema): Choice[] =>
  codes.map((value) => ({ value, label: names[value] ?? value }))

interface Shape {
  readonly control: ReactNode
  readonly hint?: string
  readonly valuePropName?: string
}

const chosen = (choices: readonly Choice[], id: string, required: boolean): ReactNode =>
  choices.length <= seenAtOnce && required ? (
    <Radio.Group options={[...choices]} />
  ) : (
    <Select id={id} options={[...choices]} allowClear={!required} showSearch={{ optionFilterProp: 'label' }} />
  )

const textShape = ({ maxLength = 0 }: Schema): Shape =>
  maxLength > longText ? { control: <Input.TextArea rows={4} /> } : { control: <Input /> }

const shapeOf = (schema: Schema, choices: readonly Choice[] | undefined, id: string, required: boolean): Shape => {
  if (choices && schema.type === 'array')
    return { control: <Checkbox.Group options={[...choices]} className="stacked" /> }
  if (choices) return { control: chosen(choices, id, required) }
  if (schema.enum) return { control: chosen(enumChoices(schema), id, required) }
  if (schema.format === 'date') return { control: <Input type="date" className="day" /> }
  if (schema.type === 'array' && schema.items?.enum)
    return { control: <Checkbox.Group options={enumChoices(schema.items)} className="stacked" /> }
  if (schema.type === 'array') return { control: <Input.TextArea rows={3} />, hint: '每行一项' }
  if (schema.type === 'integer') return { control: <Input type="number" className="number" inputMode="numeric" /> }
  if (schema.type === 'boolean' && required)
    return {
      control: (
        <Radio.Group
          options={[
            { value: true, label: '是' },
            { value: false, label: '否' },
          ]}
        />
      ),
    }
  return textShape(schema)
}

interface FieldProps {
  readonly path: readonly (string | number)[]
  readonly within?: readonly (string | number)[]
  readonly schema: Schema
  readonly required: boolean
  readonly choices?: readonly Choice[] | undefined
}

const tickWords = (schema: Schema): string =>
  schema.const === 'officeHead' ? '公开工作机构负责人已经批准' : (schema.title ?? '')

/** One field of a command, its control drawn from the schema, its label the schema's title. */
export const Field = ({ path, within = [], schema, required, choices }: FieldProps) => {
  const name = [...path]
  if (!required && (schema.const !== undefined || schema.type === 'boolean'))
    return (
      <Form.Item name={name} valuePropName="checked">
        <Checkbox>{tickWords(schema)}</Checkbox>
      </Form.Item>
    )
  const id = [...within, ...name].join('_')
  const { control, hint } = shapeOf(schema, choices, id, required)
  const needed = required || schema['x-needed']
  return (
    <Form.Item
      name={name}
      label={
        <>
          {schema.title}
          {!needed && <span className="optional">（可以不填）</span>}
        </>
      }
      extra={hint}
    >
      {control}
    </Form.Item>
  )
}
