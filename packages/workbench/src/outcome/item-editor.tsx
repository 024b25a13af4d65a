import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { Fields } from '../acts/fields.tsx'
import type { Schema } from '../acts/schema.ts'
import { bodyOf } from '../acts/values.ts'
import type { CasePage } from '../api/answers.ts'
import { useWords } from '../app/session.tsx'
import { Guide } from './guide.tsx'
import { unaskedInPart } from './outcome-schema.ts'
import { type Answer, answered, type Given, type Question, routeOf } from './route.ts'

type Values = Record<string, unknown>

interface ItemEditorProps {
  readonly n: number
  readonly page: CasePage
  readonly questions: readonly Question[]
  /** The shapes an item may take, one an outcome. */
  readonly shapes: Schema
  readonly onChange: (item: Values) => void
  readonly onRemove: (() => void) | undefined
}

const shapeOf = ({ oneOf = [] }: Schema, outcome: string): Schema | undefined =>
  oneOf.find(({ properties }) => properties?.outcome?.const === outcome)

const ended = ({ consultations }: CasePage) =>
  consultations
    .filter(({ kind, endedOn }) => kind === 'thirdParty' && endedOn !== null)
    .map(({ id, party }) => ({ value: id, label: `${id}：${party}` }))

/** One thing among several: which it is, its own way through the questions, its own fields. */
export const ItemEditor = ({ n, page, questions, shapes, onChange, onRemove }: ItemEditorProps) => {
  const words = useWords()
  const [given, setGiven] = useState<Given>({})
  const [what, setWhat] = useState('')
  const [values, setValues] = useState<Values>({})
  const { asked, end } = routeOf(questions, given)
  const shape = end?.to === 'outcome' ? shapeOf(shapes, end.outcome) : undefined
  const tell = (text: string, filled: Values, leads = end) => {
    const own = leads?.to === 'outcome' ? shapeOf(shapes, leads.outcome) : undefined
    const settled =
      leads?.to === 'outcome' ? { outcome: leads.outcome, ...(leads.kind ? { kind: leads.kind } : {}) } : {}
    onChange({ ...(own ? bodyOf(filled, { ...own, required: [] }) : {}), ...settled, what: text })
  }
  const answer = (question: string, chosen: Answer | undefined) => {
    const next = answered(questions, given, { question, chosen })
    setGiven(next)
    setValues({})
    tell(what, {}, routeOf(questions, next).end)
  }
  const grounds = Array.isArray(values.grounds) ? (values.grounds as string[]) : []
  const hidden = [
    'outcome',
    'kind',
    'what',
    ...(end?.to === 'outcome' && end.outcome === 'G3' ? unaskedInPart(shapes, grounds) : []),
  ]
  return (
    <section className="part" aria-labelledby={`item-${n}-heading`}>
      <h2 id={`item-${n}-heading`}>第{n}项</h2>
      <label className="field" htmlFor={`what-${n}`}>
        <span>这一项是什么</span>
        <Input
          id={`what-${n}`}
          value={what}
          onChange={(event) => {
            setWhat(event.target.value)
            tell(event.target.value, values)
          }}
        />
      </label>
      <Guide page={page} asked={asked} given={given} onAnswer={answer} />
      {end?.to === 'act' && <p className="verdict">先要办理：{words.commands[end.command]}</p>}
      {end?.to === 'outcome' && !shape && <p className="verdict">这个结论只能针对整件申请作出，不能只针对其中一项。</p>}
      {end?.to === 'outcome' && shape && (
        <>
          <p className="verdict" role="status">
            结论：<strong>{words.outcomes[end.outcome]?.zh}</strong>，依据{words.outcomes[end.outcome]?.basis}
          </p>
          <Form
            key={end.outcome + (end.kind ?? '')}
            name={`item${n}`}
            layout="vertical"
            onValuesChange={(_, all: Values) => {
              setValues(all)
              tell(what, all)
            }}
          >
            <Fields
              schema={shape}
              except={hidden}
              choices={{ consultation: ended(page), 'overruled.id': ended(page) }}
            />
          </Form>
        </>
      )}
      {onRemove && <Button onClick={onRemove}>去掉这一项</Button>}
    </section>
  )
}
