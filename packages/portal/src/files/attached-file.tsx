import { type AttachmentKind, attachmentKinds, mostAttachments, mostBytes } from '@zhiqing/casework'
import { Select } from '../look/choices.js'
import { type Fault, faultOf, idOf } from '../look/fault.js'
import { describedBy, Notes } from '../look/field.js'

const hint = `PDF、JPG或者PNG，一个最大${mostBytes / 1024 / 1024} MB，最多${mostAttachments}个。`

/** A file that goes along with a form of words; one more each time the second button is pressed. */
export const AttachedFile = ({ kinds, faults }: { kinds: readonly AttachmentKind[]; faults: readonly Fault[] }) => {
  const [id, fault] = [idOf('file'), faultOf(faults, 'file')]
  return (
    <div className="attached">
      {kinds.length > 1 ? (
        <Select
          name="kind"
          legend="要附材料的，这是什么材料"
          choices={kinds.map((value) => ({ value, label: attachmentKinds[value] }))}
          value={kinds.at(-1) ?? ''}
          fault={faultOf(faults, 'kind')}
        />
      ) : (
        <input type="hidden" name="kind" value={kinds[0]} />
      )}
      <div className={fault ? 'field wrong' : 'field'}>
        <label htmlFor={id}>
          材料<span className="optional">（可以不附）</span>
        </label>
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
      <p>
        <button type="submit" className="second small" name="go" value="add">
          再加一个文件
        </button>
      </p>
    </div>
  )
}
