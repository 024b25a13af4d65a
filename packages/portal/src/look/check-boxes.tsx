import type { ReactNode } from 'react'
import type { Choice } from './choices.js'
import { idOf } from './fault.js'
import { Group } from './group.js'

interface CheckBoxProps {
  readonly name: string
  readonly legend: string
  readonly hint?: ReactNode
  readonly choices: readonly Choice[]
  readonly value: string
  readonly fault: string | undefined
}

/** Something to tick or to leave. */
export const CheckBox = ({ name, legend, hint, choices, value, fault }: CheckBoxProps) => {
  const id = idOf(name)
  return (
    <Group id={id} legend={legend} hint={hint} fault={fault}>
      {choices.map((choice) => (
        <div className="radio" key={choice.value}>
          <input
            type="checkbox"
            id={id}
            name={name}
            value={choice.value}
            defaultChecked={choice.value === value}
            aria-describedby={choice.hint ? `${id}-choice` : undefined}
          />
          <label htmlFor={id}>{choice.label}</label>
          {choice.hint ? (
            <div className="hint" id={`${id}-choice`}>
              {choice.hint}
            </div>
          ) : null}
        </div>
      ))}
    </Group>
  )
}

interface CheckBoxesProps {
  /** Of the group: its first box has this id, so that the error summary leads to it. */
  readonly name: string
  readonly legend: string
  readonly hint?: ReactNode
  /** Each box is a field of its own, named by the choice. */
  readonly choices: readonly Choice[]
  readonly values: readonly string[]
  readonly fault: string | undefined
}

/** Any of several. */
export const CheckBoxes = ({ name, legend, hint, choices, values, fault }: CheckBoxesProps) => {
  const id = idOf(name)
  return (
    <Group id={id} legend={legend} hint={hint} fault={fault}>
      {choices.map(({ value, label }, i) => {
        const own = i === 0 ? id : idOf(`${name}.${value}`)
        return (
          <div className="radio" key={value}>
            <input type="checkbox" id={own} name={value} value="1" defaultChecked={values.includes(value)} />
            <label htmlFor={own}>{label}</label>
          </div>
        )
      })}
    </Group>
  )
}
