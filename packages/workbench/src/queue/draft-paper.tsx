import { useEffect } from 'react'
import { PdfFrame } from '../look/pdf-frame.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { useFile } from '../look/use-file.ts'

interface DraftPaperProps {
  readonly id: string
  /** Told once the paper is on the screen. */
  readonly onSeen?: () => void
}

/** The reply as it would be signed today. */
export const DraftPaper = ({ id, onSeen }: DraftPaperProps) => {
  const { file, problem } = useFile(`/cases/${id}/letters/draft.pdf`)
  useEffect(() => {
    if (file) onSeen?.()
  }, [file, onSeen])
  if (problem) return <ProblemBox problem={problem} />
  if (!file) return <p role="status">正在排印……</p>
  return <PdfFrame file={file} title="拟稿" />
}
