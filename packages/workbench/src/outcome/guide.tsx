import { Button, Radio } from 'antd'
import type { CasePage } from '../api/answers.ts'
import { holds } from './conditions.ts'
import type { Answer, Given, Question } from './route.ts'

interface GuideProps {
  readonly page: CasePage
  readonly asked: readonly Question[]
  readonly given: Given
  readonly onAnswer: (question: string, answer: Answer | undefined) => void
}

const Words = ({ answer }: { readonly answer: Answer }) => (
  <span className="answer">
    {answer.zh} <span className="basis">{answer.cited}</span>
    {answer.help && <span className="help">{answer.help}</span>}
  </span>
)

const Open = ({ page, question, onAnswer }: Omit<GuideProps, 'asked' | 'given'> & { readonly question: Question }) => (
  <fieldset className="question">
    <legend>
      <span className="judgment">{question.judgment}</span> {question.zh}
    </legend>
    <Radio.Group
      vertical
      onChange={(event) => onAnswer(question.id, question.answers[event.target.value as number])}
      options={question.answers
        .map((answer, value) => ({ answer, value }))
        .filter(({ answer }) => holds(answer.when, page))
        .map(({ answer, value }) => ({ value, label: <Words answer={answer} /> }))}
    />
  </fieldset>
)

const Answered = ({ question, answer, onChange }: { question: Question; answer: Answer; onChange: () => void }) => (
  <li>
    <span className="judgment">{question.judgment}</span>
    <span>
      {question.zh}
      <strong>{answer.zh}</strong>
    </span>
    <Button size="small" onClick={onChange} aria-label={`改：${question.zh}`}>
      改
    </Button>
  </li>
)

/** The five judgments one after the other: what was answered stays in sight and can be changed. */
export const Guide = ({ page, asked, given, onAnswer }: GuideProps) => {
  const open = asked.find(({ id }) => !given[id])
  return (
    <>
      <ol className="answered">
        {asked.map((question) => {
          const answer = given[question.id]
          return answer ? (
            <Answered
              key={question.id}
              question={question}
              answer={answer}
              onChange={() => onAnswer(question.id, undefined)}
            />
          ) : null
        })}
      </ol>
      {open && <Open key={open.id} page={page} question={open} onAnswer={onAnswer} />}
    </>
  )
}
