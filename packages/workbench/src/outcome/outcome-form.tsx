import { Button, Form } from 'antd'
import { useState } from 'react'
import { doAct, isProblem } from '../acts/do-act.ts'
import { Fields } from '../acts/fields.tsx'
import { type CommandForm, nameOfPath, type Schema } from '../acts/schema.ts'
import { bodyOf } from '../acts/values.ts'
import type { CasePage } from '../api/answers.ts'
import { newKey } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { go } from '../app/router.tsx'
import { useWords } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { Waiting } from '../look/waiting.tsx'
import { shapeFor, unaskedInPart } from './outcome-schema.ts'
import { PreviewPane } from './preview-pane.tsx'
import { usePreview } from './use-preview.ts'

type Values = Record<string, unknown>

interface OutcomeFormProps {
  readonly page: CasePage
  readonly outcome: string
  readonly kind?: string | undefined
}

interface FilledProps extends OutcomeFormProps {
  readonly form: CommandForm
}

const fixed = ['outcome', 'kind', 'accepted']

/** What the way through the questions has already settled. */
const settled = ({ command }: CommandForm, { outcome, kind }: OutcomeFormProps): Values => {
  if (command === 'judgeReasons') return { accepted: false }
  if (command === 'judgeStillUnclear') return {}
  return { outcome, ...(kind ? { kind } : {}) }
}

const ended = ({ consultations }: CasePage) =>
  consultations
    .filter(({ kind, endedOn }) => kind === 'thirdParty' && endedOn !== null)
    .map(({ id, party }) => ({ value: id, label: `${id}：${party}` }))

const Filled = (props: FilledProps) => {
  const { page, outcome, form } = props
  const shape: Schema = shapeFor(form.schema, outcome)
  const [fields] = Form.useForm<Values>()
  const [values, setValues] = useState<Values>({})
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const body = { ...bodyOf(values, { ...shape, required: [] }), ...settled(form, props) }
  const previewed = usePreview(page.id, form.command, body)
  const grounds = Array.isArray(values.grounds) ? (values.grounds as string[]) : []
  const except = [...fixed, ...(outcome === 'G3' ? unaskedInPart(form.schema, grounds) : [])]
  const decide = async () => {
    setBusy(true)
    const { id, version } = page
    const answer = await doAct({ id, version, command: form.command, body, key: newKey() })
    setBusy(false)
    if (isProblem(answer)) setProblem(answer)
    else go(`/cases/${id}`)
  }
  return (
    <div className="beside">
      <section className="panel" aria-label="填写">
        <p className="basis">依据：{form.cited}</p>
        {problem && <ProblemBox problem={problem} nameOf={(path) => nameOfPath(shape, path)} />}
        <Form
          form={fields}
          layout="vertical"
          onValuesChange={(_, all) => setValues(all)}
          onFinish={() => void decide()}
        >
          <Fields schema={shape} except={except} choices={{ consultation: ended(page), 'overruled.id': ended(page) }} />
          <Button type="primary" htmlType="submit" loading={busy}>
            {form.zh}
          </Button>
        </Form>
      </section>
      <PreviewPane {...previewed} />
    </div>
  )
}

/** The fields of the outcome on the left, the letter they make on the right. */
export const OutcomeForm = (props: OutcomeFormProps) => {
  const words = useWords()
  const row = words.outcomes[props.outcome]
  const form = useAnswer<CommandForm>(row?.command ? `/commands/${row.command}` : null)
  return (
    <>
      <p className="verdict" role="status">
        结论：<strong>{props.kind ? (words.otherKinds[props.kind] ?? row?.zh) : row?.zh}</strong>（{props.outcome}
        ），依据
        {row?.basis}，制发{row && words.letters[row.letter]}
      </p>
      <Waiting on={form}>{(described) => <Filled {...props} form={described} />}</Waiting>
    </>
  )
}
