import { Checkbox } from 'antd'
import { useState } from 'react'
import type { CommandForm } from '../acts/schema.ts'
import type { CasePage, OutcomeQuestions } from '../api/answers.ts'
import { useAnswer } from '../api/use-answer.ts'
import { Link } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { Guide } from './guide.tsx'
import { ItemsForm } from './items-form.tsx'
import { OutcomeForm } from './outcome-form.tsx'
import { answered, type Given, type Leads, type Question, routeOf } from './route.ts'

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

/** The whole request has one outcome. */
const Whole = ({ page, questions }: ChooseProps) => {
  const [given, setGiven] = useState<Given>({})
  const { asked, end } = routeOf(questions, given)
  return (
    <>
      <Guide
        page={page}
        asked={asked}
        given={given}
        onAnswer={(question, chosen) => setGiven(answered(questions, given, { question, chosen }))}
      />
      {end && <End page={page} end={end} />}
    </>
  )
}

const Several = (props: ChooseProps) => {
  const form = useAnswer<CommandForm>('/commands/decide')
  return <Waiting on={form}>{(described) => <ItemsForm {...props} form={described} />}</Waiting>
}

const Choose = (props: ChooseProps) => {
  const [several, setSeveral] = useState(false)
  return (
    <>
      <blockquote>{props.page.information.description}</blockquote>
      <p>
        <Checkbox checked={several} onChange={(event) => setSeveral(event.target.checked)}>
          申请包含几项内容，结论不同，逐项答复
        </Checkbox>
      </p>
      {several ? <Several {...props} /> : <Whole {...props} />}
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
