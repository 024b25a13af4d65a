import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf } from '../look/fault.js'
import { Field } from '../look/field.js'
import { type At, sendPage } from '../look/send-page.js'
import { CorrectionItems } from './correction-wanted.js'

export interface CorrectionPage {
  readonly items: readonly string[]
  readonly once: string
  readonly content: string
  readonly faults: readonly Fault[]
  /** The form was from before a restart. */
  readonly again?: boolean | undefined
}

const formId = 'correction-form'

/** The form to correct with; what is wanted stands above it. */
export const sendCorrection = (at: At, { items, once, content, faults, again }: CorrectionPage) => {
  const faulty = faults.length > 0
  return sendPage(at, {
    title: '补正申请',
    heading: false,
    status: faulty ? 400 : 200,
    faulty,
    form: { id: formId, action: '/case/correction' },
    body: (
      <>
        <ErrorSummary faults={faults} />
        <h1>补正申请</h1>
        {again ? <p className="notice">页面放得太久了，还没有提交。您写的内容都在，请再按一次提交。</p> : null}
        <p>需要您补充或者说明的是：</p>
        <CorrectionItems items={items} />
        <form id={formId} method="post" action="/case/correction" noValidate>
          <input type="hidden" name="once" value={once} />
          <Field
            name="content"
            label="补正内容"
            hint="请一项一项地写清楚。最多10000个字。"
            rows={8}
            value={content}
            fault={faultOf(faults, 'content')}
          />
          <p className="actions">
            <button type="submit">提交补正</button>
            <a className="button second" href="/case">
              返回
            </a>
          </p>
        </form>
      </>
    ),
  })
}
