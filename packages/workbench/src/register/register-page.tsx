import { Button, Form } from 'antd'
import { useState } from 'react'
import type { ColleaguesAnswer } from '../acts/choices.ts'
import { type CommandForm, nameOfPath } from '../acts/schema.ts'
import { newKey } from '../api/ask.ts'
import type { Problem } from '../api/problem.ts'
import { useAnswer } from '../api/use-answer.ts'
import { useSitting } from '../app/session.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { Title } from '../look/title.tsx'
import { Waiting } from '../look/waiting.tsx'
import { Earlier } from './earlier.tsx'
import { EnteredBox } from './entered-box.tsx'
import { Arrival, Drill, Hands, Papers, What, Who } from './entry-fields.tsx'
import { More } from './more-fields.tsx'
import { nextOnEnter } from './next-field.ts'
import { type Entered, isEntered, receive } from './receive.ts'

const usual = (today: string) => ({
  channel: 'inPerson',
  signedForOn: today,
  applicant: { kind: 'natural', idType: '居民身份证' },
  form: { medium: 'paper', method: 'mail' },
})

type Values = Record<string, unknown>

const Entry = ({ form, onEntered }: { readonly form: CommandForm; readonly onEntered: (entered: Entered) => void }) => {
  const { session } = useSitting()
  const { answer: people } = useAnswer<ColleaguesAnswer>('/colleagues')
  const [fields] = Form.useForm<Values>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const [search, setSearch] = useState('')
  const [key, setKey] = useState(newKey)
  const submit = async (values: Values) => {
    setBusy(true)
    setProblem(undefined)
    const entered = await receive(values, form.schema, key)
    setBusy(false)
    if (isEntered(entered)) return onEntered(entered)
    setProblem(entered)
    if (entered.status >= 400 && entered.status < 500) setKey(newKey())
    fields.setFields((entered.faults ?? []).map(({ path, zh }) => ({ name: path.split('.'), errors: [zh] })))
  }
  const changed = (change: Values) => {
    if (typeof change.mailNumber === 'string' && change.mailNumber) fields.setFieldValue('channel', 'registeredMail')
  }
  return (
    <>
      {problem && <ProblemBox problem={problem} nameOf={(path) => nameOfPath(form.schema, path)} />}
      <Form
        form={fields}
        layout="vertical"
        className="entry"
        initialValues={usual(session.today)}
        onValuesChange={changed}
        onFinish={(values) => void submit(values)}
        onKeyDown={nextOnEnter}
      >
        <Arrival today={session.today} />
        <Who onName={setSearch} />
        <Earlier words={search} />
        <What />
        <More schema={form.schema} />
        <Papers />
        <Hands colleagues={people?.colleagues ?? []} />
        <Drill />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>
            接收并登记
          </Button>
          <span className="quiet">回车到下一栏，Ctrl+回车提交</span>
        </div>
      </Form>
    </>
  )
}

/** 录入申请: counter, post, fax, by word of mouth; by keyboard alone. */
const RegisterPage = () => {
  const form = useAnswer<CommandForm>('/commands/receiveRequest')
  const [entered, setEntered] = useState<Entered>()
  const [count, setCount] = useState(0)
  const next = () => {
    setEntered(undefined)
    setCount((before) => before + 1)
  }
  return (
    <>
      <Title>录入申请</Title>
      <Waiting on={form}>
        {(described) =>
          entered ? (
            <EnteredBox entered={entered} onNext={next} />
          ) : (
            <Entry key={count} form={described} onEntered={setEntered} />
          )
        }
      </Waiting>
    </>
  )
}

export default RegisterPage
