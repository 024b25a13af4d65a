import { Button } from 'antd'
import { useState } from 'react'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { fileAt, type Place } from './address.ts'

const forms = [
  ['docx', 'DOCX'],
  ['pdf', 'PDF'],
  ['xlsx', 'XLSX'],
  ['html', 'HTML'],
  ['json', 'JSON'],
] as const

interface DownloadsProps {
  readonly place: Place
  readonly title: string
  /** Left out for the draft as it is now. */
  readonly edition?: number | undefined
}

/** The report as a file, in each of its forms. */
export const Downloads = ({ place, title, edition }: DownloadsProps) => {
  const [busy, setBusy] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const which = edition === undefined ? '草稿' : `第${edition}版`
  const fetchForm = async (form: string) => {
    setBusy(form)
    const asked = await fetchFile(fileAt(place, form, edition))
    setBusy('')
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok)
      saveFile(asked.answer, `${title}${place.sum ? '（汇总）' : ''}${edition === undefined ? '（草稿）' : ''}.${form}`)
  }
  return (
    <>
      <div className="row">
        {forms.map(([form, zh]) => (
          <Button
            key={form}
            loading={busy === form}
            aria-label={`下载${which} ${zh}`}
            onClick={() => void fetchForm(form)}
          >
            {zh}
          </Button>
        ))}
      </div>
      {problem && <ProblemBox problem={problem} />}
    </>
  )
}
