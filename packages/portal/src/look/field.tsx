import { type HTMLInputAutoCompleteAttribute, type ReactNode, useContext } from 'react'
import { AtKiosk } from '../kiosk/kiosk.js'
import { idOf } from './fault.js'

export interface FieldProps {
  readonly name: string
  readonly label: string
  readonly hint?: ReactNode
  readonly optional?: boolean | undefined
  readonly value: string
  readonly fault: string | undefined
  readonly type?: 'text' | 'tel' | 'email' | undefined
  readonly numeric?: boolean | undefined
  readonly autoComplete?: HTMLInputAutoCompleteAttribute | undefined
  /** More than one line: how many are shown at first. */
  readonly rows?: number | undefined
  readonly className?: string | undefined
  /** Never kept on the device while it is being typed. */
  readonly unkept?: boolean | undefined
  /** What the script looks for in it while it is being typed. */
  readonly watched?: 'vague' | undefined
}

/** Names of what describes a field, for screen readers; undefined when there is nothing. */
export const describedBy = (id: string, hint: unknown, fault: unknown): string | undefined =>
  [hint ? `${id}-hint` : '', fault ? `${id}-fault` : ''].filter(Boolean).join(' ') || undefined

/** Hint and fault of a field, above it, in words. */
export const Notes = ({ id, hint, fault }: { id: string; hint?: ReactNode; fault: string | undefined }) => (
  <>
    {hint ? (
      <div className="hint" id={`${id}-hint`}>
        {hint}
      </div>
    ) : null}
    {fault ? (
      <p className="fault" id={`${id}-fault`}>
        <span className="unseen">错误：</span>
        {fault}
      </p>
    ) : null}
  </>
)

/** A line, or a box, to write in. */
export const Field = (props: FieldProps) => {
  const {
    name,
    label,
    hint,
    optional,
    value,
    fault,
    type = 'text',
    numeric,
    autoComplete,
    rows,
    className,
    unkept,
    watched,
  } = props
  const id = idOf(name)
  const common = {
    id,
    name,
    defaultValue: value,
    autoComplete: useContext(AtKiosk) ? 'off' : autoComplete,
    'aria-describedby': describedBy(id, hint, fault),
    'aria-invalid': fault ? true : undefined,
    className,
    'data-unkept': unkept ? '' : undefined,
    'data-watch': watched,
  } as const
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={id}>
        {label}
        {optional ? <span className="optional">（可以不填）</span> : null}
      </label>
      <Notes id={id} hint={hint} fault={fault} />
      {rows ? (
        <textarea {...common} rows={rows} />
      ) : (
        <input {...common} type={type} inputMode={numeric ? 'numeric' : undefined} />
      )}
    </div>
  )
}
