import { CheckBoxes } from '../../look/check-boxes.js'
import { ErrorSummary } from '../../look/error-summary.js'
import { type Fault, faultOf } from '../../look/fault.js'
import { Field } from '../../look/field.js'
import { type At, sendPage } from '../../look/send-page.js'
import type { OpenedCase } from '../open-case.js'
import { reasonChoices } from './words.js'

export interface SuggestionPage {
  readonly opened: OpenedCase
  readonly once: string
  readonly reasons: readonly string[]
  readonly statement: string
  readonly faults: readonly Fault[]
  /** The form was from before a restart. */
  readonly again?: boolean | undefined
}

const formId = 'suggestion-form'
const action = '/case/suggestion'
const title = '建议主动公开'
export const mostWords = 2000

const Form = ({ opened, once, reasons, statement, faults }: SuggestionPage) => (
  <form
    id={formId}
    method="post"
    action={action}
    noValidate
    data-keep={`case-suggestion-${opened.current.number ?? ''}`}
  >
    <input type="hidden" name="once" value={once} />
    <CheckBoxes
      name="reasons"
      legend="为什么应当主动公开"
      hint="可以选几项，至少选一项。"
      choices={reasonChoices}
      values={reasons}
      fault={faultOf(faults, 'reasons')}
    />
    <Field
      name="statement"
      label="您的说明"
      hint={`想多说几句的，写在这里。最多${mostWords}个字。`}
      optional
      rows={4}
      value={statement}
      fault={faultOf(faults, 'statement')}
    />
    <p className="actions">
      <button type="submit">提交建议</button>
      <a className="button second" href="/case">
        返回
      </a>
    </p>
  </form>
)

/** The reasons to tick and, who likes, some words; what it is about stands above. */
export const sendSuggestion = (at: At, page: SuggestionPage) => {
  const { faults, again } = page
  const faulty = faults.length > 0
  return sendPage(at, {
    title,
    heading: false,
    status: faulty ? 400 : 200,
    faulty,
    form: { id: formId, action },
    body: (
      <>
        <ErrorSummary faults={faults} />
        <h1>{title}</h1>
        {again ? <p className="notice">页面放得太久了，还没有提交。您写的内容都在，请再按一次提交。</p> : null}
        <p>
          我们已经把信息提供给您。您认为这些信息应当让所有人都看得到的，可以建议我们主动公开（政府信息公开条例第四十四条）。
        </p>
        <p>我们审核以后，属于主动公开范围的，会及时公开；结果写在办理进度里。建议不影响您已经得到的答复。</p>
        <Form {...page} />
      </>
    ),
  })
}
