import type { ReactNode } from 'react'
import { describedBy, Notes } from './field.js'

interface GroupProps {
  readonly id: string
  readonly legend: ReactNode
  /** The heading of the page asks already: only read aloud. */
  readonly legendUnseen?: boolean | undefined
  readonly hint?: ReactNode
  readonly fault: string | undefined
  readonly children: ReactNode
}

/** Several boxes under one question, with its hint and its fault above them. */
export const Group = ({ id, legend, legendUnseen, hint, fault, children }: GroupProps) => (
  <fieldset className={fault ? 'field wrong' : 'field'} aria-describedby={describedBy(id, hint, fault)}>
    <legend className={legendUnseen ? 'unseen' : undefined}>{legend}</legend>
    <Notes id={id} hint={hint} fault={fault} />
    {children}
  </fieldset>
)
