import type { ReactNode } from 'react'
import type { Choice } from './choices.js'
import { idOf } from './fault.js'
import { describedBy, Notes } from './field.js'

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
    <fieldset className={fault ? 'field wrong' : 'field'} aria-describedby={describedBy(id, hint, fault)}>
      <legend>{legend}</legend>
      <Notes id={id} hint={hint} fault={fault} />
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
    </fieldset>
  )
}
