import { mostAttachments, mostBytes } from '@zhiqing/casework'
import type { ReactNode } from 'react'
import { type Fault, faultOf, idOf } from '../look/fault.js'
import { describedBy, Notes } from '../look/field.js'

const hint = `PDF、JPG或者PNG，一个最大${mostBytes / 1024 / 1024} MB，最多${mostAttachments}个。`

/** Where a file is chosen, the limits told before. */
export const FileField = ({ label, faults }: { readonly label: ReactNode; readonly faults: readonly Fault[] }) => {
  const [id, fault] = [idOf('file'), faultOf(faults, 'file')]
  return (
    <div className={fault ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <Notes id={id} hint={hint} fault={fault} />
      <input
        id={id}
        name="file"
        type="file"
        accept=".pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png"
        aria-describedby={describedBy(id, hint, fault)}
        aria-invalid={fault ? true : undefined}
      />
    </div>
  )
}
