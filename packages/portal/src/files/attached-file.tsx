import { type AttachmentKind, attachmentKinds } from '@zhiqing/casework'
import { Select } from '../look/choices.js'
import { type Fault, faultOf } from '../look/fault.js'
import { FileField } from './file-field.js'

/** A file that goes along with a form of words; one more each time the second button is pressed. */
export const AttachedFile = ({ kinds, faults }: { kinds: readonly AttachmentKind[]; faults: readonly Fault[] }) => (
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
    <FileField
      label={
        <>
          材料<span className="optional">（可以不附）</span>
        </>
      }
      faults={faults}
    />
    <p>
      <button type="submit" className="second small" name="go" value="add">
        再加一个文件
      </button>
    </p>
  </div>
)
