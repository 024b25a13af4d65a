import { useState } from 'react'
import type { CasePage, OutcomeQuestions } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { Guide } from './guide.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { type Answer, type Given, type Leads, type Question, routeOf } from './route.ts'

const First = ({ page, command }: { readonly page: CasePage; readonly command: string }) => {
  const words = useWords()
  return (
    <p className="verdict" role="status">
      先要办理：<Link to={`/cases/${page.id}?act=${command}`}>{words.commands[command]}</Link>
    </p>
  )
}

const End = ({ page, end }: { readonly page: CasePage; readonly end: Leads }) => {
  if (end.to === 'act') return <First page={page} command={end.command} />
  if (end.to === 'question') return null
  return <OutcomeForm key={end.outcome + (end.kind ?? '')} page={page} outcome={end.outcome} kind={end.kind} />
}

interface ChooseProps {
  readonly page: CasePage
  readonly questions: readonly Question[]
}

const Choose = ({ page, questions }: ChooseProps) => {
  const [given, setGiven] = useState<Given>({})
  const { asked, end } = routeOf(questions, given)
  const answer = (question: string, chosen: Answer | undefined) => {
    const { [question]: _, ...rest } = given
    const before = asked
      .slice(
        0,
        asked.findIndex(({ id }) => id === question),
      )
      .map(({ id }) => id)
    const kept = Object.fromEntries(Object.entries(rest).filter(([id]) => before.includes(id)))
    setGiven(chosen ? { ...kept, [question]: chosen } : kept)
  }
  return (
    <>
      <blockquote>{page.information.description}</blockquote>
      <Guide page={page} asked={asked} given={given} onAnswer={answer} />
      {end && <End page={page} end={end} />}
    </>
  )
}

/** 处理决定: five judgments, one outcome, its letter and its checks before it is decided. */
const OutcomePage = ({ parts: [id = ''] }: { readonly parts: readonly string[] }) => {
  const page = useAnswer<CasePage>(`/cases/${id}`)
  const questions = useAnswer<OutcomeQuestions>('/outcome-questions')
  return (
    <Waiting on={page}>
      {(current) => (
        <>
          <Title>{`处理决定：${current.number ?? ''}`}</Title>
          <p>
            <Link to={`/cases/${id}`}>回到案件</Link>
          </p>
          <Waiting on={questions}>{({ questions: all }) => <Choose page={current} questions={all} />}</Waiting>
        </>
      )}
    </Waiting>
  )
}

export default OutcomePage
