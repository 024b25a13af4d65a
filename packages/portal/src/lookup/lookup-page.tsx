import { ErrorSummary } from '../look/error-summary.js'
import { type Fault, faultOf } from '../look/fault.js'
import { Field } from '../look/field.js'
import { type At, sendPage } from '../look/send-page.js'

const hour = 60 * 60

const formId = 'lookup-form'

export interface LookupPage {
  readonly number: string
  readonly code: string
  readonly faults: readonly Fault[]
  /** What is wrong with the two together. */
  readonly wrong?: string | undefined
  /** What number and code are asked for, where it is not to look the case up. */
  readonly form?: { readonly title: string; readonly action: string; readonly button: string } | undefined
}

const lookup = { title: '查询进度', action: '/lookup', button: '查询' }

/** The form, with what was typed into it: of a long code mostly one letter is wrong. */
export const sendLookup = (at: At, { number, code, faults, wrong, form = lookup }: LookupPage) => {
  const faulty = faults.length > 0
  return sendPage(at, {
    title: form.title,
    heading: false,
    status: faulty ? 400 : 200,
    faulty,
    open: at.request.method === 'GET' && form === lookup,
    form: { id: formId, action: faulty ? `${form.action}?checked` : form.action },
    body: (
      <>
        <ErrorSummary faults={faults} title={wrong} />
        <h1>{form.title}</h1>
        <p className="lead">两样都印在回执上。大小写、空格、横线都没有关系。</p>
        <form id={formId} method="post" action={form.action} noValidate>
          <Field
            name="number"
            label="受理编号"
            value={number}
            fault={faultOf(faults, 'number')}
            className="medium code"
            autoComplete="off"
          />
          <Field
            name="code"
            label="查询码"
            hint={
              <>
                13位字母和数字，例如 <span className="whole">7K4M-92QD-XT5H8</span>
              </>
            }
            value={code}
            fault={faultOf(faults, 'code')}
            className="medium code"
            autoComplete="off"
          />
          <p className="actions">
            <button type="submit">{form.button}</button>
          </p>
        </form>
        <p>
          找不到回执的，请打电话给受理的机关，<a href="/#organs">电话在首页</a>。
        </p>
      </>
    ),
  })
}

/** Too many wrong ones; the cabinet counts by the hour. */
export const sendTooMany = (at: At) => {
  at.reply.header('retry-after', String(hour))
  return sendPage(at, {
    title: '查询次数太多，请一小时以后再试',
    status: 429,
    body: (
      <>
        <p>为了保护申请人的信息，连续输错几次以后要等一小时才能再查。</p>
        <p>
          着急的话，可以打电话给受理的机关，<a href="/#organs">电话在首页</a>。
        </p>
      </>
    ),
  })
}
