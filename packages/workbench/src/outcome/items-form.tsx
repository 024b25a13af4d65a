import { Button } from 'antd'
import { useState } from 'react'
import { doAct, isProblem } from '../acts/do-act.ts'
import { type CommandForm, nameOfPath, type Schema } from '../acts/schema.ts'
import type { CasePage } from '../api/answers.ts'
import type { Problem } from '../api/problem.ts'
import { go } from '../app/router.tsx'
import { ProblemBox } from '../look/problem-box.tsx'
import { ItemEditor } from './item-editor.tsx'
import { PreviewPane } from './preview-pane.tsx'
import type { Question } from './route.ts'
import { usePreview } from './use-preview.ts'

type Values = Record<string, unknown>

interface Item {
  readonly key: number
  readonly value: Values
}

interface ItemsFormProps {
  readonly page: CasePage
  readonly questions: readonly Question[]
  readonly form: CommandForm
}

const nothing: Schema = {}

/** The part of the command's schema that takes several things. */
const itemsOf = ({ anyOf = [] }: Schema): Schema =>
  anyOf.find(({ properties }) => properties?.items)?.properties?.items?.items ?? nothing

/** 逐项答复: each thing asked for with its own outcome, reasons and remedy; one letter for all. */
export const ItemsForm = ({ page, questions, form }: ItemsFormProps) => {
  const [items, setItems] = useState<readonly Item[]>([
    { key: 0, value: {} },
    { key: 1, value: {} },
  ])
  const [problem, setProblem] = useState<Problem>()
  const [busy, setBusy] = useState(false)
  const body = { items: items.map(({ value }) => value) }
  const previewed = usePreview(page.id, 'decide', body)
  const shapes = itemsOf(form.schema)
  const decide = async () => {
    setBusy(true)
    const { id, version } = page
    const answer = await doAct({ id, version, command: 'decide', body })
    setBusy(false)
    if (isProblem(answer)) setProblem(answer)
    else go(`/cases/${id}`)
  }
  const change = (key: number, value: Values) =>
    setItems((before) => before.map((item) => (item.key === key ? { key, value } : item)))
  return (
    <div className="beside">
      <div>
        {problem && <ProblemBox problem={problem} nameOf={(path) => nameOfPath(form.schema, path)} />}
        {items.map(({ key }, i) => (
          <ItemEditor
            key={key}
            n={i + 1}
            page={page}
            questions={questions}
            shapes={shapes}
            onChange={(value) => change(key, value)}
            onRemove={items.length > 2 ? () => setItems(items.filter((item) => item.key !== key)) : undefined}
          />
        ))}
        <div className="row">
          <Button
            onClick={() => setItems([...items, { key: Math.max(...items.map(({ key }) => key)) + 1, value: {} }])}
          >
            再加一项
          </Button>
          <Button type="primary" loading={busy} onClick={() => void decide()}>
            {form.zh}
          </Button>
        </div>
      </div>
      <PreviewPane {...previewed} />
    </div>
  )
}
