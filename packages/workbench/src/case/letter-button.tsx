import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../app/session.tsx'
import { PdfFrame } from '../look/pdf-frame.tsx'
import { ProblemBox } from '../look/problem-box.tsx'

interface FileViewProps {
  /** Where the interface has it. */
  readonly path: string
  readonly title: string
  readonly onClose: () => void
}

/** A PDF of the interface over the page; Escape closes it, and the focus goes back to where it came from. */
export const FileView = ({ path, title, onClose }: FileViewProps) => {
  const [file, setFile] = useState<Blob>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    void fetchFile(path).then((asked) => (asked.ok ? setFile(asked.answer) : setProblem(asked.problem)))
  }, [path])
  return (
    <Modal open title={title} onCancel={onClose} footer={null} width="min(62rem, 94vw)" destroyOnHidden>
      {problem && <ProblemBox problem={problem} />}
      {!file && !problem && <p role="status">正在印制……</p>}
      {file && <PdfFrame file={file} title={title} />}
    </Modal>
  )
}

interface LetterButtonProps {
  readonly id: string
  readonly letter: { readonly n: number; readonly letter: string; readonly documentNumber: string | null }
}

/** Opens one letter of the case. */
export const LetterButton = ({ id, letter: { n, letter, documentNumber } }: LetterButtonProps) => {
  const words = useWords()
  const [open, setOpen] = useState(false)
  const title = `${words.letters[letter] ?? letter}${documentNumber ? `（${documentNumber}）` : ''}`
  return (
    <>
      <Button type="link" className="letter" onClick={() => setOpen(true)}>
        {title}
      </Button>
      {open && <FileView path={`/cases/${id}/letters/${n}.pdf`} title={title} onClose={() => setOpen(false)} />}
    </>
  )
}
