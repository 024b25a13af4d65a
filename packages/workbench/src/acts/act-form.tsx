import { Button, Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Fault, Problem } from '../api/problem.ts'
import { ProblemBox } from '../look/problem-box.tsx'
import { type Choices, Fields } from './fields.tsx'
import { type CommandForm, nameOfPath, ownFields } from './schema.ts'
import { bodyOf } from './values.ts'

type Values = Record<string, unknown>

interface ActFormProps {
  readonly form: CommandForm
  readonly choices?: Choices
  readonly except?: readonly string[]
  readonly initial?: Readonly<Values>
  readonly button: string
  /** Does it; the problem when it was not done. */
  readonly onDo: (body: Values) => Promise<Problem | undefined>
  readonly onCancel?: () => void
  readonly onReload?: () => void
  readonly children?: ReactNode
}

const fieldsOf = (faults: readonly Fault[]) =>
  faults.map(({ path, zh }) => ({ name: path.split('.').filter((part) => !/^\d+$/.test(part)), errors: [zh] }))

/** The day the act was done, where it is recorded later. */
const Late = () => (
  <details className="late">
    <summary>补录：不是今天办的</summary>
    <Form.Item name="on" label="办理日期" extra="不填为今天。台账同时保留录入的时间。">
      <Input type="date" className="day" />
    </Form.Item>
  </details>
)

/** A form drawn from a command's schema. What is wrong stands at the top, whole, and at each field. */
export const ActForm = (props: ActFormProps) => {
  const { form, choices = {}, except = [], initial = {}, button, onDo, onCancel, onReload, children } = props
  const [fields] = Form.useForm<Values>()
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const submit = async (values: Values) => {
    setBusy(true)
    setProblem(undefined)
    for (const { name } of fields.getFieldsError()) fields.setFields([{ name, errors: [] }])
    const refused = await onDo(bodyOf(values, form.schema))
    setBusy(false)
    setProblem(refused)
    if (refused?.faults) fields.setFields(fieldsOf(refused.faults))
  }
  return (
    <>
      {problem && (
        <ProblemBox
          problem={problem}
          onReload={problem.status === 412 || problem.status === 0 ? onReload : undefined}
          nameOf={(path) => nameOfPath(form.schema, path)}
        />
      )}
      <Form form={fields} layout="vertical" initialValues={{ ...initial }} onFinish={(values) => void submit(values)}>
        <Fields schema={form.schema} choices={choices} except={except} />
        {ownFields(form.schema).length === 0 && <p>这一步没有要填写的内容。</p>}
        <Late />
        {children}
        <div className="row">
          <Button type="primary" htmlType="submit" loading={busy}>
            {button}
          </Button>
          {onCancel && <Button onClick={onCancel}>取消</Button>}
        </div>
      </Form>
    </>
  )
}
