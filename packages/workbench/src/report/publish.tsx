import { Alert, Button, Input } from 'antd'
import { useState } from 'react'
import type { YearReportAnswer } from '../api/answers.ts'
import { ask } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useWords } from '../app/session.tsx'
import { articleInWords } from '../look/articles.ts'
import { inWords } from '../look/days.ts'
import { Dialog } from '../look/dialog.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { type Place, writeAt } from './address.ts'

type Edition = YearReportAnswer['editions'][number]

interface PublishProps {
  readonly report: YearReportAnswer
  readonly place: Place
  readonly onPublished: () => void
}

const Against = ({ against }: Pick<YearReportAnswer, 'against'>) => {
  const words = useWords()
  return (
    <>
      <p>现在还不能公布：</p>
      <ul className="checks">
        {against.map(({ code, zh, article }) => (
          <li key={code + zh} className="block">
            {zh}（{articleInWords(article, words)}）
          </li>
        ))}
      </ul>
    </>
  )
}

interface ConfirmProps extends PublishProps {
  readonly onClose: () => void
  readonly onDone: (edition: Edition) => void
}

const Confirm = ({ report, place, onClose, onDone }: ConfirmProps) => {
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const again = report.editions.length > 0
  const publish = async () => {
    setBusy(true)
    const body = again ? { reason } : {}
    const asked = await ask<Edition>(writeAt(place, 'editions'), { method: 'POST', body })
    setBusy(false)
    if (asked.ok) onDone(asked.answer)
    else setProblem(asked.problem)
  }
  return (
    <Dialog title={`公布${report.year}年年度报告第${report.editions.length + 1}版`} onClose={onClose}>
      {problem && <ProblemBox problem={problem} />}
      <p>按此刻的台账编成一版并冻结，以后不能改；需要更正的，另出一版，写明日期和原因。</p>
      {again && (
        <label className="field" htmlFor="edition-reason">
          <span>更正的原因（印在报告上）</span>
          <Input id="edition-reason" value={reason} onChange={(event) => setReason(event.target.value)} />
        </label>
      )}
      <div className="row">
        <Button type="primary" loading={busy} onClick={() => void publish()}>
          确认公布
        </Button>
        <Button onClick={onClose}>先不公布</Button>
      </div>
    </Dialog>
  )
}

/** 公布: what stands against it, or the press that freezes an edition; then its hash. */
export const Publish = ({ report, place, onPublished }: PublishProps) => {
  const [open, setOpen] = useState(false)
  const [done, setDone] = useState<Edition>()
  const published = (edition: Edition) => {
    setOpen(false)
    setDone(edition)
    onPublished()
  }
  return (
    <>
      {done && (
        <Alert
          type="success"
          showIcon
          role="status"
          className="done"
          title={`已公布第${done.edition}版（${inWords(done.publishedOn)}）`}
          description={
            <>
              已经冻结，散列 <code className="hash">{done.sha256}</code>
            </>
          }
        />
      )}
      {report.against.length > 0 ? (
        <Against against={report.against} />
      ) : (
        <Button type="primary" onClick={() => setOpen(true)}>
          {report.editions.length === 0 ? '公布' : '更正，另出一版'}
        </Button>
      )}
      {open && (
        <Confirm
          report={report}
          place={place}
          onPublished={onPublished}
          onClose={() => setOpen(false)}
          onDone={published}
        />
      )}
    </>
  )
}
