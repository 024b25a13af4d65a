import { Button, Input } from 'antd'
import { useState } from 'react'
import { doAct, isProblem } from '../acts/do-act.ts'
import type { CasePage } from '../api/answers.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { go, Link } from '../app/router.tsx'
import { DecisionSection } from '../case/decision.tsx'
import { Risks } from '../case/risks.tsx'
import { Section } from '../case/section.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { DraftPaper } from './draft-paper.tsx'
import { ReturnForm } from './return-form.tsx'
import { givesSomething, ReviewedOn } from './reviewed-on.tsx'
import { Versions } from './versions.tsx'

/** What the person may do with the draft as it stands. */
const Judgment = ({ page, onReload }: { readonly page: CasePage; readonly onReload: () => void }) => {
  const [opinion, setOpinion] = useState('')
  const [reviewedOn, setReviewedOn] = useState('')
  const [asked, setAsked] = useState(0)
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const may = (command: string) => page.permitted.includes(command)
  const send = async (command: string, body: object) => {
    setBusy(true)
    const answer = await doAct({ id: page.id, version: page.version, command, body })
    setBusy(false)
    if (isProblem(answer)) setProblem(answer)
    else go('/')
  }
  const said = opinion.trim()
  const gives = givesSomething(page.decision)
  const approve = async () => {
    if (gives && !reviewedOn) setAsked(asked + 1)
    else
      await send('approveDraft', {
        ...(said ? { opinion: said } : {}),
        ...(gives ? { secrecyReviewedOn: reviewedOn } : {}),
      })
  }
  return (
    <section className="panel" aria-label="审签">
      {problem && <ProblemBox problem={problem} onReload={problem.status === 412 ? onReload : undefined} />}
      {(may('approveDraft') || may('signReply')) && (
        <fieldset>
          <legend>{may('signReply') ? '签发' : '审核通过'}</legend>
          <label className="field" htmlFor="opinion">
            <span>{may('signReply') ? '仍然签发的理由（有未解决的风险时填写）' : '审核意见（可以不填）'}</span>
            <Input.TextArea
              id="opinion"
              rows={2}
              value={opinion}
              onChange={(event) => setOpinion(event.target.value)}
            />
          </label>
          {may('approveDraft') && gives && <ReviewedOn day={reviewedOn} asked={asked} onDay={setReviewedOn} />}
          <div className="row">
            <Button
              type="primary"
              loading={busy}
              onClick={() => void (may('signReply') ? send('signReply', said ? { reason: said } : {}) : approve())}
            >
              {may('signReply') ? '签发' : '审核通过'}
            </Button>
          </div>
        </fieldset>
      )}
      {may('returnDraft') && (
        <ReturnForm busy={busy} onReturn={(words) => void send('returnDraft', { opinion: words })} />
      )}
      {!may('approveDraft') && !may('signReply') && !may('returnDraft') && <p>这一稿现在没有等您办理的事项。</p>}
    </section>
  )
}

/** 审核、签发 of one draft: the paper on one side; checks, versions and the judgment on the other. */
const ReviewPage = ({ parts: [id = ''] }: { readonly parts: readonly string[] }) => {
  const page = useAnswer<CasePage>(`/cases/${id}`)
  return (
    <Waiting on={page}>
      {(current) => (
        <>
          <Title>{`审签：${current.number ?? ''}`}</Title>
          <p>
            <Link to={`/cases/${id}`}>看案件全部情况</Link>
          </p>
          <blockquote>{current.information.description}</blockquote>
          <div className="beside">
            <section className="preview" aria-label="拟稿">
              <h2>拟稿</h2>
              <DraftPaper id={id} />
            </section>
            <div>
              <Judgment page={current} onReload={page.reload} />
              <Risks id={id} />
              <Section id="versions" title="各稿对照">
                <Versions id={id} />
              </Section>
              <DecisionSection page={current} />
            </div>
          </div>
        </>
      )}
    </Waiting>
  )
}

export default ReviewPage
