import { type AttachmentKind, attachmentKinds, mostAttachments, mostBytes } from '@zhiqing/casework'
import { Choices } from '../look/choices.js'
import { type Fault, faultOf, idOf } from '../look/fault.js'
import { describedBy, Notes } from '../look/field.js'

const hint = `PDF、JPG或者PNG，一个最大${mostBytes / 1024 / 1024} MB，最多${mostAttachments}个。`

interface FileFormProps {
  readonly action: string
  readonly kinds: readonly AttachmentKind[]
  readonly faults: readonly Fault[]
}

/** One file at a time, the limits told before; a bar of progress where the browser has a script. */
export const FileForm = ({ action, kinds, faults }: FileFormProps) => {
  const [id, fault] = [idOf('file'), faultOf(faults, 'file')]
  return (
    <form method="post" action={action} encType="multipart/form-data" className="upload" data-upload="">
      {kinds.length > 1 ? (
        <Choices
          name="kind"
          legend="这是什么材料"
          choices={kinds.map((value) => ({ value, label: attachmentKinds[value] }))}
          value={kinds.at(-1) ?? ''}
          fault={faultOf(faults, 'kind')}
        />
      ) : (
        <input type="hidden" name="kind" value={kinds[0]} />
      )}
      <div className={fault ? 'field wrong' : 'field'}>
        <label htmlFor={id}>选一个文件</label>
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
      <p className="progress-words" role="status" data-progress="" />
      <p>
        <button type="submit" className="second">
          上传这个文件
        </button>
      </p>
    </form>
  )
}
