import { Button } from 'antd'
import { useState } from 'react'
import { useWords } from '../app/session.tsx'
import { Dialog } from '../look/dialog.tsx'
import { PdfFrame } from '../look/pdf-frame.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { useFile } from '../look/use-file.ts'

interface FileViewProps {
  /** Where the interface has it. */
  readonly path: string
  readonly title: string
  readonly onClose: () => void
}

/** A PDF of the interface over the page; Escape closes it, and the focus goes back to where it came from. */
export const FileView = ({ path, title, onClose }: FileViewProps) => {
  const { file, problem } = useFile(path)
  return (
    <Dialog title={title} onClose={onClose}>
      {problem && <ProblemBox problem={problem} />}
      {!file && !problem && <p role="status">正在印制……</p>}
      {file && <PdfFrame file={file} title={title} />}
    </Dialog>
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
