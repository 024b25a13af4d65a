import { Button } from 'antd'
import { useState } from 'react'
import type { CasePage } from '../api/answers.ts'
import { fetchFile } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { Link } from '../app/router.tsx'
import { useSitting } from '../app/session.tsx'
import { sizeWords } from '../files/upload.ts'
import { inWords } from '../look/days.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { saveFile } from '../look/save-file.ts'
import { Section } from './section.tsx'

type Filed = NonNullable<CasePage['attachments']>[number]

const came: Readonly<Record<string, string>> = {
  request: '随申请',
  correction: '随补正',
  reasons: '随说明理由',
  telling: '申请人告知',
  filing: '机关收录',
}

/** The file as it came, saved under the name it came with; it is never opened in this page. */
const SaveButton = ({ id, filed, onProblem }: { id: string; filed: Filed; onProblem: (problem?: Problem) => void }) => {
  const [busy, setBusy] = useState(false)
  const save = async () => {
    setBusy(true)
    const asked = await fetchFile(`/cases/${id}/attachments/${filed.n}`)
    setBusy(false)
    onProblem(asked.ok ? undefined : asked.problem)
    if (asked.ok) saveFile(asked.answer, filed.name)
  }
  return (
    <Button size="small" loading={busy} aria-label={`保存：${filed.name}`} onClick={() => void save()}>
      保存
    </Button>
  )
}

const Line = ({ id, filed, onProblem }: { id: string; filed: Filed; onProblem: (problem?: Problem) => void }) => {
  const { session, words } = useSitting()
  return (
    <tr>
      <td>{filed.n}</td>
      <th scope="row">
        {words.attachmentKinds[filed.kind] ?? filed.kind}
        <span className="detail">
          {filed.name}（{sizeWords(filed.size)}）
        </span>
      </th>
      <td>
        {inWords(filed.on)}
        <span className="detail">{came[filed.with]}</span>
      </td>
      {session.reads.includes('dossier') && (
        <td>
          <SaveButton id={id} filed={filed} onProblem={onProblem} />
        </td>
      )}
    </tr>
  )
}

/** 材料: what came to the case as files, by whomever. */
export const Attachments = ({ page, mayFile }: { readonly page: CasePage; readonly mayFile: boolean }) => {
  const { session } = useSitting()
  const [problem, setProblem] = useState<Problem>()
  const files = page.attachments ?? []
  return (
    <Section id="attachments" title="材料">
      {problem && <ProblemBox problem={problem} />}
      {files.length === 0 ? (
        <p>还没有材料。</p>
      ) : (
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">序号</th>
              <th scope="col">材料</th>
              <th scope="col">收到</th>
              {session.reads.includes('dossier') && <th scope="col">文件</th>}
            </tr>
          </thead>
          <tbody>
            {files.map((filed) => (
              <Line key={filed.n} id={page.id} filed={filed} onProblem={setProblem} />
            ))}
          </tbody>
        </table>
      )}
      {mayFile && (
        <p>
          <Link to={`/cases/${page.id}?act=filePapers`}>收录材料</Link>
        </p>
      )}
    </Section>
  )
}
