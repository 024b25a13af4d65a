import { type AttachmentKind, attachmentKinds } from '@zhiqing/casework'
import { Choices } from '../look/choices.js'
import { type Fault, faultOf } from '../look/fault.js'
import { FileField } from './file-field.js'

interface FileFormProps {
  readonly action: string
  readonly kinds: readonly AttachmentKind[]
  readonly faults: readonly Fault[]
}

/** One file at a time, the limits told before; a bar of progress where the browser has a script. */
export const FileForm = ({ action, kinds, faults }: FileFormProps) => (
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
    <FileField label="选一个文件" faults={faults} />
    <p className="progress-words" role="status" data-progress="" />
    <p>
      <button type="submit" className="second">
        上传这个文件
      </button>
    </p>
  </form>
)
