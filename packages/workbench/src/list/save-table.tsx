import { Button } from 'antd'
import { useState } from 'react'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'

interface SaveTableProps {
  /** What the list is, as the interface is asked for it. */
  readonly query: string
  readonly caption: string
}

/** The whole list as a file, also what is not on the page yet. */
export const SaveTable = ({ query, caption }: SaveTableProps) => {
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState<string>()
  const save = async (form: 'xlsx' | 'csv') => {
    setBusy(form)
    const asked = await fetchFile(`/case-table?${query}&form=${form}`)
    setBusy(undefined)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, `${caption}.${form}`)
  }
  return (
    <>
      <Button loading={busy === 'xlsx'} onClick={() => void save('xlsx')}>
        存为表格（XLSX）
      </Button>
      <Button loading={busy === 'csv'} onClick={() => void save('csv')}>
        存为表格（CSV）
      </Button>
      {problem && (
        <div className="whole-row">
          <ProblemBox problem={problem} />
        </div>
      )}
    </>
  )
}
