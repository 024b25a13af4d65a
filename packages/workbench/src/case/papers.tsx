import { Button } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../api/answers.ts'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'

/** 案卷: everything of the case in one file. */
export const DossierButton = ({ page }: { readonly page: CasePage }) => {
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    const asked = await fetchFile(`/cases/${page.id}/dossier.zip`)
    setBusy(false)
    setProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, `案卷-${page.number ?? page.id}.zip`)
  }
  return (
    <>
      <Button onClick={() => void take()} loading={busy}>
        下载案卷（ZIP）
      </Button>
      {problem && <ProblemBox problem={problem} />}
    </>
  )
}
