import { type Attachment, attachmentKinds } from '@zhiqing/casework'

/** As people read it. */
export const sizeWords = (bytes: number): string =>
  bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`

/** What lies in the basket, each with a way to take it out. */
export const FileList = ({ files, action }: { files: readonly Attachment[]; action: string }) =>
  files.length === 0 ? null : (
    <ul className="files">
      {files.map(({ file, kind, name, size }) => (
        <li key={file}>
          <span className="verbatim">{name}</span>
          <span className="hint">
            {attachmentKinds[kind]}，{sizeWords(size)}
          </span>
          <form method="post" action={action}>
            <input type="hidden" name="file" value={file} />
            <button type="submit" className="quiet">
              删除<span className="unseen">：{name}</span>
            </button>
          </form>
        </li>
      ))}
    </ul>
  )
