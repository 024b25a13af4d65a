import type { ReactNode } from 'react'
import { idOf } from './fault.js'
import { describedBy, Notes } from './field.js'
import { Group } from './group.js'

export interface Choice {
  readonly value: string
  readonly label: string
  readonly hint?: string | undefined
}

interface ChoicesProps {
  readonly name: string
  readonly legend: string
  /** The heading of the page asks already: only read aloud. */
  readonly legendUnseen?: boolean | undefined
  readonly hint?: ReactNode
  readonly choices: readonly Choice[]
  readonly value: string
  readonly fault: string | undefined
}

const Radio = ({ name, choice, checked, id }: { name: string; choice: Choice; checked: boolean; id: string }) => (
  <div className="radio">
    <input
      type="radio"
      id={id}
      name={name}
      value={choice.value}
      defaultChecked={checked}
      aria-describedby={choice.hint ? `${id}-hint` : undefined}
    />
    <label htmlFor={id}>{choice.label}</label>
    {choice.hint ? (
      <div className="hint" id={`${id}-hint`}>
        {choice.hint}
      </div>
    ) : null}
  </div>
)

/** One of several; the first has the field's own id, so that the error summary leads to it. */
export const Choices = ({ name, legend, legendUnseen, hint, choices, value, fault }: ChoicesProps) => {
  const id = idOf(name)
  return (
    <Group id={id} legend={legend} legendUnseen={legendUnseen} hint={hint} fault={fault}>
      {choices.map((choice, i) => (
        <Radio
          key={choice.value}
          name={name}
          choice={choice}
          checked={choice.value === value}
          id={i === 0 ? id : `${id}-${choice.value}`}
        />
      ))}
    </Group>
  )
}

/** One of several in a list that opens. */
export const Select = ({ name, legend, hint, choices, value, fault }: ChoicesProps) => {
  const id = idOf(name)
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{legend}</label>
      <Notes id={id} hint={hint} fault={fault} />
      <select id={id} name={name} defaultValue={value} aria-describedby={describedBy(id, hint, fault)}>
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  )
}
