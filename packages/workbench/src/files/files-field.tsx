import { Button, Select } from 'antd'
import { useRef, useState } from 'react'
import type { UploadAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { sizeWords, upload } from './upload.ts'

interface FilesFieldProps {
  /** Given by the form. */
  readonly id?: string
  readonly value?: readonly UploadAnswer[]
  readonly onChange?: (files: readonly UploadAnswer[]) => void
  /** What is chosen before anybody chooses. */
  readonly usual?: string
}

interface ListProps {
  readonly files: readonly UploadAnswer[]
  readonly onDrop: (file: UploadAnswer) => void
}

const List = ({ files, onDrop }: ListProps) => {
  const { attachmentKinds } = useWords()
  return (
    <ul className="logins files">
      {files.map((one) => (
        <li key={one.file}>
          <span>
            {one.name}
            <span className="detail">
              {attachmentKinds[one.kind]}，{sizeWords(one.size)}
            </span>
          </span>
          <Button size="small" aria-label={`不要：${one.name}`} onClick={() => onDrop(one)}>
            不要
          </Button>
        </li>
      ))}
    </ul>
  )
}

const accepted = '.pdf,.jpg,.jpeg,.png,application/pdf,image/jpeg,image/png'

/** Files of an act: each is brought as soon as it is chosen, and filed with the act. */
export const FilesField = ({ id = 'files', value = [], onChange = () => {}, usual = 'other' }: FilesFieldProps) => {
  const { attachmentKinds } = useWords()
  const [kind, setKind] = useState(usual)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const input = useRef<HTMLInputElement>(null)
  const kinds = Object.entries(attachmentKinds).map(([code, label]) => ({ value: code, label }))
  const bring = async (chosen: readonly File[]) => {
    setBusy(true)
    let files = value
    for (const file of chosen) {
      const asked = await upload(kind, file)
      setProblem(asked.ok ? undefined : asked.problem)
      if (!asked.ok) break
      files = [...files, asked.answer]
    }
    setBusy(false)
    onChange(files)
    if (input.current) input.current.value = ''
  }
  const drop = async (gone: UploadAnswer) => {
    await ask(`/uploads/${gone.file}`, { method: 'DELETE' })
    onChange(value.filter(({ file }) => file !== gone.file))
  }
  return (
    <div className="files-field">
      {problem && <ProblemBox problem={problem} nameOf={() => '文件'} />}
      {value.length > 0 && <List files={value} onDrop={(file) => void drop(file)} />}
      <div className="filters">
        <label className="field" htmlFor={`${id}-kind`}>
          <span>这是什么材料</span>
          <Select id={`${id}-kind`} value={kind} options={kinds} onChange={setKind} />
        </label>
        <label className="field grow" htmlFor={id}>
          <span>选文件（PDF、JPG、PNG，一个最大10 MB，可以一次选几个）</span>
          <input
            ref={input}
            id={id}
            type="file"
            multiple
            accept={accepted}
            disabled={busy}
            onChange={(event) => void bring([...(event.target.files ?? [])])}
          />
        </label>
      </div>
      <p role="status">{busy && '正在上传……'}</p>
    </div>
  )
}
